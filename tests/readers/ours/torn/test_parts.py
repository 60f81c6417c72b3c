"""Which columns were sorted without the Refs, and which the author corrected."""

import pytest

from chronolator.readers.ours.torn.compared import Compared
from chronolator.readers.ours.torn.parts import find_parts

REFS = [f"C-{number}" for number in range(14)]
THEN = ["yes", "no", "none", "unclear", *["none"] * 4, "yes", "no", "yes", *["no"] * 3]


def compare(now: list[str]) -> Compared:
    then = dict(zip(REFS, THEN, strict=True))
    differing = [place for place, ref in enumerate(REFS) if now[place] != then[ref]]
    return Compared(now, then, differing, {})


def test_three_answers_that_are_the_same_three_otherwise_are_corrections() -> None:
    now = [*THEN]
    now[0], now[1], now[2] = THEN[1], THEN[2], THEN[0]
    assert find_parts({"seen Mia": compare(now)}, REFS) == []


@pytest.mark.parametrize("now", [sorted(THEN), [*THEN[7:], *THEN[:7]]])
def test_a_column_in_another_order_was_sorted(now: list[str]) -> None:
    (part,) = find_parts({"seen Mia": compare(now)}, REFS)
    assert part.keys == ("seen Mia",)
