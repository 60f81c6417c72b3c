"""Whom "the girl", "both boys" and a pronoun mean where genders are known."""

from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import Case, Child, Gender, Kind
from chronolator.rules.people import load_people
from chronolator.words.clauses import split_clauses
from chronolator.words.groups import join_groups
from chronolator.words.mention import Mention
from chronolator.words.names import People
from chronolator.words.pronouns import resolve_pronouns

RULES = load_people()
CASE = Case(
    children=(
        Child("Idris Venn", date(2009, 3, 1)),
        Child("Posy Venn", date(2013, 4, 2)),
        Child("Otto Venn", date(2018, 5, 3)),
    )
)
BOY, GIRL = Gender.BOY, Gender.GIRL
KNOWN = Case(
    children=tuple(
        replace(child, gender=gender)
        for child, gender in zip(CASE.children, (BOY, GIRL, BOY), strict=True)
    )
)
DAY = date(2019, 1, 1)
ANY = Mention(0, 0, (Kind.CHILD,), perhaps=frozenset({0, 1, 2}))


def find_all(case: Case, text: str, day: date | None = DAY) -> tuple[Mention, ...]:
    people = People(case, RULES)
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    found = people.find(words, day)
    groups = join_groups(text, words, found, RULES)
    return resolve_pronouns(words, found, groups, ANY, RULES, people.children.genders)


def find(case: Case, text: str, day: date | None = DAY) -> Mention:
    """The first who is named."""
    return find_all(case, text, day)[0]


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("The girl was in bed", {1}),
        ("Her daughter stood there", {1}),
        ("Both boys seen", {0, 2}),
        ("Boys out", {0, 2}),
        ("Older boy at his desk", {0}),
        ("Youngest son fed", {2}),
        ("Girls seen", set()),
        ("A boy ran", set()),
        ("Little boy in a cot", {2}),
    ],
)
def test_words_mean_whom_they_can(text: str, children: set[int]) -> None:
    assert set(find(KNOWN, text).children) == children


@pytest.mark.parametrize("text", ["The girl was in bed", "Girls seen", "He was in bed", "Boys out"])
def test_without_genders_any_child_may_be_meant(text: str) -> None:
    one = find(CASE, text)
    assert (set(one.children), set(one.perhaps)) == (set(), {0, 1, 2})


def test_a_boy_before_his_brother_is_born_is_the_other() -> None:
    assert set(find(KNOWN, "The boy was there", date(2015, 1, 1)).children) == {0}


def test_a_pronoun_without_a_name_is_no_child_of_the_other_gender() -> None:
    assert set(find(KNOWN, "She was asleep").perhaps) == {1}
    assert set(find(KNOWN, "He was asleep").perhaps) == {0, 2}


def test_a_pronoun_passes_over_a_child_of_the_other_gender() -> None:
    told = find_all(KNOWN, "Idris came with Posy. She waved")
    assert set(told[-1].children) == {1}


@pytest.mark.parametrize("word", ["neither", "both", "they"])
def test_two_named_apart_are_meant_by_one_word_behind_them(word: str) -> None:
    told = find_all(KNOWN, f"Otto asleep upstairs and Posy at her desk, {word} seen")
    assert set(told[-1].children) == {1, 2}
