"""Whom words can mean on a day, by the births of the children."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Case, Child, Gender, Kind
from chronolator.words.book import Known, Rank
from chronolator.words.children import Children

DAYS = st.dates(date(2000, 1, 1), date(2022, 12, 31))
GENDERS = st.sampled_from([None, Gender.BOY, Gender.GIRL])
KNOWN = [
    *(Known(("baby",), Kind.CHILD, under=years) for years in (0, 1, 2, 5, 13, 18)),
    Known(("the", "older", "two"), Kind.CHILDREN, rank=Rank(oldest=2)),
    Known(("youngest",), Kind.CHILD, rank=Rank(youngest=1)),
    Known(("boys",), Kind.CHILDREN, members="m"),
]


@given(st.lists(st.tuples(st.none() | DAYS, GENDERS), min_size=1, max_size=4), DAYS)
def test_words_mean_the_same_children_since_the_last_birthday(
    told: list[tuple[date | None, Gender | None]], day: date
) -> None:
    born = [
        Child(f"Child {number}", born, gender=gender) for number, (born, gender) in enumerate(told)
    ]
    children = Children(Case(children=tuple(born)), elsewhere=False)
    stage = children.find_stage(day)
    assert stage is not None
    assert stage <= day
    assert children.list_born(stage) == children.list_born(day)
    for known in KNOWN:
        assert children.tell_who(known, stage) == children.tell_who(known, day)


def test_a_stage_ends_with_a_birth_and_with_a_birthday() -> None:
    elder, younger = date(2015, 3, 1), date(2019, 6, 1)
    children = Children(Case(children=(Child("A", elder), Child("B", younger))), elsewhere=False)
    assert children.find_stage(None) is None
    assert children.find_stage(elder - timedelta(1)) == date.min
    assert children.find_stage(date(2015, 9, 1)) == elder
    assert children.find_stage(date(2019, 7, 1)) == younger
    assert children.find_stage(date(2020, 5, 1)) == date(2020, 3, 1)
