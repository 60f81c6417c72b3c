"""The lists of questions.toml fit together, and a board adds its own."""

import re
from pathlib import Path

import pytest

import chronolator.rules.questions as loader
from chronolator.rules.questions import load_questions, read_questions

RULES = load_questions()
FILE = read_questions()


@pytest.mark.parametrize("one", FILE.known, ids=lambda one: one.id)
def test_every_list_has_examples_and_words_that_can_be_met(one: loader._Known) -> None:
    assert one.examples
    assert one.not_examples
    shape = re.compile(r"[A-Z]+(&[A-Z]+)*")
    assert [word for word in one.words if not shape.fullmatch(word)] == []
    longest = RULES.longest
    assert [word for word in one.words if not RULES.shortest <= len(word) <= longest] == []


def test_no_word_stands_twice() -> None:
    words = [word for one in FILE.known for word in one.words]
    assert len(set(words)) == len(words)


def test_every_length_is_told_once_and_why() -> None:
    lengths = [one.characters for one in FILE.length]
    assert {255, 256, 1000, 1024, 2000, 4000, 4096, 32767} <= set(lengths)
    assert len(set(lengths)) == len(lengths)
    assert all(one.why and one.texts > 0 for one in FILE.length)


def test_a_board_adds_what_it_knows(tmp_path: Path) -> None:
    known = '[[known]]\nid = "ours"\nwords = ["ZQR"]\n'
    text = f'{known}[[length]]\nid = "x"\ncharacters = 77\ntexts = 2\n'
    (tmp_path / "questions.toml").write_text(text, encoding="utf-8")
    rules = load_questions(tmp_path)
    assert {"ZQR", "MASH"} <= rules.known
    assert {77, 255} <= {one.characters for one in rules.lengths}
