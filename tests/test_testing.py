"""The harness itself, and the example plug-in, installed as a user installs it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from chronolator.errors import ReaderError
from chronolator.model import Entry, Field, Layout, NotEvent, Origin, Problem, Sheet
from chronolator.readers import Settings
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.registry import choose_reader, find_readers, select_readers
from chronolator.readers.sheet import read_sheet
from chronolator.testing import check_reader, make_settings

PLUGIN = Path(__file__).parent.parent / "examples" / "reader_plugin"
SHEET = Sheet("f.csv", "", [["Date", "Event"], ["12/03/2019", "Visit, no reply"]])
SETTINGS = make_settings()


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text("Date,Event\n12/03/2019,Visit\n", encoding="utf-8")
    check_reader(LayoutReader(), tmp_path, write=True)
    return tmp_path


def test_what_agrees_passes(returns: Path) -> None:
    check_reader(LayoutReader(), returns)


def test_a_difference_is_named_with_its_place(returns: Path) -> None:
    (returns / "a.csv").write_text("Date,Event\n12/03/2019,Visits\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"a.csv, sheet : rows"):
        check_reader(LayoutReader(), returns)


def test_a_sheet_that_is_not_to_be_claimed(returns: Path) -> None:
    (returns / "a.csv.expected.json").write_text("[]", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"a.csv: the reader claims"):
        check_reader(LayoutReader(), returns)


def test_a_folder_without_inputs(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no input"):
        check_reader(LayoutReader(), tmp_path)


class Careless:
    """Claims everything, and tells what it is told to tell."""

    name = "careless"
    looks_for = "nothing"

    def __init__(self, *told: Entry | NotEvent | Problem) -> None:
        self.told = told

    def recognise(self, sheet: Sheet, settings: Settings) -> Layout | None:
        del sheet, settings
        return Layout(1, {"Date": Field.DATE})

    def read(
        self, sheet: Sheet, layout: Layout, settings: Settings
    ) -> Iterable[Entry | NotEvent | Problem]:
        del sheet, layout, settings
        return self.told


class Broken(Careless):
    def recognise(self, *_: object) -> Layout | None:
        raise ZeroDivisionError


HEAD = NotEvent(Origin("f.csv", "", 1), "the headings", "Date | Event")


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ((HEAD,), r"rows \[2\] are not told"),
        (
            (HEAD, Entry(Origin("f.csv", "", 2), {Field.DATE: "12/03/2019"})),
            '"Visit, no reply" is lost',
        ),
        ((HEAD, HEAD, NotEvent(Origin("f.csv", "", 2), "x", "x")), "told as parts"),
        ((HEAD, NotEvent(Origin("f.csv", "", 9), "x", "x")), "rows"),
    ],
)
def test_a_careless_reader_is_caught(
    tmp_path: Path, told: tuple[NotEvent, ...], message: str
) -> None:
    (tmp_path / "f.csv").write_text('Date,Event\n12/03/2019,"Visit, no reply"\n', encoding="utf-8")
    with pytest.raises(AssertionError, match=message):
        check_reader(Careless(*told), tmp_path, write=True)


def test_rows_of_which_a_reader_says_nothing_are_shown() -> None:
    reading = read_sheet(SHEET, [Careless(HEAD)], SETTINGS, "")
    assert [one.origin.row for one in reading.not_events] == [1, 2]
    assert "says nothing of this row" in reading.problems[0].message


def test_a_reader_that_fails_costs_its_sheet_alone() -> None:
    class Late(Careless):
        def read(self, *_: object) -> Iterable[Entry | NotEvent | Problem]:
            raise ZeroDivisionError

    for reader in (Late(), Broken()):
        reading = read_sheet(SHEET, [reader], SETTINGS, "")
        assert len(reading.not_events) == 2
        assert "careless failed (ZeroDivisionError)" in reading.problems[0].message


def test_two_readers_that_claim_a_sheet_are_both_named() -> None:
    with pytest.raises(ReaderError, match="careless and layout both claim") as caught:
        choose_reader(SHEET, [Careless(), LayoutReader()], SETTINGS)
    assert "--reader" in caught.value.hint
    reading = read_sheet(SHEET, [Careless(), LayoutReader()], SETTINGS, "")
    assert len(reading.not_events) == 2


def test_a_sheet_that_nobody_claims_says_what_was_looked_for() -> None:
    reading = read_sheet(Sheet("f.csv", "", [["words"]]), [LayoutReader()], SETTINGS, "")
    assert "row of headings" in reading.problems[0].hint
    assert reading.sources[0].counts.not_blank == 1


def test_ours_are_found_by_the_same_door() -> None:
    assert {one.name for one in find_readers()} >= {"layout", "integrated"}
    assert [one.name for one in select_readers("layout")] == ["layout"]
    with pytest.raises(ReaderError, match="There is no reader zebra") as caught:
        select_readers("zebra")
    assert "layout" in caught.value.hint


def test_the_example_plug_in_is_installed_found_and_reads(tmp_path: Path) -> None:
    project = tmp_path / "plugin"
    shutil.copytree(PLUGIN, project)
    there = tmp_path / "installed"
    made = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"),
            *("--no-build-isolation", "--target", str(there), str(project)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if "hatchling" in made.stderr:
        pytest.skip("hatchling, which builds it, is not installed")
    assert made.returncode == 0, made.stderr
    broken = there / "broken-1.dist-info"
    broken.mkdir()
    (broken / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n")
    (broken / "entry_points.txt").write_text("[chronolator.readers]\nbroken = no_such_module:X\n")
    code = (
        f"import sys; sys.path.insert(0, {str(there)!r})\n"
        "import json\nfrom chronolator import read\n"
        "from chronolator.readers.registry import find_readers, select_readers\n"
        "found = {one.name: (one.origin, one.fault) for one in find_readers()}\n"
        f"reading = read({str(PLUGIN / 'tests' / 'returns' / 'contacts.csv')!r})\n"
        "try:\n    select_readers('broken')\nexcept Exception as error:\n    told = str(error)\n"
        "print(json.dumps([found, len(reading.entries), reading.sources[0].reader, told]))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert ran.returncode == 0, ran.stderr
    found, entries, reader, told = json.loads(ran.stdout)
    assert found["blocks"] == ["chronolator-block-reader 1.0.0", ""]
    assert "ModuleNotFoundError" in found["broken"][1]
    assert (entries, reader) == (3, "blocks")
    assert "broken" in told
