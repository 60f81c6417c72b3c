"""Progress stands on the error stream, at a terminal alone."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pty = pytest.importorskip("pty", reason="a terminal to look at is there on Linux and macOS alone")


def run_at_terminal(folder: Path, *words: str) -> tuple[str, str]:
    """Standard output, and what the terminal of the error stream showed."""
    ours, theirs = pty.openpty()
    ran = subprocess.Popen(
        [sys.executable, "-m", "chronolator", *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # how Linux says that nobody writes any more
        pass
    out, _ = ran.communicate()
    os.close(ours)
    assert ran.returncode == 0
    return out.decode(), shown.decode()


@pytest.mark.usefixtures("case_file")
def test_each_file_is_named_while_it_is_read(agency: Path, tmp_path: Path) -> None:
    (agency / "Ward [red].csv").write_text("Date,Event\n01/02/2019,x\n", encoding="utf-8")
    out, shown = run_at_terminal(tmp_path, "merge")
    assert "Reading Ward [red].csv" in shown
    assert "Reading" not in out
    assert "seen in the living room" not in shown


@pytest.mark.usefixtures("agency", "case_file")
def test_not_when_quiet(tmp_path: Path) -> None:
    assert run_at_terminal(tmp_path, "merge", "--quiet") == ("", "")


@pytest.mark.usefixtures("agency", "case_file")
def test_not_when_piped(chron: Any) -> None:
    ran = chron("merge")
    assert ran.err == ""
    assert "Reading" not in ran.out
