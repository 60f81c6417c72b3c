"""Who is a boy and who a girl: told by the case file, or by the records with a name."""

from datetime import date

import pytest

from chronolator.model import Case, Child, Gender, GenderTold, Kind
from chronolator.rules.people import load_people
from chronolator.words.clauses import split_clauses
from chronolator.words.genders import add_genders, find_genders
from chronolator.words.groups import join_groups
from chronolator.words.names import Mention, People
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
KNOWN = add_genders(
    CASE,
    [
        GenderTold("Idris Venn", BOY, ""),
        GenderTold("Posy Venn", GIRL, ""),
        GenderTold("Otto Venn", BOY, ""),
    ],
)
DAY = date(2019, 1, 1)
ANY = Mention(0, 0, (Kind.CHILD,), perhaps=frozenset({0, 1, 2}))


def find(case: Case, text: str, day: date | None = DAY) -> Mention:
    people = People(case, RULES)
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    found = people.find(words, day)
    groups = join_groups(text, words, found, RULES)
    return resolve_pronouns(words, found, groups, ANY, RULES, people.genders)[0]


@pytest.mark.parametrize(
    ("texts", "gender"),
    [
        (["Son Idris at school."], BOY),
        (["Collected by her brother Idris."], BOY),
        (["A girl, Idris, answered."], GIRL),
        (["Boy Idris, seen."], BOY),
        (["Idris ran. He fell."], None),
        (["Mother says he is fine."], None),
        (["With his sister, Idris and gran."], None),
        (["Son Idris out.", "Her daughter Idris out."], None),
        (['"My son Idris is out", she said.'], None),
        (["His sister's friend Idris rang."], None),
    ],
)
def test_the_records_say_so_with_the_name_or_not_at_all(
    texts: list[str], gender: Gender | None
) -> None:
    told = {one.child: one.gender for one in find_genders(CASE, RULES, texts)}
    assert told.get("Idris Venn") is gender


def test_what_is_told_keeps_its_words() -> None:
    assert find_genders(CASE, RULES, ["Seen: her Son Idris, well."]) == (
        GenderTold("Idris Venn", BOY, "her Son Idris"),
    )


def test_the_case_file_goes_before_the_records() -> None:
    case = Case(children=(Child("Idris Venn", gender=GIRL), Child("Posy Venn")))
    assert find_genders(case, RULES, ["Her son Idris."]) == ()
    assert add_genders(case, [GenderTold("Idris Venn", BOY, "")]).children[0].gender is GIRL


def test_one_child_is_told_apart_from_nobody() -> None:
    assert find_genders(Case(children=(Child("Idris Venn"),)), RULES, ["Son Idris."]) == ()


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
    people = People(KNOWN, RULES)
    text = "Idris came with Posy. She waved"
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    found = people.find(words, DAY)
    told = resolve_pronouns(words, found, (), ANY, RULES, people.genders)
    assert set(told[-1].children) == {1}
