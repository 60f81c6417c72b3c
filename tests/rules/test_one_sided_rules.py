"""What both sides should record: the kinds that the rules name are known, a board adds its own."""

from pathlib import Path

import pytest

from chronolator.errors import RulesError
from chronolator.rules import load_rules
from chronolator.rules.one_sided import load_one_sided, read_one_sided

RULES = load_rules()


def test_kinds_of_contact_that_are_named_are_known() -> None:
    known = {kind.id for kind in RULES.evidence.kinds}
    told = RULES.one_sided
    named = {kind for one in told.kinds for kind in (*one.types, *one.answers)}
    assert named | {*told.meetings.kinds, *told.meetings.answers} <= known


def test_kinds_of_agency_that_are_named_are_known() -> None:
    known = {kind.name for kind in RULES.agencies.kinds}
    assert {kind for one in RULES.one_sided.own_people for kind in one.kinds} <= known


def test_a_phrase_tells_one_kind() -> None:
    phrases = [
        phrase
        for kind in RULES.one_sided.kinds
        for phrase in (*kind.nouns, *kind.verbs, *kind.verbs_to, *kind.weak)
    ]
    assert sorted(phrases) == sorted(set(phrases))


def test_every_kind_has_examples_on_both_sides() -> None:
    file = read_one_sided()
    told = [(one.examples, one.not_examples) for one in file.kind]
    told.append((file.meeting.examples, file.meeting.not_examples))
    assert all(len(texts) >= 2 for both in told for texts in both)


def test_a_board_can_look_at_more_days(tmp_path: Path) -> None:
    text = '[[kind]]\nid = "call"\nbefore = 2\nafter = 3\n'
    (tmp_path / "one_sided.toml").write_text(text, encoding="utf-8")
    call = next(one for one in load_one_sided(tmp_path).kinds if one.id == "call")
    assert (call.before, call.after) == (2, 3)
    assert "t/c" in call.nouns


def test_days_less_than_none_are_refused(tmp_path: Path) -> None:
    text = '[[kind]]\nid = "call"\nafter = -1\n'
    (tmp_path / "one_sided.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesError, match="kind call: before and after are numbers of days"):
        load_one_sided(tmp_path)
