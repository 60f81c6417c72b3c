"""What the pictures show, in words: beside them, and for those who hear them instead."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from chronolator.model import Answer, Chronology, Question
from chronolator.rows import name_day
from chronolator.rows.gaps import tell_gap
from chronolator.timeline import ChildLanes, Overview
from chronolator.write.workbook.picture import marks
from chronolator.write.workbook.picture.months import MonthTable

_HOW_MONTHS = (
    "A mark above the columns: in this {0} a child is recorded as seen; beside it, where there is "
    "room, in how many entries. An entry of several days counts in the {0} in which it begins."
)
_HOW_LANES = (
    "Each mark is an entry of the agency beside it; its shape says what is recorded of this child. "
    "A line through a mark: the entry covers several days, or its day is not known exactly. The "
    "number above a bar is the days of the gap."
)
_HOW_LANES_BY_MONTH = (
    "There are too many entries to show each: a mark stands for all entries of one agency and "
    "month in which the same is recorded of this child."
)
_CLAIM = "Not recorded is not No: the child may have been seen all the same."


@dataclass(frozen=True, slots=True)
class Caption:
    """The title of a picture, what it tells, how to read it, and the sheet of its numbers."""

    title: str
    facts: tuple[str, ...]
    reading: tuple[str, ...]
    numbers: str

    @property
    def words(self) -> str:
        """Everything below the title."""
        return "\n\n".join(("\n".join(self.facts), *self.reading, self._point))

    @property
    def description(self) -> str:
        """The words for those who do not see the picture."""
        return " ".join((f"{self.title}.", *self.facts, self._point))

    @property
    def _point(self) -> str:
        return f"The numbers are on the sheet {self.numbers}."


def tell_months(overview: Overview, table: MonthTable) -> Caption:
    """The caption of the chart of months."""
    totals = {month.first: sum(month.entries.values()) for month in overview.months}
    busiest = max(totals, key=lambda month: totals[month])
    empty = sum(not total for total in totals.values())
    facts = (
        f"{_count(sum(totals.values()), 'entry', 'entries')}, {_name_span(overview)}.",
        f"The most in one month: {totals[busiest]:,}, in {_name_month(busiest)}.",
        f"{_count(empty, 'month', 'months')} without an entry." if empty else "",
        _tell_missing(len(overview.undated), "without a date"),
        _tell_missing(len(overview.outside), "outside the review period"),
        f"“{overview.agencies[-1]}” are {', '.join(overview.others)}." if overview.others else "",
    )
    return Caption(
        f"Entries by agency and {table.word}",
        tuple(filter(None, facts)),
        (_HOW_MONTHS.format(table.word),),
        table.finding.sheet,
    )


def tell_child(lanes: ChildLanes, overview: Overview, chronology: Chronology) -> Caption:
    """The caption of the chart of one child."""
    said = Counter[Answer]()
    for lane in lanes.agencies:
        for point in lane.points:
            said[point.answer] += len(point.events)
    gaps = [
        one
        for one in chronology.gaps
        if one.child == lanes.child and one.of is Question.SEEN and one.by is None
    ]
    counted = _count(len(gaps), "gap", "gaps") if gaps else "No gap"
    several = f"{counted} of more than {chronology.case.unseen_days} days"
    longest = max(gaps, key=lambda one: one.days, default=None)
    answers = (
        f"{said[Answer.YES]:,} record the child as seen, {said[Answer.NO]:,} as not seen; "
        f"{said[Answer.UNCLEAR]:,} can be read both ways, {said[Answer.NOT_RECORDED]:,} do not say."
    )
    facts = (
        f"Of {_count(said.total(), 'entry', 'entries')} {answers}",
        f"{several}. The longest: {tell_gap(longest)}" if longest else f"{several}.",
    )
    reading = _HOW_LANES_BY_MONTH if overview.by_month else _HOW_LANES
    name = lanes.child[:1].upper() + lanes.child[1:]
    title = f"{name}: seen or not, by agency, {_name_span(overview)}"
    return Caption(title, facts, (reading, _CLAIM), marks.SHEET)


def _tell_missing(number: int, why: str) -> str:
    return f"Not in the pictures: {_count(number, 'entry', 'entries')} {why}." if number else ""


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def _name_span(overview: Overview) -> str:
    return " to ".join(dict.fromkeys(map(name_day, (overview.first, overview.last))))


def _name_month(day: date) -> str:
    return name_day(day).partition(" ")[2]
