"""Whether a name takes part in what its clause tells, by the words around it: or only owns, locates, describes.

`his deputy left`, `the former chairman of the bank`, `U.S. President X`, `Canadian cents`: none of the names in these
does anything. Each test looks at a few words beside the name.
"""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.clause import Clause
from briefing.extract.clause_times import TIME_NOUNS
from briefing.extract.clause_words import ADVERBS, BE, DETERMINERS, OWNERS, listed
from briefing.extract.hanging import NO_NOUN, hangs_on_noun
from briefing.extract.lexicon import How
from briefing.extract.noun_words import ACTING, EVENTS, KIN, MEMBERS, OFFICIALS, TERMS
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named, Told
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_SCENES = frozenset(["Conference", "Summit", "Forum", "Games", "Festival", "Expo", "Cup", "Congress", "Fair"])
"""In, at or near one of these is a place to be."""
_SIDES = listed("northern southern eastern western central neighbouring neighboring northeastern southeastern nearby")
_NATIVES = listed("Dane Swede Finn Pole Turk Spaniard Briton Icelander Luxembourger")
_LINES = frozenset(["border", "frontier", "road", "line", "bridge", "river", "fence", "distance"])
_GIVING = listed(
    "gave given gives awarded awards handed hands sold sells transferred transfers ceded cedes lent lends delivered "
    "extradited extradites donated donates surrendered granted grants supplied supplies paid pays "
    "apologised apologized offered offers"
)
"""What is given `to` somebody; what is sent or returns goes to a place."""
_HOLDINGS = listed("shares share stake stakes stock bonds investors shareholders")
_GERUND = 6
"""Words from a gerund to a name that belongs to it."""
_GERUND_OF = frozenset(["for", "of", "in", "about", "over"])
_NO_GERUND = frozenset(["during", "including", "following", "according", "morning", "evening", "meeting", "hearing"])
_AFTER_PERSON = listed(
    "administration presidency campaign era doctrine memorial case supporters supporter loyalists loyalist allies ally "
    "aides aide opponents critics backers followers fans voters camp faction"
)
"""`the Clinton administration` is not Clinton."""
_IN_TITLES = frozenset(["of", "for", "and", "the"])
_BESIDE = listed(
    "early late earlier later last next this overnight yesterday today tonight tomorrow alone here there abroad "
    "together again ago"
)
"""Right after a name these are no part of its noun phrase."""
_DEEDS = listed(
    "offensive offensives attack attacks raid raids strike strikes airstrike airstrikes invasion bombing bombardment "
    "shelling incursion assault ambush gunfire blockade"
)
"""`an Israeli raid killed five`: who did it."""
_BECOMES = BE | {"became", "become", "becomes", "remained", "remains", "as"}
_PHRASE = 5
"""Words from a name to the noun it belongs to."""
_BACK = 4
"""Words from a name back to a description that it is a part of."""
_COUNTS = listed(
    "two three four five six seven eight nine ten several many some most hundreds dozens thousands million other"
)
"""`several Norwegians` are not the state."""
_WITHIN = frozenset(["in", "at", "on", "inside", "outside", "near", "within"])


def is_occasion(one: Named) -> bool:
    """`the Congress of Berlin`: a place to be rather than somebody who acts."""
    return len(one.naming.words) > 1 and not _SCENES.isdisjoint(one.naming.words)


def takes_part(told: Told, one: Named) -> bool:
    """Whether this is a doer, a party or somebody acted upon."""
    if not one.naming.ties or one.kind is ActorType.PLACE:
        return False
    if one.kind is ActorType.STATE and _is_somebody(one):
        return False
    one = _before_bracket(told, one)
    if _is_possessive(told, one):
        return _owned_acts(told, one)
    if is_adjunct(told, one) or hangs_on_noun(told, one):
        return False
    if one.kind is ActorType.PERSON:
        return True
    if one.kind is not ActorType.STATE and not is_occasion(one):
        return not _is_scene(told, one)
    if _is_given(told, one):
        return True
    if _is_counted(told, one):
        return False
    head = told.head_of_row(one)
    if head is not one and hangs_on_noun(told, head):
        return False
    return not (_is_setting(told, one) or _is_setting(told, head)) or _is_party(told, head)


def _is_counted(told: Told, one: Named) -> bool:
    """`several Norwegians were hurt`: not the state."""
    if not _is_demonym(one) or not one.naming.surface.endswith("s"):
        return False
    before = [text.lower() for text in told.sentence.words.texts[max(0, one.naming.first - 2) : one.naming.first]]
    return any(word.isdecimal() or word in _COUNTS for word in before)


def _is_somebody(one: Named) -> bool:
    """`The Frenchman`, `a Dane`: one of a people, and not the state."""
    word = bare(one.naming.surface)
    return _is_demonym(one) and (word in _NATIVES or (word.endswith(("man", "woman")) and word[-4:] != "rman"))


def is_inside_gerund(told: Told, clause: Clause, one: Named) -> bool:
    """`X, facing Y's troops, sought`, `its wisdom in returning X was`, `punished it for seizing X`: another deed."""
    texts, first, verb = told.sentence.words.texts, one.naming.first, clause.verb
    if verb < 0:
        return False
    start = max(clause.first, first - _GERUND) if first < verb else max(verb + 1, first - _GERUND)
    for at in range(first - 1, start, -1):
        if not _is_gerund(texts[at]):
            continue
        if texts[at - 1] in _GERUND_OF:
            return True
        return first < verb and texts[at - 1] == "," and told.subject_before(clause, at)
    return False


def _is_gerund(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5 and word.islower() and word not in _NO_GERUND


def _before_bracket(told: Told, one: Named) -> Named:
    """`the Federal Bureau (FBI)`: what stands in brackets takes the part of the name before."""
    first = one.naming.first
    if first < 2 or told.sentence.words.texts[first - 1] != "(":
        return one
    number = told.clauses.of_word[first]
    before = told.named_between(number, first - 2 * _PHRASE, first - 1)
    return next((other for other in before if other.naming.last == first - 1 and other.kind is one.kind), one)


def _is_possessive(told: Told, one: Named) -> bool:
    texts, last = told.sentence.words.texts, one.naming.last
    word = texts[last - 1]
    if one.rule is TieRule.PRONOUN:
        if word.lower() == "her":
            following = texts[last].lower() if last < len(texts) else ""
            return following[:1].isalpha() and following not in NO_NOUN and following not in DETERMINERS
        return word.lower() in OWNERS
    if word != bare(word) and is_whole(one):
        return False
    return word != bare(word) or (word.endswith("s") and texts[last : last + 1] == ["'"])


def is_whole(one: Named) -> bool:
    """`Moody's`: the ending belongs to the name."""
    return one.naming.entry is not None and one.naming.entry.name.endswith("'s")


def _owned_acts(told: Told, one: Named) -> bool:
    """`his forces left`, `Norrin's trial began`: those who act for the owner, or what befalls the owner."""
    naming = one.naming
    clause = told.clauses.found[told.clauses.of_word[naming.first]]
    for word in _phrase_after(told, naming.last):
        if word in EVENTS or word in TERMS:
            return naming.first < clause.verb
        if word in ACTING:
            return one.kind is not ActorType.PERSON
    return False


def _phrase_after(told: Told, at: int) -> list[str]:
    """The words in lower case that go on with the noun phrase of a name."""
    texts, number = told.sentence.words.texts, told.clauses.of_word[at - 1]
    verb = told.clauses.found[number].verb
    found = []
    for word_at in range(at, min(len(texts), at + _PHRASE)):
        word = texts[word_at]
        if word_at == at != verb and word.lower() in TIME_NOUNS:
            continue  # its June offer
        if word in _BESIDE and texts[at - 1] == bare(texts[at - 1]):
            break  # with X early on Tuesday
        if word_at == verb or not word[0].isalpha() or word in NO_NOUN or word in ADVERBS or word[0].isupper():
            break
        found.append(word)
        if word in ACTING or word != bare(word):
            break
    return found


def _is_scene(told: Told, one: Named) -> bool:
    """`in New York Stock Exchange trading`, `at the Arden Trust`: where something happens; not `an attack on X`."""
    texts, at = told.sentence.words.texts, one.naming.first - 1
    if at > 0 and texts[at].lower() in ("the", "a", "an"):
        at -= 1
    if at < 0 or texts[at].lower() not in _WITHIN:
        return False
    if at and texts[at] == "at" and texts[at - 1].lower() in MEMBERS and _is_before_verb(told, at):
        return False  # scientists at X found
    if at and texts[at - 1].lower() in _HOLDINGS and at < told.clauses.found[told.clauses.of_word[at]].verb:
        return False  # shares in X fell
    opens = at == 0 or told.clauses.of_word[at - 1] != told.clauses.of_word[at]
    return opens or (texts[at].lower() != "on" and texts[at - 1].lower() not in EVENTS)


def _is_before_verb(told: Told, at: int) -> bool:
    return at < told.clauses.found[told.clauses.of_word[at]].verb


def is_adjunct(told: Told, one: Named) -> bool:
    """`Canadian cents`, `U.S. President X`, `the FBI chief`, `the Norrin family`: the noun after the name is meant."""
    if one.kind is ActorType.PERSON:
        following = told.sentence.words.texts[one.naming.last : one.naming.last + 1]
        return bool(following) and (following[0] in KIN or following[0] in _AFTER_PERSON)
    texts, last = told.sentence.words.texts, one.naming.last
    if one.rule or last >= len(texts):
        return False
    phrase = _phrase_after(told, last)
    if one.kind is ActorType.STATE and _describes_person(told, one):
        return True
    if one.kind is not ActorType.STATE and not phrase and texts[last][0].isupper() and _names_holder(told, one):
        return True
    if one.kind is not ActorType.STATE:
        return bool(phrase) and phrase[-1] in lexicon.words("roles") and phrase[-1] not in ACTING
    after = last + len(phrase)
    names_holder = after < len(texts) and texts[after][:1].isupper() and after > last - 1
    if not phrase and _names_holder(told, one):
        return True
    if not phrase and _is_demonym(one) and texts[last] in ('"', "“", "`"):
        return True
    if not phrase:
        titled = texts[last] in lexicon.words("titles") or texts[last] in ("President", "Prime", "Foreign", "Secretary")
        return titled or (_is_demonym(one) and texts[last][:1].isupper() and texts[last].isalpha())
    if phrase[-1] in OFFICIALS:
        return names_holder or _holder_apposed(told, one) or _is_predicate(told, one)
    deed = phrase[-1] in _DEEDS and one.naming.first < told.clauses.found[told.clauses.of_word[last - 1]].verb
    return phrase[-1] not in ACTING and not deed


def _names_holder(told: Told, one: Named) -> bool:
    """`U.S. Commerce Secretary X`: titles with a capital lead to a person."""
    texts, last = told.sentence.words.texts, one.naming.last
    after = told.named_between(told.clauses.of_word[last - 1], last + 1, last + _PHRASE)
    if not after or after[0].kind is not ActorType.PERSON or after[0].rule:
        return False
    return all(text[0].isupper() or text in _IN_TITLES for text in texts[last : after[0].naming.first])


def _holder_apposed(told: Told, one: Named) -> bool:
    """`the new U.S. envoy to Arden, Ruth Vane,`"""
    texts, last = told.sentence.words.texts, one.naming.last
    after = told.named_between(told.clauses.of_word[last - 1], last + 1, last + 2 * _PHRASE)
    persons = [other for other in after if other.kind is ActorType.PERSON and not other.rule]
    return bool(persons) and texts[last : persons[0].naming.first].count(",") == 1 and (
        texts[persons[0].naming.first - 1] == ",")  # fmt: skip


def _is_predicate(told: Told, one: Named) -> bool:
    """`X was the Norwegian minister`, `became French president`: tells who the subject is."""
    texts, first = told.sentence.words.texts, one.naming.first
    verb = told.clauses.found[told.clauses.of_word[first]].verb
    begin = first - (texts[first - 1].lower() in DETERMINERS)
    return 0 <= verb < first and texts[begin - 1].lower() in _BECOMES


def _describes_person(told: Told, one: Named) -> bool:
    """`The Senegalese general`, where that is somebody named."""
    first = one.naming.first
    beside = told.named_between(told.clauses.of_word[first], first - _BACK, first + 2)
    return any(
        other.rule is TieRule.DESCRIPTION and other.kind is ActorType.PERSON and first < other.naming.last
        for other in beside
        if other.naming.first <= first + 1
    )


def _is_demonym(one: Named) -> bool:
    return one.naming.entry is not None and one.naming.entry.how is How.DEMONYM


def _is_given(told: Told, one: Named) -> bool:
    """`handed them to X`, `awarded the land to X`: who gets something takes part; not `went to X`."""
    texts, first = told.sentence.words.texts, one.naming.first
    clause = told.clauses.found[told.clauses.of_word[first]]
    if first < 1 or texts[first - 1] != "to" or not 0 <= clause.verb < first - 2:
        return False
    return any(text in _GIVING for text in texts[clause.verb : clause.verb + 4])


def _is_setting(told: Told, one: Named) -> bool:
    """`in northern X`, `the border with X`."""
    if one.naming.scenery:
        return True
    texts, at = told.sentence.words.texts, one.naming.first - 1
    if at > 0 and texts[at].lower() in _SIDES:
        return texts[at - 1].lower() in lexicon.words("before_place")
    return at > 0 and texts[at] in ("with", "of") and texts[at - 1].lower().removesuffix("s") in _LINES


def _is_party(told: Told, one: Named) -> bool:
    """`negotiators from Kazakhstan`, `talks between France and Italy`; not `the border between them`."""
    texts, first = told.sentence.words.texts, one.naming.first
    before, noun = (texts[first - 1], texts[first - 2].lower()) if first > 1 else ("", "")
    return (before == "from" and noun in ACTING) or (before == "between" and noun.isalpha() and noun not in _LINES)
