import tomllib
from pathlib import Path

import msgspec
import pytest

import chronolator.rules.headings as loader
from chronolator.errors import RulesError
from chronolator.model import Entry, Field, NotEvent, Origin, Reading, Sheet
from chronolator.readers.layouts.aside import heads_aside, read_aside
from chronolator.readers.layouts.bands import Table, find_band
from chronolator.readers.layouts.banners import Banners
from chronolator.readers.layouts.headings import match_heading, split_heading
from chronolator.readers.layouts.letters import read_nil
from chronolator.readers.layouts.parts import split_row
from chronolator.readers.layouts.plan import make_plan
from chronolator.readers.layouts.titles import find_agency
from chronolator.readers.protocol import Settings
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import HeadingFile, load_headings

RULES = load_headings()
AGENCIES = load_agencies()
FILE = msgspec.convert(
    tomllib.loads(Path(loader.__file__).with_suffix(".toml").read_text(encoding="utf-8")),
    HeadingFile,
)


def rule_of(heading: str) -> str:
    match = match_heading(heading, RULES)
    return match.rule.id if match else ""


@pytest.mark.parametrize(
    ("heading", "rule"), [(text, one.id) for one in FILE.heading for text in one.examples]
)
def test_every_example_falls_under_its_rule(heading: str, rule: str) -> None:
    assert rule_of(heading) == rule


@pytest.mark.parametrize(
    ("heading", "rule"), [(text, one.id) for one in FILE.heading for text in one.not_examples]
)
def test_no_counter_example_falls_under_the_rule(heading: str, rule: str) -> None:
    assert rule_of(heading) != rule


@pytest.mark.parametrize("one", FILE.heading, ids=lambda one: one.id)
def test_every_rule_has_both_kinds_of_examples(one: loader._Heading) -> None:
    assert one.examples
    assert one.not_examples


def test_no_phrase_stands_under_two_rules() -> None:
    met: dict[tuple[str, ...], str] = {}
    for one in FILE.heading:
        for phrase in (*one.words, *one.only):
            assert met.setdefault(split_heading(phrase, RULES).words, one.id) == one.id, phrase


@pytest.mark.parametrize(
    ("text", "reason"), [(text, one.reason) for one in FILE.row for text in one.examples]
)
def test_every_row_that_is_no_event(text: str, reason: str) -> None:
    band = find_band([(0, text)], Table(0, {Field.TEXT: 0}), RULES)
    assert band is not None
    assert band.reason == reason


@pytest.mark.parametrize("text", [text for one in FILE.row for text in one.not_examples])
def test_every_row_that_only_looks_like_none(text: str) -> None:
    assert find_band([(0, text)], Table(0, {Field.TEXT: 0}), RULES) is None


@pytest.mark.parametrize("one", FILE.titles.example, ids=lambda one: one.title)
def test_every_title_and_the_agency_that_it_names(one: loader._Title) -> None:
    assert find_agency([[one.title]], RULES, AGENCIES) == one.agency


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


def aside_of(example: tuple[str, ...]) -> str:
    if len(example) > 1:
        rule = heads_aside(example, RULES)
        return rule.reason if rule else ""
    sheet = Sheet("f", example[0], [["Some words"]])
    aside = read_aside(sheet, [1], Settings(RULES, AGENCIES, load_dates()))
    return aside.not_events[0].reason if aside else ""


@pytest.mark.parametrize(
    ("example", "reason"), [(text, one.reason) for one in FILE.aside for text in one.examples]
)
def test_every_table_that_comes_with_a_chronology(example: tuple[str, ...], reason: str) -> None:
    assert aside_of(example) == reason


@pytest.mark.parametrize("example", [text for one in FILE.aside for text in one.not_examples])
def test_every_table_that_only_looks_like_one(example: tuple[str, ...]) -> None:
    assert aside_of(example) == ""


@pytest.mark.parametrize("one", FILE.banners.example, ids=lambda one: one.text)
def test_every_banner_and_the_period_that_it_gives(one: loader._Banner) -> None:
    banners = Banners(RULES, load_dates())
    banners.take(one.text)
    assert banners.period == one.period


@pytest.mark.parametrize(
    ("intro", "lists"),
    [
        *((text, True) for text in FILE.parts.examples),
        *((text, False) for text in FILE.parts.not_examples),
    ],
)
def test_every_list_of_dates(intro: str, lists: bool) -> None:  # noqa: FBT001  a table of cases
    text = f"{intro}\n12/03/2019 at home\n14/03/2019 at school"
    entry = Entry(Origin("f", "", 2), {Field.DATE: "11/03/2019", Field.TEXT: text})
    plan = make_plan({0: "Date", 1: "Event"}, {0: Field.DATE, 1: Field.TEXT}, RULES)
    assert (len(list(split_row(entry, plan, RULES, load_dates()))) == 1) is lists


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


LETTERS = [
    (text, is_letter)
    for rule in FILE.row
    for texts, is_letter in ((rule.letters, True), (rule.not_letters, False))
    for text in texts
]


@pytest.mark.parametrize(("text", "is_letter"), LETTERS)
def test_every_letter_that_says_that_there_is_nothing_to_tell(
    text: str, *, is_letter: bool
) -> None:
    reading = Reading(not_events=(NotEvent(Origin("a.docx", "text", 1), "text", text),))
    assert (read_nil(reading, RULES, AGENCIES) is not None) == is_letter
