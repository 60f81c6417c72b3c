import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chronolator.rules.headings as loader
from chronolator.model import Field, HeadingRule, HeadingRules
from chronolator.readers.layouts.headings import match_heading, split_heading
from chronolator.readers.layouts.spelling import correct
from chronolator.rules.headings import load_headings

RULES = load_headings()
EXAMPLES = {
    rule["id"]: rule["examples"]
    for rule in tomllib.loads(Path(loader.__file__).with_suffix(".toml").read_text("utf-8"))[
        "heading"
    ]
}


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


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        # what a rule says of a child holds of a pupil; both in one heading are one
        ("Toddler's wishes", "views"),
        ("Was the teenager seen?", "child_seen"),
        ("Child / young person / baby seen", "child_seen"),
        ("Child or young person's views", "views"),
        ("Was the carer or guardian seen?", None),
        ("Grandmother's account", None),
        # short forms, Welsh, and both languages in one heading
        ("Incident Dt", "date"),
        ("LocnDesc", "place"),
        ("Doc No.", "reference"),
        ("Log no / page", "reference"),
        ("Math o gyswllt", "contact_type"),
        ("Amser y cyfarfod", "time"),
        ("Lleoliad y cyfarfod / Place of meeting", "place"),
        ("Barn y plentyn", "views"),
        ("Enw'r ymarferydd", "author"),
        ("Dyddiad geni'r plentyn", None),
        # the head of a clause comes first
        ("Date mother made the call", "date"),
        ("Time the ambulance call was made", "time"),
        ("Agency that made the referral", "agency"),
        ("Officer making this record", "author"),
        ("Action that was taken by the trust", "action"),
        ("Date the stay on the ward finished", "end_date"),
        ("Date of start and end", "date"),
        ("When was this typed?", None),
        ("Date the chronology was completed", None),
        # a last word that two share, and two that share none
        ("Visit or event date", "date"),
        ("Concern / incident location", "place"),
        ("Staff and relatives present", "people"),
        ("Adults and pupils present", "people"),
        ("Event and action taken", "text"),
        ("Date and incident type", "date"),
        # the last word says in what form, the first what follows
        ("Location description", "place"),
        ("Action notes", "action"),
        ("Event description", "text"),
        ("Home visit details", "text"),
        ("Summary of outcome", "outcome"),
        ("Names and roles of those present", "people"),
        ("Details of the assessment", "text"),
        ("Name of child", None),
        # a choice of kinds
        ("Letter / email / meeting", "contact_type"),
        ("Telephone / email", None),
        # words in brackets: they say what is meant, what it is not, or how it is filled in
        ("Who (author)", "author"),
        ("Date (until)", "end_date"),
        ("Sent (date)", "date"),
        ("Contact (type)", "contact_type"),
        ("Contact date (not the date it was written up)", "date"),
        ("Event (e.g. missed opportunity, visit)", "text"),
        ("Seen (alone)", "seen_alone"),
        ("2. Location (see guidance)", "place"),
        ("Please state where the child was seen", "place"),
        # what is asked by yes or no
        ("Key incident Y/N", "significance"),
        ("Key incident", "text"),
        ("Was the child seen at the significant event?", "child_seen"),
        ("Did the midwife see the baby?", "child_seen"),
        ("Was agreed policy kept to?", "comment"),
        # who says it
        ("Thoughts by the chair", "comment"),
        ("Lead reviewer's findings", "comment"),
        ("Author of the assessment", "author"),
        # written apart
        ("Loca tion", "place"),
        ("Out come of visit", "outcome"),
        ("D A T E (dd/mm/yy)", "date"),
        ("Column 1 (1)", None),
    ],
)
def test_what_a_heading_of_several_words_is_of(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize("noun", ["visit", "meeting", "incident", "appointment", "phone call"])
def test_a_question_is_known_by_its_first_word_and_another(noun: str) -> None:
    asked = {
        f"When did the {noun} take place?": "date",
        f"Where did the {noun} take place?": "place",
        f"Where is the {noun} recorded?": "source",
        f"Who was at the {noun}?": "people",
        f"Who made the record of the {noun}?": "author",
        f"Which agency held the {noun}?": "agency",
        f"What was seen at the {noun}?": "text",
        f"What was offered at the {noun}?": "action",
        f"What was the result of the {noun}?": "outcome",
        f"What impact did the {noun} have?": "significance",
        f"What did the child want from the {noun}?": "views",
        f"What should the {noun} have covered?": "comment",
        f"Why was the {noun} important?": "significance",
        f"How did the {noun} affect the family?": "significance",
    }
    assert {one: field_of(one) for one in asked} == asked


OTHERS = [
    "mother",
    "step-father",
    "partner",
    "MGM",
    "neighbour",
    "half-sister",
    "suspect",
    "tenant",
    "teacher",
    "GP",
    "flat",
    "record",
]
ASKED = [
    "{} seen",
    "Was {} seen?",
    "{} seen alone (Y/N)",
    "Was the {} spoken to alone?",
    "{} present and seen",
    "{}'s views",
    "Views of {}",
    "{}'s wishes and feelings",
    "Seen ({})",
    "Child's {} seen",
    "{} sighted",
]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("other", OTHERS)
def test_what_is_asked_of_another_is_not_asked_of_the_child(asked: str, other: str) -> None:
    heading = asked.format(other)
    assert field_of(heading[0].upper() + heading[1:]) not in {"child_seen", "seen_alone", "views"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Wren sighted", "child_seen"),
        ("Child seen by GP", "child_seen"),
        ("Mother and child seen", "child_seen"),
        ("Did the midwife see the baby?", "child_seen"),
        ("Record whether the child was seen", "child_seen"),
        ("Child seen alone by teacher", "seen_alone"),
        ("Seen without mother", "seen_alone"),
        ("School: child spoken to alone", "seen_alone"),
        ("Child's views of mother", "views"),
        ("Views of child and parents", "views"),
        ("Other child seen", None),
        ("Views of other children", None),
    ],
)
def test_another_in_the_heading_leaves_the_question_the_child_s(
    heading: str, field: str | None
) -> None:
    assert field_of(heading) == field


FILLINGS = [
    "{} (please complete)",
    "{} (required)",
    "{} - see guidance",
    "{} (delete as applicable)",
    "{} (if recorded)",
    "{} *",
    "3. {}",
    "(b) {}",
    "Please state {}",
]


@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize(
    "heading",
    [
        text
        for rule in ("end-date", "child-seen", "views", "action", "place")
        for text in EXAMPLES[rule]
    ],
)
def test_how_to_fill_a_column_changes_nothing(filling: str, heading: str) -> None:
    assert field_of(filling.format(heading)) == field_of(heading)


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
