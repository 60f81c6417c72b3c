"""Sheets cross from a worker as they were."""

import pickle
import subprocess
import sys
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Mark, MarkKind, Sheet, Value
from chronolator.readers.opened import Opened

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
MARKS = st.builds(Mark, st.sampled_from(MarkKind), st.integers(0, 9), st.integers(0, 9), st.text())


@given(st.lists(st.lists(VALUES)), st.lists(MARKS))
def test_sheets_come_back_equal(rows: list[list[Value]], marks: list[Mark]) -> None:
    sheets = [
        Sheet("a.xlsx", "2019", rows, ((1, 1, 1, 2),), tuple(marks), ("Police",)),
        Sheet("a.xlsx", "text", [], prose=True),
    ]
    opened = Opened(sheets, "hash")
    assert pickle.loads(pickle.dumps(opened)) == opened  # noqa: S301  our own


def test_types_of_values_are_kept() -> None:
    values: list[Value] = [
        1,
        1.5,
        True,
        "a",
        None,
        date(2019, 3, 12),
        datetime(2019, 3, 12, 14, 30),
    ]
    values += [time(14, 30), timedelta(hours=30)]
    opened = Opened([Sheet("a", "b", [values])], "hash")
    again = pickle.loads(pickle.dumps(opened))  # noqa: S301  our own
    assert again == opened
    assert list(map(type, again.sheets[0].rows[0])) == list(map(type, values))


def test_nothing_changes_for_what_else_is_pickled_in_the_process() -> None:
    day = date(2019, 3, 12)
    pickle.dumps(Opened([Sheet("a", "b", [[day]])], "hash"))
    told = "import pickle, sys; print(pickle.loads(sys.stdin.buffer.read()))"
    bare = subprocess.run(
        [sys.executable, "-c", told], input=pickle.dumps(day), capture_output=True, check=True
    )
    assert bare.stdout.strip() == b"2019-03-12"
