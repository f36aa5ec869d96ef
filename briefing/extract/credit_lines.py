"""Lines that only say who wrote, took or broadcast an article: nobody in them acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.naming import Naming, Sentence
from briefing.extract.words import bare
from briefing.model.text import Paragraph, Region

_LONGEST = 24
_LONGEST_SIGNATURE = 14
_EDGE = 3
"""Paragraphs at either end of a story among which it may be signed."""
_PLAIN = (Region.BODY, Region.HEADING)
_CLOSING = frozenset(".!?")
_SIGNS = frozenset("/|,-–—()[]:&@.'’")
_MADE = listed("produced written compiled filed translated prepared edited")
_MAKERS = listed("editor correspondent reporter columnist writer journalist blogger freelance")
_ITSELF = listed("report reporting article story piece dispatch")
_LAST_WORD = 8
"""Words of what may still follow below a signature: `First published in May.`"""
_TITLE = 4
"""Words of a reporter's title."""
_HEARD = listed("told tells telling")
_PASSING = _HEARD | {"Correspondent"}
_OUTLETS = listed(
    "Herald Times Post Gazette News Wire Courier Chronicle Telegraph Journal Tribune Radio Television Dispatch "
    "Argus Echo Guardian Bulletin Agency Newswire"
)
_MATERIAL = listed("material files reporting input contributions additional")
_CLUES = listed(
    "contributed reported reached contacted was is Listen contact Contact enquiries Enquiries inquiries : covers told "
    "With files @ Subscribe newsletter"
)
"""Without one of these a sentence does not say who made the article."""
_CONTACT = listed("contact contacts enquiries inquiries")


def is_credit(texts: Sequence[str]) -> bool:
    """`By Ann Wray in Arden`, `Reporting by Ann Wray; editing by ...`, `Ann Wray, VOA News.`."""
    if len(texts) > _LONGEST or len(texts) < 3:
        return False
    first = texts[1].lower() if texts[0] in ("(", "[") and len(texts) > 1 else texts[0].lower()
    opens = first in lexicon.words("credit_openers") and any(text.lower() in ("by", ":") for text in texts[:4])
    if not opens and not _signs_off(texts):
        return False
    small = lexicon.words("credit_words")
    return all(not text[0].islower() or text.lower() in small for text in texts[1:])


def _signs_off(texts: Sequence[str]) -> bool:
    """A name, a comma and an outlet."""
    if "," not in texts[1:5] or not texts[0][0].isupper():
        return False
    known = lexicon.gazetteer()
    return any(entry.is_media for text in texts[2:] for _, entry in known.get(text, ()))


def may_be_told(texts: Sequence[str]) -> bool:
    """Whether a sentence has a word beside which somebody may only pass words on."""
    return not _PASSING.isdisjoint(texts)


def is_told(texts: Sequence[str], naming: Naming) -> bool:
    """`told Reuters`, `told the Calder Herald`, `as Halden Radio Correspondent Ann Wray reports`: who passes it on."""
    for text in texts[naming.last : naming.last + _TITLE]:
        if text == "Correspondent":
            return True  # VOA West Africa Correspondent Ann Wray
        if not text[0].isupper():
            break
    first = naming.first - (naming.first > 0 and texts[naming.first - 1].lower() == "the")
    if first < 1 or texts[first - 1] not in _HEARD:
        return False
    return naming.entry.is_media if naming.entry else naming.words[-1] in _OUTLETS


def signed(sentences: Sequence[Sentence], paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The numbers of the sentences that only say who made the article: at its head, its foot, or in so many words."""
    if not sentences:
        return frozenset()
    found = {
        number
        for order in (range(len(sentences)), range(len(sentences) - 1, -1, -1))
        for number in _bare_lines(sentences, order)
        if paragraphs[sentences[number].paragraph].region in _PLAIN
    }
    last = sentences[-1].paragraph
    views = {one.paragraph for one in sentences if last - one.paragraph < _EDGE and _is_own_view(one.words.texts)}
    found.update(number for number, one in enumerate(sentences) if one.paragraph in views)
    for number in range(len(sentences) - 1, -1, -1):
        if last - sentences[number].paragraph >= _EDGE:
            break
        if _tells_maker(sentences, number):
            found.add(number)
    return frozenset(found)


def _is_own_view(texts: Sequence[str]) -> bool:
    """`The views are her own.`"""
    return "own" in texts[-3:] and "views" in (text.lower() for text in texts[:4]) and len(texts) < _LONGEST_SIGNATURE


def _bare_lines(sentences: Sequence[Sentence], order: range) -> Iterator[int]:
    """From one end of the story, lines of names without a verb and without a stop, up to the first line of prose.

    Above a last word to the reader (`First published in May.`) such a line signs the story if it alone has the name.
    """
    first = sentences[order[0]].paragraph
    is_above = False
    for number in order:
        texts = sentences[number].words.texts
        at_foot = order.step < 0
        if abs(sentences[number].paragraph - first) >= _EDGE:
            return
        if is_above:
            if texts[-1] not in _CLOSING and _is_signature(texts) and not _is_named(sentences, number, texts):
                yield number
            return
        if texts[-1] not in _CLOSING:
            if _is_signature(texts):
                yield number
        elif at_foot and texts[-1] == "." and "," in texts[1:6] and _is_signature(texts):
            yield number  # Ann Wray, for Halden News, Calder.
        elif at_foot and len(texts) <= _LAST_WORD:
            is_above = True
        else:
            return


def _is_signature(texts: Sequence[str]) -> bool:
    """`Ann Wray / Halden Wire`, `(Calder Post, 3 March 2021)`, `Ann Wray reports from Calder`."""
    if len(texts) > _LONGEST_SIGNATURE or not any(text[0].isupper() for text in texts):
        return False
    numbers = [text for text in texts if text[0].isdecimal()]
    if numbers and not any(len(text) == 4 for text in numbers) and lexicon.words("days").isdisjoint(texts):
        return False  # Rovers 3, Wanderers 1
    small = lexicon.words("credit_words") | lexicon.words("particles")
    return all(
        text[0].isupper() or text[0].isdecimal() or text in _SIGNS or text.lower() in small or before == "@"
        for before, text in pairwise(["", *texts])
    )


def _tells_maker(sentences: Sequence[Sentence], number: int) -> bool:
    """`Ann Wray contributed to this report.`, `Ann Wray is the Post's transport editor.`, `Press contact: Ann Wray`."""
    texts = sentences[number].words.texts
    if texts[0].islower() and texts[1:2] == ["/"] and len(texts) < _LONGEST_SIGNATURE:
        return True  # aw/rv (Halden Wire)
    if len(texts) > _LONGEST or not texts[0][0].isupper() or _CLUES.isdisjoint(texts):
        return False
    low = [bare(text).lower() for text in texts]
    if low[0] in ("this", "the") and low[1:2] and low[1] in _ITSELF:
        return low[2:3] == ["was"] and not _MADE.isdisjoint(low[3:6])
    if low[:2] in (["the", "writer"], ["the", "author"]) or low[:2] == ["listen", "to"]:
        return "is" in low or low[0] == "listen"
    if low[:2] in (["subscribe", "to"], ["our", "newsletter"]) or (low[0] == "source" and low[1:2] == [":"]):
        return True
    if low[:3] == ["as", "told", "to"] or (
        low[0] == "with" and low[1:2] and low[1] in _MATERIAL and "from" in low[2:4]
    ):
        return True
    if "contact" in low[:3] or not _CONTACT.isdisjoint(low[:3]):
        return ":" in low[:5] or any("@" in text for text in texts)
    end = next((at for at, text in enumerate(texts) if text[0].islower() and text != "and"), 0)
    if not end or end > 6:
        return False
    if low[end] == "contributed":
        return not _ITSELF.isdisjoint(low[end + 1 : end + 5])
    if low[end : end + 2] == ["reported", "from"]:
        return number == len(sentences) - 1
    if low[end : end + 3] == ["can", "be", "reached"] or low[end : end + 3] == ["can", "be", "contacted"]:
        return True
    below = len(sentences) - number - 1
    is_last = below < _EDGE and all(len(one.words.texts) <= _LAST_WORD for one in sentences[number + 1 :])
    if low[end] == "covers" and "for" in low[end:] and is_last:
        return not _is_named(sentences, number, texts[end - 1 : end])
    is_maker = low[end] == "is" and not _MAKERS.isdisjoint(low[end + 1 :])
    return is_maker and is_last and not _is_named(sentences, number, texts[end - 1 : end])


def _is_named(sentences: Sequence[Sentence], number: int, words: Sequence[str]) -> bool:
    """Whether the story has one of the two first words with a capital anywhere else."""
    names = [word for word in words if word[0].isupper()][:2]
    return any(word in one.words.texts for at, one in enumerate(sentences) if at != number for word in names)
