"""Event -> the row of the result: a value for each column, the same in every form of output."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from chronolator.columns import (
    AGENCY_WORDS_KEY,
    CHECK_KEY,
    ORDER_KEY,
    OTHER_DAY,
    Column,
    key_of_child,
    list_columns,
)
from chronolator.model import (
    Answer,
    Case,
    Child,
    Chronology,
    ContactStatus,
    Duplicate,
    DuplicateKind,
    Event,
    Flag,
    Note,
    Origin,
    Qualifier,
    Question,
    Reason,
    When,
)
from chronolator.model.values import name_day
from chronolator.model.written import read_place
from chronolator.rows.corrected import CorrectedRows
from chronolator.rows.one_sided import tell_no_entry
from chronolator.rows.record import RowValue, tell_record

__all__ = [
    "Row",
    "RowValue",
    "is_in_period",
    "join_notes",
    "list_result_columns",
    "list_rows",
    "name_age",
    "name_day",
    "note_column",
    "tell_record",
]

_NOT_FLAGGED = Answer.NOT_RECORDED.capitalize()
_SHOWN = {answer: answer.capitalize() for answer in Answer}


@dataclass(frozen=True, slots=True)
class Row:
    """One event, the cells of its row by the columns' keys, and its findings.

    `said` holds, by key, what stood in a cell that is another since the author corrected the row:
    what the agency says, or our answer. `hers` is what she wrote in those that she corrected.
    `contact` is the contact of which it is held to be an account, "" where it is of none, or
    possibly of one.
    """

    event: Event
    cells: dict[str, RowValue]
    flags: tuple[Flag, ...] = ()
    said: dict[str, RowValue] = field(default_factory=dict)
    hers: dict[str, str] = field(default_factory=dict)
    contact: str = ""


def list_result_columns(chronology: Chronology) -> tuple[Column, ...]:
    """All columns of this result, in their order: the case's, the author's, and one for every note
    that none of these holds.
    """
    columns = list_columns(chronology.case, chronology.author_columns)
    known = {heading for column in columns if (heading := note_column(column)) is not None}
    homeless = [note.column for note in chronology.notes if note.column not in known]
    if not homeless:
        return columns
    return list_columns(chronology.case, (*chronology.author_columns, *dict.fromkeys(homeless)))


def join_notes(texts: Iterable[str]) -> str:
    """The notes of one cell as they stand in it: each once, below one another."""
    return "\n".join(dict.fromkeys(texts))


def _fill(notes: Sequence[Note]) -> RowValue:
    """What stands in the cell of the notes: a number or a day that stands there alone is one."""
    if not notes:
        return ""
    values = {note.text: note.value for note in notes}
    alone = next(iter(values.values())) if len(values) == 1 else None
    return join_notes(values) if alone is None else alone


def note_column(column: Column) -> str | None:
    """The name under which the notes of a column go, None for a column that holds no notes."""
    return column.key.partition(" ")[2] if column.is_for_notes else None


def list_rows(chronology: Chronology) -> Iterator[Row]:
    """The rows of the result, one an event, in the order of the chronology."""
    findings = _Findings(chronology)
    notes = {
        column.key: heading
        for column in list_result_columns(chronology)
        if (heading := note_column(column)) is not None
    }
    children = [_ChildCells(child) for child in chronology.case.children]
    for number, event in enumerate(chronology.events, start=1):
        flags = findings.flags.get(event.id, [])
        written: Mapping[str, list[Note]] = findings.notes.get(event.id, {})
        values: dict[str, RowValue] = {
            "ref": "" if event.own else event.id,
            "number": number,
            **tell_record(event),
            **findings.corrected.list_typed(event),
            **_tell_origin(event, findings),
            "contact": "\n".join(findings.contacts.get(event.id, ())),
            OTHER_DAY: findings.other_days.get(event.id),
            "assumed": "\n".join(_tell_about(event, findings)),
            AGENCY_WORDS_KEY: "\n".join(findings.corrected.tell_words(event.id)),
            CHECK_KEY: findings.checks.get(event.id, ""),
            "in_period": "Yes" if is_in_period(event.when, chronology.case) else "No",
            **{key: _fill(written.get(heading, ())) for key, heading in notes.items()},
        }
        order = (note.text for note in written.get(notes[ORDER_KEY], ()))
        values[ORDER_KEY] = _take_number(join_notes(order))
        for child in children:
            own = [flag for flag in flags if flag.child == child.child.name]
            values |= child.tell(event, own, findings.headings)
        before = findings.corrected.tell_before(event.id, values)
        yield Row(event, values, tuple(flags), *before, findings.linked.get(event.id, ""))


def _take_number(written: str) -> RowValue:
    """What the author wrote as a place in the order, as a number where it is one."""
    place = read_place(written)
    if place is None:
        return written
    return int(place) if place.is_integer() else place


def is_in_period(when: When, case: Case) -> bool:
    """True where the row lies in the review period, overlaps it, or has no date."""
    ends_before = case.first and when.last and when.last < case.first
    begins_after = case.last and when.first and when.first > case.last
    return not (ends_before or begins_after)


def name_age(born: date | None, when: When) -> str:
    """The age at the event, "2y 7m", "4m", "9d" or "before birth"; both ages where the event covers
    a period; "" where the birth or the event has no date.
    """
    if born is None or when.first is None:
        return ""
    days = dict.fromkeys((when.first, when.last or when.first))
    return " to ".join(dict.fromkeys(_name_age_on(born, day) for day in days))


def _name_age_on(born: date, day: date) -> str:
    if day < born:
        return "before birth"
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    if not months:
        return f"{(day - born).days}d"
    years, months = divmod(months, 12)
    return " ".join(f"{count}{unit}" for count, unit in ((years, "y"), (months, "m")) if count)


class _Findings:
    """What the findings say of each event, by its id."""

    def __init__(self, chronology: Chronology) -> None:
        self.case = chronology.case
        self.headings = {one.key: one.heading for one in list_result_columns(chronology)}
        self.flags: defaultdict[str, list[Flag]] = defaultdict(list)
        for flag in chronology.flags:
            self.flags[flag.event].append(flag)
        self.notes: defaultdict[str, defaultdict[str, list[Note]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.contacts: defaultdict[str, list[str]] = defaultdict(list)
        self.linked: dict[str, str] = {}
        self.remarks: defaultdict[str, list[str]] = defaultdict(list)
        self.corrected = CorrectedRows(chronology, self.headings)
        self.other_days: dict[str, int] = {}
        self._collect_contacts(chronology)
        self._collect_remarks(chronology)
        for note in chronology.notes:
            self.notes[note.id][note.column].append(note)
        self.checks = {check.event: check.text for check in chronology.checks}
        self.told = Counter(_place(one.origin) for one in chronology.events if not one.own)
        self.told.update(_place(one.other.origin) for one in chronology.duplicates)
        self.sheets = Counter(file for file, _ in {(file, sheet) for file, sheet, _ in self.told})

    def _collect_contacts(self, chronology: Chronology) -> None:
        rows = {event.id: (number, event) for number, event in enumerate(chronology.events, 1)}
        for contact in chronology.contacts:
            told = [rows[name] for name in contact.events if name in rows]
            for _, here in told if contact.status is ContactStatus.LINKED else ():
                others = (n for n, one in told if one.when.first != here.when.first)
                if number := next(others, None):
                    self.other_days[here.id] = number
            kinds = ", ".join(dict.fromkeys(one.kind.value for one in contact.differences))
            label = f"{contact.id}: accounts differ ({kinds})" if kinds else contact.id
            for event in contact.events:
                self.contacts[event].append(label)
            if contact.status is ContactStatus.LINKED:
                self.linked |= dict.fromkeys(contact.events, contact.id)

    def _collect_remarks(self, chronology: Chronology) -> None:
        for one in chronology.duplicates:
            if not one.unchanged:
                self.remarks[one.kept].append(_tell_duplicate(one))
        places = {event.id: number for number, event in enumerate(chronology.events, 1)}
        for side in chronology.one_sided:
            looked_for = tell_no_entry(side, places)
            self.remarks[side.event].append(f"One side only ({side.kind}): {looked_for}")
        for corrected in self.corrected.list_events():
            self.remarks[corrected] += self.corrected.tell_about(corrected)
        for check in chronology.checks:
            see = f"see {self.headings[CHECK_KEY]}"
            self.remarks[check.event].append(f"What you wrote beside it is to be checked: {see}")


def _place(origin: Origin) -> tuple[str, str, int]:
    return origin.file, origin.sheet, origin.row


def _tell_duplicate(duplicate: Duplicate) -> str:
    origin = duplicate.other.origin
    sheet = f", sheet {origin.sheet}" if origin.sheet else ""
    differs = f" ({'; '.join(duplicate.differs)})" if duplicate.differs else ""
    why = f": {duplicate.ground}" if duplicate.kind is DuplicateKind.NEAR else ""
    return f"Also row {origin.row} of {origin.file}{sheet}, {duplicate.kind}{why}{differs}"


def tell_standing(event: Event, case: Case) -> Iterator[str]:
    """What to know about the row as it came, each in a few words: of its date, and its marks."""
    if not is_in_period(event.when, case):
        yield "Outside the review period"
    if event.when.qualifier is Qualifier.INHERITED:
        yield "Date, or part of it, taken from above"
    if event.when.qualifier is Qualifier.INVALID:
        yield f"Date not understood: “{event.when.written}”"
    yield from (mark[:1].upper() + mark[1:] for mark in event.marks)


def _tell_about(event: Event, findings: _Findings) -> Iterator[str]:
    if event.own:
        yield "Your own row"
    yield from tell_standing(event, findings.case)
    yield from findings.remarks.get(event.id, ())


def _tell_origin(event: Event, findings: _Findings) -> dict[str, RowValue]:
    origin = Origin("") if event.own else event.origin
    several = findings.told[_place(origin)] > 1
    alone = findings.sheets[origin.file] == 1
    return {
        "origin": str(Origin(origin.file, "", origin.row, origin.part) if alone else origin),
        "file": origin.file,
        "sheet": origin.sheet,
        "row": origin.row or None,
        "part": origin.part if origin.part > 1 or several else None,
    }


class _ChildCells:
    """The cells about one child."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self._age, self._words = key_of_child("age", child), key_of_child("words", child)
        self._answers = {question: key_of_child(question, child) for question in Question}

    def tell(
        self, event: Event, flags: Sequence[Flag], headings: Mapping[str, str]
    ) -> dict[str, RowValue]:
        """The cells in the row of the event, by their keys; `flags` are this child's."""
        cells: dict[str, RowValue] = {self._age: name_age(self.child.born, event.when)}
        cells |= dict.fromkeys(self._answers.values(), _NOT_FLAGGED)
        for flag in reversed(flags):  # the first of a question counts
            cells[self._answers[flag.question]] = _SHOWN[flag.answer]
        cells[self._words] = "\n".join(
            _tell_why(flag, headings) for flag in flags if flag.reason is not Reason.SILENT
        )
        return cells


def _tell_why(flag: Flag, headings: Mapping[str, str]) -> str:
    words = "; ".join(
        f"“{one.words}”"
        if one.field == "text"
        else f"“{one.words}” in {headings.get(one.field, one.field)}"
        for one in flag.evidence
    )
    why = f"{flag.question.capitalize()}: {flag.reason}"
    return f"{why}: {words}" if words else why
