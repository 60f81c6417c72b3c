"""Pairs of rows that taught the rules: each set was written by somebody who saw none of them.

At first sight their links were found with a precision of 86 to 100 % and a recall of 35 to 88 %;
what was missed taught words and ways that others need too.
"""

from pathlib import Path

import pytest

from tests.quality.pairs import link_pairs, read_pairs, tally

TAUGHT = Path(__file__).with_name("taught.csv")
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


@pytest.mark.parametrize("name", SETS)
def test_what_was_taught_is_known(name: str) -> None:
    pairs = read_pairs(name, TAUGHT)
    found = tally(pairs, link_pairs(pairs))
    assert found.right / (found.right + found.wrong) >= 0.91
    assert found.right / (found.right + found.missed) >= 0.83
    assert found.told / (found.told + found.untold) >= 0.75
    assert found.quiet / (found.quiet + found.false) >= 0.95


def test_all_of_them_together() -> None:
    found = [tally(pairs, link_pairs(pairs)) for pairs in (read_pairs(n, TAUGHT) for n in SETS)]
    right, wrong, missed = (
        sum(getattr(one, name) for one in found) for name in ("right", "wrong", "missed")
    )
    assert right / (right + wrong) >= 0.96
    assert right / (right + missed) >= 0.92
