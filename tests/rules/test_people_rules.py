"""The words of people.toml stand for whom they say."""

import tomllib
from pathlib import Path

import msgspec
import pytest

import chronolator.rules.people as loader
from chronolator.errors import RulesError
from chronolator.model import Case, Child, Kind
from chronolator.rules.people import PeopleFile, load_people
from chronolator.words.clauses import split_clauses
from chronolator.words.names import People

RULES = load_people()
FILE = msgspec.convert(
    tomllib.loads(Path(loader.__file__).with_suffix(".toml").read_text(encoding="utf-8")),
    PeopleFile,
)
PEOPLE = People(Case(children=(Child("Robin Ashdown"),)), RULES)


def kinds_in(text: str) -> set[Kind]:
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.short)
    return {kind for one in PEOPLE.find(words) for kind in one.kinds}


@pytest.mark.parametrize(
    ("kind", "text"), [(one.kind, text) for one in FILE.who for text in one.examples]
)
def test_every_example_names_somebody_of_its_kind(kind: Kind, text: str) -> None:
    assert kind in kinds_in(text)


@pytest.mark.parametrize(
    ("kind", "text"), [(one.kind, text) for one in FILE.who for text in one.not_examples]
)
def test_no_counter_example_names_somebody_of_the_kind(kind: Kind, text: str) -> None:
    assert kind not in kinds_in(text)


@pytest.mark.parametrize("one", FILE.who, ids=lambda one: one.id)
def test_every_entry_is_in_lower_case_and_has_an_example(one: loader._Who) -> None:
    assert one.examples
    assert [word.lower() for word in one.words] == list(one.words)


def test_no_word_stands_for_two_kinds() -> None:
    kinds: dict[str, Kind] = {}
    for one in FILE.who:
        for word in one.words:
            assert kinds.setdefault(word, one.kind) is one.kind, word


def test_a_board_adds_a_word(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(
        '[[who]]\nid = "warden"\nkind = "professional"\nwords = ["warden"]\n', encoding="utf-8"
    )
    people = People(Case(), load_people(tmp_path))
    assert people.find(split_clauses("Seen by warden"))[0].kinds == (Kind.PROFESSIONAL,)


def test_a_kind_that_is_not_known_is_told(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(
        '[[who]]\nid = "x"\nkind = "martian"\nwords = ["x"]\n', encoding="utf-8"
    )
    with pytest.raises(RulesError, match=r"people\.toml"):
        load_people(tmp_path)
