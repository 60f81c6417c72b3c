"""The two very hidden sheets by which the workbook is read back: what we wrote, and the case."""

import json
from collections.abc import Collection, Mapping
from itertools import chain, islice

from xlsxwriter import Workbook

from chronolator.case import encode_case
from chronolator.columns import (
    BASE_SHEET,
    CASE_SHEET,
    HISTORY_FIELDS,
    OWN_ROW,
    OurLooks,
    OurTable,
    encode_looks,
    name_sheet,
    share_out,
)
from chronolator.model import Chronology, Happening
from chronolator.rows import list_result_columns
from chronolator.write.workbook.checked import add_sheet, list_sheets
from chronolator.write.workbook.formats import Formats
from chronolator.write.workbook.written_rows import WrittenRows

_PIECE = 30_000


def write_base(book: Workbook, formats: Formats, written: WrittenRows) -> None:
    """Keep what each of our rows held, to tell the author's corrections from our own text."""
    plain = formats.make()
    left = iter(written)
    for part, share in enumerate(share_out(len(written)), start=1):
        sheet = add_sheet(book, name_sheet(BASE_SHEET, part))
        sheet.very_hidden()
        rows = ((one.id or OWN_ROW, one.hashes, *one.corrected) for one in islice(left, share))
        for number, row in enumerate(chain([("id", "cells")], rows)):
            sheet.finish_texts(number, row, plain)


def write_case(
    book: Workbook,
    formats: Formats,
    chronology: Chronology,
    tables: Mapping[str, OurTable],
    hers: Collection[str],
) -> None:
    """Keep the case, without passwords, the returns that the workbook was made from, what each
    merge changed, the names of its sheets but for `hers`, and the looks and `tables` that are ours:
    this one is written last.
    """
    sheet = add_sheet(book, CASE_SHEET)
    sheet.very_hidden()
    ours = [one for one in list_sheets(book) if str(one.name) not in hers]
    looks = OurLooks(
        formats.list_colours("bg_color"),
        formats.list_colours("font_color"),
        frozenset(rule for one in ours for rule in one.rules),
        {column.key: column.width for column in list_result_columns(chronology)},
        frozenset(str(one.name) for one in ours if one.is_drawn_on),
        tables,
    )
    plain = formats.make()
    text = json.dumps(
        {
            "case": encode_case(chronology.case),
            "sources": [
                {
                    "file": source.file,
                    "sheet": source.sheet,
                    "reader": source.reader,
                    "agency": source.agency,
                    "sha256": source.sha256,
                }
                for source in chronology.sources
            ],
            "history": [
                [_tell_moment(one), *(getattr(one, name) for name in HISTORY_FIELDS)]
                for one in chronology.history
            ],
            "sheets": [str(one.name) for one in ours],
            "looks": encode_looks(looks),
        }
    )
    for row, start in enumerate(range(0, len(text), _PIECE)):
        sheet.put(row, 0, text[start : start + _PIECE], plain)


def _tell_moment(one: Happening) -> str:
    """The day of a merge, with the time where it is known."""
    day = one.day.isoformat()
    return day if one.at is None else f"{day} {one.at:%H:%M}"
