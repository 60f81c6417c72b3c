import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("agency", "case_file")
def test_merge_writes_the_workbook_and_tells_the_accounts(chron: Any, tmp_path: Path) -> None:
    ran = chron("merge")
    assert (ran.status, ran.err) == (0, "")
    assert "Police.csv" in ran.out
    assert "4 entries" in ran.out
    book = openpyxl.load_workbook(tmp_path / "integrated-chronology.xlsx")
    assert book.sheetnames[0] == "Integrated chronology"
    texts = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
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


@pytest.mark.usefixtures("case_file")
def test_a_bad_file_costs_itself_alone(chron: Any, agency: Path, tmp_path: Path) -> None:
    (agency / "scan [1].pdf").write_bytes(b"%PDF-1.7")
    ran = chron("merge", "-o", "out.json")
    assert ran.status == 3
    assert "scan [1].pdf: a PDF" in ran.err
    assert "Excel workbook" in ran.err
    assert len(load(tmp_path / "out.json")["events"]) == 4


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("merge",), "agency: no file there"),
        (("merge", "nowhere/*.xlsx"), "no file there"),
        (("merge", "agency2", "--case", "none.toml"), "no such file"),
        (("gaps",), "not a workbook that chron wrote"),
        (("check", "nowhere.csv"), "no file there"),
    ],
)
def test_what_stops_a_run_has_a_remedy(chron: Any, words: tuple[str, ...], message: str) -> None:
    ran = chron(*words)
    assert (ran.status, ran.out) == (1, "")
    assert message in " ".join(ran.err.split())
    assert len(ran.err.splitlines()) >= 2


@pytest.mark.usefixtures("agency")
def test_a_wrong_key_in_the_case_file_is_named(chron: Any, tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text('titel = "x"', encoding="utf-8")
    ran = chron("merge")
    assert ran.status == 1
    assert '"titel" is not known' in ran.err
    assert '"title"' in ran.err


@pytest.mark.usefixtures("agency", "case_file")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("merge", "-o", "out.pdf"), "out.pdf"),
        (("merge", "-o", "theirs.xlsx"), "theirs.xlsx"),
        (("merge", "-o", "nowhere/out.xlsx"), "nowhere"),
        (("merge", "--notes-from", "theirs.xlsx"), "theirs.xlsx"),
        (("merge", "--reader", "nobody"), "There is no reader nobody"),
        (("merge", "--rules", "nowhere"), "nowhere"),
        (("merge", "--from", "2020-01-01", "--to", "2019-01-01"), "ends before it begins"),
    ],
)
def test_an_output_or_option_that_cannot_be(
    chron: Any, tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    openpyxl.Workbook().save(tmp_path / "theirs.xlsx")
    before = (tmp_path / "theirs.xlsx").read_bytes()
    ran = chron(*words)
    assert ran.status == 1
    assert message in " ".join(ran.err.split())
    assert (tmp_path / "theirs.xlsx").read_bytes() == before
    assert not (tmp_path / "integrated-chronology.xlsx").exists()


@pytest.mark.usefixtures("agency", "case_file")
def test_force_replaces_a_file_of_others(chron: Any, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "theirs.xlsx")
    assert chron("merge", "-o", "theirs.xlsx", "--force").status == 0
    book = openpyxl.load_workbook(tmp_path / "theirs.xlsx")
    assert "Integrated chronology" in book.sheetnames


def test_wrong_usage_ends_with_status_2(chron: Any) -> None:
    assert chron("merge", "--backups", "none").status == 2
    assert chron("merge", "--from", "soon").status == 2
    assert chron("sort").status == 2


def test_help_is_there_for_every_command(chron: Any) -> None:
    assert "merge" in chron("--help").out
    for command in ("merge", "gaps", "check", "readers"):
        ran = chron(command, "--help")
        assert ran.status == 0
        assert "Usage" in ran.out


@pytest.mark.usefixtures("case_file")
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_a_stream_that_cannot_carry_a_character(chron: Any, agency: Path, encoding: str) -> None:
    (agency / "Łódź \u202e[red].csv").write_text("Date,Event\n01/02/2019,x\n", encoding="utf-8")
    ran = chron("merge", "--verbose", encoding=encoding)
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
