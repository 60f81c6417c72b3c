"""The clock that each expectation of the case file is held against."""

from datetime import date
from itertools import count

import pytest

from chronolator.gaps import run_expected
from chronolator.model import (
    Agency,
    Answer,
    Case,
    Child,
    Event,
    Every,
    Flag,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    Unit,
    Visiting,
    When,
)

DAY = date(2019, 3, 1)
CASE = Case(
    children=(Child("Robin"), Child("Wren")),
    agencies=(Agency("Children's Social Care", "CSC"),),
    first=date(2019, 1, 1),
    last=date(2019, 12, 31),
)
NUMBERS = count(1)
TOLD = [
    # agency, child, question, reason
    ("Police", "Robin", Question.SEEN, Reason.IN_SIGHT),
    ("Children’s Social Care", "Robin", Question.SEEN, Reason.IN_SIGHT),
    ("Children's Social Care", "Robin", Question.SEEN, Reason.SECOND_HAND),
    ("Children's Social Care", "Robin", Question.ALONE, Reason.ON_OWN),
    ("Children's Social Care", "Wren", Question.SEEN, Reason.IN_SIGHT),
]


def make(agency: str, child: str, question: Question, reason: Reason) -> tuple[Event, Flag]:
    key = f"C-{next(NUMBERS)}"
    when = When("1/3/2019", DAY, DAY, precision=Precision.DAY, qualifier=Qualifier.EXACT)
    event = Event(key, when, agency, "what happened", Origin("f.csv", "", 2))
    return event, Flag(key, child, question, Answer.YES, reason)


@pytest.mark.parametrize(
    ("by", "of", "closing", "possible"),
    [
        ("", Question.SEEN, [0, 1, 2], []),
        ("Children's Social Care", Question.SEEN, [1], [2]),
        ("csc", Question.SEEN, [1], [2]),
        ("Police", Question.SEEN, [0], []),
        ("CSC", Question.ALONE, [3], []),
        ("", Question.VIEWS, [], []),
    ],
)
def test_the_sightings_that_count(
    by: str, of: Question, closing: list[int], possible: list[int]
) -> None:
    """Of an agency that is expected to visit, what it only passes on is no sighting of its own."""
    events, flags = zip(*(make(*one) for one in TOLD), strict=True)
    weekly = Visiting("Robin", Every(1, Unit.WEEKS), by=by, of=of)
    case = Case(CASE.title, CASE.children, (), CASE.agencies, (weekly,), CASE.first, CASE.last)
    (clock,) = run_expected(events, flags, case)
    assert clock is not None
    assert (clock.child, clock.of, clock.by) == ("Robin", of, by or None)
    assert (clock.first, clock.last) == (CASE.first, CASE.last)
    told = {one.event: one.closes for one in clock.sightings}
    assert [events[place].id for place in closing] == [key for key, yes in told.items() if yes]
    assert [events[place].id for place in possible] == [key for key, yes in told.items() if not yes]


def test_a_clock_for_each_expectation_or_none() -> None:
    events, flags = zip(*(make(*one) for one in TOLD), strict=True)
    expected = tuple(Visiting(name, Every(1, Unit.WEEKS)) for name in ("Wren", "Jay", "Robin"))
    case = Case(CASE.title, CASE.children, visiting=expected)
    clocks = run_expected(events, flags, case)
    assert [clock and clock.child for clock in clocks] == ["Wren", None, "Robin"]
    assert run_expected((), (), case) == (None, None, None)
