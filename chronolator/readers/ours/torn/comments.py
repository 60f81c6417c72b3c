"""Comments on cells that may be of another row than the one beside whose Ref they stand."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from chronolator.columns import COMMENT_ON
from chronolator.model import Note, UnplacedNote
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.looks.found import FoundLooks, Place
from chronolator.readers.ours.torn.mending import WHY_TORN, Mended
from chronolator.readers.ours.torn.outside import WHY_OUTSIDE


def take_comments(
    looks: FoundLooks,
    rows: Sequence[Row],
    found: FoundColumns,
    mended: Mended,
    outside: Collection[str],
) -> tuple[FoundLooks, list[UnplacedNote]]:
    """The looks without the comments on cells of columns that stood `outside` the table, and on
    cells of torn rows that may be of another one; these wait, with the rows that may be meant.
    """
    keys = {place + 1: key for key, place in found.places.items()}
    refs = {row.number: row.ref for row in rows}
    waiting: dict[Place, UnplacedNote] = {}
    for (row, column), text in looks.comments.items():
        key = keys.get(column, "")
        if key in outside:
            why, meant = WHY_OUTSIDE, tuple(filter(None, [refs.get(row, "")]))
        elif key in mended.loose.get(row, ()):
            why, meant = WHY_TORN, mended.meant[row]
        else:
            continue
        heading = found.notes[key] if key in found.notes else found.known[key].heading
        note = Note("", f"{COMMENT_ON}{heading}", text)
        waiting[row, column] = UnplacedNote(note, "", "", "", None, why, meant)
    kept = {place: text for place, text in looks.comments.items() if place not in waiting}
    return replace(looks, comments=kept), list(waiting.values())
