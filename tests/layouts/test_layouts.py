"""Every feature of a layout alone, and a sample of the pairs."""

from pathlib import Path
from random import Random

import pytest

from .run import Layout, list_pairs, list_single, run

SAMPLE = 200
"""Pairs of features, drawn anew only where features or formats are added: some 20 seconds."""
LATER = {"fills with a key", "forms, label beside value", "sheet per child"}
LATER_FORMATS = {"html"}


def _is_ready(layout: Layout) -> bool:
    names = {one.name for one in layout.features}
    if layout.form.name == "docx" and "titles and terms of reference" in names:
        return False
    return not names & LATER and layout.form.name not in LATER_FORMATS


SINGLE = [one for one in list_single() if _is_ready(one)]
PAIRS = Random(2019).sample([one for one in list_pairs() if _is_ready(one)], SAMPLE)  # noqa: S311


@pytest.mark.parametrize("layout", [*SINGLE, *PAIRS], ids=lambda one: one.name)
def test_every_row_of_the_layout_is_read(layout: Layout, tmp_path: Path) -> None:
    assert run(layout, tmp_path) == []
