"""Small closed word classes that the cutting of clauses and the ties look at."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


DETERMINERS = listed("the a an this these those its his her their our my your no any every each another")
PREPOSITIONS = listed(
    "of to in on at by for with from into over under between among against about through during without within "
    "across near off toward towards via per despite amid upon than"
)
ADVERBS = listed(
    "not never also then later again already now still often once only finally recently soon both eventually "
    "instead just reportedly formally officially publicly quickly twice yesterday today tomorrow"
)
OWNERS = frozenset(["his", "her", "its", "their", "whose"])
SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
OWN_SUBJECTS = SUBJECT_PRONOUNS - {"you"}
"""Right before a verb they begin a clause: `the posts they held`, `learned last week he had won`."""
PLURAL_SUBJECTS = listed("they we i you who people men women police both which")
BE = listed("is are was were be been being 's 're am")
AUXILIARIES = BE | listed("has have had do does did will would shall should can could may might must")

BARE_PRESENTS = listed(
    "report state plan visit work lead run show end start face need control support guard return meet make mean "
    "stand hope want seek back close open claim note stress own use say believe expect think know take give get "
    "go come keep hold live leave remain begin include oppose deny maintain produce employ serve insist argue "
    "blame fear suspect call continue quote dispute watch follow carry target demand promise attack fight praise offer "
    "play cause host cover reach pass lack push press form contain provide vary stop kill vote"
)
"""Present forms without -s, most of them nouns too; verbs only after a plural."""
PRESENTS = listed(
    "reports states plans visits works leads runs shows ends starts faces needs controls supports returns "
    "meets makes means stands hopes wants seeks backs closes opens claims notes owns uses calls offers aims marks "
    "features hosts suffers estimates plays turns rests benefits highlights falls draws drives holds remains condemns "
    "praises outlines moves heads chairs rises issues keeps loses brings expands passes lies breaks drops approaches "
    "ranks accounts"
)
"""Present forms with -s that are plural nouns too."""
BLAMING = listed(
    "accused accuses accuse blamed blames blame rebuked rebukes criticised criticises criticized criticizes "
    "praised praises thanked thanks fined fines jailed jails punished punishes sued sues charged charges arrested "
    "arrests convicted convicts suspected suspects cleared clears acquitted censured scolded condemned "
    "condemns sentenced"
)
"""What comes after `of` or `for` is then the deed of the one who is blamed."""
TRANSITIVE = listed(
    "orders bans signs names fires charges strikes attacks raids sentences launches halts cuts boosts quits blocks "
    "crosses fines demands beats defeats wins elects jails frees arrests sets shuts lists swaps hands grants awards "
    "lifts eases bars sacks votes"
)
"""Forms in -s of verbs that take an object, most of them plural nouns too: between two names they are verbs."""
SURE_PASTS = listed(
    "was were had did went came took began fell rose gave spoke broke chose drove flew grew knew ran saw swore threw "
    "wore became fled said told has is are wrote shook stole sang sank swam bore ate drew forgot hid rode woke met "
    "sat stood died arrived traveled travelled resulted acted retaliated complied disagreed marched clashed "
    "campaigned exploded landed collapsed crashed voted happened occurred emerged erupted appeared disappeared "
    "remained belonged lasted departed deteriorated escalated resigned protested rallied lived stayed worked talked "
    "jumped soared plunged plummeted tumbled climbed surged slipped complained apologised apologized cooperated "
    "collaborated participated vanished responded reacted struggled seemed looked listened waited existed persisted "
    "prevailed coincided culminated intervened deserted defected migrated abstained"
)
"""Never a participle."""
TO_DO = listed(
    "agreed decided refused tried failed pledged threatened promised offered continued began managed wanted hoped "
    "attempted sought declined hesitated intended resolved struggled rushed proceeded opted chose ceased undertook"
)
"""Before `to` with a verb these tell what somebody does: `agreed to leave`, no `plan agreed to`."""

RELATIVE = frozenset(["who", "whom", "whose", "which"])
SUBORDINATE = listed(
    "when where while whereas after before although though because since as if unless until whether once"
)
PREPOSITION_TOO = frozenset(["after", "before", "since", "as", "until"])
CONDITIONAL = frozenset(["if", "unless", "whether"])
COORDINATE = frozenset(["and", "but", "or", "yet", "so", "then"])

UNREAL = frozenset(["would", "could", "might", "may", "should", "can"])
PLANNED = listed(
    "due expected scheduled planned plans plan planning set hopes hope hoped wants want wanted intends intend "
    "intended likely ready slated forecast"
)
NOT = frozenset(["not", "never", "n't", "cannot", "neither", "nor", "hardly"])
NOBODY = frozenset(["no", "nobody", "none", "neither", "nothing"])
DENY = listed("denied denies deny doubted doubts disputed disputes rejected rejects reject")
NO_PROOF = frozenset(["evidence", "sign", "signs", "proof", "indication", "suggestion", "doubt", "question"])
SHORT_DENIALS = ("n't", "n’t")

MORE_SAYING = listed("denied denies deny rejected rejects doubted doubts disputed agreed thought believes believed")
"""Beside the lexicon's verbs of saying: what follows `that` is told, not done."""
TELL = listed("told tells tell informed informs warned warns assured reminded")
NEEDS_THAT = listed(
    "announced announces reported reports report confirmed confirms revealed disclosed recalled wrote declared "
    "declares testified asked replied stated states explained explains"
)
"""After these a noun phrase is mostly their object."""
TIME_PREPOSITIONS = listed("in on at by since until before after during from to last next this")
HEARING = listed("court jury inquest inquiry tribunal hearing panel magistrates jurors committee")
"""Before `heard`: what a court heard, others say."""
CONTROLLED = frozenset(["as", "of", "from", "for"])
"""Between an object and what it does: `accused X of killing`."""
STATES = listed(
    "fell falls lies lay stands stood sits sat saw sees became becomes grew grows remains remained lost suffered "
    "has had have hosts hosted boasts houses housed looks looked seemed seems got gets"
)
"""What a place may do without anybody acting."""


def is_heard(low: list[str], verb: int) -> bool:
    """`a jury heard`, `Arden Crown Court heard`: somebody says it there."""
    return low[verb] == "heard" and verb > 0 and low[verb - 1] in HEARING
