"""The sheet About: what stands in the workbook, and what it cannot tell."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib.metadata import version

from chronolator.accounting import count_files, sum_counts
from chronolator.columns import Column
from chronolator.model import Chronology, ContactStatus
from chronolator.rows import RowValue, list_result_columns, name_day
from chronolator.write.opening import NO_PERIOD, describe_child, tell_period
from chronolator.write.workbook.links import Links
from chronolator.write.workbook.tables import Finding, Heading

SHEET = "About"
_PURPOSE = "What the answers and every column mean, how to work in the workbook, and its counts."
_ANSWERS = (
    (
        "Yes",
        (
            "The agency's own words say so, and the words are shown. They may still be wrong: an "
            "entry can be mistaken, or written later."
        ),
    ),
    (
        "No",
        "The agency's own words say that it did not happen at this contact.",
    ),
    (
        "Unclear",
        (
            "The words can be read both ways, or a column and the text disagree. Read the row "
            "and decide."
        ),
    ),
    (
        "Not recorded",
        (
            "The row says nothing about it. This is not No: the child may have been seen, and "
            "nobody wrote it down. The chronology shows it as a dash, so that the answers stand "
            "out; the words are in the cell, in its list and in the filter."
        ),
    ),
)
CANNOT_TELL = (
    (
        "Gaps",
        (
            "A gap is a stretch that is not recorded in the returns. The child may have been "
            "seen by an agency that sent no return, or whose own rules leave routine contacts "
            "out."
        ),
    ),
    (
        "Contacts",
        (
            "Rows are held together by who, when and what kind of contact, never by an "
            "identifier. “Possible” contacts are shown for you to look at; they do not count."
        ),
    ),
    (
        "Order",
        (
            "Where no time is written, the place of a row within its day is assumed, and "
            "the row says so."
        ),
    ),
    (
        "Truth",
        (
            "The tool reads what the agencies wrote. It does not know whether it is so, whether "
            "it is all, or what it means."
        ),
    ),
)
_WORKING = (
    (
        "Your notes",
        (
            "Write in the yellow columns. They are carried into the next merge by the row's Ref, "
            "as are your corrections of the answers and rows that you add without a Ref."
        ),
    ),
    (
        "Your corrections",
        (
            "Correct an agency's day, time, name or words in the cell itself; a date may be "
            "written as about 5 May 2019 or May 2019. Yours counts from the next merge on, is "
            "marked, and Agency's own words shows what it stands for. Copy those words back to "
            "undo it."
        ),
    ),
    (
        "Your decisions",
        (
            "Whether rows are accounts of one contact, or one row told twice, you decide in the "
            "yellow columns of Contacts, Possible contacts, Duplicates and Decisions. It holds "
            "from the next merge on."
        ),
    ),
    (
        "Colours, comments and sheets",
        (
            "Your fills and comments stay with their rows, columns where you put them and as wide "
            "as you made them. Sheets of your own are carried as values. What cannot be carried "
            "is named on the sheet Problems and stands in the backup."
        ),
    ),
    (
        "Sorting and filtering",
        (
            "Sort and filter as you like, by the buttons of the headings: they take whole rows "
            "along. Where only some columns are sorted, your notes part from their rows. Sorting "
            "by No. gives the order of the chronology back."
        ),
    ),
    (
        "Folded columns",
        (
            "The last columns tell how a row came to us. The [-] and [1] above the columns fold "
            "them away; the printed pages leave them out."
        ),
    ),
    (
        "On paper",
        (
            "The chronology prints on A3, as wide as a page: from No. to About this row, and your "
            "columns as far as you wrote in them. Hide what you do not need, and the rest prints "
            "larger. Carried note: check and Agency's own words stand beyond that; About this row "
            "says where they tell something."
        ),
    ),
)


_READING = (
    (
        "What it is for",
        (
            "For reading, and for an appendix: one row a contact. What is written here is not "
            "carried into the next merge. Notes, corrections and decisions go into the full "
            "workbook, one row an event, which chron merge writes without --collapse."
        ),
    ),
    (
        "Rows",
        (
            "The events of one contact stand in one row, where the first of them stands; in each "
            "column the words of an account stand behind the name of its agency. An event of no "
            "contact, or of a possible one, has a row of its own. Each event stands in one row, "
            "with all its words."
        ),
    ),
    (
        "Answers of several accounts",
        (
            "Yes, where one account says so and none says no. Unclear, where one says yes and one "
            "says no: Where the accounts differ tells which. A silence takes nothing back."
        ),
    ),
    (
        "What is not here",
        (
            "Gaps, duplicates, problems, sources, and what an account does not mention stand in "
            "the full workbook."
        ),
    ),
)


_ACCESSIBLE = (
    (
        "For every reader",
        (
            "Each sheet is one table with one row of headings, from its first cell on, without "
            "merged cells or blank rows. What a colour says, a word beside it says too."
        ),
    ),
    (
        "Where it differs from the government's checklist, on purpose",
        (
            "Pages have a header and a footer, since the marking belongs on each printed page; "
            "what they say stands at the top of this sheet too. Columns for you to write in are "
            "empty at first. Columns that tell how a row came to us are folded. Sheets that only "
            "the tool reads are hidden."
        ),
    ),
)


def list_about(chronology: Chronology, merged_on: date, links: Links) -> Finding:
    """What the columns and answers mean, with the counts of this merge, and how many of the
    `links` of the other sheets lead to their row.
    """
    rows = [
        *_tell_result(chronology, merged_on, _count(chronology)),
        *(("Working in it", *row) for row in _WORKING),
        ("Working in it", "Links", _tell_links(links)),
        *(("Accessible", *row) for row in _ACCESSIBLE),
        *_tell_columns(list_result_columns(chronology)),
    ]
    return _make_sheet(chronology, rows)


def list_reading_about(
    chronology: Chronology, merged_on: date, columns: Sequence[Column], rows: int
) -> Finding:
    """The same of the copy for reading: its `columns`, and how many `rows` hold the events."""
    here = ("Rows in this copy, one a contact", rows)
    told = [
        *(("A copy for reading", *row) for row in _READING),
        *_tell_result(chronology, merged_on, (*_count(chronology), here)),
        *_tell_columns(columns),
    ]
    return _make_sheet(chronology, told)


def list_gaps_about(chronology: Chronology, merged_on: date) -> Finding:
    """The same of a workbook that holds the gaps alone."""
    return _make_sheet(chronology, list(_tell_result(chronology, merged_on, ())))


def _tell_links(links: Links) -> str:
    told = (
        "A blue, underlined number leads to the row with that No. in the chronology, wherever you "
        "sorted it."
    )
    if not links.plain:
        return told
    return (
        f"{told} So that the workbook opens quickly, {links.written:,} of the numbers do, those of "
        f"the first sheets; {links.plain:,} do not: find their row by its No. or Ref."
    )


def _make_sheet(chronology: Chronology, rows: Sequence[tuple[RowValue, ...]]) -> Finding:
    headings = (Heading("About", 24), Heading("What", 34, bold=True), Heading("Meaning", 120))
    title = chronology.case.title or "this chronology"
    return Finding(
        SHEET,
        headings,
        rows,
        f"About {title}.",
        purpose=_PURPOSE,
        parted=True,
        place=1,
        identity=(("About", "What"),),
    )


def _tell_result(
    chronology: Chronology, merged_on: date, counts: Iterable[tuple[str, RowValue]]
) -> Iterator[tuple[RowValue, ...]]:
    yield from (("This workbook", *row) for row in _tell_workbook(chronology, merged_on))
    yield from (("This workbook", *row) for row in counts)
    yield from (("What the answers mean", *row) for row in _ANSWERS)
    yield from (("What the tool cannot tell", *row) for row in CANNOT_TELL)


def _tell_columns(columns: Iterable[Column]) -> Iterator[tuple[RowValue, ...]]:
    return (("Columns", column.heading, column.meaning) for column in columns)


def _tell_workbook(chronology: Chronology, merged_on: date) -> Iterator[tuple[str, RowValue]]:
    case = chronology.case
    if case.marking:
        yield "Marking", case.marking
    if case.title:
        yield "Title", case.title
    for child in case.children:
        yield "Child", describe_child(child, chronology)
    yield "Review period", tell_period(case) or NO_PERIOD
    changed = chronology.history[0].day if chronology.history else merged_on
    yield "As merged on", name_day(changed)
    yield "Made with", f"Chronolator {version('chronolator')}"


def _count(chronology: Chronology) -> Iterator[tuple[str, RowValue]]:
    agencies = {event.agency for event in chronology.events if not event.own}
    versions = sum(one.of_earlier_version for one in chronology.duplicates)
    yield "Files read", count_files(chronology.sources)
    yield "Rows that are not blank", sum_counts(chronology.sources).not_blank
    yield "Entries", len(chronology.events)
    yield "Agencies", len(agencies)
    yield "Duplicates", len(chronology.duplicates)
    if versions:
        yield "of them rows of an earlier version of a return", versions
    yield "Rows that are not events", len(chronology.not_events)
    linked = [one for one in chronology.contacts if one.status is ContactStatus.LINKED]
    yield "Contacts", len(linked)
    yield "Possible contacts, for you to look at", len(chronology.contacts) - len(linked)
    if chronology.decisions:
        yield (
            "Decisions of yours that are followed",
            sum(one.honoured for one in chronology.decisions),
        )
    yield "Gaps", len(chronology.gaps)
    yield "Problems", len(chronology.problems)
