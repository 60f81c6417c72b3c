"""The stretches between sightings, against every way in which their days can have fallen."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Sighting
from chronolator.stretches import find_shortest, find_stretches

BEGINS = date(2019, 1, 1)
WHOLE = 9
DAYS = range(WHOLE + 1)
Pair = tuple[int, int]


def day(number: int) -> date:
    return BEGINS + timedelta(days=number)


def number(of: date) -> int:
    return (of - BEGINS).days


@st.composite
def spans(draw: st.DrawFn, *, closes: bool | None = None) -> Sighting:
    first = draw(st.integers(0, WHOLE))
    last = min(WHOLE, first + draw(st.integers(0, 4)))
    sure = draw(st.booleans()) if closes is None else closes
    throughout = sure and draw(st.booleans())
    return Sighting("C-1", day(first), day(last), throughout=throughout, closes=sure)


def list_worlds(sightings: list[Sighting]) -> Iterator[set[int]]:
    """The days on which the child was seen, in every way in which that can have been."""
    stays = {n for one in sightings if one.throughout for n in list_days(one)}
    loose = [list_days(one) for one in sightings if not one.throughout]
    for days in product(*loose):
        yield stays | set(days)


def list_days(one: Sighting) -> range:
    return range(number(one.first), number(one.last) + 1)


def find_by_hand(sightings: list[Sighting]) -> set[Pair]:
    """All stretches in all worlds, without those that lie in another, nor those within a stay."""
    stays = [set(list_days(one)) for one in sightings if one.throughout]
    found = {
        (a, b)
        for seen in list_worlds(sightings)
        for a, b in pairwise(sorted({0, WHOLE} | seen))
        if not any({a, b} <= stay for stay in stays)
    }
    return {(a, b) for a, b in found if not any(lies_in((a, b), one) for one in found - {(a, b)})}


def lies_in(one: Pair, other: Pair) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def find(sightings: list[Sighting], most: int = 0) -> list[Pair]:
    return [
        (number(one.left.longest), number(one.right.longest))
        for one in find_stretches(day(0), day(WHOLE), sightings, most)
    ]


@given(st.lists(spans(closes=True), max_size=5))
def test_they_are_all_that_can_have_been_but_those_inside_another(
    sightings: list[Sighting],
) -> None:
    assert set(find(sightings)) == find_by_hand(sightings)


@given(st.lists(spans(), max_size=6), st.integers(0, 5))
def test_only_what_closes_counts_and_only_the_long_are_told(
    sightings: list[Sighting], most: int
) -> None:
    closing = [one for one in sightings if one.closes]
    found = find(closing)
    assert find(sightings) == found
    assert find(sightings, most) == [(a, b) for a, b in found if b - a > most]


@given(st.lists(spans(), max_size=4))
def test_the_shortest_is_what_the_best_days_leave(sightings: list[Sighting]) -> None:
    for stretch in find_stretches(day(0), day(WHOLE), sightings, 0):
        begins, ends = number(stretch.left.shortest), number(stretch.right.shortest)
        ways = product(*(list_days(one) for one in stretch.doubtful))
        best = min(
            max((b - a for a, b in pairwise(sorted({begins, ends, *inside}))), default=0)
            for way in ways
            for inside in [{n for n in way if begins < n < ends}]
        )
        assert find_shortest(stretch) == (best if begins < ends else 0)
        assert 0 <= find_shortest(stretch) <= stretch.days


@given(st.lists(spans(), max_size=5), spans())
def test_one_more_sighting_lengthens_none(sightings: list[Sighting], more: Sighting) -> None:
    before = find(sightings)
    after = find([*sightings, more])
    assert all(any(lies_in(one, other) for other in before) for one in after)


@given(st.lists(spans(closes=True), min_size=1, max_size=5), st.integers(0, 3), st.integers(0, 3))
def test_a_date_that_is_less_exact_shortens_none(
    sightings: list[Sighting], earlier: int, later: int
) -> None:
    one = sightings[0]
    first, last = max(0, number(one.first) - earlier), min(WHOLE, number(one.last) + later)
    vague = Sighting("C-1", day(first), day(last))
    before, after = find(sightings), find([vague, *sightings[1:]])
    assert all(any(lies_in(one, other) for other in after) for one in before)
    unclear = Sighting("C-1", day(first), day(last), closes=False)
    without = find([unclear, *sightings[1:]])
    assert all(any(lies_in(one, other) for other in without) for one in after)


@given(
    st.lists(spans(), max_size=5).flatmap(
        lambda told: st.tuples(st.just(told), st.permutations(told))
    )
)
def test_their_order_does_not_matter(both: tuple[list[Sighting], list[Sighting]]) -> None:
    told, shuffled = both

    def tell(sightings: list[Sighting]) -> list[tuple[Pair, int, bool]]:
        return [
            (
                (number(one.left.longest), number(one.right.longest)),
                find_shortest(one),
                bool(one.doubtful),
            )
            for one in find_stretches(day(0), day(WHOLE), sightings, 0)
        ]

    assert tell(told) == tell(shuffled)


def test_many_doubtful_ones_take_no_long_time() -> None:
    begins, ends = date(2005, 1, 1), date(2020, 1, 1)
    months = (begins + timedelta(days=2 * n) for n in range(2700))
    doubtful = [Sighting("C-1", one, one + timedelta(days=40), closes=False) for one in months]
    (stretch,) = find_stretches(begins, ends, doubtful, 28)
    assert find_shortest(stretch) == 40  # from 22 November 2019 on
