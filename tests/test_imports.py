"""The shape of the package: what is imported when, and by whom."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import chronolator

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "chronolator"
FILES = sorted(PACKAGE.rglob("*.py"))
ABOUT_300 = 310

RUN = """
import json, sys
from chronolator.__main__ import main
sys.argv[1:] = {words!r}
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def list_imported(folder: Path, *words: str) -> set[str]:
    """The modules that are there when the command has run."""
    ran = subprocess.run(
        [sys.executable, "-c", RUN.format(words=list(words))],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return set(json.loads(ran.stderr.splitlines()[-1]))


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    loaded = list_imported(tmp_path, "--help")
    heavy = {
        "pandas",
        "numpy",
        "openpyxl",
        "xlsxwriter",
        "python_calamine",
        "rapidfuzz",
        "dateutil",
        "holidays",
    }
    ours = {"journey", "save", "readers", "rules", "case", "write", "seen", "contacts", "dates"}
    assert loaded & (heavy | {f"chronolator.{name}" for name in ours}) == set()


def test_merge_of_plain_files_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "agency").mkdir()
    text = "Date,Event\n12/03/2019,Child seen\n"
    (tmp_path / "agency" / "a.csv").write_text(text, encoding="utf-8")
    for _ in range(2):  # the second time with an earlier workbook
        loaded = list_imported(tmp_path, "merge", "--quiet")
        assert "xlsxwriter" in loaded
        assert loaded & {"pandas", "openpyxl", "holidays"} == set()


def test_the_front_door_imports_on_demand_and_offers_what_it_says() -> None:
    code = (
        "import sys, chronolator; print([m for m in sys.modules if m.startswith('chronolator.')])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert ran.stdout.strip() == "[]"
    for name in chronolator.__all__:
        assert getattr(chronolator, name).__name__ == name
        assert name in dir(chronolator)
        assert not (PACKAGE / f"{name}.py").exists()
        assert not (PACKAGE / name).exists()
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = chronolator.nothing_such


def name_module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_module(path): path for path in FILES}


def list_imports(path: Path) -> Iterator[str]:
    """Our modules that the file imports, anywhere in it: in functions and for types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            inside = [f"{node.module}.{one.name}" for one in node.names]
            yield from (name if name in MODULES else str(node.module) for name in inside)


def test_no_module_comes_to_itself_by_its_imports() -> None:
    arrows = {
        name: {one for one in list_imports(path) if one in MODULES and one != name}
        for name, path in MODULES.items()
    }
    while arrows:
        ends = {name for name, targets in arrows.items() if not targets & arrows.keys()}
        assert ends, f"a circle among {sorted(arrows)}"
        arrows = {name: targets for name, targets in arrows.items() if name not in ends}


@pytest.mark.parametrize("path", FILES, ids=name_module)
def test_a_file_is_short_enough_to_be_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= ABOUT_300


def test_the_contracts_of_the_layers_and_doors_hold() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("import-linter comes with the extra develop")
    ran = subprocess.run([command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
