"""Every example in gaps.toml is proved."""

import tomllib
from pathlib import Path

import msgspec
import pytest

import chronolator.rules.gaps as loader
from chronolator.gaps.periods import begins_with_no_contact
from chronolator.rules.agencies import load_agencies
from chronolator.rules.gaps import GapFile, load_gaps
from chronolator.words.fold import fold

RULES = load_gaps()
FILE = msgspec.convert(
    tomllib.loads(Path(loader.__file__).with_suffix(".toml").read_text(encoding="utf-8")), GapFile
)


@pytest.mark.parametrize("text", FILE.no_contact.examples)
def test_an_example_tells_of_no_contact(text: str) -> None:
    assert begins_with_no_contact(text, RULES)


@pytest.mark.parametrize("text", FILE.no_contact.not_examples)
def test_what_is_no_example_tells_of_something_else(text: str) -> None:
    assert not begins_with_no_contact(text, RULES)


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
