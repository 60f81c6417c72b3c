"""The words of people.toml fit together, and a board adds its own."""

from pathlib import Path

import pytest

import chronolator.rules.people as loader
from chronolator.errors import RulesError
from chronolator.model import Case, Kind
from chronolator.rules.people import load_people, read_people
from chronolator.words.clauses import split_clauses
from chronolator.words.names import People

FILE = read_people()


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
