"""Chronology -> what the page shows, as values that its script reads."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from chronolator.columns import (
    AGENCY_WORDS_KEY,
    ORDER_KEY,
    Column,
    Group,
    clean_text,
    key_of_child,
)
from chronolator.model import Answer, Chronology, Contact, ContactStatus, Gap, Question
from chronolator.rows import Row, list_result_columns, list_rows, tell_standing
from chronolator.rows.days import name_times, name_weekdays
from chronolator.rows.gaps import ANYONE, AS, name_reason, tell_counts, tell_gap
from chronolator.timeline import MOST_ENTRIES, Bar, bound_event, lay_out, lay_out_entries
from chronolator.write.evidence import list_pieces
from chronolator.write.palette import colour_agencies

Json = dict[str, Any]
_ENTRY = (
    *("ref", "date", "time", "first", "length", "agency", "contact", "file", "row", "text"),
    *("cells", "remarks", "why"),
)
"""What stands in each entry, in this order; what is empty at its end is left out."""
_TEXT = "text"
_UNDER_TEXT = ("contact_type", "people", "views", "action", "outcome", AGENCY_WORDS_KEY)
"""What belongs to the agency's account so closely that it stands below its words in the list."""
_LETTERS = {Answer.YES: "y", Answer.NO: "n", Answer.UNCLEAR: "u", Answer.NOT_RECORDED: "-"}
_EPOCH = date(1970, 1, 1).toordinal()


def describe_page(
    chronology: Chronology, *, with_notes: bool = False, by_contact: bool = False
) -> Json:
    """All that the page shows. Days are counted from 1 January 1970, all else from 0."""
    case = chronology.case
    overview = lay_out_entries(chronology)
    rows = list(list_rows(chronology))
    places = {row.event.id: place for place, row in enumerate(rows)}
    children = [child.name for child in case.children]
    agencies = list(dict.fromkeys(event.agency for event in chronology.events))
    contacts = [one for one in chronology.contacts if one.status is ContactStatus.LINKED]
    teller = _Teller(chronology, agencies, contacts, rows, with_notes=with_notes)
    return {
        "first": _count(overview.first) if overview else None,
        "last": _count(overview.last) if overview else None,
        "unseen_days": case.unseen_days,
        "most": MOST_ENTRIES,
        "by_contact": by_contact,
        "children": [
            {"name": child.name, "born": _count(child.born), "died": _count(child.died)}
            for child in case.children
        ],
        "questions": {question.value: AS[question] for question in Question},
        "agencies": _list_agencies(agencies, overview.others if overview else ()),
        "columns": list(_ENTRY),
        "headings": teller.headings,
        "files": teller.files,
        "entries": [teller.tell_entry(row) for row in rows],
        "answers": _list_answers(chronology, children, places),
        "contacts": [teller.tell_contact(one, rows, places) for one in contacts],
        "clocks": list(_list_clocks(chronology, children, places)),
    }


def _list_agencies(agencies: Sequence[str], others: Sequence[str]) -> list[Json]:
    """The agencies with their colours, each with the name of its lane."""
    colours = colour_agencies(agencies)
    shared = f"{len(others)} other agencies"
    return [
        {
            "name": name,
            "lane": shared if name in others else name,
            "colour": colours[name],
        }
        for name in agencies
    ]


def _list_answers(
    chronology: Chronology, children: Sequence[str], places: dict[str, int]
) -> dict[str, list[str]]:
    """By question, for each child, one letter an entry."""
    letters = {
        (question, child): ["-"] * len(chronology.events)
        for question in Question
        for child in children
    }
    for flag in chronology.flags:
        if (flag.question, flag.child) in letters and flag.event in places:
            letters[flag.question, flag.child][places[flag.event]] = _LETTERS[flag.answer]
    return {
        question.value: ["".join(letters[question, child]) for child in children]
        for question in Question
    }


class _Teller:
    """Tells of entries and contacts; what is the same for all is settled once."""

    def __init__(
        self,
        chronology: Chronology,
        agencies: Sequence[str],
        contacts: Sequence[Contact],
        rows: Sequence[Row],
        *,
        with_notes: bool,
    ) -> None:
        self._case = chronology.case
        self._agencies = {name: place for place, name in enumerate(agencies)}
        self._contacts = {one.id: place for place, one in enumerate(contacts)}
        columns = list_result_columns(chronology)
        self._names = {one.key: one.heading for one in columns}
        self._parts = {
            one: part for one in columns if (part := _choose_part(one, with_notes=with_notes))
        }
        files = dict.fromkeys(map(_name_file, rows))
        self._files = {name: place for place, name in enumerate(files)}
        self.files = list(files)
        self.headings = [[one.heading, part] for one, part in self._parts.items()]
        """What else stands in an entry: under its words in the list, beside it, or her notes."""

    def tell_entry(self, row: Row) -> list[Any]:
        """The entry, as `_ENTRY` names it."""
        event = row.event
        first, last = bound_event(event) or (None, None)
        file = _name_file(row)
        told = [
            "" if event.own else event.id,
            name_weekdays(event.when),
            name_times(event.when),
            _count(first),
            (last - first).days if first and last else 0,
            self._agencies[event.agency],
            self._contacts.get(row.contact),
            self._files[file],
            str(row.cells["origin"]).removeprefix(file),
            _tell_pieces(row, _TEXT, event.text),
            list(self._tell_cells(row)),
            list(self._tell_remarks(row)),
            self._tell_why(row),
        ]
        while not told[-1]:
            told.pop()
        return told

    def tell_contact(self, contact: Contact, rows: Sequence[Row], places: dict[str, int]) -> Json:
        """The contact, with the points on which its accounts differ, each by who says what."""
        events = [places[name] for name in contact.events if name in places]
        differences = [
            [one.topic, [[places[said.event], said.words] for said in one.said]]
            for one in contact.differences
        ]
        return {
            "name": contact.id,
            "entries": events,
            "evidence": list(contact.evidence),
            "differences": differences,
            "contradictions": list(self._contradict([rows[one] for one in events])),
            "silences": [
                [one.about, places[one.of], [[places[said.event], said.words] for said in one.said]]
                for one in contact.silences
            ],
        }

    def _contradict(self, accounts: Sequence[Row]) -> Iterator[list[Any]]:
        """Of which child which question one account answers with yes, and another with no."""
        for number, child in enumerate(self._case.children):
            for question in Question:
                answers = {row.cells[key_of_child(question, child)] for row in accounts}
                if {Answer.YES.capitalize(), Answer.NO.capitalize()} <= answers:
                    yield [number, question.value]

    def _tell_cells(self, row: Row) -> Iterator[list[Any]]:
        for place, column in enumerate(self._parts):
            words = str(row.cells[column.key] or "")
            if words and not (column.key == "date_written" and words == row.cells["date"]):
                yield [place, _tell_pieces(row, column.key, words)]

    def _tell_remarks(self, row: Row) -> Iterator[str]:
        if row.event.own:
            yield "Added by the author"
        yield from tell_standing(row.event, self._case)
        for key in row.said:
            yield f"{self._names.get(key, key)}: corrected by the author"

    def _tell_why(self, row: Row) -> list[str]:
        """For each child why the answers are what they are, [] where nothing is said of any."""
        told = [str(row.cells[f"words {child.name}"] or "") for child in self._case.children]
        return told if any(told) else []


def _choose_part(column: Column, *, with_notes: bool) -> str:
    """Where the column is shown, "" where it is not, or stands in a place of its own."""
    if column.key in _UNDER_TEXT:
        return "under"
    if column.is_for_notes and column.key != ORDER_KEY:
        return "notes" if with_notes else ""
    return "beside" if column.group is Group.RECORD else ""


def _name_file(row: Row) -> str:
    """The file, with its sheet where it has several."""
    place = str(row.cells["origin"] or "")
    return place.partition(", row ")[0]


def _tell_pieces(row: Row, key: str, words: str) -> str | list[Any]:
    """The words in pieces: a plain one as it is, others behind the number of their look."""
    told = [
        [look.value, piece] if look else piece
        for look, piece in list_pieces(row, key, clean_text(words))
    ]
    plain = len(told) == 1 and isinstance(told[0], str)
    return told[0] if plain else told or ""


def _list_clocks(
    chronology: Chronology, children: Sequence[str], places: dict[str, int]
) -> Iterator[Json]:
    clocks = (*chronology.clocks, *chronology.further_clocks)
    timeline = lay_out(replace(chronology, clocks=clocks))
    for clock, lane in zip(clocks, timeline.lanes if timeline else (), strict=True):
        if clock.child in children:
            yield {
                "child": children.index(clock.child),
                "of": clock.of.value,
                "by": clock.by or ANYONE,
                "anyone": clock.by is None,
                "gaps": [
                    _tell_gap(gap, bar, places)
                    for gap, bar in zip(clock.gaps, lane.bars, strict=True)
                ],
            }


def _tell_gap(gap: Gap, bar: Bar, places: dict[str, int]) -> Json:
    return {
        "first": _count(bar.first),
        "last": _count(bar.last),
        "days": bar.days,
        "certain": bar.certain,
        "words": tell_gap(gap),
        "entries": len(gap.entries),
        "agencies": tell_counts(gap.agencies),
        "chances": [[places[one.event], name_reason(one, gap.of)] for one in gap.chances],
    }


def _count(day: date | None) -> int | None:
    return day.toordinal() - _EPOCH if day else None
