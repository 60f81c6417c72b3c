"""The rows that an agency told twice, whole, beside the row that each of them repeats."""

from collections.abc import Iterator

from chronolator.columns import (
    DAY_AS_READ,
    DUPLICATES_CHOICES,
    DUPLICATES_KEYS,
    DUPLICATES_KIND,
    DUPLICATES_SHEET,
    YOUR_DECISION,
    list_columns,
)
from chronolator.model import Chronology, Duplicate, Event
from chronolator.words.shorten import shorten
from chronolator.write.workbook.sheets.places import Places
from chronolator.write.workbook.tables import CellValue, Finding, Heading

_SHORT = 400
_KEPT, _OWN = DUPLICATES_KEYS
_ASK = (
    "Does this row tell the row kept a second time? It holds from the next merge on; a row that is "
    "not a duplicate stands in the chronology."
)
_PURPOSE = (
    "Rows in which an agency tells the same thing twice, whole, beside the row that was kept; below"
    " them those of an earlier version of a return. You can put one back."
)
_SAME = "(the same words)"
_HEADINGS = (
    Heading("Agency", 18, bold=True),
    Heading("No.", 7),
    Heading(_KEPT, 17),
    Heading("What the row kept says", 36),
    Heading("What the row says", 36),
    Heading("What it says otherwise", 20, optional=True),
    Heading("Why they are held alike", 22),
    Heading(DUPLICATES_KIND, 10),
    Heading(YOUR_DECISION, 15, asks=_ASK, choices=DUPLICATES_CHOICES),
    Heading("Date as written", 12),
    Heading(DAY_AS_READ, 17),
    Heading("Where it stands", 20),
    Heading("Everything else in the row", 22, optional=True),
    Heading(_OWN, 17),
)


def list_duplicates(chronology: Chronology) -> Finding:
    """The rows that an agency told twice, in the order in which they were found; below them those
    of an earlier version of a return, the changed ones first.
    """
    headings = {column.key: column.heading for column in list_columns(chronology.case)}
    places = Places(chronology)
    return Finding(
        DUPLICATES_SHEET,
        _HEADINGS,
        [_tell(one, headings, places) for one in sorted(chronology.duplicates, key=_rank)],
        "No row is held to be told twice.",
        purpose=_PURPOSE,
        place=13,
        identity=((_KEPT, _OWN),),
    )


def _rank(duplicate: Duplicate) -> tuple[bool, bool]:
    return duplicate.of_earlier_version, duplicate.unchanged


def _tell(duplicate: Duplicate, headings: dict[str, str], places: Places) -> tuple[CellValue, ...]:
    row, kept = duplicate.other, places.find(duplicate.kept)
    words = kept.text if kept else ""
    return (
        row.agency,
        places.link(duplicate.kept),
        duplicate.kept,
        _SAME if words == row.text else shorten(words, _SHORT),
        row.text,
        "\n".join(duplicate.differs),
        duplicate.ground,
        duplicate.kind.value,
        "",
        row.when.written,
        row.when.first,
        str(row.origin),
        "\n".join(_list_rest(row, headings)),
        row.id,
    )


def _list_rest(row: Event, headings: dict[str, str]) -> Iterator[str]:
    for field in _FIELDS:
        if words := getattr(row, field):
            yield f"{headings[field]}: {words}"
    yield from (f"{heading}: {words}" for heading, words in row.other.items())
    yield from row.marks


_FIELDS = (
    "service",
    "subject",
    "people",
    "action",
    "outcome",
    "comment",
    "significance",
    "good_practice",
    "contact_type",
    "place",
    "source",
    "author",
    "reference",
    "child_seen",
    "seen_alone",
    "views",
)
