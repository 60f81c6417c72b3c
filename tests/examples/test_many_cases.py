"""Many cases merged side by side, and asked together: a case that fails costs itself alone."""

import subprocess
import sys
from pathlib import Path

import pytest

PLACE = Path(__file__).parents[2] / "examples" / "many_cases"
CASE = """from = 2019-01-01
to = 2019-12-31
[[child]]
name = "Robin Ashdown"
[[child]]
name = "Wren Ashdown"
"""
RETURNS = {
    "Robin's": "Date,Time,Event\n12/03/2019,14:45,Robin and Wren seen at home.\n",
    "undated": "Date,Event,Blue paper\nnot known,Child seen at home.,3\nnever,Letter.,\n",
    "broken": "Date,Event\n12/03/2019,Child seen at home.\n",
}


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    for name, text in RETURNS.items():
        agency = tmp_path / "cases" / name / "agency"
        agency.mkdir(parents=True)
        (agency / "gp.csv").write_text(text, encoding="utf-8")
    (tmp_path / "cases" / "Robin's" / "case.toml").write_text(CASE, encoding="utf-8")
    (tmp_path / "cases" / "broken" / "case.toml").write_text("titel = 1", encoding="utf-8")
    return tmp_path / "cases"


def test_cases_are_merged_side_by_side_and_asked_together(cases: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="writes the tables: in the extra develop")
    duckdb = pytest.importorskip("duckdb", reason="asks the tables: in the extra develop")
    results = tmp_path / "results"
    script = [sys.executable, str(PLACE / "merge_cases.py"), str(cases), str(results)]
    ran = subprocess.run(
        [*script, "--processes", "2"], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 3, ran.stderr
    assert "Traceback" not in ran.stdout
    assert "broken: not merged. " in ran.stdout
    assert '"titel" is not known' in ran.stdout
    assert "2 of 3 cases are in" in ran.stdout

    def ask(table: str, columns: str) -> list[tuple[object, ...]]:
        files = (results / table / "*.parquet").as_posix()
        told = duckdb.read_parquet(files, union_by_name=True).select(columns).order("all")
        return list(told.fetchall())

    assert ask("entries", "case_name, date::date::text, time, text, other") == [
        ("Robin's", "2019-03-12", "14:45:00", "Robin and Wren seen at home.", ""),
        ("undated", None, None, "Child seen at home.", "Blue paper: 3"),
        ("undated", None, None, "Letter.", ""),
    ]
    assert ask("answers", "case_name, child, seen") == [
        ("Robin's", "Robin Ashdown", "Yes"),
        ("Robin's", "Wren Ashdown", "Yes"),
        ("undated", "the child", "Not recorded"),
        ("undated", "the child", "Yes"),
    ]
    assert ("Robin's", "Robin Ashdown", 294) in ask("gaps", "case_name, child, days")
    question = "select count(*) as many from gaps where question = 'seen' and days > 91"
    asked = subprocess.run(
        [sys.executable, str(PLACE / "ask.py"), str(results), question],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "many" in asked.stdout
