from pathlib import Path
from typing import Any


def test_check_shows_how_files_would_be_read(chron: Any, agency: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    ran = chron("check", "agency", "--columns")
    assert ran.status == 3
    assert "School.csv" in ran.out
    assert "Event" in ran.out
    assert "no date" in ran.out
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert before == after
    (agency / "School.csv").unlink()
    assert chron("check", "agency").status == 0


def test_readers_are_listed_with_their_origin(chron: Any) -> None:
    ran = chron("readers", columns=160)
    assert ran.status == 0
    assert "layout" in ran.out
    assert "integrated" in ran.out
    assert "chronolator" in ran.out
