"""What was found, each finding as the rows of a sheet: contacts, duplicates."""

from collections.abc import Iterator

from chronolator.columns import (
    CONTACTS_CHOICES,
    CONTACTS_KEYS,
    CONTACTS_SHEET,
    DAY_AS_READ,
    DUPLICATES_CHOICES,
    DUPLICATES_KEYS,
    DUPLICATES_KIND,
    DUPLICATES_SHEET,
    YOUR_DECISION,
    list_columns,
)
from chronolator.model import (
    Chronology,
    Contact,
    Duplicate,
    Event,
    OneSided,
    Origin,
    Said,
)
from chronolator.rows import RowValue, tell_no_entry
from chronolator.rows.days import name_when
from chronolator.words.shorten import shorten
from chronolator.write.workbook.tables import Finding, Heading

_SHORT = 240
_ASK_CONTACT = (
    "Is this row an account of the same contact as the others of this contact? It holds from the "
    "next merge on, over any weight."
)
_ASK_DUPLICATE = (
    "Does this row tell the row kept a second time? It holds from the next merge on; a row that is "
    "not a duplicate stands in the chronology."
)


class Places:
    """Which event an id means, and how it is called."""

    def __init__(self, chronology: Chronology) -> None:
        numbered = enumerate(chronology.events, start=1)
        self._events = {event.id: (number, event) for number, event in numbered}

    def find(self, name: str) -> Event | None:
        """The event of that id, if it stands in the chronology."""
        return self._events[name][1] if name in self._events else None

    def refer(self, name: str) -> str:
        """The Ref of the event, or its number where it is the author's own and has none."""
        number, event = self._events.get(name, (0, None))
        return f"No. {number}" if event is not None and event.own else name

    def quote(self, said: Said) -> str:
        """The words, and whose they are."""
        event = self.find(said.event)
        return f"{event.agency}: {_quote(said.words)}" if event else _quote(said.words)

    def describe(self, name: str) -> str:
        """The event on one line: Ref, day, agency."""
        event = self.find(name)
        if event is None:
            return self.refer(name)
        return ", ".join(filter(None, (self.refer(name), name_when(event.when), event.agency)))


def list_contacts(chronology: Chronology) -> Finding:
    """The contacts, one row an account; communications that one side alone records follow."""
    places = Places(chronology)
    rows = [row for contact in chronology.contacts for row in _tell_contact(contact, places)]
    accounts = len(rows)
    contact, ref = CONTACTS_KEYS
    rows += [_tell_one_sided(one, places) for one in chronology.one_sided]
    return Finding(
        CONTACTS_SHEET,
        (
            Heading(contact, 13, bold=True),
            Heading("Status", 11),
            Heading(ref, 16),
            Heading("Date", 17),
            Heading("Time", 8),
            Heading("Agency", 22, bold=True),
            Heading("What it recorded", 60),
            Heading(YOUR_DECISION, 16, asks=_ASK_CONTACT, choices=CONTACTS_CHOICES),
            Heading("Why they are held together", 46),
            Heading("Where the accounts differ", 46),
            Heading("What this account does not mention", 46),
        ),
        rows,
        "No two agencies' rows are held to be accounts of one contact.",
        parted=True,
        place=2,
        room=accounts,
    )


def _tell_contact(contact: Contact, places: Places) -> Iterator[tuple[RowValue, ...]]:
    evidence = "\n".join(contact.evidence)
    for name in contact.events:
        event = places.find(name)
        if event is None:
            continue
        differs = [
            f"{difference.kind.capitalize()}: {_quote(said.words)}"
            for difference in contact.differences
            for said in difference.said
            if said.event == name
        ]
        silent = [
            "; ".join((silence.about, *(places.quote(said) for said in silence.said)))
            for silence in contact.silences
            if silence.of == name
        ]
        yield (
            contact.id,
            contact.status.value,
            places.refer(name),
            event.when.first or event.when.written,
            event.when.at,
            event.agency,
            shorten(event.text, _SHORT),
            "",
            evidence,
            "\n".join(differs),
            "\n".join(silent),
        )
        evidence = ""  # told once, beside the first account


def _tell_one_sided(one: OneSided, places: Places) -> tuple[RowValue, ...]:
    event = places.find(one.event)
    return (
        "One side only",
        "one side",
        places.refer(one.event),
        (event.when.first or event.when.written) if event else None,
        event.when.at if event else None,
        event.agency if event else "",
        shorten(event.text, _SHORT) if event else "",
        "",
        _begin(f"{one.kind}: {_quote(one.words)}" if one.words else one.kind),
        "",
        _begin(tell_no_entry(one)),
    )


def list_duplicates(chronology: Chronology) -> Finding:
    """The rows that an agency told twice, whole."""
    headings = {column.key: column.heading for column in list_columns(chronology.case)}
    kept, own = DUPLICATES_KEYS
    return Finding(
        DUPLICATES_SHEET,
        (
            Heading(kept, 16),
            Heading("Agency", 20, bold=True),
            Heading("Date as written", 18),
            Heading(DAY_AS_READ, 17),
            Heading("File", 28),
            Heading("Sheet", 16),
            Heading("Row", 7),
            Heading(DUPLICATES_KIND, 14),
            Heading("Why they are held alike", 36),
            Heading("What it says otherwise", 36),
            Heading("What the row says", 60),
            Heading(YOUR_DECISION, 16, asks=_ASK_DUPLICATE, choices=DUPLICATES_CHOICES),
            Heading("Everything else in the row", 50),
            Heading(own, 16),
        ),
        [_tell_duplicate(one, headings) for one in chronology.duplicates],
        "No row is held to be told twice.",
    )


def _tell_duplicate(duplicate: Duplicate, headings: dict[str, str]) -> tuple[RowValue, ...]:
    row = duplicate.other
    return (
        duplicate.kept,
        row.agency,
        row.when.written,
        row.when.first,
        *_tell_place(row.origin),
        duplicate.kind.value,
        duplicate.ground,
        "\n".join(duplicate.differs),
        row.text,
        "",
        "\n".join(_list_rest(row, headings)),
        row.id,
    )


def _list_rest(row: Event, headings: dict[str, str]) -> Iterator[str]:
    for field in _FIELDS:
        if words := getattr(row, field):
            yield f"{headings[field]}: {words}"
    yield from (f"{heading}: {words}" for heading, words in row.other.items())
    yield from row.marks


def _tell_place(origin: Origin) -> tuple[RowValue, ...]:
    return origin.file, origin.sheet, origin.row or None


def _begin(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _quote(words: str) -> str:
    return f"“{words}”"


_FIELDS = (
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
