import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from chronolator.columns import clean_text, list_columns
from chronolator.model import Chronology, Event
from chronolator.write import write_csv, write_gaps_csv
from chronolator.write.csv_file import write_table


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


RISKY = [
    "=1+1",
    "+44 7700 900123 rang",
    "-2 kg since last weigh",
    "@SUM(A1)",
    "\t=1+1",
    "\tx",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\N{NO-BREAK SPACE}=1+1",
    "\N{FULLWIDTH EQUALS SIGN}1+1",
    "\x00=1+1",
    "'=1+1",
    "''+1",
    "=cmd|' /C calc'!A0",
]
PLAIN = ["'quoted' words", "'s mother", "Seen - well", "1-2 May", " indented", "#REF!", "'"]


def write_texts(texts: list[str], path: Path) -> list[str]:
    """What stands in the file for each text, as a heading and as a cell."""
    write_table(texts, [texts], path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        headings, cells = csv.reader(file)
    assert headings == cells
    return cells


def test_no_cell_can_run_as_a_formula_and_none_loses_a_word(tmp_path: Path) -> None:
    cells = write_texts(RISKY, tmp_path / "out.csv")
    assert [cell[0] for cell in cells] == ["'"] * len(RISKY)
    assert [cell[1:] for cell in cells] == [clean_text(text) for text in RISKY]


def test_what_no_spreadsheet_runs_stays_as_it_is(tmp_path: Path) -> None:
    assert write_texts(PLAIN, tmp_path / "out.csv") == PLAIN


@given(st.lists(st.text("'=+-@\t\r\n\x1b ab", min_size=1, max_size=5), min_size=1, unique=True))
def test_no_two_texts_are_written_alike(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        cells = write_texts(texts, Path(folder) / "out.csv")
    assert len(set(cells)) == len({clean_text(text) for text in texts})
    assert not [cell for cell in cells if cell.strip()[:1] in {*"=+-@"} and cell.strip()]


def test_the_chronology_is_written_so(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    told = replace(chronology, events=(make_event("C-1", "=1+1", agency="=x", people="@y"),))
    write_csv(told, tmp_path / "out.csv")
    row = read(tmp_path / "out.csv")[0]
    assert [row[name] for name in ("What the agency recorded", "Agency", "People")] == [
        "'=1+1",
        "'=x",
        "'@y",
    ]


def test_the_gaps_are_written_so(chronology: Chronology, tmp_path: Path) -> None:
    gap = replace(chronology.gaps[0], child="=Robin", by="+Police", agencies={"-GP": 2})
    write_gaps_csv(replace(chronology, gaps=(gap,)), tmp_path / "gaps.csv")
    row = read(tmp_path / "gaps.csv")[0]
    assert (row["Child"], row["By"]) == ("'=Robin", "'+Police")
    assert row["Agencies meanwhile"].startswith("'-GP")
