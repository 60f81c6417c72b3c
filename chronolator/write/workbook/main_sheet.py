"""What the sheets of rows have in common: one table, its widths, and how it opens and prints."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from xlsxwriter import Workbook

from chronolator.columns import ORDER_KEY, Column, Group, name_part, name_sheet, share_out
from chronolator.rows import RowValue
from chronolator.write.workbook.checked import CheckedSheet, add_sheet
from chronolator.write.workbook.formats import Formats
from chronolator.write.workbook.heights import HIGHEST, count_lines, height_of
from chronolator.write.workbook.her_looks import HerLooks

_HEADING_ROOM = 0.95
_BUTTONS = 13
_EMPTY = frozenset({"", None})
_NOT_PRINTED = "ref"
"""It serves the next merge; on paper a row is found by its number."""


def add_parts(book: Workbook, name: str, rows: int) -> Iterator[tuple[CheckedSheet, int]]:
    """Add the sheets of that name on which so many rows stand, each with how many of them: a second
    one where they are more than a sheet holds, and so on.
    """
    for number, share in enumerate(share_out(rows), start=1):
        sheet = add_sheet(book, name_sheet(name, number))
        if number > 1:
            sheet.check(book.define_name(name_part(number), f"='{sheet.name}'!$A$1"))
        yield sheet, share


def name_table(name: str, number: int) -> str:
    """The name of the table on the sheet of that number."""
    return name if number == 1 else f"{name}{number}"


def find_filled(cells: Mapping[str, RowValue], known: Collection[str] = frozenset()) -> set[str]:
    """The keys of the cells that hold a value, of which a nought is one, but for those `known`."""
    return {key for key in cells.keys() - known if cells[key] not in _EMPTY}


def choose_columns(columns: Sequence[Column], filled: Collection[str]) -> list[Column]:
    """The columns without the optional ones that no row has a value in: the keys `filled`."""
    return [one for one in columns if not one.optional or one.key in filled]


def set_columns(
    sheet: CheckedSheet, columns: Sequence[Column], hidden: Collection[str] = ()
) -> None:
    """Give the columns their widths; those that are technical fold away together. `hidden` are the
    keys of columns that do not show.
    """
    for place, column in enumerate(columns):
        options: dict[str, bool | int] = {"level": 1} if column.technical else {}
        after = columns[place + 1] if place + 1 < len(columns) else None
        if column.key in hidden:
            options["hidden"] = True
        elif after and after.key in hidden and after.technical and not column.technical:
            options["collapsed"] = True  # the [+] that shows them again stands above this one
        sheet.check(sheet.set_column(place, place, column.width, None, options))


def add_table(
    sheet: CheckedSheet,
    formats: Formats,
    columns: Sequence[Column],
    last: int,
    name: str,
    hers: HerLooks | None = None,
) -> None:
    """Make a table of the sheet, with its headings; `last` is the number of the last row. `hers` is
    what the author made of them.
    """
    looks = (hers or HerLooks()).heading
    lines = max(count_lines(one.heading, one.width * _HEADING_ROOM) for one in columns)
    # The buttons of the filter stand below the words instead of on them.
    sheet.set_height(0, min(HIGHEST, height_of(lines) + _BUTTONS))
    titles = [
        (one.heading, formats.dress(formats.heading(one), looks.find(one))) for one in columns
    ]
    sheet.tabulate(name, last, titles)
    for place, text in looks.list_comments(columns):
        sheet.add_comment(0, place, text)


def set_view(
    sheet: CheckedSheet,
    columns: Sequence[Column],
    last: int,
    printed: tuple[int, int],
    scrolls: str = "text",
) -> None:
    """What stays in sight on the screen, and what is printed: down to the row `last`, from the one
    to the other of the `printed` columns. `scrolls` is the key of the first column that does not
    stand still.
    """
    keys = [column.key for column in columns]
    sheet.freeze_panes(1, keys.index(scrolls))
    sheet.repeat_rows(0)
    sheet.print_area(0, printed[0], last, printed[1])
    sheet.outline_settings(symbols_right=False)


def find_printed(columns: Sequence[Column], filled: Collection[str]) -> tuple[int, int]:
    """The first and the last column on paper, where width is dear: from the row's number to the
    findings, and the author's columns as far as she wrote in them, but always her first one.
    """
    first = int(columns[0].key == _NOT_PRINTED)
    hers = [i for i, one in enumerate(columns) if one.is_for_notes and one.key != ORDER_KEY]
    written = [i for i in hers if columns[i].key in filled]
    found = [i for i, one in enumerate(columns) if one.group is Group.FINDING]
    return first, max(*found, *hers[:1], *written)
