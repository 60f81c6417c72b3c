"""Nothing that a return, its name or a word typed holds can steer the terminal."""

import io
import re
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows gives no file such a name")

RED, TURN, TITLE = "\x1b[31m", "\N{RIGHT-TO-LEFT OVERRIDE}", "\x1b]0;taken\x07"
ODD = f"{RED}{TURN}{TITLE}\x9b31m\N{LEFT-TO-RIGHT ISOLATE}\N{LINE SEPARATOR}"
STEERS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
POLICE = f"Police{RED}{TURN}.csv"
TEXT = f"""Date,Agency,Event,Odd {ODD}
12/03/2019,GP{ODD},Robin {ODD}seen{TURN} at home. Joint visit with police {ODD},1
31/06/2019,GP{ODD},PSB {ODD},2
no date {ODD},GP{ODD},Mother rang {ODD},3
12/05/2019,GP{ODD},No reply{ODD}. Robin not seen.,4
"""
CASE = """title = "T"
from = 2019-01-01
to = 2019-12-31
[[child]]
name = "Robin Ash"
aliases = ["Robin"]
[[agency]]
name = "Awaited"
files = ["never*"]
[[agency]]
name = "Police"
files = ["Police*"]
[[visiting]]
child = "Robin Ash"
from = 2019-01-01
to = 2019-12-31
every = "10 working days"
by = "Police"
source = "procedures"
holidays = "none"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    agency = tmp_path / "agency"
    agency.mkdir()
    (agency / POLICE).write_text(TEXT, encoding="utf-8")
    (agency / f"Cut{RED}{TURN}.xlsx").write_bytes(b"PK\x03\x04 nope")
    (agency / f"Notes{RED}{TURN}.csv").write_text("just\nwords\n", encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = f"Sheet{TURN}1"
    sheet.append(["Date", "Event", f"Odd{TURN}"])
    sheet.append(["12/03/2019", f"Joint visit with GP{TURN}_x001B_[31m. Robin seen", "x"])
    sheet.append(["10/04/2019", f"Robin{TURN} not seen", "_x009B_31m"])
    book.save(agency / "Plain.xlsx")
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    return tmp_path


RETURN = f"agency/{POLICE}"
COMMANDS: dict[str, list[tuple[str, ...]]] = {
    "merge": [("merge",), ("merge", "--collapse"), ("merge", "-o", f"out{RED}{TURN}.json")],
    "check": [("check",), ("check", "--columns")],
    "gaps": [
        ("gaps", "agency", "--longer-than", "5"),
        ("gaps", "agency", "-o", f"{RED}{TURN}.csv"),
    ],
    "explain": [
        ("explain", RETURN, "2"),
        ("explain", RETURN, "3"),
        ("explain", RETURN, "2", "agency/Plain.xlsx", "2"),
        ("explain", f"{ODD}Robin seen{ODD} at home", "--child", "Robin"),
    ],
    "names": [
        ("merge", "--quiet"),
        (
            "anonymise",
            "integrated-chronology.xlsx",
            "-o",
            f"copy{RED}.xlsx",
            "--key",
            f"{RED}.json",
        ),
        ("restore", f"copy{RED}.xlsx", "-o", f"again{TURN}.xlsx", "--key", f"{RED}.json"),
    ],
    "blank": [
        ("template", "-o", f"blank{RED}{TURN}.xlsx"),
        ("template", "-o", f"blank{RED}{TURN}.docx", "--agency", f"Police{RED}{TURN}"),
    ],
    "refused": [
        ("merge", f"none{RED}{TURN}.csv"),
        ("merge", f"--none{RED}"),
        ("merge", "--from", f"{RED}{TURN}"),
        ("merge", "--case", f"{RED}{TURN}"),
        ("merge", "--rules", f"{RED}{TURN}"),
        ("merge", "-o", f"out{RED}{TURN}.pdf"),
        ("merge", "--columns", f"{RED}{TURN}", "-o", "out.csv"),
        ("gaps", "agency", "--longer-than", f"5{RED}{TURN}"),
        ("gaps", "agency", "--child", f"{RED}{TURN}"),
        ("explain", RETURN, f"9{RED}{TURN}"),
        (f"merge{RED}{TURN}",),
    ],
}


@pytest.mark.parametrize("named", COMMANDS)
def test_no_command_lets_it_through(chron: Any, folder: Path, named: str) -> None:
    assert folder.exists()
    for words in COMMANDS[named]:
        ran = chron(*words)
        assert not STEERS.findall(ran.out + ran.err), words
        assert (ran.status in {1, 2}) == (named == "refused"), (words, ran.err)


def test_what_is_asked_is_plain_too(
    chron: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "case.toml").unlink()
    monkeypatch.setattr("sys.stdin", io.StringIO("T\n" + "\n" * 40))
    ran = chron("init")
    assert ran.status == 0, ran.err
    assert not STEERS.findall(ran.out + ran.err)
