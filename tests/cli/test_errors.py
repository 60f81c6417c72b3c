"""What stops a run, or costs one file: place, cause, remedy, the exit status, and never a trace."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

WORDS = "Zanthoxylum"
"""Stands in every record of this file: no message may hold it."""


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def returns(tmp_path: Path, case_file: Path) -> Path:
    assert case_file.exists()
    folder = tmp_path / "agency"
    folder.mkdir()
    text = f"Date,Event\n12/03/2019,{WORDS} seen\n31/06/2019,{WORDS}\n"
    (folder / "Good.csv").write_text(text, encoding="utf-8")
    return folder


def make_encrypted(path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Events").append(["Date", "Event"])
    plain = io.BytesIO()
    book.save(plain)
    with path.open("wb") as file:
        OOXMLFile(plain).encrypt("sesame", file)


def make_damaged(path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Events").append(["Date", "Event"])
    book.save(path)
    path.write_bytes(path.read_bytes()[:-200])


def make_word(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w>{WORDS}</w>")


def make_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/workbook.xml", "w") as member:
            for _ in range(420):
                member.write(bytes(2**20))


def make_no_table(path: Path) -> None:
    path.write_text(f"{WORDS}\njust words\n", encoding="utf-8")


UNREADABLE: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "Scan.pdf": (lambda path: path.write_bytes(b"%PDF-1.7"), "a PDF", "that it was made from"),
    "Photo.xlsx": (
        lambda path: path.write_bytes(b"\x89PNG\r\n"),
        "a picture",
        "Word or Excel file",
    ),
    "Empty.xlsx": (lambda path: path.write_bytes(b""), "the file is empty", "Ask the agency"),
    "Locked.xlsx": (make_encrypted, "protected with a password", "case.toml"),
    "Cut.xlsx": (make_damaged, "damaged, or cut off", "send it again"),
    "Letter.docx": (make_word, "a Word document", "Open it in Word"),
    "Bomb.xlsx": (make_bomb, "unpacks to 420 MB", "new workbook"),
    "Notes.csv": (make_no_table, "no table of events", "put a row of headings above"),
    "Page.xls": (
        lambda path: path.write_text(f"<html>{WORDS}</html>", encoding="utf-8"),
        "no table of events",
        "Put its entries into a table",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_costs_itself_alone(
    chron: Any, returns: Path, tmp_path: Path, name: str
) -> None:
    make, cause, remedy = UNREADABLE[name]
    make(returns / name)
    ran = chron("merge", "-o", "out.json", "--quiet")
    assert (ran.status, ran.out) == (3, "")
    assert squeeze(ran.err).startswith(f"chron: {name}: ")
    assert cause in squeeze(ran.err)
    assert remedy in squeeze(ran.err)
    assert WORDS not in ran.err
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [event["origin"]["file"] for event in told["events"]] == ["Good.csv", "Good.csv"]
    assert [
        one["origin"]["file"] for one in told["problems"] if one["kind"] == "file not read"
    ] == [name]
    checked = chron("check", "agency")
    assert checked.status == 3
    assert cause in squeeze(checked.out)


def test_nothing_is_written_where_no_file_can_be_read(chron: Any, tmp_path: Path) -> None:
    (tmp_path / "agency").mkdir()
    (tmp_path / "agency" / "Scan.pdf").write_bytes(b"%PDF-1.7")
    for words in (("merge",), ("gaps", "agency")):
        ran = chron(*words)
        assert (ran.status, ran.out) == (1, "")
        assert "Scan.pdf: a PDF" in ran.err
        assert "no file of events could be read" in squeeze(ran.err)
    assert not (tmp_path / "integrated-chronology.xlsx").exists()


def test_a_folder_without_files(chron: Any, tmp_path: Path) -> None:
    (tmp_path / "agency").mkdir()
    ran = chron("merge")
    assert (ran.status, ran.out) == (1, "")
    assert "agency: no file there" in ran.err
    assert "put the agencies' files into that folder" in squeeze(ran.err)


def test_a_lock_of_excel_is_passed_over_with_a_word(chron: Any, returns: Path) -> None:
    (returns / "~$Good.csv").write_bytes(b"\x05Somebody" + bytes(150))
    ran = chron("merge")
    assert (ran.status, ran.err) == (0, "")
    assert "~$Good.csv: passed over" in squeeze(ran.out)
    assert "Close the file in Excel" in squeeze(ran.out)


def test_a_workbook_of_ours_among_the_returns_is_passed_over_with_a_word(
    chron: Any, returns: Path, tmp_path: Path
) -> None:
    assert chron("merge", "--quiet").status == 0
    shutil.move(tmp_path / "integrated-chronology.xlsx", returns / "old.xlsx")
    ran = chron("merge", "-o", "out.json")
    assert ran.status == 0
    assert "old.xlsx: passed over" in squeeze(ran.out)
    assert len(json.loads((tmp_path / "out.json").read_bytes())["events"]) == 2


@pytest.mark.usefixtures("returns")
@pytest.mark.parametrize("lock", ["~$out.xlsx", ".~lock.out.xlsx#"])
def test_an_output_that_is_open_elsewhere(chron: Any, tmp_path: Path, lock: str) -> None:
    assert chron("merge", "-o", "out.xlsx", "--quiet").status == 0
    before = (tmp_path / "out.xlsx").read_bytes()
    (tmp_path / lock).write_bytes(b"x")
    ran = chron("merge", "-o", "out.xlsx")
    assert (ran.status, ran.out) == (1, "")
    assert "out.xlsx: is open in another program" in squeeze(ran.err)
    assert "Close it and merge again" in squeeze(ran.err)
    assert (tmp_path / "out.xlsx").read_bytes() == before


REFUSING = """
import pathlib, sys
from chronolator.__main__ import main

def refuse(*_):
    raise PermissionError(13, "Access is denied")

pathlib.Path.replace = refuse
sys.argv[1:] = ["merge", "-o", "out.xlsx", "--backups", "1"]
main()
"""


@pytest.mark.usefixtures("returns")
def test_excel_on_windows_refuses_to_let_its_file_be_replaced(chron: Any, tmp_path: Path) -> None:
    assert chron("merge", "-o", "out.xlsx", "--quiet").status == 0
    before = (tmp_path / "out.xlsx").read_bytes()
    ran = subprocess.run(
        [sys.executable, "-c", REFUSING],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "out.xlsx: is open in another program" in squeeze(ran.stderr)
    assert "Traceback" not in ran.stderr
    assert (tmp_path / "out.xlsx").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["agency", "case.toml", "out.xlsx"]


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="rights of a folder bind neither Windows nor its administrator",
)
@pytest.mark.usefixtures("returns")
def test_a_folder_that_cannot_be_written(chron: Any, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir(mode=0o500)
    ran = chron("merge", "-o", "there/out.xlsx")
    assert ran.status == 1
    assert "does not let files be written" in squeeze(ran.err)


@pytest.mark.usefixtures("returns")
@pytest.mark.parametrize(
    ("name", "cause", "remedy"),
    [
        ("theirs.xlsx", "stands there already", "--force"),
        ("theirs.csv", "stands there already", "--force"),
        ("theirs.json", "stands there already", "--force"),
        ("out.pdf", 'ending in ".pdf"', ".xlsx, .docx, .html, .json, .csv"),
        ("out", 'ending in ""', ".xlsx, .docx, .html, .json, .csv"),
        ("nowhere/out.xlsx", "there is no folder nowhere", "Make the folder"),
    ],
)
def test_a_target_that_cannot_be(
    chron: Any, tmp_path: Path, name: str, cause: str, remedy: str
) -> None:
    openpyxl.Workbook().save(tmp_path / "theirs.xlsx")
    (tmp_path / "theirs.csv").write_text("theirs", encoding="utf-8")
    (tmp_path / "theirs.json").write_text("{}", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    ran = chron("merge", "-o", name)
    assert (ran.status, ran.out) == (1, "")
    assert cause in squeeze(ran.err)
    assert remedy in squeeze(ran.err)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.usefixtures("returns")
@pytest.mark.parametrize("name", ["theirs.xlsx", "theirs.csv", "theirs.json"])
def test_force_replaces_what_chron_did_not_write(chron: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"theirs")
    assert chron("merge", "-o", name, "--force", "--quiet").status == 0
    assert (tmp_path / name).read_bytes() != b"theirs"
    backup = (tmp_path / name).with_stem("theirs.backup-1")
    assert backup.read_bytes() == b"theirs"


@pytest.mark.usefixtures("returns")
@pytest.mark.parametrize(
    ("text", "cause", "remedy"),
    [
        ('titel = "x"', '"titel" is not known', 'Did you mean "title"?'),
        ('[[child]]\nname = "R"\nage = 3', '[[child]] number 1: "age" is not known', "Known there"),
        ('from = "soon"', "from is not a date", "2018-04-01"),
        ('[[child]]\nname = "R"\n[[child]]\nname = "r"', "stands there twice", "name of its own"),
        ("title = ", "case.toml", ""),
        ('[[agency]]\nname = "P"\ncolumns = {A = "tekst"}', "tekst", "A column can be"),
    ],
)
def test_a_case_file_that_is_not_as_it_should_be(
    chron: Any, tmp_path: Path, text: str, cause: str, remedy: str
) -> None:
    (tmp_path / "case.toml").write_text(text, encoding="utf-8")
    ran = chron("merge")
    assert (ran.status, ran.out) == (1, "")
    assert "case.toml" in ran.err
    assert cause in squeeze(ran.err)
    assert remedy in squeeze(ran.err)
    assert len(ran.err.splitlines()) >= 2
    assert not (tmp_path / "integrated-chronology.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (("merge", "nowhere"), "nowhere: no file there"),
        (("merge", "nowhere/*.xlsx"), "no file there"),
        (("merge", "--case", "none.toml"), "none.toml: there is no such file"),
        (("merge", "--reader", "nobody"), "no reader nobody"),
        (("merge", "--rules", "nowhere"), "nowhere"),
        (
            ("merge", "--notes-from", "nowhere.xlsx"),
            "nowhere.xlsx: not a workbook that chron wrote",
        ),
        (("gaps",), "integrated-chronology.xlsx: not a workbook that chron wrote"),
        (("gaps", "nowhere"), "nowhere: no file there"),
        (("check", "nowhere.csv"), "nowhere.csv: no file there"),
    ],
)
@pytest.mark.usefixtures("returns")
def test_an_input_or_option_that_means_nothing(
    chron: Any, words: tuple[str, ...], cause: str
) -> None:
    ran = chron(*words)
    assert (ran.status, ran.out) == (1, "")
    assert cause in squeeze(ran.err)
    assert len(ran.err.splitlines()) >= 2


@pytest.mark.parametrize(
    "words",
    [
        ("sort",),
        ("check", "--column"),
        ("merge", "--backups", "none"),
        ("merge", "--from", "soon"),
        ("merge", "--limit-memory", "1"),
        ("merge", "--colour"),
        ("gaps", "--of", "heard"),
        ("gaps", "--longer-than", "-1"),
    ],
)
def test_wrong_usage_ends_with_status_2(chron: Any, words: tuple[str, ...]) -> None:
    ran = chron(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage: " in ran.err
    assert "Error" in ran.err


@pytest.mark.parametrize("day", ["soon", "2019-13-45", "05/13/2019"])
def test_a_day_that_is_none_is_told_with_how_to_write_one(chron: Any, day: str) -> None:
    ran = chron("merge", "--to", day)
    assert f'"{day}" is no date. Write it as 2018-04-01 or 01/04/2018.' in squeeze(ran.err)


def test_the_limit_of_time_names_the_file_and_the_option(
    chron: Any, returns: Path, tmp_path: Path
) -> None:
    rows = "".join(f"12/03/2019,row {number}\n" for number in range(3_000_000))
    (returns / "Large.csv").write_text(f"Date,Event\n{rows}", encoding="utf-8")
    ran = chron("merge", "-o", "out.json", "--quiet", "--limit-seconds", "1")
    assert ran.status == 3
    assert "Large.csv: not read within 1 second " in squeeze(ran.err)
    assert "--limit-seconds" in ran.err
    assert (tmp_path / "out.json").exists()


def test_no_words_of_a_record_unless_asked(chron: Any, returns: Path) -> None:
    (returns / "Scan.pdf").write_bytes(b"%PDF-1.7")
    ran = chron("merge")
    assert WORDS not in ran.out + ran.err
    assert "31/06/2019" not in ran.out + ran.err
    told = chron("merge", "--verbose")
    assert "Good.csv, row 3" in squeeze(told.out)
    assert "31/06/2019" in told.out


FAULTY = """
import sys
import chronolator.journey
from chronolator.__main__ import main

def fail(*_, **__):
    raise RuntimeError("{words}")

chronolator.journey.read = fail
sys.argv[1:] = ["merge"]
main()
"""


@pytest.mark.usefixtures("returns")
def test_a_fault_of_chron_shows_neither_trace_nor_words(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FAULTY.format(words=WORDS)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "Traceback" not in ran.stderr
    assert WORDS not in ran.stderr
    assert "RuntimeError in fail" in squeeze(ran.stderr)
    assert "Please report" in ran.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["agency", "case.toml"]


def test_a_stop_by_the_user_is_said_in_words(
    chron: Callable[..., Any], returns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    before = sorted(returns.parent.iterdir())
    monkeypatch.setattr("chronolator.save.save", stop)
    ran = chron("merge")
    assert (ran.status, squeeze(ran.err)) == (
        130,
        "chron: stopped. A file that stood there before is whole.",
    )
    assert sorted(returns.parent.iterdir()) == before
