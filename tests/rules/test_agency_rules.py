from pathlib import Path

import pytest

import chronolator.rules.agencies as loader
from chronolator.model import AgencyKind, AgencyRules
from chronolator.rules.agencies import load_agencies, read_agencies
from chronolator.words.agencies import find_body, find_kind
from chronolator.words.fold import fold

RULES = load_agencies()
FILE = read_agencies()


@pytest.mark.parametrize("one", FILE.kind, ids=lambda one: one.id)
def test_every_kind_has_examples_and_folded_words(one: loader._Kind) -> None:
    assert one.examples
    assert [fold(word) for word in one.words] == list(one.words)


def test_no_word_tells_two_kinds() -> None:
    words = [word for one in FILE.kind for word in one.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("name", ["", "Zebra Trust", "Lane", "Northshire Council"])
def test_a_name_may_tell_no_kind(name: str) -> None:
    assert find_kind(name, RULES) == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [("FireService", "fire"), ("YouthWork", "youth work"), ("NHS111", "urgent care")],
)
def test_words_written_as_one_are_read_apart(name: str, kind: str) -> None:
    assert find_kind(name, RULES) == kind


def test_an_address_tells_nothing_but_a_name_of_nothing_else_is_kept() -> None:
    rules = AgencyRules((AgencyKind("police", ("police",)),), ("street",))
    assert find_kind("Police Street Surgery", rules) == ""
    assert find_kind("Street Police", rules) == "police"


def test_a_board_adds_a_kind(tmp_path: Path) -> None:
    (tmp_path / "agencies.toml").write_text(
        '[[kind]]\nid = "zoo"\nwords = ["zebra"]\n', encoding="utf-8"
    )
    assert find_kind("Zebra Trust", load_agencies(tmp_path)) == "zoo"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Maternity", "nhs trust"),
        ("A&E", "nhs trust"),
        ("Early Help", "council"),
        ("Police", "police"),
        ("Zebra", ""),
    ],
)
def test_kinds_that_can_be_parts_of_one_organisation(name: str, body: str) -> None:
    assert find_body(name, RULES) == body
