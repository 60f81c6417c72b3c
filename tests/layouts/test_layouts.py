"""Every feature of a layout alone, and a sample of the pairs."""

from pathlib import Path
from random import Random

import pytest

from .run import Layout, list_pairs, list_single, run

SAMPLE = 150
"""Pairs of features, drawn anew only where features or formats are added: some 20 seconds."""
SINGLE = [*list_single()]
PAIRS = Random(2019).sample([*list_pairs()], SAMPLE)  # noqa: S311


pytestmark = pytest.mark.usefixtures("untraced")


@pytest.mark.parametrize("layout", [*SINGLE, *PAIRS], ids=lambda one: one.name)
def test_every_row_of_the_layout_is_read(layout: Layout, tmp_path: Path) -> None:
    assert run(layout, tmp_path) == []
