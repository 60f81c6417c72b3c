"""Several columns of dates and times: which is the event's, and where the others stay."""

from datetime import datetime, time

import pytest

from chronolator.model import Entry, Field, Sheet, Value
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.testing import make_settings

SETTINGS = make_settings()
READER = LayoutReader()
EVENT = ("Date", "Date of event", "Date of incident", "Start date", "Date and time", "Contact date")
WRITTEN = ("Date of recording", "Date written", "Date and time (of writing)", "Entered on")
RECEIVED = ("Date received", "Date and time information received", "Date notified")


def read(headings: list[str], cells: list[Value]) -> Entry:
    sheet = Sheet("f.xlsx", "S", [headings, cells])
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    assert layout.doubts == ()
    (entry,) = (one for one in READER.read(sheet, layout, SETTINGS) if isinstance(one, Entry))
    return entry


@pytest.mark.parametrize("event", EVENT)
@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("received", RECEIVED)
def test_of_three_dates_the_events_wins_wherever_it_stands(
    event: str, written: str, received: str
) -> None:
    dates = {event: "12/03/2019", written: "13/03/2019", received: "14/03/2019"}
    kept = {written: "13/03/2019", received: "14/03/2019"}
    for order in (
        (event, written, received),
        (written, received, event),
        (received, event, written),
    ):
        entry = read([*order, "Event"], [*(dates[one] for one in order), "Robin came in"])
        assert entry.cells[Field.DATE] == "12/03/2019"
        assert Field.END_DATE not in entry.cells
        assert entry.other == kept


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("From", "To"),
        ("Start date", "End date"),
        ("Date from", "Date to"),
        ("Date of admission", "Date of discharge"),
        ("Date", "Until"),
        ("Occurred from", "Occurred to"),
    ],
)
def test_a_range_in_two_columns(first: str, last: str) -> None:
    entry = read(
        [first, last, "Date recorded", "Event"],
        ["12/03/2019", "14/03/2019", "15/03/2019", "A stay on the ward"],
    )
    assert entry.cells[Field.DATE] == "12/03/2019"
    assert entry.cells[Field.END_DATE] == "14/03/2019"
    assert entry.other == {"Date recorded": "15/03/2019"}


@pytest.mark.parametrize(
    ("headings", "cells", "when"),
    [
        (["Date", "Time"], ["12/03/2019", "14:30"], (Field.DATE, Field.TIME)),
        (["Date", "Time"], [datetime(2019, 3, 12), time(14, 30)], (Field.DATE, Field.TIME)),
        (["Date and time"], ["12/03/2019 14:30"], (Field.DATE,)),
        (["Date/Time"], [datetime(2019, 3, 12, 14, 30)], (Field.DATE,)),
        (["Date or period of event"], ["March to May 2019"], (Field.DATE,)),
        (
            ["Date", "Start time", "End time"],
            ["12/03/2019", "14:30", "15:10"],
            (Field.DATE, Field.TIME),
        ),
        (
            ["Start date", "Start time", "End date", "End time"],
            ["12/03/2019", "22:30", "13/03/2019", "07:00"],
            (Field.DATE, Field.TIME, Field.END_DATE),
        ),
    ],
)
def test_dates_with_times_and_periods(
    headings: list[str], cells: list[Value], when: tuple[Field, ...]
) -> None:
    entry = read([*headings, "Event"], [*cells, "Robin came in"])
    assert set(entry.cells) == {*when, Field.TEXT}
    assert entry.other == {}


def test_a_period_beside_the_date_is_kept() -> None:
    entry = read(["Date", "Period", "Event"], ["12/03/2019", "March 2019", "Robin came in"])
    assert entry.cells[Field.DATE] == "12/03/2019"
    assert entry.other == {"Period": "March 2019"}


def test_a_second_date_of_the_event_is_kept_under_its_heading() -> None:
    entry = read(
        ["Date", "Date of incident", "Event"], ["13/03/2019", "12/03/2019", "Robin came in"]
    )
    assert entry.cells[Field.DATE] == "12/03/2019"
    assert entry.other == {"Date": "13/03/2019"}
