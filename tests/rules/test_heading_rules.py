from pathlib import Path

import pytest

import chronolator.rules.headings as loader
from chronolator.errors import RulesError
from chronolator.model import Field
from chronolator.readers.layouts.headings import match_heading, split_heading
from chronolator.readers.layouts.titles import find_agency
from chronolator.rules.agencies import load_agencies
from chronolator.rules.headings import load_headings, read_headings

RULES = load_headings()
AGENCIES = load_agencies()
FILE = read_headings()


@pytest.mark.parametrize("one", FILE.heading, ids=lambda one: one.id)
def test_every_rule_has_both_kinds_of_examples(one: loader._Heading) -> None:
    assert one.examples
    assert one.not_examples


def test_no_phrase_stands_under_two_rules() -> None:
    met: dict[tuple[str, ...], str] = {}
    for one in FILE.heading:
        for phrase in (*one.words, *one.only):
            assert met.setdefault(split_heading(phrase, RULES).words, one.id) == one.id, phrase


def test_a_board_lays_its_own_rules_over_ours(tmp_path: Path) -> None:
    (tmp_path / "headings.toml").write_text(
        '[[heading]]\nid = "zebra"\nfield = "text"\nwords = ["zebra"]\n', encoding="utf-8"
    )
    match = match_heading("Zebra", load_headings(tmp_path))
    assert match is not None
    assert match.field is Field.TEXT


def test_a_field_that_is_none_is_an_error_naming_it(tmp_path: Path) -> None:
    (tmp_path / "headings.toml").write_text(
        '[[heading]]\nid = "zebra"\nfield = "stripes"\n', encoding="utf-8"
    )
    with pytest.raises(RulesError, match="zebra") as caught:
        load_headings(tmp_path)
    assert "text" in caught.value.hint


KNOWN = ("Eastvale 0-19 Service", "Children's Social Care", "Willow Primary School", "Housing")


@pytest.mark.parametrize(
    ("titles", "agency"),
    [
        (["Eastvale 0-19 Service (Health Visiting)"], "Eastvale 0-19 Service"),
        (["Childrens Social Care", "Case Robin"], "Children's Social Care"),
        (["CHILDREN\u2019S SOCIAL CARE", "Agency chronology: Robin"], "Children's Social Care"),
        (["Willow Primary School \u2013 attendance concerns"], "Willow Primary School"),
        (["Willow Primary School attended by Robin"], ""),
        (["School: Willow Primary School"], ""),
        (["Housing was asked for this"], ""),
        (["Willow Primary School", "Childrens Social Care"], ""),
        (["Agency: Eastvale Police", "Willow Primary School"], "Eastvale Police"),
    ],
)
def test_a_title_that_begins_with_an_agency_of_the_case(titles: list[str], agency: str) -> None:
    assert find_agency([[one] for one in titles], RULES, AGENCIES, KNOWN) == agency
