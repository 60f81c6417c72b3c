import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from chronolator.errors import ReaderError
from chronolator.model import Case, Chronology
from chronolator.readers.inputs import InputFile, find_inputs, pass_over
from chronolator.readers.package import is_ours, read_names
from chronolator.write import write_workbook


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def labels(*inputs: str | Path) -> list[str]:
    return [file.label for file in find_inputs(inputs)]


def test_a_folder_gives_all_below_it(tmp_path: Path) -> None:
    fill(tmp_path, "b.csv", "A.xlsx", "police/c.xls", ".hidden", ".git/x.csv", "case.toml")
    fill(tmp_path, "Decisions.toml")
    assert labels(tmp_path) == ["A.xlsx", "b.csv", "police/c.xls"]


def test_a_pattern_is_expanded(tmp_path: Path) -> None:
    fill(tmp_path, "a.xlsx", "b.xlsx", "c.csv")
    assert labels(f"{tmp_path}{os.sep}*.xlsx") == ["a.xlsx", "b.xlsx"]


def test_a_pattern_may_name_folders(tmp_path: Path) -> None:
    fill(tmp_path, "north/a.xlsx", "south/a.xlsx")
    assert labels(tmp_path / "*") == ["north/a.xlsx", "south/a.xlsx"]


def test_brackets_in_a_name_are_no_pattern(tmp_path: Path) -> None:
    fill(tmp_path, "return [police].xlsx")
    assert labels(tmp_path / "return [police].xlsx") == ["return [police].xlsx"]


def test_each_file_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.xlsx", "b.xlsx")
    assert labels(tmp_path / "b.xlsx", tmp_path, tmp_path / "*.xlsx") == ["b.xlsx", "a.xlsx"]


@pytest.mark.parametrize("given", ["nowhere", "*.xlsx", "nowhere.csv"])
def test_no_file_is_an_error_with_a_remedy(tmp_path: Path, given: str) -> None:
    with pytest.raises(ReaderError, match="no file there") as caught:
        find_inputs([tmp_path / given])
    assert "folder" in caught.value.hint


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="no file there"):
        find_inputs([tmp_path])


def test_lock_files_are_passed_over_with_a_word() -> None:
    problem = pass_over(InputFile("~$a.xlsx", Path("~$a.xlsx")))
    assert problem is not None
    assert "lock" in problem.message
    assert pass_over(InputFile("a.xlsx", Path("a.xlsx"))) is None


def test_a_workbook_of_ours_is_known_by_its_property(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_workbook(Chronology(Case()), path, date(2020, 1, 2))
    file = InputFile("out.xlsx", path)
    problem = pass_over(file)
    assert problem is not None
    assert "a workbook that chron wrote" in problem.message
    assert pass_over(file, is_return=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<Properties/>",
        "no XML",
        '<!DOCTYPE p [<!ENTITY a "x">]><Properties>&a;</Properties>',
        f"<Properties>{' ' * (8 * 2**20)}</Properties>",
    ],
)
def test_no_other_file_is_taken_for_ours(tmp_path: Path, text: str) -> None:
    path = tmp_path / "theirs.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/custom.xml", text)
        archive.writestr("xl/workbook.xml", text)
    assert not is_ours(path)
    assert read_names(path) == {}
    assert pass_over(InputFile("theirs.xlsx", path)) is None


@pytest.mark.parametrize("name", ["nowhere.xlsx", "."])
def test_what_is_no_file_is_not_ours(tmp_path: Path, name: str) -> None:
    assert not is_ours(tmp_path / name)
