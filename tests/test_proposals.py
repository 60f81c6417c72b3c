"""What is proposed for a case file from returns that have come."""

from datetime import date
from typing import Any

import pytest

from chronolator.model import Agency, Case, Child, Event, Origin, Return, When, Whence
from chronolator.proposals import (
    ProposedAgency,
    ProposedChild,
    propose_agencies,
    propose_children,
    tell_unnamed_children,
)
from chronolator.rules import load_rules
from chronolator.words.files import fits

RULES = load_rules()
DAY = date(2020, 1, 6)


def make_event(number: int, **more: Any) -> Event:
    return Event(
        f"C-{number}", When("", DAY, DAY), "School", "Seen.", Origin("f", "", number), **more
    )


def propose(*cells: str) -> tuple[ProposedChild, ...]:
    events = [make_event(n, other={"Pupil": cell}) for n, cell in enumerate(cells)]
    return propose_children(events, RULES)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Robin Ashdown", "Robin Ashdown"),
        ("ASHDOWN, Robin", "Robin Ashdown"),
        ("ROBIN ASHDOWN", "Robin Ashdown"),
        ("Robin Ashdown (DOB 03/11/2015)", "Robin Ashdown"),
        ("Robin Ashdown dob 3.11.15", "Robin Ashdown"),
        ("Robin O'Neill-Ashdown", "Robin O'Neill-Ashdown"),
        ("RA", "RA"),
        ("Robin Ashdown (Year 2 / Year 3)", "Robin Ashdown"),
    ],
)
def test_a_name_is_written_as_people_write_it(cell: str, name: str) -> None:
    assert propose(cell) == (ProposedChild(name, 1),)


def test_shorter_forms_are_aliases_of_the_one_whole_name() -> None:
    told = propose("Robin Ashdown", "Robin", "Ashdown R", "R Ashdown", "Wren Ashdown", "Ashdown T")
    assert told == (
        ProposedChild("Robin Ashdown", 4, ("Robin", "Ashdown R", "R Ashdown")),
        ProposedChild("Wren Ashdown", 1),
        ProposedChild("Ashdown T", 1),
    )


def test_first_letters_and_a_name_turned_about_are_aliases_too() -> None:
    told = propose("Robin Ashdown", "Robin Ashdown", "Ashdown Robin", "RA", "Robin A", "WA")
    assert told == (
        ProposedChild("Robin Ashdown", 5, ("Ashdown Robin", "RA", "Robin A")),
        ProposedChild("WA", 1),
    )


def test_two_first_names_that_other_cells_tell_are_two_children() -> None:
    told = propose("Robin Ashdown", "Wren Ashdown", "Wren, Robin")
    assert told == (
        ProposedChild("Robin Ashdown", 2, ("Robin",)),
        ProposedChild("Wren Ashdown", 2, ("Wren",)),
    )


def test_first_letters_that_two_share_are_of_neither() -> None:
    told = propose("Robin Ashdown", "Rowan Ashdown", "RA")
    assert all(not one.aliases for one in told)


def test_two_who_share_a_first_name_share_no_alias() -> None:
    told = propose("Robin Ashdown", "Robin Foxton", "Robin")
    assert all(not one.aliases for one in told)


def test_two_children_in_a_cell_are_two() -> None:
    assert {one.name for one in propose("Robin and Wren")} == {"Robin", "Wren"}
    assert {one.name for one in propose("RA, WA")} == {"RA", "WA"}


@pytest.mark.parametrize(
    "cell",
    ["", "both", "All children", "n/a", "12345", "see text", "Family", "Twins", "Mother", "Unborn"],
)
def test_what_is_no_name_is_none(cell: str) -> None:
    assert propose(cell) == ()


def test_titles_are_read_where_no_column_names_the_child() -> None:
    titled = make_event(1, titles=("Tollgate School", "Pupil: Wren Ashdown - Year 4"))
    other = make_event(2, titles=("Serious case review: Robin",))
    assert propose_children([titled, other], RULES) == (ProposedChild("Wren Ashdown", 1),)


def make_return(file: str, *agencies: str, whence: Whence = Whence.TITLES) -> Return:
    return Return(file, agencies, (whence,), 1, 1, 9, 9, 9, DAY, DAY, 0)


def test_files_of_one_agency_stand_together_and_a_doubtful_name_says_so() -> None:
    told = propose_agencies(
        [
            make_return("police.xlsx", "Eastvale Constabulary"),
            make_return("gp [final].docx", "Gp final", whence=Whence.FILE_NAME),
            make_return("police 2.csv", "Eastvale Constabulary"),
            make_return("odd.xlsx"),
        ]
    )
    assert told == (
        ProposedAgency(Agency("Eastvale Constabulary", files=("police*",)), sure=True),
        ProposedAgency(Agency("Gp final", files=("gp [[]final]*",)), sure=False),
        ProposedAgency(Agency("odd", files=("odd*",)), sure=False),
    )


def test_a_pattern_fits_a_later_return_but_no_file_of_another_agency() -> None:
    told = propose_agencies(
        [make_return("Police.csv", "Police"), make_return("Police housing.csv", "Homes")]
    )
    police, homes = (one.agency.files for one in told)
    assert (police, homes) == (("Police.*",), ("Police housing*",))
    assert fits("police housing (corrected).xlsx", homes)


def test_returns_about_several_children_ask_for_a_case_file() -> None:
    events = [make_event(1, subject="Robin Ashdown"), make_event(2, subject="Wren Ashdown")]
    (told,) = tell_unnamed_children(events, Case(), RULES)
    assert "the returns name 2 people" in told.message
    assert "chron init" in told.hint
    assert tell_unnamed_children(events, Case(children=(Child("Robin Ashdown"),)), RULES) == ()
    assert tell_unnamed_children(events[:1], Case(), RULES) == ()
