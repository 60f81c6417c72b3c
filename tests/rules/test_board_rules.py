"""A board's own rules laid over ours."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chronolator.errors import RulesError
from chronolator.model import Answer, Case, Event, Field, Origin, Rules, When
from chronolator.readers.layouts.headings import match_heading
from chronolator.rules import load_rules
from chronolator.seen import flag_sightings
from chronolator.words.agencies import find_kind

OURS = load_rules()
HEADING = '[[heading]]\nid = "board-text"\nfield = "text"\nwords = ["wobble narrative"]\n'


def write(folder: Path, text: str, name: str = "headings.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_heading_of_the_board_is_known_beside_ours(tmp_path: Path) -> None:
    rules = load_rules(write(tmp_path, HEADING))
    found = match_heading("Wobble narrative", rules.headings)
    assert found is not None
    assert found.field is Field.TEXT
    assert match_heading("Wobble narrative", OURS.headings) != found
    ours, with_theirs = (match_heading("Date of event", one.headings) for one in (OURS, rules))
    assert ours is not None
    assert with_theirs is not None
    assert with_theirs.rule == ours.rule
    assert rules.agencies == OURS.agencies


def test_a_table_with_an_id_of_ours_is_laid_over_it_in_its_place(tmp_path: Path) -> None:
    number, known = next((n, one) for n, one in enumerate(OURS.headings.rules) if one.words)
    text = HEADING.replace("board-text", known.id)
    rules = load_rules(write(tmp_path, text)).headings.rules
    assert len(rules) == len(OURS.headings.rules)
    assert rules[number] == replace(known, field=Field.TEXT, words=("wobble narrative",))
    others = [*rules[:number], *rules[number + 1 :]]
    assert others == [one for one in OURS.headings.rules if one != known]


def test_three_dots_stand_for_our_own_list(tmp_path: Path) -> None:
    text = '[[kind]]\nid = "police"\nwords = ["...", "zebra squad"]\n'
    rules = load_rules(write(tmp_path, text, "agencies.toml"))
    ours = next(one for one in OURS.agencies.kinds if one.name == "police")
    theirs = next(one for one in rules.agencies.kinds if one.name == "police")
    assert theirs == replace(ours, words=(*ours.words, "zebra squad"))
    assert find_kind("Zebra squad", rules.agencies) == "police"


def test_a_list_without_them_takes_the_place_of_ours(tmp_path: Path) -> None:
    rules = load_rules(write(tmp_path, 'turns = ["but"]\n', "people.toml")).seen.people
    assert rules.turns == ("but",)
    assert rules.breaks == OURS.seen.people.breaks


def test_a_table_of_lists_is_laid_over_key_by_key(tmp_path: Path) -> None:
    text = '[list]\nsaw = ["...", "clocked"]\nzebras = ["zebra"]\n'
    lists = load_rules(write(tmp_path, text, "seen.toml")).seen.lists
    ours = OURS.seen.lists
    assert lists is not None
    assert ours is not None
    assert lists == ours | {"saw": (*ours["saw"], "clocked"), "zebras": ("zebra",)}


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("headings.toml", HEADING, lambda rules: rules.headings.rules[0].id),
        (
            "agencies.toml",
            '[[kind]]\nid = "board-text"\nwords = ["zebra"]\n',
            lambda rules: rules.agencies.kinds[0].name,
        ),
        (
            "seen.toml",
            '[[phrase]]\nid = "board-text"\nsays = ["seen"]\nwords = ["zebra seen"]\n',
            lambda rules: rules.seen.phrases[0].id,
        ),
        (
            "people.toml",
            '[[who]]\nid = "board-text"\nkind = "lay"\nwords = ["zebra"]\n',
            lambda rules: rules.seen.people.words[0].id,
        ),
        (
            "evidence.toml",
            '[[kind]]\nid = "board-text"\nmode = "direct"\nwords = ["zebra"]\n',
            lambda rules: rules.evidence.kinds[-1].id,
        ),
        (
            "dates.toml",
            '[[word]]\nid = "board-text"\nsays = "blank"\nwords = ["zebra"]\n',
            lambda rules: rules.dates.words[-1].id,
        ),
    ],
)
def test_a_rule_of_the_board_stands_where_it_counts(
    tmp_path: Path, name: str, text: str, count: Callable[[Rules], str]
) -> None:
    assert count(load_rules(write(tmp_path, text, name))) == "board-text"


def test_of_two_phrases_as_long_the_boards_counts(tmp_path: Path) -> None:
    text = '[[phrase]]\nid = "board"\nsays = ["no access"]\nwords = ["{child} <seen>"]\n'
    rules = load_rules(write(tmp_path, text, "seen.toml"))
    event = Event("C-1", When(""), "CSC", "Child seen.", Origin("f"))
    (flag, *_) = flag_sightings([event], Case(), rules.seen, rules.agencies)
    assert (flag.answer, flag.rule) == (Answer.NO, "board")


def test_a_mark_before_the_text_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "headings.toml").write_text(HEADING, encoding="utf-8-sig")
    assert load_rules(tmp_path).headings.rules[0].id == "board-text"


def test_a_hidden_ending_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match=r"headings\.toml\.txt") as caught:
        load_rules(write(tmp_path, HEADING, "headings.toml.txt"))
    assert "Rename it to headings.toml" in caught.value.hint


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    rules = load_rules(tmp_path)
    assert rules.headings.rules == OURS.headings.rules
    assert rules.agencies == OURS.agencies


PHRASE = '[[phrase]]\nid = "zebra"\nsays = ["seen"]\nwords = ["zebra seen"]\n'


@pytest.mark.parametrize(
    ("name", "text", "cause", "hint"),
    [
        ("sightings.toml", "", "no file of rules has that name", "seen.toml"),
        ("headings.toml", "[[heading]\n", "line 1", "square brackets"),
        ("headings.toml", HEADING.replace("field", "feild"), '"feild" is not known', '"field"?'),
        ("headings.toml", HEADING.replace('"text"', '"tekst"'), "tekst", "contact_type"),
        ("headings.toml", HEADING.replace('"b', "\u201cb"), "line 2: curly", "straight"),
        ("headings.toml", HEADING * 2, '"board-text" stands there twice', "id of its own"),
        ("seen.toml", PHRASE.replace("words", "word"), '"zebra": "word" is not known', '"words"'),
        ("seen.toml", PHRASE.replace("says", "sayz"), '"zebra": "sayz" is not known', '"says"?'),
        (
            "seen.toml",
            PHRASE.replace('says = ["seen"]\n', ""),
            '"zebra": says is missing',
            "says =",
        ),
        ("seen.toml", PHRASE.replace('id = "zebra"\n', ""), "number 1: id is missing", "id ="),
        ("seen.toml", PHRASE.replace('["seen"]', '"seen"'), "says is a text", '["..."]'),
        ("seen.toml", PHRASE.replace('["seen"]', '["sen"]'), '"sen"', "no access"),
        ("seen.toml", PHRASE.replace('["zebra seen"]', "[1]"), "words is a whole number", '"..."'),
        ("seen.toml", PHRASE + 'agencies = ["zoo"]\n', 'no kind "zoo"', "police"),
        ("seen.toml", PHRASE + 'id = "x"\n', "twice in one rule", "next rule"),
        ("seen.toml", PHRASE.replace("[[phrase]]", "[phrase]"), "single square", "[[phrase]]"),
        ("seen.toml", PHRASE.replace("phrase", "phrases"), '"phrases" is not known', '"phrase"?'),
        ("seen.toml", '[list]\nsaw = "x"\n', "[list]: saw is a text", 'saw = ["..."]'),
        ("people.toml", "[shorthand]\nzz = 3\n", "[shorthand]: zz is a whole number", '"..."'),
        ("evidence.toml", "[days]\nmeetin = [1.0]\n", '"meetin"', "meeting"),
        ("evidence.toml", '[days]\nmeeting = ["1"]\n', "[days]: days is a text", "3.5"),
        ("evidence.toml", '[limits]\nlinked = "3"\n', "[limits]: linked is a text", "linked = 3.5"),
        ("dates.toml", "[limits]\nslip = 3.5\n", "slip is a number", "slip = 3"),
        ("dates.toml", "[years]\nwritten = [1901]\n", "written", "our own file"),
        ("versions.toml", '[[names.example]]\nearlier = "a"\n', "later is missing", "later ="),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_named(
    tmp_path: Path, name: str, text: str, cause: str, hint: str
) -> None:
    with pytest.raises(RulesError) as caught:
        load_rules(write(tmp_path, text, name))
    assert name in str(caught.value)
    assert cause in str(caught.value)
    assert hint in caught.value.hint


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(RulesError, match="nowhere: there is no such folder"):
        load_rules(Path("nowhere"))


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "headings.toml").write_bytes("# Łódź".encode("utf-16"))
    with pytest.raises(RulesError, match=r"headings\.toml") as caught:
        load_rules(tmp_path)
    assert "UTF-8" in caught.value.hint
