from datetime import date
from pathlib import Path

import pytest

from chronolator.case import decode_case, encode_case, load_case
from chronolator.errors import CaseError
from chronolator.model import (
    REVIEW_COLUMNS,
    THE_CHILD,
    Agency,
    Case,
    Child,
    Counting,
    Every,
    Field,
    Holidays,
    Person,
    Question,
    Unit,
    Visiting,
)

WHOLE = """
title = "LCSPR Robin"
from = 2018-04-01
to = 2020-09-30
marking = "OFFICIAL-SENSITIVE"

[[child]]
name = "Robin Ashdown"
born = 2015-11-03
aliases = ["Robin", "RA"]

[[person]]
name = "Tara Ashdown"
role = "mother"
aliases = ["TA"]
code = "Mother"

[[agency]]
name = "Eastvale Constabulary"
short = "Police"
files = ["Eastvale*"]
password = "open sesame"
supersedes = ["*draft*"]
columns = { "Detail" = "text" }

[[visiting]]
child = "Robin Ashdown"
from = 2019-03-01
every = "10 working days"
by = "Police"
of = "alone"
counting = "from the day"
holidays = "scotland"
source = "Local procedures 4.2"

[review]
columns = ["Review notes"]
unseen_days = 42
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_whole_file(tmp_path: Path) -> None:
    case = load_case(write(tmp_path, WHOLE))
    assert case.first == date(2018, 4, 1)
    assert case.last == date(2020, 9, 30)
    assert case.children == (Child("Robin Ashdown", date(2015, 11, 3), ("Robin", "RA")),)
    assert case.people == (Person("Tara Ashdown", "mother", ("TA",), "Mother"),)
    assert case.agencies == (
        Agency(
            "Eastvale Constabulary",
            "Police",
            ("Eastvale*",),
            ("*draft*",),
            {"Detail": Field.TEXT},
            "open sesame",
        ),
    )
    assert case.visiting == (
        Visiting(
            "Robin Ashdown",
            Every(10, Unit.WORKING_DAYS),
            first=date(2019, 3, 1),
            by="Police",
            of=Question.ALONE,
            counting=Counting.THE_DAY,
            holidays=Holidays.SCOTLAND,
            source="Local procedures 4.2",
        ),
    )
    assert (case.review_columns, case.unseen_days) == (("Review notes",), 42)


def test_nothing_is_required(tmp_path: Path) -> None:
    assert load_case(write(tmp_path, "")) == Case()
    assert Case().children == (THE_CHILD,)
    assert Case().review_columns == REVIEW_COLUMNS


def test_a_password_is_not_shown_and_not_stored(tmp_path: Path) -> None:
    case = load_case(write(tmp_path, WHOLE))
    assert "sesame" not in repr(case)
    assert "sesame" not in encode_case(case)


def test_stored_case_comes_back(tmp_path: Path) -> None:
    case = load_case(write(tmp_path, WHOLE.replace('password = "open sesame"', "")))
    assert decode_case(encode_case(case)) == case
    assert decode_case(encode_case(Case())) == Case()


VISITING = '[[child]]\nname = "Robin"\naliases = ["RA"]\n[[visiting]]\nchild = "{}"\nevery = "{}"'


@pytest.mark.parametrize(
    ("written", "number", "unit", "told"),
    [
        ("10 working days", 10, Unit.WORKING_DAYS, "10 working days"),
        ("1 Working  Day", 1, Unit.WORKING_DAYS, "1 working day"),
        ("2 weeks", 2, Unit.WEEKS, "2 weeks"),
        (" 1 week ", 1, Unit.WEEKS, "1 week"),
        ("28 days", 28, Unit.DAYS, "28 days"),
        ("3 months", 3, Unit.MONTHS, "3 months"),
    ],
)
def test_how_often(tmp_path: Path, written: str, number: int, unit: Unit, told: str) -> None:
    (visiting,) = load_case(write(tmp_path, VISITING.format("Robin", written))).visiting
    assert visiting.every == Every(number, unit)
    assert str(visiting.every) == told


def test_what_an_expectation_leaves_out(tmp_path: Path) -> None:
    """Any agency, seen, the day of a sighting not counted, and England's bank holidays."""
    (visiting,) = load_case(write(tmp_path, VISITING.format("ra", "10 working days"))).visiting
    assert visiting == Visiting("Robin", Every(10, Unit.WORKING_DAYS))
    assert (visiting.by, visiting.of, visiting.first, visiting.last) == ("", "seen", None, None)
    assert (visiting.counting, visiting.holidays) == ("from the day after", "england")


def test_the_stored_case_keeps_what_is_expected_for_its_children() -> None:
    robin, wren = Child("Robin"), Child("Wren")
    expected = tuple(Visiting(one.name, Every(6, Unit.WEEKS)) for one in (robin, wren))
    stored = decode_case(encode_case(Case(children=(robin,), visiting=expected)))
    assert stored == Case(children=(robin,), visiting=expected[:1])


def test_stored_case_that_is_none() -> None:
    with pytest.raises(CaseError):
        decode_case("{")


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such file"):
        load_case(tmp_path / "nowhere.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="cannot be opened"):
        load_case(tmp_path)


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes('title = "é"'.encode("cp1252"))
    with pytest.raises(CaseError, match="UTF-8"):
        load_case(path)
