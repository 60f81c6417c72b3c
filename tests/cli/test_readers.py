"""`chron readers`: what is installed, ours and those of plug-ins, through one door."""

import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

SOUND = """
class Sound:
    name = "sound"
    looks_for = "the words Contact sheet in cell A1"

    def recognise(self, sheet, settings):
        return None

    def read(self, sheet, layout, settings):
        return ()
"""


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A distribution with a reader that works and one that does not, found as if installed."""
    there = tmp_path / "site"
    info = there / "board_readers-2.1.dist-info"
    info.mkdir(parents=True)
    (there / "board_readers.py").write_text(SOUND, encoding="utf-8")
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: board-readers\nVersion: 2.1\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(
        "[chronolator.readers]\nsound = board_readers:Sound\nbroken = board_readers:Nobody\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(there), prepend=os.pathsep)


def squeeze(text: str) -> str:
    return " ".join(text.split())


def test_ours_are_listed_with_their_origin(chron: Any) -> None:
    ran = chron("readers", columns=160)
    assert (ran.status, ran.err) == (0, "")
    origin = f"chronolator {version('chronolator')}"
    for name in ("layout", "integrated"):
        assert any(
            line.split() and line.split()[0] == name and origin in line
            for line in ran.out.splitlines()
        )


@pytest.mark.usefixtures("plug_in")
def test_those_of_a_plug_in_too_and_what_ails_them(chron_apart: Any) -> None:
    told = squeeze(chron_apart("readers", columns=160).out)
    assert "sound board-readers 2.1 the words Contact sheet in cell A1" in told
    assert "broken board-readers 2.1 cannot be used: AttributeError" in told


@pytest.mark.usefixtures("plug_in", "agency", "case_file")
def test_a_broken_plug_in_costs_itself_alone(chron_apart: Any) -> None:
    ran = chron_apart("merge", "--quiet")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert chron_apart("merge", "--quiet", "--reader", "broken").status == 1
    named = chron_apart("merge", "--quiet", "--reader", "sound")
    assert named.status == 1
    assert "the words Contact sheet in cell A1" in squeeze(named.err)
