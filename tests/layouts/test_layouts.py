"""Every feature of a layout alone, and a sample of the pairs."""

from pathlib import Path
from random import Random

import pytest

from .run import Layout, list_pairs, list_single, run

SAMPLE = 200
"""Pairs of features, drawn anew only where features or formats are added: some 20 seconds."""
READY = {
    "school headings",
    "health headings",
    "court headings",
    "headings in two rows",
    "headings in three rows",
    "headings merged down",
    "headings repeated",
    "headings in row 7",
    "titles and terms of reference",
    "date and time in one cell",
    "time column",
    "range in two columns",
    "three dates",
    "agency column",
    "serial numbers",
    "blank rows",
    "blank columns at the left",
    "dates as 22.05.16",
    "dates as 22nd May 2016",
    "dates as 22-May-16",
    "dates as 2016-05-22",
    "dates as Sun 22/5/16",
    "dates from 1904",
    "newest first",
    "merged dates",
    "year banners",
    "month banners",
    "sheet per year",
    "nil return beside",
    "cover sheet",
    "line ends in cells",
    "a row told twice",
    "total below",
    "end row below",
}
READY_FORMATS = {"xlsx", "xlsm", "csv, UTF-8", "csv, cp1252", "csv, semicolons", "tsv, UTF-16"}


def _is_ready(layout: Layout) -> bool:
    names = {one.name for one in layout.features}
    return names <= READY and layout.form.name in READY_FORMATS


SINGLE = [one for one in list_single() if _is_ready(one)]
PAIRS = Random(2019).sample([one for one in list_pairs() if _is_ready(one)], SAMPLE)  # noqa: S311


@pytest.mark.parametrize("layout", [*SINGLE, *PAIRS], ids=lambda one: one.name)
def test_every_row_of_the_layout_is_read(layout: Layout, tmp_path: Path) -> None:
    assert run(layout, tmp_path) == []
