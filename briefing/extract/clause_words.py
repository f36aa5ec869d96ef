"""Small closed word classes that the cutting of clauses and the ties look at."""

from __future__ import annotations

DETERMINERS = frozenset("the a an this these those its his her their our my your no any every each another".split())
PREPOSITIONS = frozenset(
    "of to in on at by for with from into over under between among against about through during without within"
    " across near off toward towards via per despite amid upon than".split()
)
ADVERBS = frozenset(
    "not never also then later again already now still often once only finally recently soon both eventually"
    " instead just reportedly formally officially publicly quickly twice yesterday today tomorrow".split()
)
SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
PLURAL_SUBJECTS = frozenset(["they", "we", "i", "you", "who", "people", "men", "women", "police", "both", "which"])
BE = frozenset("is are was were be been being 's 're am".split())
AUXILIARIES = BE | frozenset("has have had do does did will would shall should can could may might must".split())

BARE_PRESENTS = frozenset(
    "report state plan visit work lead run show end start face need control support guard return meet make mean stand"
    " hope want seek back close open claim note stress own use say believe expect think know take give get go come"
    " keep hold live leave remain begin include oppose deny maintain produce employ serve insist argue".split()
)
"""Present forms without -s, most of them nouns too; verbs only after a plural."""
PRESENTS = frozenset(
    "reports states plans visits works leads runs shows ends starts faces needs controls supports guards returns meets"
    " makes means stands hopes wants seeks backs closes opens claims notes owns uses".split()
)
"""Present forms with -s that are plural nouns too."""
SURE_PASTS = frozenset(
    "was were had did went came took began fell rose gave spoke broke chose drove flew grew knew ran saw swore threw"
    " wore became fled said told has is are wrote shook stole sang sank swam bore ate drew forgot hid rode woke".split()
)
"""Never a participle."""

RELATIVE = frozenset(["who", "whom", "whose", "which"])
SUBORDINATE = frozenset(
    "when where while whereas after before although though because since as if unless until whether once".split()
)
PREPOSITION_TOO = frozenset(["after", "before", "since", "as", "until"])
CONDITIONAL = frozenset(["if", "unless", "whether"])
COORDINATE = frozenset(["and", "but", "or", "yet", "so", "then"])

UNREAL = frozenset("would could might may should can".split())
PLANNED = frozenset(
    "due expected scheduled planned plans plan planning set hopes hope hoped wants want wanted intends intend intended"
    " likely ready slated forecast".split()
)
NOT = frozenset("not never n't cannot neither nor hardly".split())
NOBODY = frozenset("no nobody none neither nothing".split())
DENY = frozenset("denied denies deny rejected rejects reject disputed disputes doubted doubts".split())
NO_PROOF = frozenset("evidence sign signs proof indication suggestion doubt question".split())
SHORT_DENIALS = ("n't", "n’t")

MORE_SAYING = frozenset("denied denies deny rejected rejects agreed thought believes believed".split())
"""Beside the lexicon's verbs of saying: what follows `that` is told, not done."""
TIME_PREPOSITIONS = frozenset("in on at by since until before after during from to last next this".split())
