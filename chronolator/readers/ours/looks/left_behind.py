"""What stands in a workbook of ours and cannot be carried into a new one, in words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from chronolator.model import Field, Sheet
from chronolator.model.values import show_value
from chronolator.readers.cells import name_column
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.looks.dressed import name_places
from chronolator.readers.ours.looks.found import FoundBook, FoundLooks, Place
from chronolator.readers.ours.looks.jottings import Jotted

_SHOWN = 3
_LINK = "HYPERLINK("
"""With this the formulas begin that chron writes, in columns of its own."""


def tell_left_behind(
    main: Sheet,
    found: FoundColumns,
    rows: Sequence[Row],
    book: FoundBook,
    hers: Sequence[Sheet],
    read: Collection[str],
) -> Iterator[str]:
    """A sentence for each thing of the author's that is not carried, or not as it was: of the
    `main` sheet, of `hers`, of those of which what she left there is `read`, and of all others.
    """
    if book.unread:
        yield f"fills, comments and widths could not be read ({book.unread}) and are not carried"
    yield from (f"not carried: {thing}" for thing in book.things)
    yield from _tell_chronology(main, found, rows, book.find(main.name))
    for sheet in hers:
        yield from _tell_own(sheet, book.find(sheet.name))
    for name, looks in book.sheets.items():
        yield from _tell_sheet(name, looks)
        others = name not in {main.name, *(sheet.name for sheet in hers)}
        if looks.comments and others and name not in read:
            yield f"sheet {name}: not carried: comments"
        if looks.filtered and others:
            yield f"sheet {name}: the filter is not carried: all rows are shown"


def tell_jotted(sheets: Mapping[str, Jotted]) -> Iterator[str]:
    """A sentence for each sheet of findings in whose rows she changed cells of ours, or added rows;
    and for each with looks that go nowhere.
    """
    for sheet, jotted in sheets.items():
        if jotted.changed:
            told = _name_first("row", [str(number) for number in jotted.changed])
            yield f"sheet {sheet}, {told}: what you wrote in columns of ours is not carried"
        if jotted.bare:
            cells = dict.fromkeys(
                f"{name_column(column - 1).removeprefix('Column ')}{row}"
                for row, column in jotted.bare
            )
            told = _name_first("cell", [*cells])
            yield f"sheet {sheet}, {told}: colours and comments of yours there are not carried"
        if jotted.merged:
            yield f"sheet {sheet}: not carried: merged cells"


def tell_headings(
    main: Sheet, found: FoundColumns, tables: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """A sentence for each sheet on which she changed headings of ours, which are as they were."""
    written = dict(enumerate(main.rows[found.header_row - 1]))
    changed = [
        column.heading
        for key, column in found.known.items()
        if key not in found.notes
        and (hers := show_value(written.get(found.places[key])))
        and hers.casefold() != column.heading.casefold()
    ]
    for sheet, headings in {main.name: changed, **tables}.items():
        if headings:
            one = "the heading" if len(headings) == 1 else "the headings"
            yield (
                f"sheet {sheet}: {one} {', '.join(headings)}: the name that you gave instead is "
                "not carried"
            )


def tell_links(counted: Mapping[str, int]) -> Iterator[str]:
    """A sentence for each sheet on which she gave cells links, which are kept in comments."""
    for sheet, count in counted.items():
        links = "a link is" if count == 1 else f"{count} links are"
        yield f"sheet {sheet}: {links} carried as a comment that says where to"


def _name_first(what: str, named: Sequence[str]) -> str:
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    return f"{what}{'s' * (len(named) > 1)} {', '.join(named[:_SHOWN])}{more}"


def _tell_sheet(sheet: str, looks: FoundLooks) -> Iterator[str]:
    """What stands on a sheet beside its cells, whoever's it is."""
    for thing, count in looks.things.items():
        told = thing if count == 1 else f"{count} {thing}s"
        yield f"sheet {sheet}: not carried: {told}"
    for area in looks.rules:
        yield f"sheet {sheet}, cells {area}: not carried: the conditional format"
    for area in looks.choices:
        yield f"sheet {sheet}, cells {area}: not carried: the data validation"


def _tell_chronology(
    sheet: Sheet, found: FoundColumns, rows: Sequence[Row], looks: FoundLooks
) -> Iterator[str]:
    """What of the author's rows, columns and cells there is not carried, or not as it was."""
    names = name_places(found)
    refs = {row.number: row.ref for row in rows}
    hers = {place + 1 for key, place in found.places.items() if key in found.notes}

    def is_hers(place: Place) -> bool:
        return place[1] in hers or (place[0] in refs and not refs[place[0]])

    def tell(places: Iterable[Place], what: str) -> Iterator[str]:
        listed = sorted(places)
        if listed:
            cells = [_name_cell(place, sheet, found, refs) for place in listed[:_SHOWN]]
            more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
            yield f"sheet {sheet.name}, {'; '.join(cells)}{more}: {what}"

    formulas = [
        place
        for place, text in looks.formulas.items()
        if is_hers(place) or not text.startswith(_LINK)
    ]
    yield from tell(formulas, "a formula is carried as its value alone")
    mixed = {place for place in looks.mixed if is_hers(place)} | looks.foreign
    yield from tell(mixed, "the look of single words in the cell is not carried")
    struck = [
        place
        for place, look in looks.looks.items()
        if look.struck and names.get(place[1]) in set(Field)
    ]
    yield from tell(
        struck,
        "that you struck the agency's words through is not carried: it would say that the agency "
        "withdrew them",
    )
    known = {*refs, found.header_row}
    yield from tell(
        [place for place in looks.comments if place[0] not in known],
        "a comment that stands beside no row is not carried",
    )
    for column in looks.filtered:
        told = f", column {_head(sheet, found, column)}" if column else ""
        yield f"sheet {sheet.name}{told}: the filter is not carried: all rows are shown"
    if sheet.merged:
        yield f"sheet {sheet.name}: not carried: merged cells"


def _tell_own(sheet: Sheet, looks: FoundLooks) -> Iterator[str]:
    """What of a sheet of the author's is not carried, or not as it was."""
    if count := len(looks.formulas):
        told = "a formula is" if count == 1 else f"{count} formulas are"
        yield f"sheet {sheet.name}: {told} carried as values alone"
    if looks.mixed:
        yield f"sheet {sheet.name}: the look of single words in a cell is not carried"
    if looks.filtered:
        yield f"sheet {sheet.name}: the filter is not carried"


def _name_cell(place: Place, sheet: Sheet, found: FoundColumns, refs: Mapping[int, str]) -> str:
    row, column = place
    ref = refs.get(row)
    return f"row {ref or row}, column {_head(sheet, found, column)}"


def _head(sheet: Sheet, found: FoundColumns, column: int) -> str:
    headings = sheet.rows[found.header_row - 1]
    heading = headings[column - 1] if column <= len(headings) else None
    return str(heading) if heading else name_column(column - 1).removeprefix("Column ")
