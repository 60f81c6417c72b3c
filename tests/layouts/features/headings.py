"""Where the headings stand and how they are called, and what stands above them."""

from collections.abc import Callable
from random import Random

from chronolator.model import ProblemKind

from ..build import feature
from ..sheets import CARRIED_ON, Book, Cell, Page, Row, Told

_GROUPS = {
    "date": "When",
    "time": "When",
    "end": "When",
    "kind": "Contact",
    "text": "Contact",
    "author": "Practice",
    "action": "Practice",
    "recorded": "Paperwork",
    "received": "Paperwork",
}
_PLAIN = {
    "time": "Time",
    "from": "From",
    "end": "To",
    "moment": "Date and time",
    "event date": "Date of event",
    "recorded": "Date recorded",
    "received": "Date received",
    "serial": "No.",
    "agency": "Agency",
}
_OTHER_NAMES = {
    "school": {
        "date": "Date of incident",
        "kind": "Category of concern",
        "text": "What happened",
        "author": "Name of staff member",
        "action": "Actions taken",
        "time": "Time of incident",
        "from": "Start date",
        "end": "End date",
        "moment": "Date and time of incident",
        "event date": "Date of incident",
        "recorded": "Date form completed",
        "received": "Date received by DSL",
        "serial": "Entry no.",
        "agency": "Organisation",
    },
    "health": {
        "date": "DATE (dd/mm/yyyy)",
        "kind": "Nature of contact",
        "text": "Description of event",
        "author": "Practitioner name",
        "action": "Agency response",
        "time": "Time (24hr)",
        "from": "Date from",
        "end": "Date to",
        "moment": "Date/Time",
        "event date": "Event date",
        "recorded": "Date entered on system",
        "received": "Date notified",
        "serial": "Ref. No.",
        "agency": "Name of agency",
    },
    "court": {
        "date": "Date of event:",
        "kind": "Contact type",
        "text": "Significant event / contact",
        "author": "Author",
        "action": "Response/Intervention from agency",
        "time": "TIME",
        "from": "Start Date",
        "end": "End Date",
        "moment": "Date & time",
        "event date": "When did this happen?",
        "recorded": "Recorded date",
        "received": "Date of receipt",
        "serial": "Serial number",
        "agency": "Service",
    },
}


def _rename(names: dict[str, str]) -> Callable[[Book, Random], None]:
    def change(book: Book, _: Random) -> None:
        book.headings.update(names)

    return change


def name_plainly(book: Book) -> None:
    """Headings for the columns that only some features add, where no other names are given."""
    book.headings.update({key: name for key, name in _PLAIN.items() if key not in book.headings})


def _group(page: Page) -> Row:
    """The row of the groups, each merged over its columns."""
    row = Row()
    place = 0
    while place < len(page.columns):
        name = _GROUPS.get(page.columns[place], "")
        end = place + 1
        while name and end < len(page.columns) and _GROUPS.get(page.columns[end]) == name:
            end += 1
        if name:
            row.cells[page.columns[place]] = Cell(name, over=(1, end - place))
        place = end
    return row


def _shape_two(page: Page) -> list[Row]:
    return [_group(page), Row({key: Cell(page.headings[key]) for key in page.columns})]


def _shape_three(page: Page) -> list[Row]:
    half = len(page.columns) - 2
    top = Row(
        {
            0: Cell("To be filled in by the agency", over=(1, half)),
            half: Cell("About practice", over=(1, 2)),
        }
    )
    return [top, *_shape_two(page)]


def _shape_down(page: Page) -> list[Row]:
    """Some headings merged down over both rows, the others under a group."""
    upper, lower = _group(page), Row()
    for key in page.columns:
        if _GROUPS.get(key) == "Contact":
            lower.cells[key] = Cell(page.headings[key])
        else:
            upper.cells[key] = Cell(page.headings[key], over=(2, 1))
    return [upper, lower]


def _shape(shape: Callable[[Page], list[Row]]) -> Callable[[Book, Random], None]:
    def change(book: Book, _: Random) -> None:
        for page in book.tables:
            if page.name != CARRIED_ON:
                page.shape = shape

    return change


def _leave_out(book: Book, _: Random) -> None:
    for page in book.tables:
        page.shape = lambda _: []
    book.doubts.add(ProblemKind.READING_UNCERTAIN)
    book.loose = True


def _repeat(book: Book, chance: Random) -> None:
    every = chance.randint(6, 9)
    for page in book.tables:
        body: list[Row] = []
        since = 0
        for row in page.body:
            if since >= every and "date" in row.cells:
                body += page.shape(page)
                since = 0
            body.append(row)
            since += 1
        page.body = body


def _name_agency(told: list[Told], name: str) -> None:
    for one in told:
        one.agency = name


_TITLE_AGENCY = "Northshire Early Help"


def _add_titles(book: Book, chance: Random) -> None:
    book.name = "Return 3 final"
    if not any("agency" in page.columns for page in book.tables):
        for row in book.rows:
            _name_agency(row.told, _TITLE_AGENCY)
    labelled = chance.random() < 0.5
    for page in book.tables:
        if page.name == CARRIED_ON:
            continue
        page.above = [
            Row({0: Cell("Chronology of significant events")}),
            Row(
                {0: Cell("Agency:"), 1: Cell(_TITLE_AGENCY)}
                if labelled
                else {0: Cell(f"Agency: {_TITLE_AGENCY}")}
            ),
            Row({0: Cell("Terms of reference")}),
            Row({0: Cell("1. To establish what each agency knew of the family and did about it.")}),
            Row({0: Cell("2. To consider how the voices of the children were heard.")}),
            Row(),
            *page.above,
        ]


def _lower(book: Book, chance: Random) -> None:
    """Six rows over the headings: labels with their values, and blank ones."""
    lines = [
        Row({0: Cell("Name of children"), 1: Cell("Robin and Wren")}),
        Row({0: Cell("Period covered"), 1: Cell("January 2017 to August 2019")}),
        Row({0: Cell("Completed by"), 1: Cell("J Hale, team manager")}),
        Row({0: Cell("Date completed"), 1: Cell("03/02/2020")}),
    ]
    chance.shuffle(lines)
    for page in book.tables:
        if page.name != CARRIED_ON:
            page.above = [lines[0], lines[1], Row(), lines[2], lines[3], Row()]


FEATURES = (
    feature("school headings", 10, _rename(_OTHER_NAMES["school"]), claims="names"),
    feature("health headings", 10, _rename(_OTHER_NAMES["health"]), claims="names"),
    feature("court headings", 10, _rename(_OTHER_NAMES["court"]), claims="names"),
    feature("headings in two rows", 550, _shape(_shape_two), claims="headings", traits="table"),
    feature("headings in three rows", 550, _shape(_shape_three), claims="headings", traits="table"),
    feature("headings merged down", 550, _shape(_shape_down), claims="headings", traits="table"),
    feature("no headings", 550, _leave_out, claims="headings names", traits="table", bars="named"),
    feature("headings repeated", 560, _repeat, traits="table named"),
    feature("headings in row 7", 710, _lower),
    feature("titles and terms of reference", 720, _add_titles),
)
