"""What the author left beside the findings, put beside the same findings again."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time

from chronolator.columns import (
    COMMENT_ON,
    NOTES_SHEET,
    OurTable,
    cell_hash,
    cell_text,
    row_hash,
    row_key,
)
from chronolator.model import Chronology, Jotting, Note, SheetLook, UnplacedNote
from chronolator.model.values import show_value
from chronolator.words.shorten import shorten
from chronolator.write.workbook.links import RowLink, SheetLink
from chronolator.write.workbook.tables import CellValue, Finding, Heading

_WIDTH = 24
_ASKS = (
    "Your own column. What stands here is carried into the next merge where the row says the same, "
    "else it goes to the sheet Notes to place."
)
_PLAIN = (str, int, date, time, type(None))
_BETWEEN = " | "
_SHORT = 400


def place_jottings(
    findings: Sequence[Finding],
    jottings: Sequence[Jotting],
    looks: Mapping[str, SheetLook],
) -> tuple[list[Finding], tuple[UnplacedNote, ...]]:
    """The findings with what she left beside their rows, in columns behind ours, and with her
    `looks` of their sheets; and her words of rows that no finding says any more.
    """
    left = defaultdict(list)
    for one in jottings:
        left[one.sheet].append(one)
    placed = [
        replace(_place(one, left.get(one.sheet, [])), look=looks.get(one.sheet, one.look))
        for one in findings
    ]
    return placed, tuple(note for some in left.values() for one in some for note in _wait(one))


def describe_table(finding: Finding) -> OurTable | None:
    """The table as it is told from hers when it is read; None for one without rows."""
    if not finding.rows:
        return None
    ours = [place for place in finding.written if place < len(finding.headings) - finding.hers]
    keys = [place for place in _list_keys(finding) if place in ours]
    headings = {place: finding.headings[place] for place in ours}
    return OurTable(
        tuple(heading.text for heading in headings.values()),
        tuple(headings[place].text for place in keys),
        frozenset(row_hash(_tell_row(row, keys)) for row in finding.rows),
        {heading.text: heading.width for heading in headings.values()},
        {
            heading.text: frozenset(cell_hash(_show(row[place])) for row in finding.rows)
            for place, heading in headings.items()
            if place not in keys and not heading.asks
        },
        grows=finding.sheet == NOTES_SHEET or (finding.room or 0) > len(finding.rows),
    )


def place_looks(finding: Finding, chronology: Chronology) -> Finding:
    """The finding with what she made of the looks of its columns and rows alone."""
    bare = [
        replace(one, texts={}, comments={})
        for one in chronology.jottings
        if one.sheet == finding.sheet
    ]
    look = chronology.tables.get(finding.sheet, finding.look)
    return replace(_place(finding, bare), look=look)


def _place(finding: Finding, left: list[Jotting]) -> Finding:
    """The finding with those of the jottings that belong to it, which are taken out of `left`."""
    if not left:
        return finding
    # A column may tell of nothing in one merge, and hold links in the next.
    keys = [one for one in _list_keys(finding) if finding.headings[one].text in left[0].row]
    names = [finding.headings[place].text for place in keys]
    waiting: defaultdict[tuple[str, ...], list[Jotting]] = defaultdict(list)
    for one in left if names else ():
        waiting[row_key(one.row.get(name, "") for name in names)].append(one)
    found: dict[int, Jotting] = {}
    for number, row in enumerate(finding.rows, start=1):
        if some := waiting.get(row_key(_tell_row(row, keys))):
            found[number] = some.pop(0)
    for one in found.values():
        left.remove(one)
    known_again = dict(_find_changed(finding, keys, left, found))
    for number, one in known_again.items():
        left.remove(one)
        found[number] = _tell_changed(one)
    if not found:
        return finding
    known = {heading.text for heading in finding.headings}
    named = (name for one in found.values() for name in (*one.texts, *one.comments))
    hers = list(dict.fromkeys(name for name in named if name not in known))
    rows = [
        (*row, *(found[number].texts.get(name, "") if number in found else "" for name in hers))
        for number, row in enumerate(finding.rows, start=1)
    ]
    headings = (*finding.headings, *(Heading(name, _WIDTH, asks=_ASKS) for name in hers))
    return replace(finding, headings=headings, rows=rows, jottings=found, hers=len(hers))


def _find_changed(
    finding: Finding, keys: Sequence[int], left: Sequence[Jotting], found: Collection[int]
) -> Iterator[tuple[int, Jotting]]:
    """The rows, by their numbers, that are none of the `found`, and say otherwise what one of the
    jottings `left` stood beside: by what identifies such a row, where that is of one alone.
    """
    places = {finding.headings[place].text: place for place in keys}
    taken: set[int] = set(found)
    waiting = list(left)
    for names in finding.identity:
        if not set(names) <= places.keys():
            continue
        rows: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, row in enumerate(finding.rows, start=1):
            rows[row_key(_tell_row(row, [places[name] for name in names]))].append(number)
        beside: defaultdict[tuple[str, ...], list[Jotting]] = defaultdict(list)
        for one in waiting:
            beside[row_key(one.row.get(name, "") for name in names)].append(one)
        for key, some in beside.items():
            free = [number for number in rows.get(key, ()) if number not in taken]
            if len(some) == len(free) == 1 and len(rows[key]) == 1:
                taken.add(free[0])
                waiting.remove(some[0])
                yield free[0], some[0]


def _tell_changed(jotting: Jotting) -> Jotting:
    """The same, no longer hidden, with a comment beside her words that says what the row said when
    she wrote them.
    """
    jotting = replace(jotting, hidden=False)
    free = [heading for heading in jotting.texts if heading not in jotting.comments]
    if not free:
        return jotting
    words = shorten(_BETWEEN.join(filter(None, jotting.row.values())), _SHORT)
    told = {free[0]: f"This row says otherwise since you wrote here. It was: {words}"}
    return replace(jotting, comments={**jotting.comments, **told})


def _list_keys(finding: Finding) -> list[int]:
    """The places of the columns that say what a row is: none in which she writes, no links."""
    return [
        place
        for place, heading in enumerate(finding.headings)
        if not heading.asks and all(isinstance(row[place], _PLAIN) for row in finding.rows)
    ]


def _tell_row(row: Sequence[object], keys: Sequence[int]) -> Iterator[str]:
    for place in keys:
        value = row[place]
        yield cell_text(value) if isinstance(value, _PLAIN) else ""


def _show(value: CellValue) -> str:
    """What the cell shows."""
    if isinstance(value, RowLink):
        return str(value.number)
    return value.sheet if isinstance(value, SheetLink) else cell_text(value)


def _wait(jotting: Jotting) -> Iterator[UnplacedNote]:
    words = _BETWEEN.join(filter(None, jotting.row.values()))
    for heading, text in jotting.texts.items():
        yield UnplacedNote(Note("", f"{jotting.sheet}: {heading}", show_value(text)), "", "", words)
    for heading, text in jotting.comments.items():
        column = f"{jotting.sheet}: {COMMENT_ON}{heading}"
        yield UnplacedNote(Note("", column, text), "", "", words)
