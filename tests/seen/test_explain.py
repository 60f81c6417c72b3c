"""What is explained is what was answered, and every word of it stands in the row."""

import csv
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from chronolator.model import (
    Answer,
    Case,
    Child,
    Cue,
    Event,
    Flag,
    Means,
    Origin,
    Phrase,
    Question,
    Reason,
    When,
)
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings
from chronolator.seen.explain import (
    Explainer,
    Explanation,
    Judgement,
    Lost,
    PhraseMet,
    Standing,
)
from chronolator.seen.heard import How, Loss
from chronolator.seen.whose import Whence

pytestmark = pytest.mark.usefixtures("untraced")

RULES, AGENCIES = load_seen(), load_agencies()
DAY = date(2020, 1, 6)
ROWS = list(
    csv.DictReader(Path(__file__).with_name("rows.csv").read_text(encoding="utf-8").splitlines())
)
CELLS: list[dict[str, Any]] = [
    {},
    {"child_seen": "Y", "contact_type": "Home visit"},
    {"contact_type": "Telephone call", "views": "He said that he is fine"},
]


EXPLAINER = Explainer(Case(), RULES, AGENCIES)


def explain_in(case: Case, event: Event) -> Explanation:
    return Explainer(case, RULES, AGENCIES).explain(event)


def explain(
    text: str, *, case: Case | None = None, agency: str = "Social Care", **cells: Any
) -> Explanation:
    event = Event("C-1", When("", DAY, DAY), agency, text, Origin("f"), **cells)
    return EXPLAINER.explain(event) if case is None else explain_in(case, event)


def judge(told: Explanation, question: Question = Question.SEEN) -> Judgement:
    return next(one for one in told.children[0].judgements if one.question is question)


def list_met(told: Explanation) -> list[PhraseMet]:
    return [met for text in told.texts for met in text.met]


def list_lost(told: Explanation) -> list[Lost]:
    return [lost for text in told.texts for lost in text.lost]


@pytest.mark.parametrize("cells", CELLS, ids=str)
def test_what_is_explained_is_what_is_answered(cells: dict[str, Any]) -> None:
    by_child: dict[str, list[Event]] = {}
    for row in ROWS[:: 1 if not cells else 5]:
        when = When("", DAY, DAY)
        event = Event("C-1", when, row["agency"], row["text"], Origin("f"), **cells)
        by_child.setdefault(row["child"], []).append(event)
    for child, events in by_child.items():
        case = Case(children=(Child(child),)) if child else Case()
        explainer = Explainer(case, RULES, AGENCIES)
        flags = iter(flag_sightings(events, case, RULES, AGENCIES))
        for event in events:
            check_explanation(explainer.explain(event), tuple(islice(flags, len(Question))))


def check_explanation(told: Explanation, flags: tuple[Flag, ...]) -> None:
    assert told.children[0].flags == flags
    assert tuple(one.flag for one in told.children[0].judgements) == flags
    for one in told.children[0].judgements:
        check_judgement(one)
    for text in told.texts:
        whole = getattr(told.event, text.field)
        words = [clause for sentence in text.sentences for clause in sentence]
        words += [met.words for met in text.met] + [lost.words for lost in text.lost]
        words += [who.words for who in text.people] + [cue for _, cue in text.cues]
        assert all(part in whole for part in words)


def check_judgement(one: Judgement) -> None:
    """The flag rests on what counts, and nothing that counts says anything else."""
    counted = {finding.answer for finding, standing in one.found if standing is Standing.COUNTS}
    if one.text.evidence and one.text.answer is not Answer.UNCLEAR:
        assert counted == {one.text.answer}
    if one.column is None and one.question is not Question.ALONE:
        assert (one.flag.answer, one.flag.evidence) == (one.text.answer, one.text.evidence)


@pytest.mark.parametrize(
    ("text", "how", "words"),
    [
        ("Mia seen.", How.IN_WORDS, "Mia"),
        ("Mia came to the clinic. Well hydrated.", How.TOPIC, "Mia"),
        ("Visit. Was observed playing.", How.DEFAULT, ""),
    ],
)
def test_of_whom_it_speaks_and_why(text: str, how: How, words: str) -> None:
    met = list_met(explain(text, case=Case(children=(Child("Mia"),))))[-1]
    assert (met.target.how, met.who.words) == (how, words)
    assert met.who.children == ("Mia",)


def test_a_pronoun_stands_for_whom_it_stands() -> None:
    told = explain("Visited Mia. She was seen.", case=Case(children=(Child("Mia"),)))
    she = told.texts[0].people[-1]
    assert (she.words, she.pronoun, she.children) == ("She", True, ("Mia",))


def test_a_cue_has_its_words() -> None:
    told = explain("Plan: child seen weekly.")
    (met,) = list_met(told)
    reaching = {one.means: one.words for one in met.reaching}
    assert (reaching[Means.PLANNED], reaching[Means.EARLIER]) == ("Plan", "weekly")
    assert all(one.counts and one.rule for one in met.reaching)
    assert {words for _, words in told.texts[0].cues} == {"Plan", "weekly"}
    assert judge(told).flag.reason is Reason.PLANNED


def test_a_not_has_its_words_and_what_it_makes_of_the_phrase() -> None:
    (met,) = list_met(explain("Nobody thought that the child attended."))
    assert [(one.means, one.words) for one in met.reaching] == [(Means.NEGATED, "Nobody")]
    assert met.target.says == met.target.phrase.negated


def test_what_a_parent_says_reaches_what_follows() -> None:
    told = explain("Mother says the child is at nursery.")
    reaching = [one for met in list_met(told)[1:] for one in met.reaching]
    assert Means.HEARSAY in {one.means for one in reaching}


def test_the_kind_of_contact_reaches_with_its_words() -> None:
    told = explain("Child well and happy.", contact_type="Telephone call")
    reaching = [one for met in list_met(told) for one in met.reaching]
    assert ("Telephone call", Means.REMOTE) in {(one.words, one.means) for one in reaching}
    assert judge(told).flag.reason is Reason.REMOTE


def test_what_lost_names_what_has_its_words() -> None:
    lost = list_lost(explain("Child seen but not seen alone."))
    assert ("alone", "not-seen-alone") in {(one.rule.id, one.to) for one in lost}
    assert ("not", Loss.MASKED) in {(one.words, one.loss) for one in lost}
    assert all(one.loss in {Loss.LONGER, Loss.MASKED} and one.to_words for one in lost)


def test_what_is_quoted_and_what_counts_elsewhere() -> None:
    quoted = list_lost(explain('The letter read "child seen at home".'))
    assert Loss.QUOTED in {one.loss for one in quoted}
    elsewhere = list_lost(explain("Seen by OOH with croup."))
    assert Loss.AGENCY in {one.loss for one in elsewhere}
    assert any(isinstance(one.rule, Phrase | Cue) for one in (*quoted, *elsewhere))


def test_what_is_stated_goes_before_what_is_implied() -> None:
    told = judge(explain("Child not seen. Child happy at home."))
    standings = {finding.rule: standing for finding, standing in told.found}
    assert told.flag.answer is Answer.NO
    assert Standing.IMPLIED in standings.values()


def test_two_that_disagree_count_both() -> None:
    told = judge(explain("Child seen at nursery. Child not seen at home."))
    assert told.flag.answer is Answer.UNCLEAR
    counted = {finding.answer for finding, one in told.found if one is Standing.COUNTS}
    assert counted == {Answer.YES, Answer.NO}


def test_a_column_stands_beside_the_text() -> None:
    told = judge(explain("Child not seen.", child_seen="Y"))
    assert told.column is not None
    assert (told.column.answer, told.text.answer) == (Answer.YES, Answer.NO)
    assert told.flag.reason is Reason.DISAGREE


def test_nothing_is_heard_of_what_was_taken_back() -> None:
    told = explain("Child seen.", marks=("struck through",))
    assert (told.whose, told.texts, told.children[0].judgements) == (None, (), ())
    assert {flag.reason for flag in told.children[0].flags} == {Reason.WITHDRAWN}


def test_nothing_is_judged_before_birth() -> None:
    told = explain("Child seen.", case=Case(children=(Child("Mia", date(2021, 1, 1)),)))
    assert told.children[0].judgements == ()
    assert {flag.reason for flag in told.children[0].flags} == {Reason.UNBORN}


def test_struck_words_that_stand_twice_are_told() -> None:
    event = Event("C-1", When("", DAY, DAY), "CSC", "Child seen. Child seen.", Origin("f"))
    event = replace(event, withdrawn={"text": ("Child seen.",)})
    told = EXPLAINER.explain(event)
    assert told.doubted
    assert told.children[0].flags[0].answer is Answer.UNCLEAR


@pytest.mark.parametrize(
    ("agency", "text", "cells", "whence"),
    [
        ("Surgery", "Seen.", {"other": {"Patient": "Robin Ashdown"}}, Whence.COLUMN),
        ("Surgery", "Seen.", {"other": {"Under the heading": "Child: Robin"}}, Whence.ABOVE),
        ("Probation", "Seen.", {}, Whence.AGENCY),
        ("Surgery", "Seen. Fit note given.", {}, Whence.GROWN),
        ("Midwifery", "Seen.", {}, Whence.EXPECTING),
        ("Police", "Seen.", {}, Whence.CASE),
    ],
)
def test_whence_it_is_known_whose_record_a_row_is(
    agency: str, text: str, cells: dict[str, Any], whence: Whence
) -> None:
    case = Case(children=(Child("Robin Ashdown", None, ("Robin",)),))
    assert explain(text, case=case, agency=agency, **cells).whence is whence
