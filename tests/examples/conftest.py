"""The example case, merged once and made anew once."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from chronolator.journey import integrate
from chronolator.model import Chronology

ROOT = Path(__file__).parents[2]
ROBIN = ROOT / "examples" / "robin"
Make = Callable[[Path], None]


@pytest.fixture(scope="session")
def chronology() -> Chronology:
    return integrate([ROBIN / "agency"], ROBIN / "case.toml")


@pytest.fixture(scope="session")
def make() -> Make:
    """Makes the example anew in a folder, as its developers do."""

    def run(folder: Path) -> None:
        command = [sys.executable, "-m", "examples.robin.make", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True)

    return run


@pytest.fixture(scope="session")
def built(make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("robin")
    make(folder)
    return folder
