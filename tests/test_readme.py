"""Every command and every printed result of the README is run.

With UPDATE_README=1 in the environment the printed results are written anew instead; read the
difference before you keep it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from chronolator.case import load_case
from chronolator.rules import load_rules
from chronolator.words.agencies import find_kind

pytestmark = pytest.mark.usefixtures("untraced")

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOML = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    there = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", there / "examples")
    return there


def run(command: list[str], folder: Path, *, given: str | None = None) -> str:
    environment = os.environ | {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    environment.pop("FORCE_COLOR", None)
    ran = subprocess.run(
        command,
        cwd=folder,
        input=given,
        stdin=None if given is not None else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert "Traceback" not in ran.stdout
    return "\n".join(line.rstrip() for line in ran.stdout.splitlines())


def split_steps(block: str) -> list[tuple[str, str]]:
    """The commands of a block, each with the result printed below it."""
    steps: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            steps[-1][1].append(line)
    return [(command, "\n".join(lines)) for command, lines in steps]


def test_commands_print_what_the_readme_shows(folder: Path) -> None:
    text = README.read_text(encoding="utf-8")
    blocks = CONSOLE.findall(text)
    assert blocks
    for block in blocks:
        new = ""
        for command, _ in split_steps(block):
            words = shlex.split(command)
            assert words[0] == "chron"
            told = run([sys.executable, "-m", "chronolator", *words[1:]], folder)
            new += f"$ {command}\n" + (told + "\n" if told else "")
        if os.environ.get("UPDATE_README"):
            text = text.replace(block, new)
        else:
            assert new == block
    if os.environ.get("UPDATE_README"):
        README.write_text(text, encoding="utf-8")


def test_library_lines_run_as_a_file_and_from_standard_input(folder: Path) -> None:
    blocks = PYTHON.findall(README.read_text(encoding="utf-8"))
    assert blocks
    for number, block in enumerate(blocks):
        script = folder / f"lines{number}.py"
        script.write_text(block, encoding="utf-8")
        as_file = run([sys.executable, str(script)], folder)
        assert as_file
        assert run([sys.executable, "-"], folder, given=block) == as_file


def test_the_case_file_shown_is_one(folder: Path) -> None:
    blocks = [b for b in TOML.findall(README.read_text(encoding="utf-8")) if "[[child]]" in b]
    assert blocks
    for block in blocks:
        path = folder / "shown.toml"
        path.write_text(block, encoding="utf-8")
        assert load_case(path).children[0].name


def test_the_rules_shown_are_those_of_the_example_and_can_be_laid_over_ours(
    tmp_path: Path,
) -> None:
    phrase, kind = (
        next(b for b in TOML.findall(README.read_text(encoding="utf-8")) if mark in b)
        for mark in ("[[phrase]]", "[[kind]]")
    )
    example = ROOT / "examples" / "rules" / "seen.toml"
    assert phrase == example.read_text(encoding="utf-8")
    (tmp_path / "agencies.toml").write_text(kind, encoding="utf-8")
    agencies = load_rules(tmp_path).agencies
    assert find_kind("Harbour Patrol", agencies) == find_kind("Surrey Police", agencies)


def test_links_to_files_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)]+)\)", README.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target
