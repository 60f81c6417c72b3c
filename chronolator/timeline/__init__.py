"""Chronology -> lanes, marks, months and bars: what every picture of it is drawn from.

`lay_out` tells of the clocks, day by day: the terminal draws it in letters. `lay_out_entries` tells
where each entry stands, and what was counted in each month: the workbook's charts are drawn from
it. There is no drawing here: days, answers and counts alone.
"""

from chronolator.timeline.clocks import Bar, Lane, Mark, Sign, Timeline, lay_out
from chronolator.timeline.entries import (
    MOST_ENTRIES,
    AgencyLane,
    ChildLanes,
    Month,
    Overview,
    Point,
    bound_event,
    lay_out_entries,
)
from chronolator.timeline.scale import list_months, list_ticks

__all__ = [
    "MOST_ENTRIES",
    "AgencyLane",
    "Bar",
    "ChildLanes",
    "Lane",
    "Mark",
    "Month",
    "Overview",
    "Point",
    "Sign",
    "Timeline",
    "bound_event",
    "lay_out",
    "lay_out_entries",
    "list_months",
    "list_ticks",
]
