from datetime import date
from pathlib import Path

import pytest

from chronolator.case import decode_case, encode_case, load_case
from chronolator.errors import CaseError
from chronolator.model import REVIEW_COLUMNS, THE_CHILD, Agency, Case, Child, Field, Person

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
    assert case.visiting[0].counting == "from the day after"
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
