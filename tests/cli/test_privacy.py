"""Confidential records: nothing goes out, and nothing of them is told where nobody asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.case import WORKBOOK

EXAMPLE = Path(__file__).parents[2] / "examples" / "robin"
ASKS = 3
"""The status of `chron check` where it has questions."""
NO_NETWORK = """
import sys

def forbid(event, _):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was asked for: {event}")

sys.addaudithook(forbid)
"""
"""Also what a worker process runs first."""


def run(folder: Path, apart: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "chronolator", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(apart), *sys.path])},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """A folder from which every Python process takes the ban on the network."""
    folder = tmp_path / "apart"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(NO_NETWORK)
    return folder


def test_the_ban_on_the_network_holds(apart: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"],
        env=os.environ | {"PYTHONPATH": str(apart)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "the network was asked for" in ran.stderr


def test_no_command_asks_for_the_network(apart: Path, tmp_path: Path) -> None:
    case = ("--case", str(EXAMPLE / "case.toml"))
    returns = str(EXAMPLE / "agency")
    for words in (
        ("merge", returns, *case),
        ("merge", returns, *case, "-o", "appendix.docx"),
        ("check", returns, *case),
        ("gaps", returns, *case),
        ("explain", str(EXAMPLE / "agency" / "police.xlsx"), "5", *case),
    ):
        ran = run(tmp_path, apart, *words)
        assert ran.returncode in {0, ASKS}, ran.stderr
        assert "RuntimeError" not in ran.stdout + ran.stderr
    assert (tmp_path / WORKBOOK).is_file()


def test_what_is_told_of_a_damaged_return_has_none_of_its_words(
    apart: Path, tmp_path: Path
) -> None:
    name = "Marmaduke"
    agency = tmp_path / "agency"
    agency.mkdir()
    (agency / "gp.csv").write_text(
        f"Date,Event\n03/02/2020,{name} seen\nnever {name},{name}\n31/31/2020,{name}\n"
    )
    (agency / "school.xlsx").write_text(f"no workbook {name}")
    ran = run(tmp_path, apart, "merge")
    assert name not in ran.stdout + ran.stderr
