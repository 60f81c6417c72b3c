"""Workbooks opened and saved again by LibreOffice, which many authors have in Excel's place."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

OFFICE = shutil.which("soffice")
"""None where it is not installed."""


def save_again(paths: Sequence[Path]) -> None:
    """Open and save each in its place, all by one process, which takes seconds to start."""
    assert OFFICE
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        staged = [folder / f"{number}.xlsx" for number in range(len(paths))]
        for path, copy in zip(paths, staged, strict=True):
            shutil.copy(path, copy)
        out = folder / "out"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
        subprocess.run([*words, *map(str, staged)], check=True, capture_output=True, timeout=600)
        for path, copy in zip(paths, staged, strict=True):
            shutil.copy(out / copy.name, path)
