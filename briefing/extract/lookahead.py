"""What the words ahead show before a clause is cut: a verb, a speaker, an aside."""

from __future__ import annotations

from briefing.extract import clause_words as cw
from briefing.extract import lexicon
from briefing.extract.clause_times import TIME_NOUNS, points_to_time
from briefing.extract.verb_forms import is_adverb
from briefing.model.frozen import frozen

SIGNS = frozenset([";", "—", "–", ":"])
ASIDE = 8
"""Words of an aside between commas, at most."""
REACH = 14
"""Words within which the verb of a clause must follow its opening."""


_NAMING = frozenset(["called", "calls", "call", "considered", "deemed"])
_AFTER_TIME = frozenset(["that", "whether", "if", "he", "she", "they", "about", ",", ".", "why", "how"])
"""`asked that evening whether`: the time of saying, not what is said."""
_MEASURES = frozenset(["twice", "half", "double", "all"])
_NO_GERUND = frozenset(["acting", "during", "morning", "evening"])
"""`sworn in as acting chief`"""
_JOINTS = cw.COORDINATE | cw.SUBORDINATE | cw.RELATIVE | cw.PREPOSITIONS | {"that", "what", "how", "why"}
_CLOSED = cw.SUBORDINATE | cw.RELATIVE | SIGNS | {"that"}


@frozen
class Lookahead:
    """The words of a sentence, in lower case too, and which of them are finite verbs."""

    texts: list[str]
    low: list[str]
    finite: list[bool]

    def verb_within(self, at: int, reach: int) -> bool:
        """A finite verb, with nothing but adverbs before it."""
        for ahead in range(at, min(len(self.texts), at + reach)):
            if self.finite[ahead]:
                return True
            if not is_adverb(self.low[ahead]):
                return False
        return False

    def clause_ahead(self, at: int, reach: int = REACH, *, to_comma: bool = True) -> bool:
        """A finite verb before the next joint."""
        for ahead in range(at, min(len(self.texts), at + reach)):
            if self.finite[ahead]:
                return not (to_comma and ahead > at + 1 and self.low[ahead - 1] in ("and", "but"))
            word = self.low[ahead]
            is_joint = (word in cw.RELATIVE or word == "that") and ahead > at
            if is_joint or word in SIGNS or (word == "," and to_comma):
                return False
        return False

    def is_pointing(self, at: int) -> bool:
        """`after that`, `called that a slander`: a pronoun and no joint."""
        before, following = self.low[at - 1], self.low[at + 1 : at + 2]
        if points_to_time(self.low, at) or self.texts[at + 1 : at + 2] == ["March"]:
            after = self.low[at + 2 : at + 3]
            if before not in lexicon.verbs("say") or (after and after[0] in _AFTER_TIME):
                return True
        if before in _NAMING and following in (["a"], ["an"]):
            return True
        return before in cw.PREPOSITIONS or before in cw.TIME_PREPOSITIONS or before in _MEASURES

    def is_adverbial(self, at: int) -> bool:
        """`as well as`, `who once settled`, `has since left`, `after whose death`: no clause begins here."""
        word, before, following = self.low[at], self.low[at - 1], self.low[at + 1 : at + 2]
        if (word == "as" and before in ("well", "such", "same")) or (following and following[0] in cw.RELATIVE):
            return True
        if following and (following[0] in cw.COORDINATE or following[0] in (",", ".")):
            return True  # flies home the day after and meets
        if word == "because" and following == ["of"]:
            return True
        if word == "once":
            return bool(following) and self.finite[at + 1]
        return word == "since" and before in ("has", "have", "had")

    def after_hearer(self, at: int) -> bool:
        """`told reporters the rebels left`: a second noun phrase begins, and a verb follows."""
        before = self.low[at - 1]
        if before in cw.DETERMINERS or before in cw.PREPOSITIONS or before in cw.COORDINATE or before == ",":
            return False
        begins = self.low[at] in cw.DETERMINERS or self.low[at] in cw.SUBJECT_PRONOUNS or self.low[at] == "there"
        hearers = before in TIME_NOUNS or (before.endswith("s") and self.texts[at - 1].islower())
        named = self.texts[at][0].isupper() and hearers
        begins = begins or (named and self.low[at] not in TIME_NOUNS)
        return begins and self.clause_ahead(at)

    def tells(self, verb: int) -> bool:
        """Whether what follows a verb may be what somebody says."""
        group = self.low[verb : verb + 4]
        return any(word in lexicon.verbs("say") or word in cw.MORE_SAYING or word in cw.TELL for word in group)

    def after_aside(self, at: int) -> int:
        """`and, from 1958, began`: past the commas that stand right after the joint."""
        if self.low[at : at + 1] != [","]:
            return at
        for ahead in range(at + 1, min(len(self.low), at + ASIDE)):
            if self.low[ahead] == ",":
                return ahead + 1
        return at

    def pronoun_after_comma(self, at: int) -> bool:
        """`and in December 1990, at 66, she was`."""
        return any(
            self.low[ahead - 1] == "," and self.low[ahead] in cw.SUBJECT_PRONOUNS and self.clause_ahead(ahead, 4)
            for ahead in range(at + 1, min(len(self.low), at + REACH))
        )

    def is_aside(self, at: int) -> bool:
        """`By the summer, X said, the firm was`: who says it, between commas."""
        for ahead in range(at, min(len(self.low) - 1, at + ASIDE)):
            if self.finite[ahead]:
                rest = self.low[ahead + 1 : ahead + 5]
                return ahead > at and self.low[ahead] in lexicon.verbs("say") and "," in rest
            if self.low[ahead] == "," or self.low[ahead] in SIGNS or self.low[ahead] in cw.RELATIVE:
                return False
        return False

    def controls(self, at: int) -> bool:
        """`accused X of killing Y`, `barred her from leaving`: the object of one verb does the next."""
        is_object = self.texts[at - 1][0].isupper() or self.low[at - 1] in ("him", "her", "them", "it")
        return is_object and self.is_gerund(at + 1) and self.low[at - 1] not in ("i", "we")

    def is_gerund(self, at: int) -> bool:
        """Whether the form in -ing of a verb stands here; `king` and `thing` are too short for one."""
        word = self.low[at] if at < len(self.low) else ""
        return len(word) > 5 and word.endswith("ing") and word not in _NO_GERUND

    def is_year(self, at: int) -> bool:
        """Whether a year stands here: `since 1993` opens no clause."""
        return at < len(self.low) and len(self.low[at]) == 4 and self.low[at].isdigit()

    def begins_contact(self, at: int) -> bool:
        """`the positions they held`: a pronoun right after a noun begins a clause."""
        before = self.low[at - 1]
        if self.low[at] not in cw.OWN_SUBJECTS or before in _JOINTS or not self.texts[at - 1].islower():
            return False
        if before in cw.DENY:
            return False
        return self.verb_within(at + 1, 2)

    def _name_end(self, at: int, most: int = 5) -> int:
        """Where the words with a capital end that begin here."""
        end = at
        while end < len(self.texts) and end - at < most and self.texts[end][0].isupper():
            end += 1
        return end

    def _comma_ahead(self, at: int, reach: int) -> int:
        """The next comma, if no finite verb stands before it; else 0."""
        for ahead in range(at, min(len(self.low), at + reach)):
            if self.finite[ahead] or self.low[ahead] == ",":
                return 0 if self.finite[ahead] else ahead
        return 0

    def is_apposed(self, at: int) -> bool:
        """`by its leader, Abel Norrin,`: a name alone between commas goes on with the words before."""
        end = self._name_end(at, 4)
        return end > at and self.texts[end : end + 1] in ([","], ["."])

    def is_named_subject(self, at: int) -> bool:
        """`The firm that runs it, Arden Trust, was fined`: a name alone between commas, and the verb."""
        end = self._name_end(at)
        return end > at and self.texts[end : end + 1] == [","] and end + 1 < len(self.texts) and self.finite[end + 1]

    def name_with_aside(self, at: int) -> bool:
        """`and Ruth Vane, then in her first year, came`: a name, something between commas, a verb."""
        end = self._name_end(at, 4)
        if end == at or self.texts[end : end + 1] != [","]:
            return False
        for ahead in range(end + 1, min(len(self.texts), end + REACH)):
            if self.low[ahead] == ",":
                return self.verb_within(ahead + 1, 2)
            if self.finite[ahead] or self.low[ahead] in SIGNS:
                return False
        return False

    def apposed_subject(self, at: int) -> bool:
        """`after his clerk, Ruth Vane, wept`: a noun phrase, a name between commas, and the verb."""
        comma = self._comma_ahead(at, ASIDE)
        if not comma or not _JOINTS.isdisjoint(self.low[at:comma]):
            return False
        end = self._name_end(comma + 1)
        return end > comma + 1 and self.texts[end : end + 1] == [","] and self.verb_within(end + 1, 2)

    def subject_with_aside(self, at: int) -> bool:
        """`the raids by the police, in Arden, took`, `X, who had left, came`: a noun phrase, an aside, the verb."""
        comma = self._comma_ahead(at, REACH)
        if not comma or not _CLOSED.isdisjoint(self.low[at:comma]):
            return False
        second = next((n for n in range(comma + 1, min(len(self.low) - 1, comma + REACH)) if self.low[n] == ","), 0)
        if not second:
            return False
        relative = self.low[comma + 1] in cw.RELATIVE
        return self.finite[second + 1] and (relative or True not in self.finite[comma:second])

    def speaker_with_aside(self, at: int) -> bool:
        """`as a guards' union, the GGU, claimed`: who says it, with a name between commas."""
        comma = self._comma_ahead(at, ASIDE)
        if not comma:
            return False
        second = next((n for n in range(comma + 1, min(len(self.low) - 1, comma + 5)) if self.low[n] == ","), 0)
        return bool(second) and self.finite[second + 1] and self.low[second + 1] in lexicon.verbs("say")

    def speaker_ahead(self, at: int) -> bool:
        """`..., the port authority said on Tuesday`, `..., said X`."""
        for ahead in range(at, min(len(self.texts), at + 9)):
            if self.finite[ahead]:
                return self.low[ahead] in lexicon.verbs("say") or cw.is_heard(self.low, ahead)
            if self.low[ahead] == ",":
                return ahead > at and self.named_speaker(ahead + 1)
            if self.low[ahead] in cw.RELATIVE or self.low[ahead] in SIGNS:
                return False
        return False

    def named_speaker(self, at: int) -> bool:
        """`..., his clerk, Ruth Vane, said`: a name alone between commas, and a verb of saying."""
        end = self._name_end(at)
        says = self.low[end + 1] if end + 1 < len(self.low) else ""
        return (
            end > at and bool(says) and self.low[end] == "," and self.finite[end + 1] and says in lexicon.verbs("say")
        )
