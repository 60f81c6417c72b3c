"""A small case with an author's notes, and a look at what a fault has left of it."""

import os
import resource
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from chronolator.columns import CHRONOLOGY_SHEET

WORKBOOK = "integrated-chronology.xlsx"
_EXAMPLE = Path(__file__).parents[2] / "examples" / "robin"
_DRIVER = Path(__file__).with_name("driver.py")
_NOTED = 5
_RETURNS = ("police.xlsx", "health-visiting.csv")
NOTED_COLUMN = "Review notes"
_CORRECTION = (b"Strategy discussion today", b"Strategy discussion tomorrow")


@dataclass(frozen=True)
class Case:
    """A folder with returns and a workbook that was merged twice and has notes; one return was
    corrected since.
    """

    folder: Path

    @property
    def workbook(self) -> Path:
        return self.folder / WORKBOOK

    def copy(self, folder: Path) -> "Case":
        shutil.copytree(self.folder, folder)
        return Case(folder)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """`chron` in the folder, as a user has it."""
        return self._run("-m", "chronolator", *words)

    def run_until(self, fatal: str, touch: int) -> subprocess.CompletedProcess[str]:
        """`chron merge`, with a signal just before it touches the folder for the n-th time."""
        return self._run(str(_DRIVER), fatal, str(touch), "merge")

    def start(self) -> subprocess.Popen[bytes]:
        """`chron merge`, going on in a process of its own."""
        silent = subprocess.DEVNULL
        return subprocess.Popen(
            [sys.executable, "-m", "chronolator", "merge"],
            cwd=self.folder,
            stdin=silent,
            stdout=silent,
            stderr=silent,
        )

    def run_with_room(self, room: int) -> subprocess.CompletedProcess[str]:
        """`chron merge` on a disk that takes no file longer than so many bytes."""
        return self._run("-m", "chronolator", "merge", room=room)

    def list_touches(self, into: Path) -> list[str]:
        """What `chron merge` does to files of the folder, in its order."""
        self._run(str(_DRIVER), "SIGKILL", "0", "merge", TOUCHES=str(into))
        return into.read_text().splitlines()

    def list_files(self) -> dict[str, int]:
        """Every file below the folder, and how long it is."""
        return {
            str(path.relative_to(self.folder)): path.stat().st_size
            for path in self.folder.rglob("*")
            if path.is_file()
        }

    def read_notes(self) -> list[str]:
        """The notes in the workbook, in the order of its rows."""
        headings, *rows = read_rows(self.workbook)
        place = headings.index(NOTED_COLUMN)
        return [str(row[place]) for row in rows if row[place]]

    def _run(
        self, *words: str, room: int | None = None, **more: str
    ) -> subprocess.CompletedProcess[str]:
        def limit() -> None:
            if room is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        return subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=os.environ | more,
            preexec_fn=limit,
            check=False,
        )


def make_case(folder: Path) -> Case:
    """Two returns of the example case, merged twice, with notes; a cell was corrected since,
    so that the next merge changes the workbook.
    """
    case = Case(folder)
    (folder / "agency").mkdir(parents=True)
    for name in _RETURNS:
        shutil.copy(_EXAMPLE / "agency" / name, folder / "agency")
    shutil.copy(_EXAMPLE / "case.toml", folder)
    assert case.run("merge").returncode == 0
    book = openpyxl.load_workbook(case.workbook)
    sheet = book[CHRONOLOGY_SHEET]
    place = [cell.value for cell in sheet[1]].index(NOTED_COLUMN) + 1
    for row in range(2, 2 + _NOTED):
        sheet.cell(row, place).value = f"A note of hers, {row}"
    book.save(case.workbook)
    assert case.run("merge").returncode == 0
    assert len(case.read_notes()) == _NOTED
    corrected = folder / "agency" / _RETURNS[1]
    before, after = _CORRECTION
    told = corrected.read_bytes()
    assert before in told
    corrected.write_bytes(told.replace(before, after))
    return case


def read_rows(path: Path) -> list[tuple[object, ...]]:
    """The rows of the chronology in a workbook of which every part is whole."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return list(book[CHRONOLOGY_SHEET].iter_rows(values_only=True))
    finally:
        book.close()


def look(case: Case, notes: list[str]) -> list[str]:
    """What is wrong with a case after a fault: its workbook must be whole with every note, each
    backup must be, and the next merge must go as if nothing had been.
    """
    told = []
    if case.read_notes() != notes:
        told.append("the workbook lacks notes")
    for backup in case.folder.glob("*.backup-*.xlsx"):
        read_rows(backup)
    again = case.run("merge")
    if again.returncode:
        told.append(f"the next merge ended with {again.returncode}: {again.stderr}")
    if case.read_notes() != notes:
        told.append("the next merge lost notes")
    if left := [name for name in case.list_files() if ".chron-" in name]:
        told.append(f"left behind: {left}")
    return told
