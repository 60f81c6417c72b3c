"""Dates: whatever stands in the cells, a reading that holds together, and in good time."""

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from chronolator.dates import DateReader, weigh_order
from chronolator.model import Case, Entry, Field, Origin, Precision, Value
from chronolator.normalise import normalise
from tests.fuzzing.cases import cases
from tests.fuzzing.writing import RULES, SHORT, awkward, days, letters, texts

_TODAY = date(2024, 6, 1)
_SECONDS = 5.0
"""So few cells are read in a hundredth of it: what takes longer would take hours in a long one."""

_cells: st.SearchStrategy[Value] = (
    days
    | awkward
    | letters
    | st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
)


@settings(SHORT)
@given(
    st.lists(st.tuples(_cells, _cells, _cells, texts()), max_size=8), st.booleans(), cases(), days
)
def try_dates(
    rows: list[tuple[Value, Value, Value, str]],
    month_first: bool,
    case: Case,
    banner: str,
) -> None:
    """No cell stops a reading. What is unknown has no day, the first is never after the
    last. Each row becomes one event, and keeps what is written in it.
    """
    begun = time.process_time()
    weigh_order([row[0] for row in rows], RULES.dates.limits)
    reader = DateReader(RULES.dates, latest=_TODAY, today=_TODAY, month_first=month_first)
    whens = [reader.read(*row[:3]).when for row in rows]
    fields = (Field.DATE, Field.TIME, Field.END_DATE, Field.TEXT)
    entries = [
        Entry(Origin("a.csv", "", number), dict(zip(fields, row, strict=True)), period=banner)
        for number, row in enumerate(rows, 1)
    ]
    events, problems = normalise(entries, {}, case, RULES.dates, _TODAY)
    assert [event.origin for event in events] == [entry.origin for entry in entries]
    assert len({event.id for event in events}) == len(events)
    assert all(problem.message and problem.hint for problem in problems)
    for when in (*whens, *(event.when for event in events)):
        if when.first and when.last:
            assert when.first <= when.last
        if when.precision is Precision.UNKNOWN:
            assert when.first is when.last is None
    assert time.process_time() - begun < _SECONDS
