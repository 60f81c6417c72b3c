import random
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import (
    Contact,
    ContactStatus,
    Event,
    Note,
    Origin,
    Precision,
    ProblemKind,
    Qualifier,
    When,
)
from chronolator.order import ASSUMED, find_places, sort_events

DAY, NEXT = date(2019, 3, 12), date(2019, 3, 13)


def make(
    name: str,
    at: str = "",
    *,
    day: date | None = DAY,
    last: date | None = None,
    row: int = 1,
    file: str = "a",
    precision: Precision = Precision.DAY,
    qualifier: Qualifier = Qualifier.EXACT,
) -> Event:
    when = When(
        "x",
        day,
        last or day,
        time.fromisoformat(at) if at else None,
        None,
        Precision.MINUTE if at else precision,
        qualifier,
    )
    return Event(name, when, file, name, Origin(file, "", row))


def order(
    *events: Event,
    contacts: tuple[Contact, ...] = (),
    places: dict[str, float] | None = None,
) -> list[str]:
    wanted = [event.id for event in sort_events(events, contacts, places)]
    for seed in range(5):
        mixed = random.Random(seed).sample(events, len(events))  # noqa: S311  no secret
        assert [event.id for event in sort_events(mixed, contacts, places)] == wanted
    return wanted


def test_by_day_then_time() -> None:
    assert order(
        make("c", day=NEXT, row=1), make("b", "14:00", row=2), make("a", "09:00", row=3)
    ) == ["a", "b", "c"]


def test_a_row_without_a_time_follows_its_neighbour() -> None:
    first, second = make("a", "09:00", row=1), make("b", row=2)
    third, other = make("c", "17:00", row=3), make("d", "10:00", file="z")
    assert order(first, second, third, other) == ["a", "b", "d", "c"]


def test_without_a_neighbour_it_stands_last_in_the_day() -> None:
    assert order(make("a", row=1), make("b", "17:00", row=2), make("z", day=NEXT)) == [
        "b",
        "a",
        "z",
    ]


def test_a_place_that_is_assumed_says_so() -> None:
    alone, timed, untimed = make("a", day=NEXT), make("b", "09:00"), make("c", row=2)
    marks = {event.id: event.marks for event in sort_events((alone, timed, untimed), ())}
    assert marks == {"a": (), "b": (), "c": (ASSUMED,)}


def test_newest_first_is_read_backwards() -> None:
    rows = (
        make("d", day=NEXT, row=1),
        make("c", row=2),
        make("b", "09:00", row=3),
        make("a", day=date(2019, 3, 1), row=4),
    )
    assert order(*rows) == ["a", "b", "c", "d"]


def test_accounts_of_a_contact_stand_together_at_its_earliest_time() -> None:
    events = (
        make("a", "14:30", file="p"),
        make("b", "14:40", file="q"),
        make("c", "14:50", file="r"),
        make("d", day=NEXT, file="s"),
    )
    linked = Contact("Contact 1", ("a", "c", "d"), 9.0, ())
    assert order(*events, contacts=(linked,)) == ["a", "c", "b", "d"]
    possible = Contact("Possible 1", ("a", "c"), 2.0, (), status=ContactStatus.POSSIBLE)
    assert order(*events, contacts=(possible,)) == ["a", "b", "c", "d"]


def test_no_row_stands_between_the_accounts_of_a_contact() -> None:
    events = (
        make("a", "14:30", file="p", row=1),
        make("follows", file="p", row=2),
        make("b", "14:50", file="q", row=1),
        make("c", "14:40", file="r"),
        make("after b", file="q", row=2),
    )
    linked = Contact("Contact 1", ("a", "b"), 9.0, ())
    assert order(*events, contacts=(linked,)) == ["a", "b", "follows", "after b", "c"]


def test_the_time_of_a_contact_is_one_that_is_written_where_any_is() -> None:
    events = (
        make("early", "09:00", file="p", row=1),
        make("untimed", file="p", row=2),
        make("timed", "14:50", file="q"),
        make("other", "10:00", file="r"),
    )
    linked = Contact("Contact 1", ("untimed", "timed"), 9.0, ())
    assert order(*events, contacts=(linked,)) == ["early", "other", "untimed", "timed"]


@pytest.mark.parametrize(
    "period",
    [
        make("p", last=date(2019, 3, 20), qualifier=Qualifier.RANGE),
        make("p", precision=Precision.MONTH, last=date(2019, 3, 31)),
        make("p", qualifier=Qualifier.AFTER),
    ],
)
def test_a_period_stands_at_its_first_day_after_the_single_days(period: Event) -> None:
    assert order(period, make("a", "23:00", file="z"), make("b", day=NEXT)) == ["a", "p", "b"]


def test_a_night_is_a_single_contact() -> None:
    when = When("x", DAY, NEXT, time(23), time(1), Precision.MINUTE, Qualifier.RANGE)
    night = Event("n", when, "a", "n", Origin("a", "", 1))
    assert order(night, make("a", "22:00", file="z"), make("b", day=NEXT)) == ["a", "n", "b"]


def test_before_stands_at_its_end_and_undated_rows_last() -> None:
    before = Event(
        "before",
        When("x", None, DAY, None, None, Precision.DAY, Qualifier.BEFORE),
        "a",
        "x",
        Origin("a", "", 1),
    )
    undated = [make(f"u{n}", day=None, row=n, qualifier=Qualifier.UNDATED) for n in (2, 1)]
    assert order(before, *undated, make("a"), make("b", day=NEXT)) == [
        "a",
        "before",
        "b",
        "u1",
        "u2",
    ]


@given(st.data())
def test_the_accounts_of_a_day_stand_together_and_no_row_before_the_one_it_follows(
    data: st.DataObject,
) -> None:
    times = st.sampled_from(["", "", "09:00", "10:00", "14:30"])
    events = [
        make(f"{file}{row}", data.draw(times), file=file, row=row)
        for file in ("p", "q", "r")
        for row in range(1, data.draw(st.integers(1, 5)))
    ]
    ids = data.draw(st.permutations([event.id for event in events]))
    cut = data.draw(st.integers(0, len(ids)))
    groups = [group for group in (ids[:cut][:3], ids[cut:][:2]) if len(group) > 1]
    contacts = tuple(
        Contact(f"Contact {number}", tuple(group), 9.0, ())
        for number, group in enumerate(groups, start=1)
    )
    placed = order(*events, contacts=contacts)
    for group in groups:
        places = sorted(map(placed.index, group))
        assert places == list(range(places[0], places[0] + len(group)))
    linked = {one for group in groups for one in group}
    for event in events:
        before = [one for one in events if one.agency == event.agency and one.when.at]
        leader = [one for one in before if one.origin.row < event.origin.row]
        if event.when.at is None and leader and event.id not in linked:
            assert placed.index(leader[-1].id) < placed.index(event.id)


@pytest.mark.parametrize(
    ("places", "wanted"),
    [
        ({}, "abcd"),
        ({"d": 1.0}, "dabc"),
        ({"d": 1.0, "b": 2.0}, "dbac"),
        ({"d": 2.0, "b": 1.0, "a": 1.5}, "badc"),
        ({"c": -1.0, "a": 0.0}, "cabd"),
        ({"c": 3.0, "a": 3.0}, "acbd"),
    ],
)
def test_the_authors_place_goes_before_the_time(places: dict[str, float], wanted: str) -> None:
    rows = [make(name, f"{hour}:00") for name, hour in zip("abcd", (10, 11, 12, 13), strict=True)]
    placed = order(make("before", day=date(2019, 3, 11)), *rows, places=places)
    assert "".join(placed[1:]) == wanted


def test_the_authors_place_goes_before_contact_and_period_and_not_before_the_day() -> None:
    events = (
        make("a", "09:00", file="p"),
        make("b", "10:00", file="q"),
        make("c", "11:00", file="r"),
        make("p", last=NEXT, qualifier=Qualifier.RANGE, file="s"),
        make("n", day=NEXT, file="t"),
    )
    linked = Contact("Contact 1", ("a", "c"), 9.0, ())
    placed = order(*events, contacts=(linked,), places={"p": 2.0, "b": 1.0, "n": 0.5})
    assert placed == ["b", "p", "a", "c", "n"]


def test_a_place_that_she_gave_is_not_assumed() -> None:
    events = (make("a", row=1), make("b", row=2))
    marks = {event.id: event.marks for event in sort_events(events, (), {"b": 1.0})}
    assert marks == {"a": (ASSUMED,), "b": ()}


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("1", 1.0),
        ("2.5", 2.5),
        (" 2,5 ", 2.5),
        ("-1", -1.0),
        ("+0.25", 0.25),
        (".5", 0.5),
        ("3.", 3.0),
        ("1.0", 1.0),
    ],
)
def test_a_place_is_a_number(written: str, place: float) -> None:
    assert find_places([Note("a", "Order", written)], "w.xlsx") == ({"a": place}, ())


@pytest.mark.parametrize("written", ["first", "1st", "1.2.3", "1\n2", "nan", "1e5", "٣", "."])
def test_a_place_that_is_no_number_is_told(written: str) -> None:
    notes = [Note("C-1", "Order", written), Note("C-1", "Practice", "x"), Note("b", "Order", "2")]
    places, (told,) = find_places(notes, "w.xlsx")
    assert places == {"b": 2.0}
    assert told.kind is ProblemKind.NOTE
    assert told.message.startswith("w.xlsx: row C-1: ")


def test_a_place_in_a_row_of_hers_that_is_no_number_is_told_by_its_date() -> None:
    _, (told,) = find_places([Note("a", "Order", "first")], "w.xlsx", [make("a")])
    assert "your own row, x" in told.message
