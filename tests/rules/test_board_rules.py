"""A board's own rules laid over ours."""

from pathlib import Path

import pytest

from chronolator.errors import RulesError
from chronolator.model import Field
from chronolator.readers.layouts.headings import match_heading
from chronolator.rules import load_rules

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
    assert match_heading("Date of event", rules.headings) == match_heading(
        "Date of event", OURS.headings
    )
    assert rules.agencies == OURS.agencies


def test_a_table_with_an_id_of_ours_replaces_it(tmp_path: Path) -> None:
    known = OURS.headings.rules[1]
    text = HEADING.replace("board-text", known.id)
    rules = load_rules(write(tmp_path, text)).headings
    (one,) = [heading for heading in rules.rules if heading.id == known.id]
    assert one.field is Field.TEXT
    assert len(rules.rules) == len(OURS.headings.rules)


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    rules = load_rules(tmp_path)
    assert rules.headings.rules == OURS.headings.rules
    assert rules.agencies == OURS.agencies


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [
        ("sightings.toml", "", "no file of rules has that name"),
        ("headings.toml", "[[heading]\n", "headings.toml"),
        ("headings.toml", HEADING.replace("field", "feild"), "feild"),
        ("headings.toml", HEADING.replace('"text"', '"tekst"'), "tekst"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_named(
    tmp_path: Path, name: str, text: str, cause: str
) -> None:
    with pytest.raises(RulesError, match=cause) as caught:
        load_rules(write(tmp_path, text, name))
    assert name in str(caught.value)
    assert caught.value.hint


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(RulesError, match="nowhere: there is no such folder"):
        load_rules(Path("nowhere"))


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "headings.toml").write_bytes("# Łódź".encode("utf-16"))
    with pytest.raises(RulesError, match=r"headings\.toml") as caught:
        load_rules(tmp_path)
    assert "UTF-8" in caught.value.hint
