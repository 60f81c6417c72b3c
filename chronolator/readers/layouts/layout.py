"""The layout reader: any sheet with a row of headings above its entries."""

from collections.abc import Iterable
from dataclasses import replace

from chronolator.model import Entry, Layout, NotEvent, Problem, Sheet, Term
from chronolator.readers.layouts.aside import is_guidance
from chronolator.readers.layouts.carried import carry_on
from chronolator.readers.layouts.form import recognise_form
from chronolator.readers.layouts.header import find_first_row, find_header
from chronolator.readers.layouts.table import TableReading
from chronolator.readers.layouts.titles import find_agency, list_titles
from chronolator.readers.layouts.unheaded import find_unheaded
from chronolator.readers.ours.refs import looks_integrated
from chronolator.readers.protocol import Settings


class LayoutReader:
    """Reads every sheet whose headings are known, wherever under its titles they stand."""

    name = "layout"
    looks_for = (
        "a row of headings in rows 1 to 30, such as Date and Event, above a column of dates and a "
        "column of text; or such columns without headings"
    )

    def recognise(self, sheet: Sheet, settings: Settings) -> Layout | None:
        """How the columns are read, or None where the sheet holds no table of events."""
        if sheet.prose or looks_integrated(sheet) or recognise_form(sheet, settings):
            return None
        if is_guidance(sheet, settings.headings):
            return None
        layout = (
            _follow_headings(sheet, settings)
            or carry_on(sheet, settings)
            or find_unheaded(sheet, settings)
        )
        if layout is None:
            return None
        titles = list_titles(sheet, layout.begins)
        agency = find_agency(titles, settings.headings, settings.agencies, settings.known)
        return replace(layout, agency=agency or layout.agency)

    def read(
        self, sheet: Sheet, layout: Layout, settings: Settings
    ) -> Iterable[Entry | NotEvent | Problem | Term]:
        """An entry for every row of the table; titles, headings, banners and ends are no events."""
        return TableReading(sheet, layout, settings).read()


def _follow_headings(sheet: Sheet, settings: Settings) -> Layout | None:
    header = find_header(sheet, settings)
    if header is None:
        return None
    return Layout(
        header.rows[-1],
        {heading: header.fields[place] for place, heading in header.headings.items()},
        tuple(header.headings),
        doubts=header.doubts,
        begins=find_first_row(sheet, header, settings),
    )
