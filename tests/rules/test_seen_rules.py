"""The phrases, cues and columns' words of seen.toml fit together, and a board adds its own."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import chronolator.rules.seen as loader
from chronolator.errors import RulesError
from chronolator.model import Answer, Case, Event, Origin, Question, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen, read_seen
from chronolator.seen import flag_sightings
from chronolator.seen.targets import Listener
from chronolator.seen.told import FIELDS
from chronolator.words.fold import fold

RULES = load_seen()
FILE = read_seen()
KINDS = {one.name for one in load_agencies().kinds}


@pytest.mark.parametrize(
    ("one", "cell"),
    [(one, cell) for one in FILE.column for cell in one.examples],
    ids=lambda value: getattr(value, "id", value),
)
def test_every_example_of_a_column_is_answered_so(one: loader._Column, cell: str) -> None:
    event = Event("C-1", When(""), "CSC", "Seen.", Origin("f"))
    cells: dict[str, Any] = {FIELDS[one.question].value: cell}
    event = replace(event, **cells)
    told = {f.question: f for f in flag_sightings([event], Case(), RULES, load_agencies())}
    if one.answer in {Answer.YES, Answer.NO} and one.question is not Question.SEEN:
        assert told[one.question].rule == one.id
    if one.question is Question.SEEN:
        assert (told[one.question].answer is Answer.YES) == (
            one.answer is Answer.YES or one.id in {"seen-not-asked", "seen-unchosen"}
        )


@pytest.mark.parametrize("one", FILE.phrase, ids=lambda one: one.id)
def test_every_phrase_has_examples_on_both_sides(one: loader._Phrase) -> None:
    assert one.examples
    assert one.not_examples
    assert set(one.agencies) <= KINDS | {""}


@pytest.mark.parametrize("one", FILE.cue, ids=lambda one: one.id)
def test_every_cue_has_an_example(one: loader._Cue) -> None:
    assert one.examples


@pytest.mark.parametrize("one", FILE.column, ids=lambda one: one.id)
def test_words_of_columns_are_folded(one: loader._Column) -> None:
    assert one.examples
    assert [fold(word) for word in one.words] == list(one.words)


def test_an_id_tells_one_rule() -> None:
    ids = [one.id for one in FILE.phrase]
    ids += [one.id for one in FILE.cue]
    ids += [one.id for one in FILE.column]
    assert len(ids) == len(set(ids))


def test_every_kind_of_agency_named_is_known() -> None:
    records = FILE.records
    kinds = {*records.pupils, *records.patients, *records.clients, *records.expecting}
    assert kinds | {*records.mixed} <= KINDS


def test_no_word_stands_in_two_columns_of_a_question() -> None:
    for question in Question:
        words = [word for one in FILE.column if one.question is question for word in one.words]
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    "words", ['["(seen"]', '["seen)"]', '["[seen]"]', '["{nobody} seen"]', '["Seen"]', '["..."]']
)
def test_a_pattern_that_cannot_be_read_is_told(tmp_path: Path, words: str) -> None:
    (tmp_path / "seen.toml").write_text(
        f'[[phrase]]\nid = "zebra"\nsays = ["seen"]\nwords = {words}\n', encoding="utf-8"
    )
    with pytest.raises(RulesError, match=r'seen\.toml, "zebra": pattern'):
        Listener(load_seen(tmp_path), Case())


def test_a_board_lays_its_own_phrase_over_ours(tmp_path: Path) -> None:
    (tmp_path / "seen.toml").write_text(
        '[[phrase]]\nid = "ours"\nsays = ["seen"]\nwords = ["{child} <aux>* clocked"]\n',
        encoding="utf-8",
    )
    event = Event("C-1", When(""), "CSC", "Child was clocked.", Origin("f"))
    rules = load_seen(tmp_path)
    flags = flag_sightings([event], Case(), rules, load_agencies())
    assert (flags[0].answer, flags[0].rule) == (Answer.YES, "ours")


def test_a_key_that_is_not_known_is_told(tmp_path: Path) -> None:
    (tmp_path / "seen.toml").write_text('[[phrase]]\nid = "x"\nword = []\n', encoding="utf-8")
    with pytest.raises(RulesError, match=r"seen\.toml"):
        load_seen(tmp_path)
