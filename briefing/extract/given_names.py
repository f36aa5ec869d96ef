"""Given names that are a man's or a woman's; what is both, or changes with the country, is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.extract.clause_words import listed
from briefing.extract.naming import Sentence
from briefing.model.actor import ActorType
from briefing.model.fold import fold
from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.extract.told import Named

_REFLEXIVES = {"himself": "he", "herself": "she"}
MALE = listed(
    "kobina emeka sione tevita stavros dauren rustam marat bakyt yerlan tor tomasz bogdan marek janusz ryszard pekka "
    "reto eero yusup kwasi yaw ousmane boubacar mamadou moussa issa seydou hiroshi kenji takeshi nguyen tariq omari "
    "aaron abdul abdullah abel abraham adam adolf adrian ahmad ahmed alan albert alberto alejandro aleksander "
    "aleksandr aleksei alessandro alexander alexei alfonso alfred ali alistair allan alvaro amadou amir anatoly "
    "anders andreas andrei andres andrew angus antoine anton antonio arben arnold arthur arturo august augusto axel "
    "barack barry bashar bashir ben benedict benito benjamin bernard bernardo bill binyamin bjorn bob boris brad "
    "brendan brian bruce bruno carl carlo carlos cesar charles christian christopher christos claudio clement colin "
    "conor craig cyril daniel dave david declan denis dennis derek didier diego dieter dietrich dimitri dirk dmitri "
    "dmitry dominic donald douglas duarte duncan eamon earl edgar eduardo edward edwin ehud eliot emanuel emile "
    "emilio emmanuel enrico enrique eric erich erik ernest ernesto ernst esteban eugene evgeny fabio federico felipe "
    "felix ferdinand fernando fidel filip francesco francisco franck francois frank franz fred frederick fredrik "
    "friedrich fritz gabriel gareth garry gary geoffrey george georges georgy gerald gerard gerhard gianni gilbert "
    "giorgio giovanni giuseppe gordon graham greg gregory guillaume guillermo gunnar gustav gustavo guy hamid hamish "
    "hans harald harold harry hassan hector heinrich helmut hendrik henri henrik henry herbert herman hernan horst "
    "howard hubert hugh hugo hussein ian ibrahim ignacio igor imran ingmar isaac ismail issouf ivan jack jacob "
    "jacques jaime jair jakob james jan jared javier jeffrey jens jeremy jerome jerry jerzy jim jimmy joachim joe "
    "joel joerg johan johann johannes john jonas jonathan jorge jose josef joseph joshua juan julian julio julius "
    "junichiro jurgen justin karl keith ken kenneth kevin khaled khalid khalifa klaus kofi konrad kurt kwame larry "
    "lars laszlo laurent lawrence leif leo leon leonard leonid leopold leroy lionel lorenzo louis luca lucas luigi "
    "luis lukas magnus mahmoud mahmud malcolm manfred manuel marc marcel marco marcos marcus mario mark marko markus "
    "martin marwan matteo matthew matthias maurice mauricio max maxim mehmet michael michel mick miguel mike mikhail "
    "milan miles miroslav mohamed mohammad mohammed morris moshe muammar muhammad murray mustafa nathan nawaz neil "
    "nelson nestor nicholas nicolas niels nigel nikolai nikos noel norman oleg olivier omar osama oscar oswald otto "
    "pablo paolo patrick paul pavel pedro per peter petr philip philippe pierre piotr rafael rafik rainer ralph ramon "
    "raul raymond recep reinhard rene ricardo richard robert roberto rodrigo roger roland rolf roman ronald rory roy "
    "rudolf rupert ryan saddam salman salvador salvatore samuel scott sean sebastian serge sergei sergey sergio "
    "shimon silvio simon stanislav stefan stephen steve steven stuart sven tariq ted terence terry theo theodore "
    "thierry thomas thorsten tim timothy tobias tom tomas tony trevor umberto uwe vaclav valentin vicente victor "
    "viktor vincent vincenzo vitaly vladimir volodymyr walter warren wayne werner wilhelm willem william winston "
    "wolfgang xavier yasser yevgeny yitzhak youssef yuri yusuf yves zbigniew zoran"
)
FEMALE = listed(
    "aminata kadidia mariam halima gulnara gulnar agata halina zofia rosalia ottilie linnea marika niamh veronique "
    "lucie celeste mirela oana siobhan aoife ciara roisin deirdre maeve orla nuala eilidh catriona morag ailsa "
    "yuki naoko yoko keiko mei priya lakshmi ngozi chiamaka wanjiru nurgul aigul dinara consuelo marites maureen "
    "abigail ada adela adriana agatha agnes aisha alba alejandra alexandra alice alicia alina alison amalia amanda "
    "amelia amina amy ana anastasia angela angelina anita anja ann anna annabel anne anneke annette annika antonia "
    "astrid audrey aurora barbara beatrice beatriz belinda benazir bernadette beth bettina betty beverly birgit "
    "birgitte bridget bridie brigitte camilla carla carmen carol carolina caroline catherine cecilia celia charlotte "
    "cheryl chiara christina christine cindy claire clara claudia clemence condoleezza constance cristina cynthia "
    "dagmar daniela danielle deborah delia diana diane dilma dinara dolores donna dora doris dorothy edith eileen "
    "elaine eleanor elena eleni elisa elisabeth elise elizabeth ella ellen elsa emilia emily emma erica erika "
    "esmeralda esther eugenia eva evelyn fatima fatou fiona flora florence frances francesca frida gabriela gabriella "
    "georgina gerda gertrude gillian gina gisela giulia gloria golda grace greta gretchen gudrun hanna hannah harriet "
    "heather hedwig heidi helen helena helene helga henrietta hilary hilda hillary ilse indira ines ingeborg ingrid "
    "irena irene irina irma isabel isabella isabelle isla jacqueline jana jane janet janine jasmine jeanne jennifer "
    "jenny jessica joan joanna johanna josephine joyce juana judith julia juliana julie juliet kadiatou karen karin "
    "karina karla kate katerina katharina katherine kathleen kathryn katja kirsten klara kristin kristina laila "
    "larissa laura lauren leila lena leonora leticia lida lidia lilian liliana lily linda lisa liv liz lorena louise "
    "lucia lucy ludmila luisa lydia madeleine magdalena maja malala manuela mara marcela margaret margarita margot "
    "maria mariana marianne marie marina marion marisa marjorie marlene marta martha martina mary mathilde matilda "
    "maud maureen megan melanie melissa mercedes mette michelle milena miriam moira mona monica monika muriel nadia "
    "nadine nadja nancy naomi natalia natalie natasha nina nora norma olga olivia ophelia oumou paloma pamela "
    "patricia paula pauline penelope petra philippa phyllis pilar prudence rachel raisa ramona rebecca regina renata "
    "rhoda rita roberta rosa rosalind rose rosemary roxana ruth sabine sabrina sally samantha sandra sara sarah "
    "sheila shirley signe sigrid silvia sinead sofia solveig sonia sonja sophia sophie stefania stella stephanie "
    "susan susana susanne suzanne svetlana sylvia tamara tanja tanya tatiana teresa tessa thelma theresa tina ulrike "
    "ursula valentina valeria valerie vanessa vera veronica vesna victoria viktoria viola violet virginia wanda wendy "
    "wilma winnie yolanda yulia yvette yvonne zara zoe"
)


_HIS = ("ro", "do", "so", "no", "rio", "vio", "slav", "mir", "bert", "ard", "rich", "ius", "uel", "undo", "ando", "tin")
"""Endings of men's names in many countries, and hardly of women's."""
_NEITHER = frozenset(["consuelo", "amparo", "rosario", "rocio", "socorro", "aino", "juno", "dido", "calypso", "charo"])


def genders_by_name(named: Iterable[Named], sentences: Sequence[Sentence]) -> dict[int, str]:
    """Of people whose given name, or a `himself` after the name, shows a man or a woman: he or she."""
    found: dict[int, str] = {}
    for one in named:
        if one.kind is not ActorType.PERSON:
            continue
        texts, last = sentences[one.naming.sentence].words.texts, one.naming.last
        if reflexive := _REFLEXIVES.get(texts[last] if last < len(texts) else ""):
            found[one.actor] = reflexive
        elif one.actor not in found and (gender := gender_of([fold(word) for word in one.name.split()[:-1]])):
            found[one.actor] = gender
    return found


def gender_of(words: Sequence[str]) -> str:
    """He or she, by given names as they are folded; nothing where they do not say."""
    he, she = any(word in MALE for word in words), any(word in FEMALE for word in words)
    if he != she:
        return "he" if he else "she"
    is_his = words and not he and len(words[0]) > 3 and words[0].endswith(_HIS) and words[0] not in _NEITHER
    return "he" if is_his else ""
