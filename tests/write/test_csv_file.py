import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chronolator.columns import list_columns
from chronolator.model import Chronology, Event
from chronolator.write import write_csv


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_one_row_an_event_with_all_columns(chronology: Chronology, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_csv(chronology, path)
    rows = read(path)
    assert [row["Ref"][-1:] for row in rows] == ["1", "2", "3", "", "5"]
    assert list(rows[0]) == [
        one.heading for one in list_columns(chronology.case, ["A column of hers"])
    ]
    assert rows[0]["Date"] == "2018-05-22"
    assert rows[0]["Time"] == "10:05"
    assert rows[0]["No."] == "1"
    assert rows[0]["Review notes"] == "Compare with Probation.\nAnd with the GP."


def test_the_bytes_are_as_excel_wants_them(chronology: Chronology, tmp_path: Path) -> None:
    write_csv(chronology, tmp_path / "out.csv")
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfRef,")
    assert data.endswith(b"\r\n")


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_can_run_as_a_formula(
    text: str, chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    told = replace(chronology, events=(make_event("C-1", text),))
    write_csv(told, tmp_path / "out.csv")
    assert read(tmp_path / "out.csv")[0]["What the agency recorded"].startswith(("'", "\n"))
