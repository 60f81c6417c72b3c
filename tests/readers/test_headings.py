import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chronolator.rules.headings as loader
from chronolator.model import Field
from chronolator.readers.headings import fold_heading, match_heading
from chronolator.rules.headings import NO_FIELD, HeadingFile, load_headings

RULES = load_headings()
FILE = msgspec.convert(
    tomllib.loads(Path(loader.__file__).with_suffix(".toml").read_text(encoding="utf-8")),
    HeadingFile,
)


def field_of(heading: str) -> Field | None:
    match = match_heading(heading, RULES)
    return match.field if match else None


@pytest.mark.parametrize(
    ("heading", "field"), [(text, one.field) for one in FILE.heading for text in one.examples]
)
def test_every_example_of_the_rules(heading: str, field: str) -> None:
    assert field_of(heading) == (None if field == NO_FIELD else Field(field))


@pytest.mark.parametrize(
    ("heading", "field"), [(text, one.field) for one in FILE.heading for text in one.not_examples]
)
def test_every_counter_example_of_the_rules(heading: str, field: str) -> None:
    assert field_of(heading) != field


@pytest.mark.parametrize("heading", [text for one in FILE.veto for text in one.examples])
def test_every_date_that_is_not_the_events(heading: str) -> None:
    assert field_of(heading) is None


def test_every_rule_has_an_example() -> None:
    assert all(one.examples for one in FILE.heading)
    assert all(one.examples for one in FILE.veto)


def test_no_phrase_stands_under_two_rules() -> None:
    met: dict[str, str] = {}
    for one in FILE.heading:
        for words in (*one.words, *one.only):
            assert fold_heading(words) == words, words
            assert met.setdefault(words, one.id) == one.id, words


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("d a t e", "date"),
        ("DATE & TIME", "date"),
        ("Evnet", "text"),
        ("Organistion", "agency"),
        ("date_of_contact", "date"),
        ("ContactType", "contact_type"),
        ("(Date)", "date"),
        ("Wren seen?", "child_seen"),
        ("Date received", None),
        ("", None),
        ("x" * 500, None),
        ("Zebra", None),
    ],
)
def test_spellings(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


@given(st.text(max_size=80))
def test_any_heading_has_at_most_one_field(heading: str) -> None:
    match = match_heading(heading, RULES)
    assert match is None or match.field is None or match.field in Field
