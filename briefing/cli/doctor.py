"""Check libraries, settings, keys, themes and the terminal, and say what is wrong.

Every index is read whole and compared with its checksums; --quick leaves that out. Where two machines decided
differently about the same thing, it says which decision holds.

examples:
  briefing doctor
  briefing doctor --adopt ~/old/news --in ~/news      the folder was moved: take over what you noted of it
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefing.cli.output import Record, Shape, dump, safe_line

if TYPE_CHECKING:
    from briefing.cli.context import Context
    from briefing.library.registry import LibraryInfo
    from briefing.notebook.conflicts import Conflict

PROBLEMS_SHOWN = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    from briefing.cli.flags import add_library

    parser.add_argument("--quick", action="store_true", help="do not read the indexes through")
    parser.add_argument(
        "--adopt", metavar="OLD", help="take over your own work on a library that was moved: its old folder, or its id"
    )
    add_library(parser)


def run(options: argparse.Namespace) -> int:
    """Prints what it found; 5 where an index is damaged, 2 where a file of the user's is at fault, else 0."""
    from briefing.cli.context import prepare

    context = prepare(options)
    if options.adopt:
        from briefing.cli.adopting import adopt

        return adopt(options.adopt, options.paths, context)
    libraries = [_library(info, context, quick=options.quick) for info in _infos(context)]
    faults = [*(str(each) for each in context.notices), *_theme_faults(context)]
    report: Record = {
        "versions": _versions(),
        "terminal": _terminal(context),
        "extractor": _extractor(context),
        "places": _places(context),
        "faults": faults,
    }
    if context.output.shape is Shape.TEXT:
        for line in _lines(report, libraries, _orphans(context)):
            print(safe_line(line))
    elif context.output.shape is Shape.JSON:
        print(dump({"format": 1, **report, "libraries": libraries, "notes_only": _orphans(context)}, indent=2))
    else:
        context.output.rows({}, "libraries", libraries, lambda _: (), ("id", "name", "cache_bytes", "gone", "state"))
    if any(each["state"] == "damaged" for each in libraries):
        return 5
    return 2 if faults else 0


def _infos(context: Context) -> list[LibraryInfo]:
    from briefing.library.registry import list_libraries

    return list_libraries(context.places)


def _library(info: LibraryInfo, context: Context, *, quick: bool) -> dict[str, Any]:
    from briefing.cli.verify import find_faults
    from briefing.library.library import Library
    from briefing.model.errors import BriefingError

    library = Library(info.roots, context.places, context.settings)
    state, why, counts, problems, engine, advice = "whole", "", {}, [], "", ""
    conflicts: list[dict[str, str]] = []
    try:
        status = library.status()
        counts = {"articles": status.articles, "undated": status.undated, "searchable": status.searchable}
        engine, advice = library.engine(), library.advice()
        problems = [{"path": each.path, "why": each.why} for each in library.problems()]
        conflicts = [_conflict(each) for each in library.notebook.conflicts()]
        faults = [] if quick else find_faults(library.cache)
        state, why = ("damaged", "; ".join(faults)) if faults else ("not checked" if quick else "whole", "")
    except BriefingError as error:
        state, why = "damaged", error.title
    finally:
        library.close()
    return {
        "id": info.id,
        "name": info.name,
        "roots": [str(root) for root in info.roots],
        "gone": info.gone,
        "opened": info.opened,
        "cache_bytes": info.cache_bytes,
        "notebook_bytes": info.notebook_bytes,
        "state": state,
        "why": why,
        "engine": engine,
        "advice": advice,
        **counts,
        "problems": problems,
        "conflicts": conflicts,
    }


def _conflict(found: Conflict) -> dict[str, str]:
    """Two machines' decisions about the same thing; the first one holds."""
    return {
        "kept": found.kept.told,
        "kept_at": found.kept.when.isoformat(timespec="seconds"),
        "kept_by": found.kept.by,
        "lost": found.lost.told,
        "lost_at": found.lost.when.isoformat(timespec="seconds"),
        "lost_by": found.lost.by,
    }


def _orphans(context: Context) -> list[str]:
    """Notebooks of libraries that have no cache (any more): kept, since they are the reader's own."""
    known = {info.id for info in _infos(context)}
    try:
        return sorted(each.name for each in context.places.data.iterdir() if each.is_dir() and each.name not in known)
    except OSError:
        return []


def _theme_faults(context: Context) -> list[str]:
    from briefing.model.errors import SettingsError
    from briefing.settings.themes import load_theme, load_themes

    faults = [str(each) for each in load_themes(context.places)[1]]
    try:
        load_theme(context.settings.theme, context.places)
    except SettingsError as error:
        faults.append(error.title)
    return list(dict.fromkeys(faults))


def _versions() -> dict[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    from briefing import __version__
    from briefing.search.registry import EXTRAS

    found = {"briefing": __version__, "python": sys.version.split()[0]}
    needed = ("textual", "rich", "whoosh", "python-dateutil", "platformdirs", "filelock", "charset-normalizer")
    for name in (*needed, *EXTRAS.values()):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed" if name in EXTRAS.values() else "missing"
    return found


def _terminal(context: Context) -> dict[str, Any]:
    from briefing.settings.terminal import decide_colours, draws_ascii, is_dumb

    encoding = getattr(sys.__stderr__, "encoding", None)
    return {
        "term": os.environ.get("TERM", ""),
        "is_terminal": sys.stdin.isatty() and sys.stderr.isatty(),
        "full_screen": not is_dumb(os.environ),
        "encoding": encoding,
        "drawing": "ASCII" if draws_ascii(context.settings.ascii, encoding) else "Unicode",
        "colours": decide_colours(context.settings.colour, os.environ).value,
        "ssh": bool(os.environ.get("SSH_CONNECTION")),
    }


def _extractor(context: Context) -> dict[str, Any]:
    """Which extractor the settings name and which is used; what keeps the others from being used here."""
    from briefing.extract.registry import names, why_absent

    absent = {name: why for name in names() if (why := why_absent(name))}
    wanted = context.settings.extractor
    used = "rules" if wanted in absent or wanted not in names() else wanted
    return {"wanted": wanted, "used": used, "here": [name for name in names() if name not in absent], "absent": absent}


def _places(context: Context) -> dict[str, str]:
    places = context.places
    return {
        "settings": context.settings_file,
        "keys": str(places.keymap_file),
        "themes": str(places.themes),
        "state": str(places.state),
        "cache": str(places.cache),
        "data": str(places.data),
        "log": str(places.log_file),
    }


def _lines(report: Record, libraries: list[dict[str, Any]], orphans: list[str]) -> Iterator[str]:
    yield "versions   " + "  ".join(f"{name} {number}" for name, number in report["versions"].items())
    terminal = report["terminal"]
    yield (
        f"terminal   TERM={terminal['term'] or 'unset'}  colours {terminal['colours']}  {terminal['drawing']} drawing"
        f"  encoding {terminal['encoding']}" + ("" if terminal["is_terminal"] else "  (not a terminal here)")
    )
    extractor = report["extractor"]
    yield f"extractor  {extractor['used']}  (here: {', '.join(extractor['here'])})"
    yield from (f"           {why}" for why in extractor["absent"].values())
    yield from (f"{name:<9}  {path}" for name, path in report["places"].items())
    for fault in report["faults"]:
        yield f"fault      {fault}"
    if not libraries:
        yield "libraries  none yet"
    for each in libraries:
        yield from _library_lines(each)
    yield from (
        f"notes only {each}: your own work on a library that has no index now; --adopt takes it over"
        for each in orphans
    )


def _library_lines(each: Record) -> Iterator[str]:
    gone = "  (its folder is gone: “briefing forget” deletes what is kept)" if each["gone"] else ""
    yield ""
    yield f"library    {each['id']}  {each['name']}{gone}"
    yield from (f"           {root}" for root in each["roots"])
    size, notes = each["cache_bytes"] / 1e6, each["notebook_bytes"]
    yield f"           index {size:.1f} MB ({each['state']}), own work {notes} bytes" + (
        f": {each['why']}" if each["why"] else ""
    )
    if each["engine"]:
        yield f"           search engine {each['engine']}"
    if each["advice"]:
        yield f"           {each['advice']}"
    if "articles" in each:
        yield f"           {each['articles']} articles, {each['undated']} undated, {each['searchable']} searchable"
    problems = each["problems"]
    for problem in problems[:PROBLEMS_SHOWN]:
        yield f"           not read: {problem['path']}: {problem['why']}"
    if len(problems) > PROBLEMS_SHOWN:
        yield f"           and {len(problems) - PROBLEMS_SHOWN} more: --json lists them"
    conflicts = each["conflicts"]
    for found in conflicts[:PROBLEMS_SHOWN]:
        yield (
            f"           two machines: {found['kept']} ({found['kept_by']}, {found['kept_at']}) holds,"
            f" not: {found['lost']} ({found['lost_by']}, {found['lost_at']})"
        )
    if len(conflicts) > PROBLEMS_SHOWN:
        yield f"           and {len(conflicts) - PROBLEMS_SHOWN} more: --json lists them"
