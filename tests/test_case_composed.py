"""A case file that is written for a person to go on with."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.case import compose_case, load_case
from chronolator.model import Agency, Case, Child, Gender, Person

WORDS = st.text("aÉŵ Z'9\"\\#[]=,.-{}", max_size=12).map(str.strip)
NAMES = WORDS.map(lambda one: one or "Robin")
DAYS = st.dates(date(1990, 1, 1), date(2019, 12, 31))
ALIASES = st.lists(NAMES, max_size=3).map(tuple)
CHILDREN = st.builds(
    Child, NAMES, st.none() | DAYS, ALIASES, st.sampled_from([None, *Gender]), st.none()
)
PEOPLE = st.builds(Person, NAMES, WORDS, ALIASES)
FILES = st.lists(st.sampled_from(["police.*", "gp [[]final].*", "Zoë's log*.csv"]), max_size=2).map(
    tuple
)
AGENCIES = st.builds(Agency, NAMES, WORDS, FILES)


def by_name(one: Child | Agency) -> str:
    return one.name.casefold()


@given(
    st.builds(
        Case,
        title=WORDS,
        children=st.lists(CHILDREN, min_size=1, max_size=3, unique_by=by_name).map(tuple),
        people=st.lists(PEOPLE, max_size=2).map(tuple),
        agencies=st.lists(AGENCIES, max_size=3, unique_by=by_name).map(tuple),
        first=st.none() | st.just(date(2020, 1, 1)),
        last=st.none() | st.just(date(2021, 1, 1)),
        marking=WORDS,
    )
)
def test_it_is_read_as_the_case_that_was_told(
    tmp_path_factory: pytest.TempPathFactory, case: Case
) -> None:
    file = tmp_path_factory.mktemp("case") / "case.toml"
    file.write_text(compose_case(case), encoding="utf-8", newline="")
    assert load_case(file) == case


def test_a_case_of_which_nothing_is_known_is_all_remarks(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_text(compose_case(Case()), encoding="utf-8")
    assert load_case(file) == Case()


def test_every_remark_that_shows_a_key_can_be_made_to_count(tmp_path: Path) -> None:
    """Each "# key = value" without its mark is a line that the case file takes."""
    child = Child("Robin Ashdown")
    text = compose_case(Case(children=(child,)))
    shown = [
        line.removeprefix("# ")
        if line.startswith(("# [[", "# "))
        and ("= " in line or "[[" in line)
        and "it counts" not in line
        and "from [[child]]" not in line
        else line
        for line in text.splitlines()
    ]
    file = tmp_path / "case.toml"
    file.write_text("\n".join(shown), encoding="utf-8")
    case = load_case(file)
    assert case.title
    assert case.first
    assert case.last
    assert case.children[0].gender is Gender.BOY
    assert case.children[0].died
    assert case.people[0].role == "mother"
    assert case.agencies[0].files == ("police*",)
    assert case.visiting[0].child == "Robin Ashdown"


def test_an_agency_to_confirm_says_so() -> None:
    case = Case(agencies=(Agency("Gp"), Agency("Eastvale Homes")))
    lines = compose_case(case, unsure={"Gp"}).splitlines()
    assert [line for line in lines if "is it right?" in line] == [
        'name = "Gp"   # told by the name of the file alone: is it right?'
    ]
