import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


Chron = Callable[..., Ran]


@pytest.fixture
def chron(tmp_path: Path) -> Chron:
    """Runs the command in a folder of its own, as a user does."""

    def run(*words: str, encoding: str = "utf-8", columns: int = 80) -> Ran:
        environment = os.environ | {"COLUMNS": str(columns), "PYTHONIOENCODING": encoding}
        ran = subprocess.run(
            [sys.executable, "-m", "chronolator", *words],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment,
            check=False,
        )
        told = Ran(
            ran.returncode,
            ran.stdout.decode(encoding).replace("\r\n", "\n"),
            ran.stderr.decode(encoding).replace("\r\n", "\n"),
        )
        assert "Traceback" not in told.err
        return told

    return run


POLICE = """Date,Time,Event
12/03/2019,14:45,Joint visit with SW Hill. Robin seen in the living room.
01/04/2019,,Robin not seen. No reply at the door.
"""
SCHOOL = """Date,Event
14/06/2019,Robin in school today.
,Mother rang about the school trip.
"""


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    folder = tmp_path / "agency"
    folder.mkdir()
    (folder / "Police.csv").write_text(POLICE, encoding="utf-8")
    (folder / "School.csv").write_text(SCHOOL, encoding="utf-8")
    return folder


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.toml"
    path.write_text(
        'title = "A case"\nfrom = 2019-01-01\nto = 2019-12-31\n'
        '[[child]]\nname = "Robin Ashdown"\nborn = 2015-11-03\naliases = ["Robin"]\n',
        encoding="utf-8",
    )
    return path
