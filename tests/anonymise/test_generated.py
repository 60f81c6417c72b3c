"""Generated cases, with names in every place of a file: `python -m tests.anonymise` makes 200."""

from pathlib import Path

import pytest

from chronolator.model import Rules
from tests.anonymise.run import run_case, run_document

SEEDS = (0, 22, 31)


@pytest.mark.parametrize("seed", SEEDS)
def test_names_go_and_come_back(tmp_path: Path, rules: Rules, seed: int) -> None:
    figures = run_case(seed, tmp_path, rules)
    assert figures.left == []
    assert figures.changed == []
    assert figures.edited_wrongly == []
    assert len(figures.missed) <= 0.05 * figures.met
    assert len(figures.wrong) <= 0.5 * figures.proposed


@pytest.mark.parametrize("seed", SEEDS)
def test_names_go_from_a_document_and_come_back(tmp_path: Path, rules: Rules, seed: int) -> None:
    figures = run_document(seed, tmp_path, rules)
    assert figures.left == []
    assert figures.changed == []
    assert len(figures.missed) <= 0.05 * figures.met
