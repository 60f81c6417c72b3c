import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Field, HeadingRule, HeadingRules
from chronolator.readers.layouts.headings import match_heading, split_heading
from chronolator.readers.layouts.spelling import correct
from chronolator.rules.headings import load_headings

RULES = load_headings()


def field_of(heading: str) -> Field | None:
    match = match_heading(heading, RULES)
    return match.field if match else None


def rule_of(heading: str) -> str:
    match = match_heading(heading, RULES)
    return match.rule.id if match else ""


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("d a t e", "date"),
        ("D A T E   O F   E V E N T", "date"),
        ("DATE & TIME", "date"),
        ("Evnet", "text"),
        ("Evnt", "text"),
        ("Dtae", "date"),
        ("Organistion", "agency"),
        ("Proffesional", "author"),
        ("Comments.", "comment"),
        ("date_of_contact", "date"),
        ("eventdate", "date"),
        ("ContactType", "contact_type"),
        ("(Date)", "date"),
        ("[Location]", "place"),
        ("Location (where known)", "place"),
        ("Wren seen?", "child_seen"),
        ("Was the child seen? Voice of the child", "child_seen"),
        ("Was the child seen? What were their wishes and feelings?", "child_seen"),
        ("Child(ren) seen", "child_seen"),
        ("Person(s) present", "people"),
        ("Pupil\u2019s voice", "views"),
        ("Young people's views", "views"),
        ("Wishes + feelings", "views"),
        ("#", "reference"),
        ("Team / service", "agency"),
        ("Zebra (comments)", "comment"),
        ("Incident location", "place"),
        ("Location of incident", "place"),
        ("Outcome of visit", "outcome"),
        ("Visit outcome", "outcome"),
        ("Type of visit", "contact_type"),
        ("Date of visit", "date"),
        ("Action taken (including reasons) and outcome", "action"),
        ("Agency response", "action"),
        ("Agency", "agency"),
        ("Professionals present", "people"),
        ("Professional", "author"),
        ("Date received", None),
        ("Received by agency on (date)", None),
        ("", None),
        ("?", None),
        ("x" * 500, None),
        ("Zebra", None),
    ],
)
def test_ways_of_writing_a_heading(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


def test_a_heading_that_names_a_child_says_so() -> None:
    named, plain = match_heading("Robin seen?", RULES), match_heading("Child seen?", RULES)
    assert named is not None
    assert plain is not None
    assert (named.rest, plain.rest) == (True, False)


def test_the_better_of_two_columns_stands_first_in_the_rules() -> None:
    order = []
    for heading in ("Date of incident", "Date", "Start date", "Date of entry"):
        match = match_heading(heading, RULES)
        assert match is not None
        order.append(match.order)
    assert order == sorted(order)


def test_how_a_heading_is_split() -> None:
    split = split_heading("Date / time of the event (dd/mm/yyyy)", RULES)
    assert split.words == ("date", "time", "of", "event")
    assert split.chunks == ((0, 0), (1, 0), (1, 1), (1, 1))


def test_a_decisive_phrase_needs_a_word_beside_it() -> None:
    rules = HeadingRules(
        (
            HeadingRule("late", None, decisive=("received",), beside=("date",)),
            HeadingRule("text", Field.TEXT, words=("call received",)),
            HeadingRule("day", Field.DATE, words=("date",)),
        )
    )
    found = [match_heading(one, rules) for one in ("Date received", "Call received")]
    assert [one.rule.id for one in found if one] == ["late", "text"]


def test_rules_of_nothing_know_nothing() -> None:
    assert match_heading("Date", HeadingRules()) is None


@given(st.text(max_size=80))
def test_any_heading_has_at_most_one_field(heading: str) -> None:
    match = match_heading(heading, RULES)
    assert match is None or match.field is None or match.field in Field


@given(st.sampled_from(["Date of event", "Child seen alone", "Outcome", "Who was present"]))
def test_capitals_and_marks_do_not_matter(heading: str) -> None:
    assert rule_of(heading) == rule_of(f" {heading.upper()}: ") == rule_of(heading.lower() + "?")


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("agancy", ("agency",)),
        ("agnecy", ("agency",)),
        ("practioner", ("practitioner",)),
        ("eventdate", ("event", "date")),
        ("fate", ("fate",)),
        ("dare", ("dare",)),
        ("dtae", ("date",)),
        ("regency", ("regency",)),
        ("at", ("at",)),
        ("x9999", ("x9999",)),
    ],
)
def test_slips_are_put_right(word: str, right: tuple[str, ...]) -> None:
    known = frozenset({"agency", "practitioner", "event", "date"})
    assert correct(word, known) == right
