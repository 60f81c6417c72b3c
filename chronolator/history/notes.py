"""The notes that a merge moved, could not place or put back, and those that the author placed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from chronolator.model import Chronology, Earlier, Happening, HappeningKind, Note
from chronolator.model.written import read_ref


def compare_notes(
    earlier: Earlier, chronology: Chronology, followed: Mapping[str, tuple[str, str]], day: date
) -> Iterator[Happening]:
    """The notes that stand beside another row, wait for one, were placed by her, or are back."""
    agencies = {event.id: event.agency for event in chronology.events}
    there = {(note.id, note.column, note.text) for note in chronology.notes}
    here = {(note.id, note.column, note.text) for note in earlier.notes}
    waited = {(one.note.column, one.note.text) for one in earlier.unplaced}
    moved = defaultdict[tuple[str, str], list[Note]](list)
    for note in chronology.notes:
        if (note.id, note.column, note.text) not in here:
            moved[note.column, note.text].append(note)
    waiting = {(one.note.column, one.note.text) for one in chronology.unplaced} - waited
    for note in earlier.notes:
        key = note.column, note.text
        if (note.id, *key) in there:
            continue
        if moved[key]:
            now = moved[key].pop(0)
            kind, remark = HappeningKind.NOTE_MOVED, followed.get(note.id, ("", ""))[1]
            yield Happening(
                day, kind, agencies.get(now.id, ""), now.id, note.id, _quote(now), remark
            )
        elif key in waiting:
            yield Happening(day, HappeningKind.NOTE_WAITS, "", note.id, _quote(note))
    own = {event.id for event in chronology.events if event.own}
    placed = [
        (followed.get(ref, (ref,))[0], one.note)
        for one in earlier.unplaced
        if (ref := read_ref(one.place_at))
    ]
    for note in chain.from_iterable(moved.values()):
        was = next((it for home, it in placed if home == note.id and _is_that(it, note)), None)
        if was or (note.id not in own and (note.column, note.text) in waited):
            kind = HappeningKind.NOTE_PLACED if was else HappeningKind.NOTE_BACK
            agency, ref = agencies.get(note.id, ""), was.id if was else ""
            yield Happening(day, kind, agency, note.id, ref, _quote(note))


def _is_that(waited: Note, note: Note) -> bool:
    """Whether the note is the one that waited: without a column it went to the first."""
    return waited.text == note.text and waited.column in ("", note.column)


def _quote(note: Note) -> str:
    return f"{note.column}: {note.text}"
