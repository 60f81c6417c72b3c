"""Letters by which the case file calls a child, and what else they stand for."""

import pytest

from chronolator.model import Case, Child, Kind, Person
from chronolator.rules.people import load_people
from chronolator.words.clauses import split_clauses
from chronolator.words.names import People

PEOPLE = People(
    Case(children=(Child("Rory Dane", aliases=("R",)), Child("Kit Dane", aliases=("K", "L")))),
    load_people(),
)

NAMES = ("Theo", "Joel", "Mason", "Dilan", "Levi", "Sam", "Nina")
FIRST_NAMES = People(Case(children=tuple(map(Child, NAMES))), load_people())


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("T stable, brothers at home.", "t"),
        ("J kept appt. T lay on sofa, hood up.", "jt"),
        ("Ward rd: T pink and warm. Brother at home.", "t"),
        ("J's wrist xrayed. Sister waited.", "j"),
        ("T, 3, scalded. J, next door alone.", "tj"),
        ("Baby T under lamp. Younger brother J waited.", "tj"),
        ("D stable. Joel at home.", "dj"),
        ("T, J and D not seen this week.", "tjd"),
        ("T, J on sofa beside stepdad.", "tj"),
        ("N and T each spoken to.", "nt"),
        ("L, S and D playing.", "lsd"),
        ("L, S wheeze on auscultation.", ""),
        ("Came back with D, V since Friday.", "d"),
        # Nobody else of the family is spoken of, from whom a letter would tell the child.
        ("T stable, mum at bedside.", ""),
        ("Obs on mother: T normal.", ""),
        # Somebody else has that initial.
        ("Met mum's partner Jason. J angry. Sister there.", ""),
        # Mother, suspect, a side of the body, a no.
        ("M lively. Sister asleep.", ""),
        ("S unknown to victim. Sister unhurt.", ""),
        ("L tonsil enlarged, brother well.", ""),
        ("A letter came. N to school with her sister.", ""),
        ("Mrs T class seen with sister.", ""),
        ("Ring T cell result of brother.", ""),
        ("T CELL COUNT LOW, SISTER WELL.", ""),
    ],
)
def test_a_letter_with_which_a_clause_begins(text: str, letters: str) -> None:
    found = [
        NAMES[child] for one in FIRST_NAMES.find(split_clauses(text)) for child in one.children
    ]
    assert "".join(name[0].lower() for name in found) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("R and L ears red.", ""),
        ("Splint to R hand, L leg bruised.", ""),
        ("Red reflex R and L, heart sounds normal.", ""),
        ("L + R thigh, no reaction.", ""),
        ("Vitamin K given, grade R sprain.", ""),
        ("R at school, K asleep.", "rk"),
        ("Saw R and K at home.", "rk"),
        ("R and L seen in the garden.", "rl"),
        ("K's coat was wet.", "k"),
    ],
)
def test_a_letter_is_a_child_only_where_it_is_no_side_and_no_thing(text: str, letters: str) -> None:
    words = split_clauses(text)
    found = [words[one.first].text for one in PEOPLE.find(words) if one.children]
    assert "".join(found) == letters


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("I saw Kit. I'd call round, I am told.", "kit"),
        ("I want people to leave me alone.", ""),
        ("SA, Kit and I in.", "kiti"),
        ("I is in class, I's coat was wet.", "ii"),
        ("I, Kit at home.", "ikit"),
        ("HV and I attended.", ""),
        ("Kit and I in.", "kiti"),
    ],
)
def test_who_writes_is_no_child_called_by_that_letter(text: str, called: str) -> None:
    people = People(
        Case(children=(Child("Idris Dane", aliases=("I",)), Child("Kit Dane"))), load_people()
    )
    words = split_clauses(text)
    found = [words[one.first].text for one in people.find(words) if one.children]
    assert "".join(found) == called


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Present: K Hollis, HV.", [Kind.PROFESSIONAL, Kind.PROFESSIONAL]),
        ("Present: K. Hollis, HV.", [Kind.PROFESSIONAL, Kind.PROFESSIONAL]),
        ("K Dane seen.", [Kind.CHILD]),
        ("K. Dane seen.", [Kind.CHILD]),
    ],
)
def test_a_letter_before_a_surname_is_the_one_so_called(text: str, kinds: list[Kind]) -> None:
    case = Case(
        children=(Child("Rory Dane", aliases=("R",)), Child("Kit Dane", aliases=("K",))),
        people=(Person("Kate Hollis", "social worker"), Person("Ray Dane", "father")),
    )
    people = People(case, load_people())
    words = split_clauses(text, people.rules.breaks, people.rules.turns, people.rules.stops)
    found = people.find(words)
    assert [one.kinds[0] for one in found] == kinds
    (told, *_) = people.find(split_clauses("R Dane rang."))
    assert told.last == 1  # Rory, and the surname of his father Ray too
