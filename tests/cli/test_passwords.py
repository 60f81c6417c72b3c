"""A locked return: by the case file, a variable, or typed at a terminal; never told to anybody."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from chronolator import workers

pytestmark = pytest.mark.usefixtures("untraced")

SECRET = "0pen-Sesame-Zwei"  # noqa: S105  what must not come out
CASE = '[[agency]]\nname = "GP"\nfiles = ["GP*"]\n'
TOLD = "Seen in surgery with mother."


@pytest.fixture
def locked(agency: Path) -> Path:
    """The returns of the agencies, one of them locked."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Event"])
    sheet.append(["02/05/2019", TOLD])
    plain = io.BytesIO()
    book.save(plain)
    with (agency / "GP.xlsx").open("wb") as file:
        OOXMLFile(plain).encrypt(SECRET, file)
    return agency


def write_case(folder: Path, more: str = "") -> None:
    (folder / "case.toml").write_text(CASE + more, encoding="utf-8")


def squeeze(text: str) -> str:
    return " ".join(text.split())


def list_written(folder: Path) -> Iterator[bytes]:
    """Every byte that stands in the folder, packed ones too, the case file's aside."""
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "case.toml":
            yield path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    yield from map(archive.read, archive.namelist())


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What each process was started with, its environment as well: one that has ended by the time
    that a test looks may have told it too.
    """
    told: list[str] = []
    real = subprocess.Popen

    def start(arguments: list[str], **options: Any) -> Any:
        told.append(repr((arguments, options)))
        return real(arguments, **options)

    workers.let_go()  # the warm one was started with another's words
    monkeypatch.setattr(subprocess, "Popen", start)
    return told


@pytest.mark.usefixtures("locked")
@pytest.mark.parametrize("command", ["merge", "check", "gaps"])
def test_the_case_file_opens_it_and_nothing_tells_the_password(
    chron: Any, tmp_path: Path, started: list[str], command: str
) -> None:
    write_case(tmp_path, f'password = "{SECRET}"\n')
    ran = chron(command, "agency", *(("--verbose",) if command == "merge" else ()))
    assert "GP.xlsx: " not in ran.err
    assert "password" not in ran.out + ran.err
    if command == "merge":
        assert ran.status == 0
        book = openpyxl.load_workbook(tmp_path / "integrated-chronology.xlsx")
        assert any(TOLD in str(cell.value) for sheet in book for row in sheet for cell in row)
    told = [ran.out.encode(), ran.err.encode(), *list_written(tmp_path)]
    assert started
    told += [one.encode() for one in started]
    wide = SECRET.encode("utf-16-le")
    assert not any(SECRET.encode() in one or wide in one for one in told)


@pytest.mark.usefixtures("locked")
def test_a_wrong_password_costs_its_file_alone(chron: Any, tmp_path: Path) -> None:
    write_case(tmp_path, f'password = "{SECRET[:-1]}"\n')
    ran = chron("merge", "-o", "out.json")
    assert ran.status == 3
    assert "GP.xlsx: the password in case.toml does not open it" in squeeze(ran.err)
    assert "Correct it for GP" in squeeze(ran.err)
    assert SECRET[:-1] not in ran.out + ran.err
    assert not any(SECRET[:-1].encode() in one for one in list_written(tmp_path))
    assert "Joint visit" in (tmp_path / "out.json").read_text(encoding="utf-8")


@pytest.mark.usefixtures("locked")
def test_a_variable_opens_it(chron: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_case(tmp_path, 'password_env = "GP_WORD"\n')
    monkeypatch.delenv("GP_WORD", raising=False)
    ran = chron("merge", "-o", "out.json")
    assert ran.status == 3
    assert "the environment variable GP_WORD" in squeeze(ran.err)
    assert "is not set" in squeeze(ran.err)
    monkeypatch.setenv("GP_WORD", SECRET)
    assert chron("merge", "-o", "out.json").status == 0
    assert TOLD in (tmp_path / "out.json").read_text(encoding="utf-8")


@pytest.mark.usefixtures("locked")
def test_nobody_is_asked_where_no_terminal_is(chron_apart: Any) -> None:
    ran = chron_apart("merge")
    assert ran.status == 3
    assert "GP.xlsx: protected with a password" in squeeze(ran.err)
    assert "case.toml" in ran.err
    assert "Password (" not in ran.out + ran.err


def run_at_terminal(folder: Path, *words: str, types: list[str]) -> tuple[int, str]:
    """The exit status, and what the terminal showed, to a user who types these lines."""
    pty = pytest.importorskip("pty", reason="there is none on Windows")
    pid, terminal = pty.fork()
    if not pid:  # pragma: no cover  the child becomes the command
        os.chdir(folder)
        os.environ |= {"TERM": "xterm", "COLUMNS": "80"}
        os.execv(sys.executable, [sys.executable, "-m", "chronolator", *words])  # noqa: S606  our own
    shown, left = b"", list(types)
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
            if left and shown.count(b"leaves the file out): ") == len(types) - len(left) + 1:
                os.write(terminal, f"{left.pop(0)}\n".encode())
    except OSError:  # how Linux says that nobody writes any more
        pass
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), shown.decode()


@pytest.mark.usefixtures("locked", "case_file")
def test_it_is_asked_for_at_a_terminal_and_not_shown(tmp_path: Path) -> None:
    status, shown = run_at_terminal(tmp_path, "merge", "-o", "out.json", types=["x y z", SECRET])
    assert status == 0
    assert "GP.xlsx is protected with a password" in squeeze(shown)
    assert "That does not open GP.xlsx" in squeeze(shown)
    assert SECRET not in shown
    assert "x y z" not in shown
    assert TOLD in (tmp_path / "out.json").read_text(encoding="utf-8")


@pytest.mark.usefixtures("locked", "case_file")
def test_who_presses_enter_leaves_the_file_out(tmp_path: Path) -> None:
    status, shown = run_at_terminal(tmp_path, "merge", "-o", "out.json", types=[""])
    assert status == 3
    assert shown.count("leaves the file out): ") == 1
    assert "GP.xlsx: protected with a password" in squeeze(shown)


@pytest.mark.usefixtures("locked", "case_file")
def test_nobody_is_asked_when_quiet(tmp_path: Path) -> None:
    status, shown = run_at_terminal(tmp_path, "merge", "-o", "out.json", "--quiet", types=[])
    assert status == 3
    assert "leaves the file out" not in shown
