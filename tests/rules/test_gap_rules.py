"""The words of gaps.toml can be met, and a board adds its own."""

from pathlib import Path

from chronolator.rules.agencies import load_agencies
from chronolator.rules.gaps import load_gaps
from chronolator.words.fold import fold

RULES = load_gaps()


def test_words_can_be_met() -> None:
    words = (*RULES.no_contact, *RULES.no_contact_then)
    assert [one for one in words if fold(one) != one] == []


def test_every_kind_is_one_of_the_agencies() -> None:
    known = {kind.name for kind in load_agencies().kinds}
    assert RULES.stays | RULES.families <= known


def test_a_board_says_what_is_approximate(tmp_path: Path) -> None:
    (tmp_path / "gaps.toml").write_text("[dates]\napproximate_days = 3\n", encoding="utf-8")
    rules = load_gaps(tmp_path)
    assert (rules.approximate_days, rules.stays) == (3, RULES.stays)
