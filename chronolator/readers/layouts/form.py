"""The form reader: sheets on which a label stands beside its value."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chronolator.model import Entry, Field, Layout, NotEvent, Origin, Problem, Sheet, Term
from chronolator.readers.cells import looks_dated
from chronolator.readers.layouts.blocks import Form, find_form
from chronolator.readers.layouts.header import SAMPLE, Header, complete_header, find_header
from chronolator.readers.layouts.pairs import find_name
from chronolator.readers.layouts.table import TableReading
from chronolator.readers.layouts.titles import find_agency, list_titles
from chronolator.readers.layouts.transposed import lay_out
from chronolator.readers.ours.refs import looks_integrated
from chronolator.readers.protocol import Settings
from chronolator.readers.registry import list_not_blank, show_row

UNFILLED = "a form in which nothing is filled in"
_TOLD_WITH = "told with the entry in row {}"


class FormReader:
    """Reads forms: one event a sheet, blocks down a sheet, or events side by side."""

    name = "form"
    looks_for = (
        "labels with their values beside them, such as Date: and Event:, in one block or several"
    )

    def recognise(self, sheet: Sheet, settings: Settings) -> Layout | None:
        """How the labels are read, or None where the sheet is no form, or a table as well."""
        form = recognise_form(sheet, settings)
        header = _read_labels(form, sheet, settings) if form else None
        if form is None or header is None:
            return None
        begins = form.begins
        return Layout(
            0,
            {heading: header.fields[place] for place, heading in header.headings.items()},
            tuple(header.headings),
            find_agency(
                list_titles(sheet, begins), settings.headings, settings.agencies, settings.known
            ),
            header.doubts,
            begins,
        )

    def read(
        self, sheet: Sheet, layout: Layout, settings: Settings
    ) -> Iterable[Entry | NotEvent | Problem | Term]:
        """An entry at the first row of each block, several where events stand side by side; its
        other rows are no events of their own.
        """
        form = find_form(sheet, settings)
        if form is None:
            return
        table, origins = lay_out(sheet, form)
        told = _read_table(table, origins, layout, settings)
        begins = {block.row for block in form.blocks}
        reason = ""
        for row in list_not_blank(sheet):
            if row in begins:
                reason = _TOLD_WITH.format(row) if row in told else UNFILLED
            if row in told:
                yield from told[row]
            else:
                yield NotEvent(Origin(sheet.file, sheet.name, row), reason, show_row(sheet, row))


_One = Entry | NotEvent | Problem | Term


def _read_table(
    table: Sheet, origins: Sequence[int], layout: Layout, settings: Settings
) -> dict[int, list[_One]]:
    """What the form, laid out as a table, tells, by the form's rows."""
    head = origins.index(0) + 1
    plain = replace(layout, header_row=head, begins=head)
    found: dict[int, list[_One]] = {}
    parts: Counter[int] = Counter()
    for one in TableReading(table, plain, settings).read():
        row = origins[one.origin.row - 1]
        if not row:
            continue
        parts[row] += isinstance(one, Entry | NotEvent)
        part = parts[row] if isinstance(one, Entry | NotEvent) else one.origin.part
        moved = replace(one, origin=replace(one.origin, row=row, part=part))
        if isinstance(moved, Problem):
            message = moved.message.replace(str(one.origin), str(moved.origin), 1)
            moved = replace(moved, message=message)
        found.setdefault(row, []).append(moved)
    return found


def recognise_form(sheet: Sheet, settings: Settings) -> Form | None:
    """The form that the sheet is; None where it is none, or a table with dated entries as well."""
    if sheet.prose or looks_integrated(sheet):
        return None
    form = find_form(sheet, settings)
    if form is None:
        return None
    header = find_header(sheet, settings)
    return None if header and _is_dated(sheet, header, settings) else form


def _is_dated(sheet: Sheet, header: Header, settings: Settings) -> bool:
    """True where a heading names the dates and dates stand below it: a table, whatever else."""
    for place, name in header.fields.items():
        if name is Field.DATE and find_name(header.headings[place], settings) is Field.DATE:
            below = sheet.rows[header.rows[-1] : header.rows[-1] + SAMPLE]
            return any(
                looks_dated(row[place], settings.headings) for row in below if place < len(row)
            )
    return False


def _read_labels(form: Form, sheet: Sheet, settings: Settings) -> Header | None:
    """The labels read as the headings of a table with an event a row."""
    table, origins = lay_out(sheet, form)
    labels = dict(enumerate(form.labels))
    return complete_header(table, (origins.index(0) + 1,), labels, settings)
