"""A workbook goes to its file in pieces, and is read back in pieces."""

import errno
import zipfile
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from chronolator.model import Chronology
from chronolator.write import package, write_workbook
from chronolator.write.package import read_refs, read_texts
from chronolator.write.workbook import packed

MERGED = date(2026, 11, 24)


def _read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def test_the_parts_are_the_same_in_pieces_of_any_size(
    chronology: Chronology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_workbook(chronology, tmp_path / "whole.xlsx", MERGED)
    monkeypatch.setattr(packed, "_PIECE", 50)
    write_workbook(chronology, tmp_path / "pieces.xlsx", MERGED)
    assert _read_parts(tmp_path / "whole.xlsx") == _read_parts(tmp_path / "pieces.xlsx")


@pytest.mark.parametrize("piece", [1, 7, 40, 1 << 20])
def test_what_is_read_back_is_the_same_in_pieces_of_any_size(
    chronology: Chronology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    path = tmp_path / "out.xlsx"
    write_workbook(chronology, path, MERGED)
    monkeypatch.setattr(package, "_PIECE", piece)
    assert read_refs(path) == ["" if event.own else event.id for event in chronology.events]
    first = read_texts(path, {0})[0]
    assert {chronology.events[0].id, chronology.events[0].text} <= first


def test_a_file_that_cannot_be_made_is_told(chronology: Chronology, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_workbook(chronology, tmp_path / "no folder" / "out.xlsx", MERGED)


def test_a_disk_that_is_full_stops_it_however_much_waits(
    chronology: Chronology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(zipfile.ZipFile):
        def open(self, *_: object, **__: object) -> NoReturn:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(packed, "_PIECE", 50)
    monkeypatch.setattr(packed, "ZipFile", Full)
    with pytest.raises(OSError, match="full"):
        write_workbook(chronology, tmp_path / "out.xlsx", MERGED)
