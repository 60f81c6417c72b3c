from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from chronolator.errors import RulesError
from chronolator.model import Mode
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence, read_evidence

RULES = load_evidence()
AGENCIES = load_agencies()
FILE = read_evidence()


def test_every_kind_with_words_has_its_proof() -> None:
    assert [
        one.id for one in FILE.kind if one.words and not (one.examples and one.not_examples)
    ] == []


def test_no_word_names_two_kinds_of_agency() -> None:
    words = [word for one in FILE.party for word in one.words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_agencies_are_of_kinds_that_are_known() -> None:
    known = {kind.name for kind in AGENCIES.kinds}
    named = {kind for one in FILE.party for kind in one.kinds}
    named |= {one.party for one in FILE.kind if one.party} | set(FILE.hosts.kinds)
    assert named - known == set()


def test_ids_are_used_once() -> None:
    for tables in (
        FILE.evidence,
        FILE.kind,
        FILE.party,
        FILE.part,
        FILE.harm,
        FILE.claim,
        FILE.doing,
    ):
        ids = [one.id for one in tables]
        assert len(ids) == len(set(ids))


def list_broken() -> Iterator[tuple[str, str]]:
    yield '[[kind]]\nid = "zoo"\nmode = "direct"\nwords = ["zoo"]\nof = "park"\n', "no kind 'park'"
    yield (
        '[[kind]]\nid = "zoo"\nmode = "direct"\nwords = []\nmirrors = ["park"]\n',
        "no kind 'park'",
    )
    yield '[[part]]\nid = "tail"\nwords = ["tail"]\nof = "wing"\n', "no part 'wing'"
    yield '[[cause]]\nid = "rain"\nwords = ["rain"]\nof = "weather"\n', "no cause 'weather'"
    yield "[clock]\nminutes = [5]\nweights = [1.0, 2.0]\n", "as many weights as minutes"
    yield "[matters]\nbelow = [0.5]\n", "what each likeness tells is needed"
    yield '[matters]\nbelow = [0.5]\ntells = ["nonsense"]\n', "there is no evidence 'nonsense'"
    yield "[days]\nmeeting = []\n", "days: meeting"
    yield '[limits]\nlinked = "3"\n', "linked"


@pytest.mark.parametrize(("text", "says"), [*list_broken()])
def test_what_does_not_fit_together_is_refused(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "evidence.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesError, match=says):
        load_evidence(tmp_path)


def test_a_board_changes_a_weight(tmp_path: Path) -> None:
    text = '[[evidence]]\nid = "same meeting"\nweight = 1.5\nsays = "both met: {a}"\n'
    (tmp_path / "evidence.toml").write_text(text, encoding="utf-8")
    rules = load_evidence(tmp_path)
    assert rules.weights["same meeting"].weight == 1.5
    assert rules.weights["same notice"] == RULES.weights["same notice"]


def test_a_board_changes_one_limit(tmp_path: Path) -> None:
    (tmp_path / "evidence.toml").write_text("[limits]\nlinked = 4\n", encoding="utf-8")
    rules = load_evidence(tmp_path)
    assert rules.limits == replace(RULES.limits, linked=4.0)


def test_every_mode_has_its_days() -> None:
    assert set(RULES.days) == set(Mode)


def test_every_claim_has_its_proof() -> None:
    assert [one.id for one in FILE.claim if not (one.examples and one.not_examples)] == []
    assert [one.id for one in FILE.doing if not (one.examples and one.not_examples)] == []


def test_no_phrase_takes_two_sides_of_a_claim() -> None:
    for claim in FILE.claim:
        phrases = [text for side in claim.sides for text in set(side)]
        assert len(phrases) == len(set(phrases)), claim.id


def test_what_is_counted_is_in_order() -> None:
    assert len(FILE.day_words.weekdays) == 7
    assert len(FILE.day_words.months) == 12


def test_a_phrase_that_names_a_list_is_one_for_each_of_its_words(tmp_path: Path) -> None:
    lists = '[list]\n"did not" = ["..."]\nshow = ["show", "ring"]\n'
    text = f'{lists}[attendance]\nabsent_after = ["<did not> <show>"]\n'
    (tmp_path / "evidence.toml").write_text(text, encoding="utf-8")
    phrases = load_evidence(tmp_path).attendance.absent_after
    assert {"did not show", "could not ring"} <= set(phrases)
    assert not any("<" in one for one in phrases)


def test_what_stands_in_no_list_is_refused(tmp_path: Path) -> None:
    text = '[attendance]\nabsent_after = ["<nowhere> to be seen"]\n'
    (tmp_path / "evidence.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesError, match='there is no list "nowhere"'):
        load_evidence(tmp_path)
