import sys
from datetime import date, time

import pandas as pd

from chronolator.frame import to_frame
from chronolator.model import (
    Answer,
    Case,
    Child,
    Chronology,
    Event,
    Flag,
    Origin,
    Question,
    Reason,
    When,
)

DAY = date(2018, 5, 22)
TOLD = Chronology(
    case=Case(children=(Child("Robin"),)),
    events=(
        Event("C-1", When("22/5/18", DAY, DAY, time(9, 5)), "GP", "seen", Origin("a.csv", row=2)),
        Event("C-2", When("1066", date(1066, 1, 1), date(1066, 12, 31)), "GP", "old", Origin("b")),
        Event("C-3", When("?"), "GP", "undated", Origin("a.csv", row=3)),
    ),
    flags=(Flag("C-1", "Robin", Question.SEEN, Answer.YES, Reason.IN_SIGHT),),
)


def test_one_row_an_event_by_fixed_key() -> None:
    frame = to_frame(TOLD)
    assert list(frame["ref"]) == ["C-1", "C-2", "C-3"]
    assert list(frame["seen Robin"]) == ["Yes", "Not recorded", "Not recorded"]
    assert list(frame["words Robin"]) == ["Seen: in sight", "", ""]


def test_days_are_days_and_may_be_missing() -> None:
    frame = to_frame(TOLD)
    assert pd.api.types.is_datetime64_any_dtype(frame["date"])
    assert frame["date"][0] == pd.Timestamp(DAY)
    assert frame["date"][1].year == 1066
    assert pd.isna(frame["date"][2])
    assert frame["time"][0] == time(9, 5)
    assert list(frame["row"].isna()) == [False, True, False]


def test_an_empty_chronology_has_the_same_columns() -> None:
    assert list(to_frame(Chronology(TOLD.case)).columns) == list(to_frame(TOLD).columns)


def test_nothing_but_the_frame_needs_pandas() -> None:
    assert "pd" not in vars(sys.modules["chronolator.frame"])
