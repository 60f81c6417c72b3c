"""`chron rules test`, and a board's own rules in every command that takes them."""

import json
from pathlib import Path
from typing import Any

import pytest

PHRASE = (
    '[[phrase]]\nid = "slip"\nsays = ["seen"]\nwords = ["sighting slip done for {whom}"]\n'
    'examples = ["Sighting slip done for the child."]\n'
    'not_examples = ["Sighting slip done for mother."]\n'
)


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "seen.toml").write_text(PHRASE, encoding="utf-8")
    return folder


def test_examples_that_hold(chron: Any, rules: Path) -> None:
    ran = chron("rules", "test", rules.name)
    told = squeeze(ran.out)
    assert (ran.status, ran.err) == (0, "")
    assert "slip (seen.toml) 2 0" in told
    assert "All hold, and so do ours with yours laid over them." in told
    assert max(map(len, ran.out.splitlines())) <= 80


def test_our_own_rules_hold(chron: Any, tmp_path: Path) -> None:
    ran = chron("rules", "test")
    assert (ran.status, ran.err) == (0, "")
    assert "agencies.toml" in ran.out
    assert "All hold." in ran.out
    (tmp_path / "none").mkdir()
    assert "none holds no rule of your own." in chron("rules", "test", "none").out


def test_an_example_that_does_not_hold_is_told_with_what_it_met(chron: Any, rules: Path) -> None:
    text = PHRASE.replace('child."]', 'child.", "No reply [late]."]')
    (rules / "seen.toml").write_text(text, encoding="utf-8")
    ran = chron("rules", "test", "rules")
    told = squeeze(ran.out)
    assert ran.status == 1
    assert "slip (seen.toml) 3 1" in told
    assert "seen.toml, rule slip (yours)" in told
    assert "Example No reply [late]." in told
    assert "Expected seen: yes, by this phrase" in told
    assert "Got seen: no (no access)" in told
    assert "Rules met no-access" in told
    assert "1 example does not hold." in told


def test_a_rule_that_takes_an_example_of_ours_is_told(chron: Any, rules: Path) -> None:
    (rules / "agencies.toml").write_text(
        '[[kind]]\nid = "zoo"\nwords = ["constabulary"]\n', encoding="utf-8"
    )
    ran = chron("rules", "test", "rules")
    told = squeeze(ran.out)
    assert ran.status == 1
    assert "zoo (agencies.toml) none 0" in told
    assert "agencies.toml, rule police Example" in told
    assert "Got zoo Rules met zoo" in told
    assert "of them of our own rules." in told


def test_a_mistake_is_told_with_what_to_write(chron: Any, rules: Path) -> None:
    (rules / "seen.toml").write_text(PHRASE.replace("words =", "word ="), encoding="utf-8")
    ran = chron("rules", "test", "rules")
    assert ran.status == 1
    assert '[[phrase]] "slip": "word" is not known' in squeeze(ran.err)
    assert 'Did you mean "words"?' in ran.err


RETURN = "Date,Event\n12/03/2019,Sighting slip done for the child.\n01/10/2019,Mother rang.\n"


def test_every_command_lays_them_over_ours(chron: Any, rules: Path, tmp_path: Path) -> None:
    (tmp_path / "Police.csv").write_text(RETURN, encoding="utf-8")
    with_rules = ("--rules", rules.name)
    assert chron("merge", "Police.csv", "-o", "with.json", *with_rules).status == 0
    assert chron("merge", "Police.csv", "-o", "without.json").status == 0
    answers = []
    for name in ("with.json", "without.json"):
        told = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        answers.append([event["seen"][0]["rule"] for event in told["events"]])
    assert answers == [["slip", ""], ["", ""]]  # a form that no phrase of ours knows
    gaps = chron("gaps", "Police.csv", "--from", "2019-03-01", "--to", "2019-10-31", *with_rules)
    assert "12 Mar 2019" in gaps.out
    assert "slip" in chron("explain", "Police.csv", "2", *with_rules).out


def test_headings_and_agencies_of_the_boards_own_reach_check(
    chron: Any, rules: Path, tmp_path: Path
) -> None:
    (rules / "headings.toml").write_text(
        '[[heading]]\nid = "wobble"\nfield = "author"\nwords = ["wobble"]\n', encoding="utf-8"
    )
    text = "Date,Event,Wobble\n12/03/2019,Child seen.,PC Hale\n"
    (tmp_path / "Police.csv").write_text(text, encoding="utf-8")
    told = squeeze(chron("check", "Police.csv", "--columns", "--rules", "rules").out)
    assert "Wobble author" in told
    told = squeeze(chron("check", "Police.csv", "--columns").out)
    assert "Wobble kept under its heading" in told


@pytest.mark.parametrize("command", ["merge", "gaps", "check"])
def test_a_mistake_stops_every_command(
    chron: Any, rules: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "Police.csv").write_text(RETURN, encoding="utf-8")
    (rules / "seen.toml").write_text(PHRASE.replace('"seen"', '"sean"'), encoding="utf-8")
    ran = chron(command, "Police.csv", "--rules", "rules")
    assert ran.status == 1
    assert '"sean" is nothing that it can be' in squeeze(ran.err)
    assert list(tmp_path.glob("*.xlsx")) == []
