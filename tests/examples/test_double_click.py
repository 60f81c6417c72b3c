"""The scripts that a manager double-clicks: no logic in them, they merge the folder beside them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLACE = Path(__file__).parents[2] / "examples" / "double_click"
RETURN = "Date,Event\n12/03/2019,Child seen at home.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the script of the other systems")
def test_the_shell_script_merges_the_folder_beside_it(tmp_path: Path) -> None:
    case, program = tmp_path / "my case", tmp_path / "chron's own"
    (case / "agency").mkdir(parents=True)
    (case / "agency" / "police.csv").write_text(RETURN, encoding="utf-8")
    shutil.copy(PLACE / "merge.sh", case)
    home = program / ".venv" / "bin"
    home.mkdir(parents=True)
    (home / "chron").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m chronolator "$@"\n')
    (home / "chron").chmod(0o755)
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"CHRONOLATOR": str(program), "PYTHONPATH": root}
    subprocess.run([case / "merge.sh"], check=True, capture_output=True, env=environment)
    assert (case / "integrated-chronology.xlsx").is_file()


def test_the_windows_script_is_as_short_and_has_the_line_ends_of_windows() -> None:
    data = (PLACE / "merge.cmd").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == 4
    text = data.decode("ascii")
    assert '"%~dp0"' in text
    assert "chron" in text
    assert "pause" in text
