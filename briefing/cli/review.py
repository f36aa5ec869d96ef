"""List what the program is unsure of, or judge one of these questions; a no corrects what hangs on it.

examples:
  briefing review                          the open questions, each with its mark and its sentence
  briefing review 3fa9c1 no                the program is wrong there
  briefing review --kind merge --skipped   those that were left for later
  briefing review --json                   with the tally of how often the program was right
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.cli.flags import ALL, add_library, count
from briefing.model.errors import WrongUse
from briefing.model.review import AT_ONCE, Doubt, mark_of
from briefing.model.wording import counted

if TYPE_CHECKING:
    from briefing.cli.deciding import Change
    from briefing.cli.output import Record
    from briefing.library.library import Library
    from briefing.library.review import Unsure
    from briefing.model.review import Question

ANSWERS = ("yes", "no", "skip")
PLAIN = ("mark", "kind", "asks", "cite", "sentence", "answer")
_SHOWN = 6
"""Letters of a mark that are printed; as few as name one question are enough."""
_NEAR = 4
"""Marks that are told where the letters typed begin several."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("mark", nargs="?", metavar="MARK", help="of a question, as it is listed")
    parser.add_argument("answer", nargs="?", choices=ANSWERS, metavar="ANSWER", help="yes, no or skip")
    add_library(parser)
    kinds = [kind.value for kind in Doubt]
    parser.add_argument("--kind", choices=kinds, action="append", default=[], help="only such questions")
    parser.add_argument("--skipped", action="store_true", help="those that were skipped, in place of the open ones")
    most = f"at most N a kind (default {AT_ONCE}), or all"
    parser.add_argument("--limit", metavar="N", type=count, default=AT_ONCE, help=most)


def run(options: argparse.Namespace) -> int:
    """Lists or judges; 1 if nothing is unsure, or nothing changed."""
    from briefing.cli.deciding import decided
    from briefing.cli.libraries import Need

    if options.mark is None:
        return _list(options)
    if options.answer is None:
        raise WrongUse(f"Is it so, what {options.mark} asks?", f"briefing review {options.mark} yes, no or skip")
    return decided(options, lambda _: Need.FINDINGS, lambda library: _change(library, options))


def _list(options: argparse.Namespace) -> int:
    from briefing.cli.libraries import Need, answered, opened
    from briefing.library.review import tallies

    kinds, limit = frozenset(map(Doubt, options.kind)) or frozenset(Doubt), options.limit or ALL
    with opened(options) as (context, library):
        found = answered(
            library, context, Need.FINDINGS, lambda: library.review(kinds, options.skipped, limit + 1)
        )  # one more than asked, to know whether there are more
        shown = [each for kind in Doubt for each in [one for one in found if one.question.kind is kind][:limit]]
        told = {kind.value: tally._asdict() for kind, tally in tallies(library.notebook.answers).items()}
        head = {"tally": told, "shown": len(shown), "more": len(found) > len(shown)}
        context.output.rows(head, "questions", (record_of(each.question) for each in shown), _text, PLAIN)
        if len(found) > len(shown):
            context.output.remark("there are more: --limit all prints them")
        if not found:
            context.output.remark("nothing was skipped" if options.skipped else "nothing is unsure, or all is judged")
        right, wrong = (sum(tally[said] for tally in told.values()) for said in ("right", "wrong"))
        if right + wrong:
            context.output.remark(f"right in {right} of {counted(right + wrong, 'judged question')}")
    return 0 if found else 1


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.deciding import Change
    from briefing.notebook.decisions import answer

    unsure = _meant(library, options)
    question = unsure.question
    changes = {"yes": unsure.yes, "no": unsure.no}.get(options.answer, ())
    made = [*changes, answer(question.kind.value, question.key, options.answer)]
    record = {**record_of(question), "answer": options.answer}
    return Change(made, lambda: [record], _text, PLAIN, "questions")


def _meant(library: Library, options: argparse.Namespace) -> Unsure:
    """The question of a mark, also one that was judged before."""
    found = library.marked_questions(options.mark.lower(), _NEAR)
    if len(found) == 1:
        return found[0]
    if found:
        marks = ", ".join(_mark(each.question) for each in found[:_NEAR])
        raise WrongUse(f"{options.mark} may mean more than one question: {marks}.", "Type more of its mark.")
    raise WrongUse(f"Nothing unsure is marked {options.mark}.", "briefing review lists what is asked.")


def _mark(question: Question) -> str:
    return mark_of(question.kind, question.key)


def record_of(question: Question) -> Record:
    """A question as an object."""
    return {
        "mark": _mark(question),
        "kind": question.kind.value,
        "asks": question.asks,
        "because": question.because,
        "no_means": question.undoes,
        "cite": question.cite,
        "sentence": question.sentence,
        "answer": None,
    }


def _text(record: Record) -> Iterable[str]:
    said = f"  {record['answer']}" if record["answer"] else ""
    yield f"{record['mark'][:_SHOWN]}  {record['asks']}{said}"
    yield f"        {record['because']}; if not, {record['no_means']}"
    yield f"        {record['cite']}  {record['sentence']}"
