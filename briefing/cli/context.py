"""What a verb works with: places, settings with their origins, and the output asked for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefing.cli.output import Output, Shape
from briefing.model.frozen import frozen, replace
from briefing.model.typed import TYPE_CHECKING
from briefing.settings.load import Loaded, read_settings
from briefing.settings.notice import Notice
from briefing.settings.places import Places, find_places
from briefing.settings.schema import Settings

if TYPE_CHECKING:
    import argparse


@frozen
class Context:
    """One run of the command."""

    places: Places
    settings: Settings
    output: Output
    notices: tuple[Notice, ...] = ()
    origins: Mapping[str, str] = MappingProxyType({})
    settings_file: str = ""
    asks: bool = True
    """Whether a question may be asked at a terminal."""


def prepare(options: argparse.Namespace) -> Context:
    """Reads the settings and lays the flags over them. Faults in the file are remarked on, never fatal."""
    given = vars(options)
    places = find_places(given.get("data_dir"))
    file = os.path.expanduser(given["config"]) if "config" in given else None
    loaded = _override(read_settings(places, file), given)
    output = Output(Shape(given.get("shape", "text")), "quiet" in given, "verbose" in given)
    notices = (*loaded.notices, *_absent_extractor(loaded))
    for notice in notices:
        output.remark(str(notice))
    return Context(
        places=places,
        settings=loaded.settings,
        output=output,
        notices=notices,
        origins=loaded.origins,
        settings_file=file or places.settings_path,
        asks="no_input" not in given,
    )


def _absent_extractor(loaded: Loaded) -> list[Notice]:
    """What the settings ask for and cannot have. The default is always there and costs no import."""
    name = loaded.settings.extractor
    if name == Settings().extractor:
        return []
    from briefing.extract.registry import why_absent

    why = why_absent(name)
    file, _, line = loaded.origins.get("extractor", "").rpartition(":")
    return [Notice(file, int(line), f"{why} The rules are used.")] if why else []


def places_of(argv: Sequence[str]) -> Places:
    """The folders as far as they can be told without parsing: for an error on the way."""
    given = next((argv[at + 1] for at, word in enumerate(argv[:-1]) if word == "--data-dir"), None)
    joined = next((word.partition("=")[2] for word in argv if word.startswith("--data-dir=")), None)
    chosen = given or joined
    return find_places(chosen)


def _override(loaded: Loaded, given: Mapping[str, object]) -> Loaded:
    """Flags go before the environment, the environment before the file."""
    settings, origins = loaded.settings, dict(loaded.origins)
    if "no_color" in given:
        settings, origins["colour"] = replace(settings, colour="none"), "--no-color"
    elif name := next((each for each in ("BRIEFING_NO_COLOR", "NO_COLOR") if os.environ.get(each)), ""):
        settings, origins["colour"] = replace(settings, colour="none"), f"the variable {name}"
    if given.get("engine"):
        settings, origins["engine"] = replace(settings, engine=str(given["engine"])), "--engine"
    if "private" in given:
        settings, origins["private"] = replace(settings, private=True), "--private"
    return Loaded(settings, loaded.notices, origins)
