"""Arcs and words that the ties look at; arcs by their names in spaCy's English models."""

from __future__ import annotations

from briefing.extract.clause_words import listed

SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "dative", "iobj", "attr", "oprd")
BEFORE_NOUN = ("poss", "compound", "nummod", "amod", "nmod")
"""Arcs of what stands before a noun: owners, parts of a name, numbers, adjectives."""
COMPLETING = ("xcomp", "pcomp", "acomp", "ccomp", "advcl", "relcl", "csubj", "csubjpass", "parataxis")
"""Arcs to a verb that tells the same deed, where it has no subject of its own."""
SHARING = ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep")
"""Arcs by which a verb without a subject has that of the verb above."""
RELATIVE_TAGS = ("WP", "WDT")

PARTS_OF_TIME = listed(
    "night nights evening morning afternoon day days week weeks weekend month months end start beginning middle half "
    "quarter summer winter spring autumn fall hours hour early late eve rest part year years first second last dawn "
    "close turn"
)
"""Before `of`, or after a time, these are a part of it and not a thing that it dates."""
TAKING_PART = listed("by between with to against from for of including involving")
"""After these a noun phrase names parties: `a bid by X`, `talks with X`."""
OF_EVENT = listed("of between with by involving against")
SETTING = listed("in at during")
"""After these an event or a message gives its time to the verb: `said in a statement sent on Monday`."""
CALLED = listed("called named known identified nicknamed dubbed")
IFS = listed("if unless")
INVERTED = listed("had were should")
LASTING = listed("since until")
"""What has not been since June, was until then; what was not until June, was from then on."""
