"""The sheets that account for what was read: grouped problems, glossary."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from chronolator.model import (
    Chronology,
    Difference,
    DifferenceKind,
    Origin,
    Problem,
    ProblemKind,
    Said,
    Term,
)
from chronolator.write import write_json, write_workbook

MERGED = date(2026, 11, 24)
TERMS = (
    Term(Origin("gp.xlsx", "Key", 2), "TAF", "Team around the Family", "Harbour Lane Surgery"),
    Term(Origin("gp.xlsx", "Key", 3), "=WNB", "Was not brought", "Harbour Lane Surgery"),
)


def list_sheet(chronology: Chronology, path: Path, name: str) -> list[tuple[object, ...]]:
    write_workbook(chronology, path, MERGED)
    book = openpyxl.load_workbook(path)
    return list(book[name].iter_rows(values_only=True)) if name in book.sheetnames else []


def test_a_glossary_stands_on_a_sheet_and_in_the_json(
    chronology: Chronology, tmp_path: Path
) -> None:
    told = replace(chronology, glossary=TERMS)
    assert list_sheet(told, tmp_path / "out.xlsx", "Glossary") == [
        ("Agency", "Term", "Meaning", "Where it stands"),
        ("Harbour Lane Surgery", "TAF", "Team around the Family", "gp.xlsx, sheet Key, row 2"),
        ("Harbour Lane Surgery", "=WNB", "Was not brought", "gp.xlsx, sheet Key, row 3"),
    ]
    write_json(told, tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_bytes())["glossary"][0] == {
        "agency": "Harbour Lane Surgery",
        "term": "TAF",
        "meaning": "Team around the Family",
        "origin": {"file": "gp.xlsx", "sheet": "Key", "row": 2, "part": 1},
    }


def test_no_sheet_without_a_term(chronology: Chronology, tmp_path: Path) -> None:
    assert list_sheet(chronology, tmp_path / "out.xlsx", "Glossary") == []


def test_a_thousand_problems_of_a_kind_are_one_row_of_the_sheet_and_whole_in_the_json(
    chronology: Chronology, tmp_path: Path
) -> None:
    problems = tuple(
        Problem(Origin("gp.xlsx", "S", row), ProblemKind.DATE, f'"{row}/13" is no date', "Ask.")
        for row in range(1, 1001)
    )
    told = replace(chronology, problems=problems)
    rows = list_sheet(told, tmp_path / "out.xlsx", "Problems")
    assert rows == [
        ("Where", "Kind", "What", "What to do", "How many"),
        (
            "gp.xlsx, sheet S, rows 1, 2, 3 and 997 more",
            "date",
            'For example: "1/13" is no date',
            "Ask.",
            1000,
        ),
    ]
    write_json(told, tmp_path / "out.json")
    assert len(json.loads((tmp_path / "out.json").read_bytes())["problems"]) == 1000


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("no date stands there", "No date stands there"),
        ("gp.xlsx, nursery.csv: given to no agency", "gp.xlsx, nursery.csv: given to no agency"),
        ("gp return.xlsx: given to no agency", "gp return.xlsx: given to no agency"),
    ],
)
def test_a_file_keeps_its_name_where_a_problem_begins_with_it(
    chronology: Chronology, tmp_path: Path, message: str, shown: str
) -> None:
    problem = Problem(Origin("case.toml"), ProblemKind.CASE, f"case.toml: {message}", "Look.")
    told = replace(chronology, problems=(problem,))
    assert list_sheet(told, tmp_path / "out.xlsx", "Problems")[1][2] == shown


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ((), ""),
        (("torn.xlsx",), " 1 file could not be read, and no row of it is among these."),
        (("a.pdf", "b.pdf"), " 2 files could not be read, and no row of them is among these."),
    ],
)
def test_the_count_of_rows_says_which_files_are_not_in_it(
    files: tuple[str, ...], told: str, chronology: Chronology, tmp_path: Path
) -> None:
    problems = tuple(
        Problem(Origin(file), ProblemKind.FILE_NOT_READ, "It is torn.", "Ask.") for file in files
    )
    rows = list_sheet(replace(chronology, problems=problems), tmp_path / "out.xlsx", "Start here")
    (read,) = [row for row in rows if row[1] == "Files read"]
    assert str(read[3]).endswith(f"every row is accounted for.{told}")


def test_the_account_beside_the_first_is_one_that_says_otherwise(
    chronology: Chronology, tmp_path: Path
) -> None:
    events = [one.id for one in chronology.events][:3]
    said = tuple(map(Said, events, ("Single agency", "single  AGENCY", "joint")))
    contact = replace(chronology.contacts[0], differences=(Difference(DifferenceKind.OTHER, said),))
    told = replace(chronology, contacts=(contact,))
    headings, row = list_sheet(told, tmp_path / "out.xlsx", "Differences")
    cells = dict(zip(headings, row, strict=True))
    assert (cells["says"], cells["says otherwise"]) == ("“Single agency”", "“joint”")
    assert "single  AGENCY" in str(cells["More accounts"])
