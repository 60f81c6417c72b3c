import csv
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from chronolator.columns.parts import MOST_ROWS


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("agency", "case_file")
def test_merge_writes_the_workbook_and_tells_the_accounts(chron: Any, tmp_path: Path) -> None:
    ran = chron("merge")
    assert (ran.status, ran.err) == (0, "")
    assert "Police.csv" in ran.out
    assert "4 entries" in ran.out
    book = openpyxl.load_workbook(tmp_path / "integrated-chronology.xlsx")
    assert book.sheetnames[:2] == ["Start here", "Integrated chronology"]
    texts = [cell.value for row in book["Integrated chronology"].iter_rows() for cell in row]
    assert sum("Robin not seen." in str(text) for text in texts) >= 1


@pytest.mark.usefixtures("agency", "case_file")
def test_json_has_the_documented_keys(chron: Any, tmp_path: Path) -> None:
    assert chron("merge", "-o", "out.json").status == 0
    out = load(tmp_path / "out.json")
    assert out["format"] == "chronolator/1"
    assert set(out) >= {
        *("format", "case", "events", "contacts", "possible_contacts", "one_sided", "gaps"),
        *("expectations", "changes", "decisions", "glossary", "not_events", "problems", "sources"),
    }
    assert [event["start"] for event in out["events"]] == [
        "2019-03-12",
        "2019-04-01",
        "2019-06-14",
        None,
    ]
    assert [event["seen"][0]["answer"] for event in out["events"]] == [
        "yes",
        "no",
        "yes",
        "not recorded",
    ]
    for source in out["sources"]:
        rows = source["rows"]
        assert rows["not_blank"] == rows["events"] + rows["duplicates"] + rows["not_events"]


@pytest.mark.usefixtures("agency", "case_file")
def test_csv_has_one_row_an_event(chron: Any, tmp_path: Path) -> None:
    assert chron("merge", "-o", "out.csv").status == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 4


@pytest.mark.usefixtures("agency")
def test_options_stand_in_for_a_case_file(chron: Any, tmp_path: Path) -> None:
    ran = chron(
        *("merge", "-o", "out.json", "--child", "Robin", "--from", "01/03/2019"),
        *("--to", "2019-06-30", "--quiet"),
    )
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    case = load(tmp_path / "out.json")["case"]
    assert [child["name"] for child in case["children"]] == ["Robin"]
    assert (case["from"], case["to"]) == ("2019-03-01", "2019-06-30")


def test_help_is_there_for_every_command(chron: Any) -> None:
    assert "merge" in chron("--help").out
    for command in ("merge", "gaps", "check", "readers"):
        ran = chron(command, "--help")
        assert ran.status == 0
        assert "Usage" in ran.out


@pytest.mark.parametrize(
    "command",
    ["merge", "gaps", "check", "explain", "init", "template", "anonymise", "restore", "rules test"],
)
def test_help_is_written_for_people(chron: Any, command: str) -> None:
    told = chron(*command.split(), "--help").out
    assert not re.search(r"<|x>=|\blist\[|\bstr\b", told)
    inputs = [line.split() for line in told.splitlines() if line.startswith("  INPUT")]
    assert all(len(words) > 1 for words in inputs), told


@pytest.mark.usefixtures("case_file")
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_a_stream_that_cannot_carry_a_character(
    chron_apart: Any, agency: Path, encoding: str
) -> None:
    (agency / "Łódź \u202e[red].csv").write_text("Date,Event\n01/02/2019,x\n", encoding="utf-8")
    ran = chron_apart("merge", "--verbose", encoding=encoding)
    assert ran.status == 0
    assert "[red].csv" in ran.out
    assert "\u202e" not in ran.out


@pytest.mark.usefixtures("agency", "case_file")
def test_no_control_character_reaches_the_terminal(chron: Any, tmp_path: Path) -> None:
    try:
        (tmp_path / "agency" / "a\x1b[31mred.csv").write_text("Date,Event\n01/02/2019,x\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    ran = chron("merge")
    assert ran.status == 0
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.usefixtures("agency", "case_file")
def test_a_chronology_longer_than_a_sheet_says_where_it_goes_on(
    chron: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The sheets of findings stay as large as they are.
    monkeypatch.setattr("chronolator.write.workbook.checked.MOST_ROWS", MOST_ROWS)
    monkeypatch.setattr("chronolator.columns.parts.MOST_ROWS", 4)
    ran = chron("merge")
    assert "so these stand on 2 sheets" in " ".join(ran.out.split())
    book = openpyxl.load_workbook(tmp_path / "integrated-chronology.xlsx")
    assert "Integrated chronology (2)" in book.sheetnames
    assert "(2)" not in chron("merge", "-o", "out.csv").out
    again = chron("merge")
    assert (again.status, again.err) == (0, "")
