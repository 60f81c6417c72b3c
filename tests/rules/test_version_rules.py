import tomllib
from pathlib import Path

import msgspec
import pytest

import chronolator.rules.versions as loader
from chronolator.duplicates.names import order_names
from chronolator.rules.versions import VersionFile, load_versions

RULES = load_versions()
NAMES = msgspec.convert(
    tomllib.loads(Path(loader.__file__).with_suffix(".toml").read_text(encoding="utf-8")),
    VersionFile,
).names


@pytest.mark.parametrize(("earlier", "later"), [(one.earlier, one.later) for one in NAMES.example])
def test_every_example_tells_its_order(earlier: str, later: str) -> None:
    assert order_names(earlier, later, RULES) == -1
    assert order_names(later, earlier, RULES) == 1


@pytest.mark.parametrize("names", [one.names for one in NAMES.not_example])
def test_no_counter_example_tells_one(names: tuple[str, str]) -> None:
    one, other = names
    assert order_names(one, other, RULES) == order_names(other, one, RULES) == 0


def test_words_and_thresholds_make_sense() -> None:
    assert not set(RULES.earlier) & set(RULES.later)
    assert all(word == word.casefold() for word in (*RULES.earlier, *RULES.later, *RULES.numbered))
    assert 0 < RULES.share <= 1
    assert 0 < RULES.alone < RULES.near < RULES.likest <= 100
