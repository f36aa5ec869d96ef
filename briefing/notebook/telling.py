"""An act in a reader's words."""

from __future__ import annotations

from briefing.notebook.act import Act, Do
from briefing.notebook.subject import shortened

_TOLD = {
    Do.READ: "marked {it} as read",
    Do.UNREAD: "marked {it} as unread",
    Do.STAR: "starred {it}",
    Do.UNSTAR: "took the star off {it}",
    Do.TAG: "tagged {it} as {value}",
    Do.UNTAG: "took the tag {value} off {it}",
    Do.NOTE: "noted “{value}” on {it}",
    Do.UNNOTE: "deleted a note on {it}",
    Do.DATE: "dated {it} {value}",
    Do.NO_DATE: "took the date off {it}",
    Do.FOUND_DATE: "gave {it} the date of its file",
    Do.WHEN: "dated {it} {value}",
    Do.NO_WHEN: "took the date off {it}",
    Do.FOUND_WHEN: "gave {it} the date that the rules find",
    Do.UNTIE: "untied {it}",
    Do.TIE: "tied {it} again",
    Do.MERGE: "merged {it} into {into}",
    Do.UNMERGE: "made {it} an actor of its own",
    Do.SPLIT: "split {value} off {it}",
    Do.UNSPLIT: "gave {value} back to {it}",
    Do.RENAME: "renamed {it} to {value}",
    Do.UNRENAME: "gave {it} its own name back",
    Do.RETYPE: "gave {it} the type {value}",
    Do.UNRETYPE: "gave {it} its own type back",
    Do.IGNORE: "ignored {it}",
    Do.UNIGNORE: "showed {it} again",
    Do.PIN: "pinned {it}",
    Do.UNPIN: "took the pin off {it}",
    Do.SAVE: "saved the search {it}",
    Do.UNSAVE: "dropped the saved search {it}",
    Do.VISIT: "looked at {it}",
    Do.ANSWER: "answered {value} on {it}",
    Do.UNDO: "took something back",
}


def tell(act: Act) -> str:
    """`merged Moscow into Russia`; names and texts as they are, on one line."""
    words = "changed a note on {it} to “{value}”" if act.do is Do.NOTE and act.of else _TOLD[act.do]
    value = shortened(act.value)
    if act.do is Do.RETYPE:
        value = value.replace("_", " ")
    return words.format(it=shortened(str(act.subject), 80), value=value, into=shortened(str(act.into)))
