"""The order of explaining: a row as it was read, dated and answered; two rows as linked or not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from chronolator import notes
from chronolator.contacts import describe_contacts, link_events
from chronolator.contacts.explain import Verdict, explain_pair
from chronolator.contacts.link import Linked
from chronolator.duplicates import explain_parted
from chronolator.earlier import carry_written
from chronolator.errors import ReaderError
from chronolator.explaining.reading import Arranged, PairOfRows, Reader, RowExplained
from chronolator.model import (
    Case,
    Chronology,
    Contact,
    Event,
    Flag,
    NotEvent,
    Origin,
    Place,
    Reading,
    Rules,
    Term,
    When,
)
from chronolator.readers.inputs import find_inputs
from chronolator.readers.package import is_ours, is_reading_copy
from chronolator.returns import list_unread
from chronolator.seen import add_genders, flag_sightings, sort_by_key
from chronolator.seen.explain import Explainer, Explanation

__all__ = ["PairOfRows", "Reader", "RowExplained", "explain_row", "explain_text", "explain_two"]
_KINDS = {".docx": "document", ".html": "page"}


def explain_text(text: str, agency: str, case: Case, rules: Rules) -> Explanation:
    """How a text in an undated row of the agency is answered."""
    event = Event("", When(""), agency, text, Origin(""))
    return Explainer(case, rules.seen, rules.agencies).explain(event)


def explain_row(place: Place, reader: Reader) -> tuple[RowExplained | NotEvent, ...]:
    """The events of the row, most often one; or that it is not an event, and why.

    Raises `ReaderError` where the file cannot be read, or no such row stands in it.
    """
    _require_return(place)
    arranged = reader.read([place.file])
    reading, chronology = arranged.reading, arranged.chronology
    label = find_inputs([place.file])[0].label
    origins = _find_origins(place, label, reading)
    case = add_genders(reader.case, chronology.genders)
    rows = [event for event in _list_events(chronology) if event.origin in origins]
    rules = reader.rules
    return (
        *(one for one in reading.not_events if one.origin in origins),
        *(
            _add_corrections(
                _explain_event(event, reading, chronology, explainer), arranged, reader, explainer
            )
            for known, events in sort_by_key(rows, case, chronology.glossary, rules.seen.titles)
            for explainer in [Explainer(known, rules.seen, rules.agencies)]
            for event in events
        ),
    )


def explain_two(
    one: Place, other: Place, among: Sequence[Path | str], reader: Reader
) -> PairOfRows:
    """Two rows of the files, weighed `among` other inputs too, as a merge of them all would.

    Raises `ReaderError` as `explain_row`, and where a row is not one event. Of the others one that
    cannot be read is told, and stops nothing.
    """
    for place in (one, other):
        _require_return(place)
    files = list(dict.fromkeys((one.file, other.file)))
    arranged = reader.read(files, among)
    unread = list_unread(arranged.reading.problems)
    reading, chronology = arranged.reading, arranged.chronology
    labels = {found.path.resolve(): found.label for found in find_inputs([*files, *among])}
    a, b = (
        _find_event(place, labels[place.file.resolve()], reading, chronology)
        for place in (one, other)
    )
    if a == b:
        return PairOfRows(a, b, None, None, None, unread=unread)
    told = next(
        (dup for dup in chronology.duplicates if {a.id, b.id} == {dup.kept, dup.other.id}), None
    )
    both = tuple(one for one in chronology.decisions if {a.id, b.id} <= set(one.events))
    kept = {event.id for event in chronology.events}
    if told is not None or not {a.id, b.id} <= kept:
        return PairOfRows(a, b, told, None, None, both, unread=unread)
    case, rules = reader.case, reader.rules
    written = _correct(arranged, reader)
    decided = notes.pair_contacts(written.decisions)
    linked = link_events(written.events, case, rules.evidence, rules.agencies, decided)
    corrected = {event.id: event for event in written.events}
    a, b = corrected[a.id], corrected[b.id]
    hers = tuple(one for one in written.corrections if one.event in {a.id, b.id})
    known = add_genders(case, chronology.genders)
    contact = _describe_contact(linked, {a.id, b.id}, known, chronology.glossary, rules)
    pair = explain_pair(linked, a, b)
    parted: tuple[str, ...] = ()
    if pair.verdict is Verdict.ONE_AGENCY:
        parted = explain_parted(a, b, case, rules.duplicates)
    return PairOfRows(a, b, None, pair, contact, both, parted, hers, unread)


def _correct(arranged: Arranged, reader: Reader) -> Chronology:
    """The chronology with what the author corrected in the earlier workbook, if there is one."""
    chronology, earlier = arranged.chronology, reader.earlier
    if earlier is None:
        return chronology
    followed, case = arranged.followed, chronology.case
    return carry_written(
        chronology, followed, earlier, case, reader.rules, reader.merged_on
    ).chronology


def _describe_contact(
    linked: Linked, ids: set[str], case: Case, terms: Iterable[Term], rules: Rules
) -> Contact | None:
    """The contact of which all of these events are accounts, without its number."""
    for status, group in linked.groups:
        events = [one.event for one in group.accounts]
        if ids <= {event.id for event in events}:
            flags = [
                flag
                for known, some in sort_by_key(events, case, terms, rules.seen.titles)
                for flag in flag_sightings(some, known, rules.seen, rules.agencies)
            ]
            return describe_contacts(replace(linked, groups=((status, group),)), flags)[0]
    return None


def _require_return(place: Place) -> None:
    if not place.file.is_file():
        raise ReaderError(
            f"{place.file}: there is no such file", hint="Check the name and the folder."
        )
    if is_ours(place.file) or is_reading_copy(place.file):
        raise ReaderError(
            f"{place.file}: a {_name_kind(place.file)} that chron wrote",
            hint="Name the agency's file and its row: the columns File, Sheet and Row say which.",
        )


def _name_kind(file: Path) -> str:
    return _KINDS.get(file.suffix.casefold(), "workbook")


def _list_events(chronology: Chronology) -> Iterator[Event]:
    yield from chronology.events
    yield from (one.other for one in chronology.duplicates)


def _find_origins(place: Place, label: str, reading: Reading) -> set[Origin]:
    """Where in the file the row stands. Raises `ReaderError` where it does not, or in several."""
    told = [
        *(one.origin for one in reading.entries),
        *(one.origin for one in reading.not_events),
    ]
    mine = [one for one in told if one.file == label]
    sheets = dict.fromkeys(one.sheet for one in reading.sources if one.file == label)
    if place.sheet is not None:
        sheet = next((one for one in sheets if one.casefold() == place.sheet.casefold()), None)
        if sheet is None:
            names = ", ".join(filter(None, sheets)) or "one without a name"
            raise ReaderError(
                f'{label}: there is no sheet "{place.sheet}"', hint=f"Its sheets are: {names}."
            )
        mine = [one for one in mine if one.sheet == sheet]
    found = {one for one in mine if one.row == place.row}
    if not found:
        rows = [one.row for one in mine if one.row]
        hint = f"Rows {min(rows)} to {max(rows)} are read." if rows else "Nothing is read there."
        where = f", sheet {place.sheet}" if place.sheet else ""
        raise ReaderError(f"{label}{where}: row {place.row} is blank, or not there", hint=hint)
    several = sorted({one.sheet for one in found})
    if len(several) > 1:
        raise ReaderError(
            f"{label}: row {place.row} stands in several sheets: {', '.join(several)}",
            hint=f'Name one, as "{label}:{several[0]}".',
        )
    return found


def _find_event(place: Place, label: str, reading: Reading, chronology: Chronology) -> Event:
    origins = _find_origins(place, label, reading)
    events = [event for event in _list_events(chronology) if event.origin in origins]
    if len(events) == 1:
        return events[0]
    what = "is not an event" if not events else "tells several events"
    raise ReaderError(
        f"{min(origins)}: {what}", hint="Explain that row alone, to see how it is read."
    )


def _explain_event(
    event: Event, reading: Reading, chronology: Chronology, explainer: Explainer
) -> RowExplained:
    origin = event.origin
    place = Origin(origin.file, origin.sheet)
    repeats = next((one for one in chronology.duplicates if one.other.origin == origin), None)
    kept = (one.origin for one in chronology.events if repeats and one.id == repeats.kept)
    return RowExplained(
        next((one for one in reading.sources if Origin(one.file, one.sheet) == place), None),
        next(one for one in reading.entries if one.origin == origin),
        event,
        tuple(
            one for one in chronology.problems if one.origin in {origin, place, Origin(origin.file)}
        ),
        repeats,
        next(kept, None),
        explainer.explain(event),
    )


def _add_corrections(
    told: RowExplained, arranged: Arranged, reader: Reader, explainer: Explainer
) -> RowExplained:
    """The same with what the author corrected of the row, if it stands in the earlier workbook."""
    earlier = reader.earlier
    if earlier is None or told.repeats is not None:
        return told
    chronology, ref = arranged.chronology, told.event.id
    written = carry_written(
        chronology,
        arranged.followed,
        earlier,
        chronology.case,
        reader.rules,
        reader.merged_on,
    )
    corrected = next(one for one in written.chronology.events if one.id == ref)
    flags = _list_flags(explainer.explain(corrected))
    flags, answers = notes.correct_answers(flags, written.answers)
    cells = (one for one in written.chronology.corrections if one.event == ref)
    pairs = zip(_list_flags(told.explanation), flags, strict=True)
    return replace(
        told,
        corrections=(*cells, *answers),
        answered=tuple(new for old, new in pairs if new.answer is not old.answer),
        corrected_in=earlier.path,
    )


def _list_flags(told: Explanation) -> tuple[Flag, ...]:
    return tuple(flag for child in told.children for flag in child.flags)
