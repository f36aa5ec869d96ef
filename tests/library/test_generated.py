"""Timeline, dossier and pairs of two thousand articles against counting one by one."""

from __future__ import annotations

import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from briefing.extract.calendar import when_of
from briefing.library.library import Library
from briefing.model.actor import Certainty
from briefing.model.claim import Claim, ClaimFilter
from briefing.model.errors import WrongUse
from briefing.model.grain import Grain, step_of
from briefing.model.order import Order
from briefing.model.pairs import Within
from briefing.model.query import SearchQuery
from briefing.model.timeline import Bucket, Gap, TimelineAsk
from briefing.model.when import Precision
from briefing.settings.places import find_places
from tests.library.conftest import Desk
from tests.library.fakes import fake_parts
from tests.library.generated import NAMES, WAVERING, find_generated, write_generated

COUNT = 2000
ALL = 10**9
Pair = frozenset[str]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    home = tmp_path_factory.mktemp("shelf")
    folder = home / "news"
    folder.mkdir()
    write_generated(folder, COUNT)
    desk = Desk(folder, find_places(home / "home"), replace(fake_parts(), find=find_generated))
    desk.build()
    return desk.library()


@pytest.fixture(scope="module")
def ledger(shelf: Library) -> list[Claim]:
    return shelf.claims(ClaimFilter(guesses=True), None, 0, ALL)[0]


@pytest.fixture(scope="module")
def together(shelf: Library) -> dict[Within, Counter[Pair]]:
    """How often each two names are in one clause, sentence, paragraph, article; copies of an article do not count."""
    first = [number for number in range(1, COUNT + 1) if shelf.head_of(number) == number]
    assert 0.8 * COUNT < len(first) < COUNT
    return counted_in(shelf, first)


def counted_in(shelf: Library, numbers: Iterable[int]) -> dict[Within, Counter[Pair]]:
    counts: dict[Within, Counter[Pair]] = {within: Counter() for within in Within}
    for number in numbers:
        for within, units in units_of(shelf, number).items():
            for names in units:
                counts[within].update(frozenset(pair) for pair in combinations(sorted(names), 2))
    return counts


def test_every_copy_counts_on_request(shelf: Library) -> None:
    expected = counted_in(shelf, range(1, COUNT + 1))[Within.SENTENCE]
    found = shelf.pairs(Within.SENTENCE, limit=500, every=True).pairs
    assert {frozenset((pair.one.name, pair.other.name)): pair.together for pair in found} == expected


def units_of(shelf: Library, number: int) -> dict[Within, list[set[str]]]:
    view = shelf.open(number)
    assert view is not None
    assert view.findings is not None
    text, findings = view.article.text, view.findings
    found: dict[Within, dict[int, set[str]]] = {within: defaultdict(set) for within in Within}
    for actor in findings.actors:
        for mention in actor.mentions:
            start = mention.span.start
            sentence = next(at for at, span in enumerate(findings.sentences) if start in span)
            found[Within.SENTENCE][sentence].add(actor.name)
            found[Within.PARAGRAPH][text.paragraph_at(start)].add(actor.name)
            found[Within.ARTICLE][0].add(actor.name)
        for tie in actor.dates:
            if tie.did is not None:
                within = {o.name for o in findings.actors for m in o.mentions if m.span.start in tie.did}
                found[Within.CLAUSE][tie.did.start] |= within | {actor.name}
    return {within: list(units.values()) for within, units in found.items()}


def days(claim: Claim) -> tuple[date, date]:
    when = claim.when if claim.when.earliest else when_of(claim.guess, claim.when.precision)
    assert when.earliest is not None
    assert when.latest is not None
    return when.earliest, when.latest


def counted(claims: Iterator[Claim] | list[Claim], grain: Grain) -> dict[int, tuple[int, int, int, int]]:
    steps: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for claim in claims:
        first, last = days(claim)
        step = step_of(first, grain)
        guessed = claim.certainty is Certainty.GUESSED or claim.when.earliest is None
        exact = claim.when.precision in (Precision.DAY, Precision.TIME)
        kind = 2 if guessed else 0 if exact else 1
        steps[step][kind] += 1
        steps[step][3] += kind == 1 and step_of(last, grain) > step
    return {step: (a, b, c, d) for step, (a, b, c, d) in steps.items()}


def of_buckets(buckets: tuple[Bucket, ...], grain: Grain) -> dict[int, tuple[int, int, int, int]]:
    return {
        step_of(bucket.first, grain): (bucket.exact, bucket.coarse, bucket.guessed, bucket.wide)
        for bucket in buckets
        if bucket.claims
    }


@pytest.mark.parametrize("grain", Grain)
def test_every_claim_counts_once_where_it_begins(shelf: Library, ledger: list[Claim], grain: Grain) -> None:
    timeline = shelf.timeline(TimelineAsk(grain=grain))
    assert of_buckets(timeline.buckets, grain) == counted(ledger, grain)
    assert timeline.claims == len(ledger)
    assert (
        timeline.claims + timeline.unplaced
        == shelf.claims(ClaimFilter())[1] + shelf.claims(ClaimFilter(unplaced=True))[1]
    )
    assert timeline.articles + timeline.undated == COUNT
    assert timeline.undated == COUNT // 10


@pytest.mark.parametrize("grain", Grain)
def test_coverage_and_its_gaps(shelf: Library, grain: Grain) -> None:
    published = Counter(
        step_of(card.published.day, grain) for card in shelf.page(Order.OLDEST, 0, COUNT) if card.published
    )
    timeline = shelf.timeline(TimelineAsk(grain=grain))
    assert {step_of(b.first, grain): b.articles for b in timeline.buckets if b.articles} == published
    alder = shelf.find_actor("alder").id
    of_alder = [*shelf.timeline(TimelineAsk(alder, date(2018, 6, 1), date(2018, 12, 31), grain)).rows()]
    assert all(row.articles == 0 for row in of_alder if isinstance(row, Bucket))
    if grain is Grain.DAY:
        assert any(isinstance(row, Gap) for row in of_alder)


def test_the_claims_of_a_bucket_are_those_it_counts(shelf: Library) -> None:
    for bucket in shelf.timeline(TimelineAsk(grain=Grain.MONTH)).buckets[::7]:
        ends = bucket.first.toordinal(), bucket.last.toordinal()
        rows, total = shelf.claims(ClaimFilter(None, *ends, begins=True, guesses=True), None, 0, ALL)
        assert total == len(rows) == bucket.claims
        assert all(bucket.first <= days(claim)[0] <= bucket.last for claim in rows)


def test_a_window_says_what_reaches_into_it(shelf: Library) -> None:
    since, until = date(2018, 3, 10), date(2018, 9, 20)
    timeline = shelf.timeline(TimelineAsk(since=since, until=until))
    assert timeline.grain is Grain.WEEK
    asked = ClaimFilter(None, since.toordinal(), until.toordinal(), guesses=True)
    assert timeline.before > 0
    assert timeline.claims + timeline.before == shelf.claims(asked)[1]


@pytest.mark.parametrize("query", ["pub:2019", "-pub:2019 who:elm", "pub:1999"])
def test_of_an_actor_and_of_a_query(shelf: Library, query: str) -> None:
    elm, asked = shelf.find_actor(WAVERING).id, shelf.parse(query)
    for actor in (None, elm):
        timeline = shelf.timeline(TimelineAsk(actor, grain=Grain.MONTH), asked)
        rows = shelf.claims(ClaimFilter(actor, guesses=True), asked, 0, ALL)[0]
        assert of_buckets(timeline.buckets, Grain.MONTH) == counted(rows, Grain.MONTH)
        named = shelf.appearances(actor) & shelf.matching(asked) if actor else shelf.matching(asked)
        assert timeline.articles + timeline.undated == len(named)


@pytest.mark.parametrize("within", Within)
def test_pairs_of_one_actor(shelf: Library, together: dict[Within, Counter[Pair]], within: Within) -> None:
    for name in (WAVERING, NAMES[0]):
        found = shelf.pairs(within, actor=shelf.find_actor(name).id, limit=100)
        expected = {pair: count for pair, count in together[within].items() if name in pair}
        assert {frozenset((pair.one.name, pair.other.name)): pair.together for pair in found.pairs} == expected
        assert found.total == len(expected)
        assert {pair.one.name for pair in found.pairs} == {name}


@pytest.mark.parametrize("within", Within)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_top_pairs(shelf: Library, together: dict[Within, Counter[Pair]], within: Within, limit: int) -> None:
    found = shelf.pairs(within, limit=limit).pairs
    assert [pair.together for pair in found] == sorted(together[within].values(), reverse=True)[:limit]
    for pair in found:
        assert together[within][frozenset((pair.one.name, pair.other.name))] == pair.together
    assert shelf.pairs(within, limit=limit, stop=lambda: True).pairs == ()


def test_pairs_of_a_query(shelf: Library) -> None:
    asked: SearchQuery = shelf.parse("pub:2019-01")
    counts: Counter[Pair] = Counter()
    for number in shelf.matching(asked):
        for names in units_of(shelf, number)[Within.SENTENCE]:
            counts.update(frozenset(pair) for pair in combinations(sorted(names), 2))
    found = shelf.pairs(Within.SENTENCE, asked, limit=500).pairs
    assert {frozenset((pair.one.name, pair.other.name)): pair.together for pair in found} == counts
    elm = shelf.pairs(Within.SENTENCE, asked, shelf.find_actor(WAVERING).id, 500).pairs
    assert {frozenset((p.one.name, p.other.name)): p.together for p in elm} == {
        pair: count for pair, count in counts.items() if WAVERING in pair
    }


def test_a_dossier_counts_what_is_counted_with_the_actor(shelf: Library, ledger: list[Claim]) -> None:
    row = shelf.find_actor(WAVERING)
    dossier = shelf.dossier(row.id)
    head = dossier.head()
    assert head.row == row
    assert [name for name, _ in head.names] == [WAVERING]
    assert sum(articles for _, articles in head.types) > row.articles  # some take it for both
    assert len(head.types) == 2
    mine = [claim for claim in ledger if claim.name == WAVERING]
    claims, total = dossier.claims(0, ALL)
    assert claims == mine
    assert total == head.claims - head.unplaced == len(mine)
    assert dossier.claims(3, 5)[0] == mine[3:8]
    assert dossier.unplaced(0, 1)[1] == head.unplaced
    assert sum(len(group.figures) for group in dossier.figures(ALL)) == head.figures
    placed = [claim.when for claim in mine if claim.when.earliest]
    assert head.first_claim == min(when.earliest for when in placed if when.earliest)
    assert head.last_claim == max(when.latest for when in placed if when.latest)


def test_the_company_and_the_articles_of_a_dossier(shelf: Library, together: dict[Within, Counter[Pair]]) -> None:
    row = shelf.find_actor(NAMES[0])
    dossier = shelf.dossier(row.id)
    company = dossier.company(5)
    assert len(company) == 5
    for who, clauses, sentences, articles in company:
        pair = frozenset((row.name, who.name))
        assert (clauses, sentences, articles) == tuple(
            together[within][pair] for within in (Within.CLAUSE, Within.SENTENCE, Within.ARTICLE)
        )
    cards, total = dossier.articles(0, ALL)
    assert total == len(cards) == row.articles
    assert {card.number for card in cards} == set(shelf.appearances(row.id))
    assert dossier.articles(10, 5)[0] == cards[10:15]
    (role,) = dossier.head().roles
    dated = [card.published.day for card in cards if card.published]
    assert (role.role, role.articles, role.first, role.last) == ("mayor", row.articles, min(dated), max(dated))


def test_counting_keeps_no_claims_in_memory(shelf: Library) -> None:
    alder = shelf.find_actor(NAMES[0]).id
    shelf.timeline(TimelineAsk())
    for ask in (
        lambda: shelf.timeline(TimelineAsk(grain=Grain.DAY)),
        lambda: shelf.pairs(Within.SENTENCE),
        lambda: shelf.dossier(alder).company(),
    ):
        tracemalloc.start()
        ask()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 2_000_000, peak


def test_an_actor_that_is_gone(shelf: Library) -> None:
    from briefing.model.actor import ActorId

    gone = shelf.dossier(ActorId("gone"))
    with pytest.raises(WrongUse, match="does not name this actor"):
        gone.head()
    assert gone.company() == []
    assert gone.articles(0, 5) == ([], 0)
    assert shelf.pairs(Within.ARTICLE, actor=ActorId("gone")).total == 0
