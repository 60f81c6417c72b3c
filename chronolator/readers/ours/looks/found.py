"""What a worker finds of a workbook's looks: by row and column, 1-based, before their meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chronolator.model import Look

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ColumnSpan:
    """Columns of one kind side by side: `width` is in characters, 0 where the file gives none."""

    first: int
    last: int
    width: float
    hidden: bool


@dataclass(frozen=True, slots=True)
class FoundLooks:
    """All that was found of one sheet.

    `looks` are those of cells that are not set as chron sets them; on a sheet of the author's, of
    all cells. Some words of the cells `mixed` look otherwise than others, and those of the cells
    `foreign` as chron sets none. `heights`, in points, were set by hand. `formulas` are "" where
    they are shared with another cell. `rules` and `choices` are the ranges of conditional formats
    and of data validations that are not chron's, `filtered` are columns filtered by (0: not known
    which). `things` are counted: {"chart": 2}. `table` are the first and the last column of the
    sheet's table, None where it has none.
    """

    columns: tuple[ColumnSpan, ...] = ()
    looks: Mapping[Place, Look] = field(default_factory=dict)
    mixed: frozenset[Place] = frozenset()
    foreign: frozenset[Place] = frozenset()
    comments: Mapping[Place, str] = field(default_factory=dict)
    heights: Mapping[int, float] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    formulas: Mapping[Place, str] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    things: Mapping[str, int] = field(default_factory=dict)
    filtered: tuple[int, ...] = ()
    frozen: Place = (0, 0)
    zoom: int = 100
    table: Place | None = None
    tab: str = ""


@dataclass(frozen=True, slots=True)
class FoundBook:
    """The sheets by name, and in words what else of the author's the workbook holds. `unread` says
    why the looks could not be read; "" where they were.
    """

    sheets: Mapping[str, FoundLooks] = field(default_factory=dict)
    things: tuple[str, ...] = ()
    unread: str = ""

    def find(self, sheet: str) -> FoundLooks:
        """What was found of the sheet; nothing where it was not looked at."""
        return self.sheets.get(sheet, FoundLooks())
