"""The copy for reading goes nowhere where an author's notes are, and is never taken for them."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from chronolator.errors import OutputError
from chronolator.model import Case, Chronology, Contact, Event, Origin, ProblemKind, When
from chronolator.readers.inputs import InputFile, pass_over
from chronolator.readers.package import is_ours, is_reading_copy
from chronolator.save import save, save_by_contact, save_gaps
from chronolator.write.package import read_refs

MERGED = date(2026, 11, 24)


def tell(*names: str) -> Chronology:
    events = tuple(Event(name, When("?"), "GP", "words", Origin("a.csv", "", 2)) for name in names)
    linked = Contact("Contact 1", names[:2], 9.0, ("why",))
    return Chronology(Case(), events, contacts=(linked,))


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
def test_it_is_written_and_read_back(name: str, tmp_path: Path) -> None:
    saved = save_by_contact(tell("C-1", "C-2", "C-3"), tmp_path / name, merged_on=MERGED)
    assert saved.path == tmp_path / name
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_its_refs_are_those_of_all_its_rows(tmp_path: Path) -> None:
    save_by_contact(tell("C-1", "C-2", "C-3"), tmp_path / "out.xlsx", merged_on=MERGED)
    assert read_refs(tmp_path / "out.xlsx") == ["C-1\nC-2", "C-3"]


@pytest.mark.parametrize(
    ("reader", "name"), [("read_refs", "out.xlsx"), ("_is_whole_csv", "out.csv")]
)
def test_what_does_not_come_back_is_not_moved_in(
    reader: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: object) -> list[str]:
        return []

    monkeypatch.setattr(f"chronolator.save.forms.{reader}", lose)
    with pytest.raises(OutputError, match="could not be read back whole"):
        save_by_contact(tell("C-1", "C-2"), tmp_path / name, merged_on=MERGED)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_replaces_a_copy_and_keeps_it(tmp_path: Path) -> None:
    target = tmp_path / "copy.xlsx"
    save_by_contact(tell("C-1"), target, merged_on=MERGED)
    before = target.read_bytes()
    saved = save_by_contact(tell("C-2"), target, merged_on=MERGED)
    assert saved.backup is not None
    assert saved.backup.read_bytes() == before
    assert read_refs(target) == ["C-2"]


@pytest.mark.parametrize("force", [False, True])
def test_it_never_goes_over_a_workbook_that_may_hold_notes(*, force: bool, tmp_path: Path) -> None:
    target = tmp_path / "full.xlsx"
    save(tell("C-1"), target, merged_on=MERGED)
    before = target.read_bytes()
    with pytest.raises(OutputError, match="in which its author may have written") as caught:
        save_by_contact(tell("C-1"), target, merged_on=MERGED, force=force)
    assert caught.value.hint == "Give another name with -o."
    assert target.read_bytes() == before


def test_nothing_else_goes_over_a_copy_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "copy.xlsx"
    save_by_contact(tell("C-1"), target, merged_on=MERGED)
    for write in (save, save_gaps):
        with pytest.raises(OutputError, match="stands there already"):
            write(tell("C-1"), target, merged_on=MERGED)
    save(tell("C-1"), target, merged_on=MERGED, force=True)
    assert is_ours(target)


@pytest.mark.parametrize(
    ("name", "said", "remedy"),
    [
        ("out.json", "a .json file has one row an event", "Leave --collapse out"),
        ("out.JSON", "a .json file has one row an event", "Leave --collapse out"),
        ("out.pdf", "does not write files ending in", ".xlsx, .docx, .html, .csv."),
    ],
)
def test_a_form_that_it_does_not_have_is_told(
    name: str, said: str, remedy: str, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match=said) as caught:
        save_by_contact(tell("C-1"), tmp_path / name, merged_on=MERGED)
    assert remedy in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_chron_did_not_write_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "theirs.xlsx"
    openpyxl.Workbook().save(target)
    assert not is_reading_copy(target)
    with pytest.raises(OutputError, match="stands there already"):
        save_by_contact(tell("C-1"), target, merged_on=MERGED)


@pytest.mark.parametrize("name", ["copy.xlsx", "copy.docx", "copy.html"])
def test_a_copy_is_known_and_is_no_return(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    save_by_contact(tell("C-1"), path, merged_on=MERGED)
    assert is_reading_copy(path)
    assert not is_ours(path)
    file = InputFile(name, path)
    passed, unread = pass_over(file), pass_over(file, is_return=True)
    assert passed is not None
    assert unread is not None
    assert passed.kind is ProblemKind.FILE_PASSED_OVER
    assert unread.kind is ProblemKind.FILE_NOT_READ
    assert passed.message == f"{name}: passed over, a copy for reading that chron wrote"
    assert unread.message.startswith(f"{name}: a copy for reading")
    assert "full workbook" in passed.hint
