"""What a reader is. Ours and those of plug-ins go through this same door.

A reader brings a layout, not a format: it works on `Sheet` values, which are the same for every
format. It is found by the entry point group `chronolator.readers`; the entry point names a class
that is made without arguments.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from chronolator.model import (
    AgencyRules,
    DateRules,
    Entry,
    Field,
    HeadingRules,
    Layout,
    LayoutRules,
    NotEvent,
    Problem,
    Sheet,
    Term,
)

ENTRY_POINTS = "chronolator.readers"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader may need: the rules, and the headings that the case file settles by hand.

    `agency`: the name of the agency to whom the case file gives the file, "" for none.
    `before`: how the last sheet of the same file was laid out that this reader took, or None. A
    sheet without headings may carry it on. `legend`: what colours (as "FFC000") mean by a sheet of
    the same file that explains them. `known`: the names of the case's agencies; `children`: the
    names of its children, as columns may be headed by them.
    """

    headings: HeadingRules
    agencies: AgencyRules
    dates: DateRules
    columns: dict[str, Field] = field(default_factory=dict)
    before: Layout | None = None
    agency: str = ""
    layouts: LayoutRules = field(default_factory=LayoutRules)
    legend: dict[str, str] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    children: tuple[str, ...] = ()


class Reader(Protocol):
    """Recognises one layout and reads it.

    `name` is what `chron readers` shows; `looks_for` one sentence saying by what a sheet is
    recognised, shown where no reader claims one. Exactly one reader may claim a sheet.
    """

    name: str
    looks_for: str

    def recognise(self, sheet: Sheet, settings: Settings) -> Layout | None:
        """How the sheet is laid out, or None where it is not this reader's."""
        ...

    def read(
        self, sheet: Sheet, layout: Layout, settings: Settings
    ) -> Iterable[Entry | NotEvent | Problem | Term]:
        """An `Entry` or a `NotEvent` for every row of the sheet that is not blank, in its order.

        A `Problem` may stand beside a row, never instead of it. A row that tells several events
        yields several entries whose origins differ in `part`. A row of a glossary is no event, and
        gives a `Term` besides.
        """
        ...
