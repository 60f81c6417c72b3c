"""Which child of the case a "sister" is, or "the other two"."""

from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import Case, Child, Gender, Person
from chronolator.rules.people import load_people
from chronolator.words.clauses import split_clauses
from chronolator.words.groups import settle_roles
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.names import People
from chronolator.words.siblings import name_siblings

RULES = load_people()
IDRIS, POSY, OTTO = (
    Child("Idris Venn", date(2009, 3, 1), gender=Gender.BOY),
    Child("Posy Venn", date(2013, 4, 2), gender=Gender.GIRL),
    Child("Otto Venn", date(2018, 5, 3), gender=Gender.BOY),
)
CASE = Case(children=(IDRIS, POSY, OTTO))
UNTOLD = Case(children=tuple(replace(child, gender=None) for child in CASE.children))
DAY = date(2019, 1, 1)


def find(case: Case, text: str, whose: frozenset[int], day: date = DAY) -> Mention:
    """The last who is named."""
    people = People(case, RULES)
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    found = settle_roles(text, words, people.find(words, day), RULES)
    return name_siblings(words, found, whose, people.children, RULES, day)[-1]


@pytest.mark.parametrize(
    ("text", "whose", "children"),
    [
        ("Weighed. Sister in the buggy", {0}, {1}),
        ("Weighed with sister", {2}, {1}),
        ("His older brother was there", {2}, {0}),
        ("Posy with her little brother", set(), {2}),
        ("Posy's big brother", {2}, {0}),
        ("Posy held her brother", {2}, {2}),
        ("Idris and Posy and their baby brother", set(), {2}),
        ("Posy opened the door, brothers behind", set(), {0, 2}),
        ("Siblings seen", {2}, {0, 1}),
        ("Otto seen. Other two", set(), {0, 1}),
        ("Mum and Posy and her little brother", set(), {2}),
        ("Mum and her sister", {0}, set()),
        ("Mum's sister", {0}, set()),
        ("Dad's brother", {1}, set()),
        ("A sister came", set(), set()),
        ("Posy and a cousin", set(), set()),
        ("Pushed a boy", {1}, set()),
        ("Played with another girl", {0}, set()),
        ("The girl", {0}, {1}),
        ("A girl in a cot", set(), set()),
        ("Posy's friend", set(), set()),
        ('Posy: "my sister', set(), set()),
        ("Idris's younger sister", set(), {1}),
        ("Otto's younger sister", set(), set()),
    ],
)
def test_a_sibling_is_the_child_whom_nobody_else_can_be(
    text: str, whose: set[int], children: set[int]
) -> None:
    assert set(find(CASE, text, frozenset(whose)).children) == children


@pytest.mark.parametrize(
    ("text", "whose", "perhaps"),
    [
        ("Sister in the buggy", {0}, {1, 2}),
        ("Little brother asleep", {1}, {2}),
        ("Sibling seen", {1}, {0, 2}),
    ],
)
def test_of_whom_it_is_not_known_may_be(text: str, whose: set[int], perhaps: set[int]) -> None:
    one = find(UNTOLD, text, frozenset(whose))
    assert (set(one.children), set(one.perhaps)) == (set(), perhaps)


def test_before_a_child_is_born_it_is_no_sibling() -> None:
    one = find(CASE, "Brother seen", frozenset({1}), date(2015, 1, 1))
    assert set(one.children) == {0}


def test_with_a_sibling_who_is_no_child_of_the_case_it_is_not_sure() -> None:
    case = replace(CASE, people=(Person("Etta Venn", "half sister"),))
    one = find(case, "Sister in the buggy", frozenset({0}))
    assert (one.children, set(one.perhaps)) == (NOBODY, {1})


def test_a_named_sibling_is_who_is_named() -> None:
    assert set(find(CASE, "Idris and sister Posy", frozenset()).children) == {1}
    assert find(CASE, "Idris and sister Ellie", frozenset()).children == NOBODY


def test_a_sister_with_a_capital_within_a_list_may_be_a_nurse() -> None:
    one = find(CASE, "Consultant, Sister", frozenset({0}))
    assert (one.children, set(one.perhaps)) == (NOBODY, {1})
    assert set(find(CASE, "Consultant, sister", frozenset({0})).children) == {1}
    assert set(find(CASE, "Weighed. Sister", frozenset({0})).children) == {1}
