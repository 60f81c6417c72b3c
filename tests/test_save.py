import errno
import os
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import docx
import openpyxl
import pytest

from chronolator.columns import Choice
from chronolator.errors import OutputError
from chronolator.model import Case, Chronology, Event, Note, Origin, When
from chronolator.save import Saved, check_target, save, save_by_contact
from chronolator.save.backups import keep
from chronolator.save.forms import FORMS
from chronolator.save.holding import hold
from chronolator.write import write_workbook
from chronolator.write.package import read_refs

MERGED = date(2026, 11, 24)
NAMES = ("out.xlsx", "out.docx", "out.html", "out.json", "out.csv")


def tell(*names: str, own: bool = False) -> Chronology:
    events = tuple(
        Event(name, When("?"), "GP & Co", f"<words> of {name}", Origin("a.csv"), own=own)
        for name in names
    )
    return Chronology(Case(), events)


@pytest.mark.parametrize("name", [*NAMES, "OUT.XLSX"])
def test_a_new_file_is_written_and_nothing_else(name: str, tmp_path: Path) -> None:
    saved = save(tell("C-1", "C-2"), tmp_path / name, merged_on=MERGED)
    assert saved.path == tmp_path / name
    assert saved.backup is None
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_chronology_is_written(name: str, tmp_path: Path) -> None:
    assert save(tell(), tmp_path / name, merged_on=MERGED).path.exists()


def test_refs_are_read_back_in_their_order(tmp_path: Path) -> None:
    save(tell("C-1", "C-2"), tmp_path / "out.xlsx", merged_on=MERGED)
    assert read_refs(tmp_path / "out.xlsx") == ["C-1", "C-2"]
    save(tell("own", own=True), tmp_path / "own.xlsx", merged_on=MERGED)
    assert read_refs(tmp_path / "own.xlsx") == [""]


@pytest.mark.parametrize("name", ["out.xlsx", "out.docx", "out.html", "out.json"])
def test_what_chron_wrote_is_replaced_and_kept(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    written = []
    for number in range(5):
        saved = save(tell(f"C-{number}"), target, merged_on=MERGED, backups=2)
        written.append(target.read_bytes())
    stem, _, ending = name.partition(".")
    first, second = (tmp_path / f"{stem}.backup-{n}.{ending}" for n in (1, 2))
    assert saved.backup == first
    assert (first.read_bytes(), second.read_bytes()) == (written[3], written[2])
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize("name", ["out.xlsx", "out.docx", "out.html", "out.json"])
def test_what_changes_nothing_drives_no_backup_out(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    saved = [
        save(tell(name), target, merged_on=day)
        for name, day in (("C-1", MERGED), ("C-2", MERGED), *(("C-2", MERGED),) * 4)
    ]
    kept = tmp_path / f"out.backup-1{target.suffix}"
    assert [one.backup for one in saved] == [None, kept, None, None, None, None]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([kept.name, name])


def test_the_day_on_which_a_workbook_was_made_is_no_change(tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    save(tell("C-1"), target, merged_on=MERGED)
    before = target.read_bytes()
    parts = []
    for day in ("2026-12-01", "2026-12-02"):
        with zipfile.ZipFile(target) as old, zipfile.ZipFile(tmp_path / day, "w") as new:
            for part in old.namelist():
                new.writestr(part, day if part == "docProps/core.xml" else old.read(part))
        parts.append(tmp_path / day)
    assert keep(target, 3, parts[0]) is None
    assert keep(parts[1], 3, parts[0]) is None
    with zipfile.ZipFile(parts[0], "a") as new:
        new.writestr("xl/more.xml", "more")
    assert keep(target, 3, parts[0]) == tmp_path / "out.backup-1.xlsx"
    parts[1].write_bytes(before[:-9])
    assert keep(target, 3, parts[1]) is not None


def test_no_backups_where_none_are_wanted(tmp_path: Path) -> None:
    for _ in range(2):
        saved = save(tell("C-1"), tmp_path / "out.json", merged_on=MERGED, backups=0)
    assert saved.backup is None
    assert len(list(tmp_path.iterdir())) == 1


def write_foreign_workbook(path: Path) -> None:
    openpyxl.Workbook().save(path)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("out.xlsx", write_foreign_workbook),
        ("out.xlsx", lambda path: path.write_text("no zip")),
        ("out.docx", lambda path: docx.Document().save(str(path))),
        ("out.docx", lambda path: path.write_text("no zip")),
        ("out.html", lambda path: path.write_text("<!doctype html><p>An agency's return.")),
        ("out.json", lambda path: path.write_text('{"format": "another"}')),
        ("out.json", lambda path: path.write_text("[]")),
        ("out.json", lambda path: path.write_bytes(b"\xff\xfe no json")),
        ("out.csv", lambda path: path.write_text("Ref\n")),
    ],
)
def test_another_file_is_never_replaced_unless_forced(
    name: str, write: Callable[[Path], object], tmp_path: Path
) -> None:
    target = tmp_path / name
    write(target)
    before = target.read_bytes()
    with pytest.raises(OutputError, match="stands there already") as caught:
        save(tell("C-1"), target, merged_on=MERGED)
    assert "--force" in caught.value.hint
    assert target.read_bytes() == before
    saved = save(tell("C-1"), target, merged_on=MERGED, force=True)
    assert saved.backup is not None
    assert saved.backup.read_bytes() == before


@pytest.mark.parametrize("lock", ["~$out.xlsx", ".~lock.out.xlsx#"])
def test_a_file_open_elsewhere_is_left_alone(lock: str, tmp_path: Path) -> None:
    save(tell("C-1"), tmp_path / "out.xlsx", merged_on=MERGED)
    (tmp_path / lock).touch()
    with pytest.raises(OutputError, match="is open in another program") as caught:
        save(tell("C-2"), tmp_path / "out.xlsx", merged_on=MERGED)
    assert caught.value.hint.startswith("Close it and merge again.")
    assert read_refs(tmp_path / "out.xlsx") == ["C-1"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("out.pdf", "does not write files ending in"),
        ("out", "does not write files ending in"),
        ("missing/out.xlsx", "there is no folder"),
        ("folder.xlsx", "is a folder"),
    ],
)
def test_a_place_that_cannot_be_is_told(place: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(OutputError, match=said) as caught:
        save(tell("C-1"), tmp_path / place, merged_on=MERGED)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(errno.EIO, "Input/output error"), "cannot be written"),
        (PermissionError(errno.EACCES, "Permission denied"), "the folder does not let"),
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_of_a_write_that_failed(
    error: OSError,
    said: str,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match=said):
        save(tell("C-1"), tmp_path / name, merged_on=MERGED)
    assert list(tmp_path.iterdir()) == []


def test_a_stop_in_the_middle_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.xlsx"
    save(tell("C-1"), target, merged_on=MERGED)
    before = target.read_bytes()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("chronolator.save.forms.read_refs", stop)
    with pytest.raises(KeyboardInterrupt):
        save(tell("C-2"), target, merged_on=MERGED)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_write_protection_is_left_alone(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    save(tell("C-1"), target, merged_on=MERGED)
    before = target.read_bytes()
    target.chmod(stat.S_IREAD)
    for call in (check_target, partial(save, tell("C-2"), merged_on=MERGED)):
        with pytest.raises(OutputError, match=r"is write-protected \(read-only\)") as caught:
            call(target, force=True)
        assert "protection" in caught.value.hint
        assert ("--notes-from" in caught.value.hint) == (target.suffix == ".xlsx")
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [name]
    target.chmod(stat.S_IREAD | stat.S_IWRITE)


def test_a_file_protected_while_chron_is_at_work_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    save(tell("C-1"), target, merged_on=MERGED)
    before = target.read_bytes()
    monkeypatch.setattr("chronolator.save.sync", lambda _: target.chmod(stat.S_IREAD))
    with pytest.raises(OutputError, match="is write-protected"):
        save(tell("C-2"), target, merged_on=MERGED)
    assert target.read_bytes() == before
    target.chmod(stat.S_IREAD | stat.S_IWRITE)


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS])
def test_where_the_folder_is_closed_the_notes_are_not_forgotten(
    error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.xlsx"

    def refuse(*_: object) -> None:
        raise OSError(error, "refused")

    save(tell("C-1"), target, merged_on=MERGED)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(OutputError) as caught:
        save(tell("C-1"), tmp_path / "new.xlsx", merged_on=MERGED)
    assert "--notes-from" not in caught.value.hint
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError) as caught:
        save(tell("C-2"), target, merged_on=MERGED)
    assert f"--notes-from {target}" in caught.value.hint


def test_a_file_that_windows_holds_open_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    save(tell("C-1"), target, merged_on=MERGED)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "being used by another process")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="is open in another program"):
        save(tell("C-2"), target, merged_on=MERGED)


@pytest.mark.parametrize(
    ("reader", "name", "answer"),
    [
        ("read_refs", "out.xlsx", ["C-9"]),
        ("read_rows", "out.docx", ["another row"]),
        ("read_rows", "out.docx", []),
        ("describe", "out.json", {}),
        ("read_values", "out.html", {}),
    ],
)
def test_what_does_not_come_back_is_not_moved_in(
    reader: str, name: str, answer: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"chronolator.save.forms.{reader}", lambda *_: answer)
    with pytest.raises(OutputError, match="could not be read back whole"):
        save(tell("C-1"), tmp_path / name, merged_on=MERGED)
    assert list(tmp_path.iterdir()) == []


def test_two_notes_that_fill_more_than_a_cell_are_written(tmp_path: Path) -> None:
    """Found by a merge that called its own workbook damaged: the second stands in no cell."""
    notes = tuple(Note("C-1", "Review notes", f"{word} " * 4000) for word in ("alpha", "omega"))
    path = tmp_path / "out.xlsx"
    save(replace(tell("C-1"), notes=notes), path, merged_on=MERGED)
    told = openpyxl.load_workbook(path)["Long entries"]
    assert any("omega" in str(cell) for row in told.iter_rows(values_only=True) for cell in row)


@pytest.mark.parametrize("name", ["out.xlsx", "out.docx"])
def test_a_damaged_package_is_not_moved_in(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipfile.ZipFile, "testzip", lambda _: "a part")
    with pytest.raises(OutputError, match="could not be read back whole"):
        save(tell("C-1"), tmp_path / name, merged_on=MERGED)


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("out.docx", "~$out.docx"),
        ("report.docx", "~$report.docx"),
        ("reports.docx", "~$eports.docx"),
        ("appendix 4.docx", "~$pendix 4.docx"),
        ("appendix 4.docx", ".~lock.appendix 4.docx#"),
    ],
)
def test_a_document_open_in_word_is_left_alone(name: str, lock: str, tmp_path: Path) -> None:
    save(tell("C-1"), tmp_path / name, merged_on=MERGED)
    (tmp_path / lock).touch()
    with pytest.raises(OutputError, match="is open in another program"):
        save(tell("C-2"), tmp_path / name, merged_on=MERGED)


@pytest.mark.parametrize("name", ["out.docx", "out.csv"])
@pytest.mark.parametrize("write", [save, save_by_contact])
def test_columns_are_chosen(name: str, write: Callable[..., Saved], tmp_path: Path) -> None:
    choice = Choice(("agency, date",))
    assert write(tell("C-1"), tmp_path / name, merged_on=MERGED, choice=choice).path.exists()
    with pytest.raises(OutputError, match='no column "shoe size"'):
        write(tell(), tmp_path / f"b{name}", merged_on=MERGED, choice=Choice(("shoe size",)))
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["out.xlsx", "out.html", "out.json"])
def test_columns_are_not_chosen_where_all_must_stay(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds every column") as caught:
        save(tell("C-1"), tmp_path / name, merged_on=MERGED, choice=Choice(("date",)))
    assert ".docx or .csv" in caught.value.hint


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_may_be_read_by_whom_the_old_one_was(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    save(tell("C-1"), target, merged_on=MERGED)
    fresh = tmp_path / "fresh"
    fresh.touch()
    assert target.stat().st_mode == fresh.stat().st_mode
    target.chmod(0o640)
    save(tell("C-2"), target, merged_on=MERGED)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "out.json").symlink_to(tmp_path / "there" / "real.json")
    save(tell("C-1"), tmp_path / "out.json", merged_on=MERGED)
    assert (tmp_path / "out.json").is_symlink()
    assert (tmp_path / "there" / "real.json").exists()


def test_what_was_written_meanwhile_is_not_passed_over(tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    stood = check_target(target)
    save(tell("C-1"), target, merged_on=MERGED, stood=stood)
    theirs = target.read_bytes()
    with pytest.raises(OutputError, match="was changed while chron was at work") as caught:
        save(tell("C-2"), target, merged_on=MERGED, stood=stood)
    assert "Merge again" in caught.value.hint
    assert target.read_bytes() == theirs
    save(tell("C-2"), target, merged_on=MERGED, stood=check_target(target))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.backup-1.xlsx", "out.xlsx"]


def test_a_workbook_opened_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.xlsx"
    save(tell("C-1"), target, merged_on=MERGED)
    monkeypatch.setattr("chronolator.save.sync", lambda _: (tmp_path / "~$out.xlsx").touch())
    with pytest.raises(OutputError, match="is open in another program"):
        save(tell("C-2"), target, merged_on=MERGED)
    assert read_refs(target) == ["C-1"]


def test_one_writes_at_a_time_and_what_a_killed_one_left_is_cleared_away(tmp_path: Path) -> None:
    target, other = tmp_path / "out.xlsx", tmp_path / "other.xlsx"
    with hold(target, target) as temporary:
        with pytest.raises(OutputError, match="another chron is writing there"):
            save(tell("C-1"), target, merged_on=MERGED)
        save(tell("C-1"), other, merged_on=MERGED)
        left = temporary.with_name(f"{temporary.stem}left.xlsx")
        left.write_bytes(temporary.read_bytes())
    save(tell("C-1"), target, merged_on=MERGED)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.xlsx", "out.xlsx"]


def test_a_drive_that_knows_no_locks_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr("chronolator.save.holding._take", refuse)
    save(tell("C-1"), tmp_path / "out.xlsx", merged_on=MERGED)
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


def test_a_drive_that_vanishes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By simulation: the rename finds the network gone."""
    target = tmp_path / "out.xlsx"
    save(tell("C-1"), target, merged_on=MERGED)

    def vanish(*_: object) -> None:
        raise OSError(errno.EHOSTDOWN, "Host is down")

    monkeypatch.setattr(Path, "replace", vanish)
    with pytest.raises(OutputError, match=r"cannot be written \(Host is down\)"):
        save(tell("C-2"), target, merged_on=MERGED)
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Review notes", "Why was she not asked?"),
        ("Review notes", "two lines\nand <markup> & 'quotes'"),
        ("Review notes", "long " * 9_000),
        ("Order", "1,5"),
        ("Order", "after lunch"),
        ("Her own column", " spaces at both ends "),
        ("Her own column", "a bell \x07 inside"),
    ],
)
def test_notes_are_read_back(column: str, text: str, tmp_path: Path) -> None:
    noted = replace(tell("C-1", "C-2"), notes=(Note("C-2", column, text),))
    target = tmp_path / "out.xlsx"
    save(noted, target, merged_on=MERGED)
    form = FORMS[".xlsx"]
    assert form.is_whole(noted, target, Choice())
    write_workbook(replace(noted, notes=()), target, MERGED)
    assert not form.is_whole(noted, target, Choice())
    write_workbook(replace(noted, notes=(Note("C-1", column, text),)), target, MERGED)
    assert not form.is_whole(noted, target, Choice())
