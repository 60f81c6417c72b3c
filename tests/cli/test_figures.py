"""The figures of a merge: one count of each thing, the same on the screen and on every sheet."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook

Row = dict[str, Any]
_COLUMNS = ("Rows not blank", "Entries", "Duplicates", "Not entries")
_ROWS = {
    "entry": ("{day}/03/2019", "Home visit. Robin seen with his mother."),
    "undated": ("", "Called the school about attendance."),
    "no date": ("31/02/2019", "Letter sent to the parents of Robin."),
    "total": ("", "Total entries: 12"),
    "year": ("2019", ""),
    "no year": ("4 Mar", "Home visit, no reply at the door."),
}
_KEY = (("Abbreviation", "Meaning"), ("DV", "Domestic violence"), ("HV", "Health visitor"))


def _write_return(path: Path, chance: random.Random) -> None:
    book = Workbook()
    sheet: Any = book.active
    for _ in range(chance.randrange(3)):
        sheet.append(["Northmoor chronology"])
    sheet.append(["Date", "Event"])
    rows: list[tuple[str, str]] = []
    for _ in range(chance.randint(1, 12)):
        day, text = chance.choice(list(_ROWS.values()))
        rows.append((day.format(day=f"{chance.randint(1, 28):02}"), text))
        rows += rows[-1:] * chance.choice((0, 0, 1))
    for row in rows:
        sheet.append(list(row))
    if chance.random() < 0.5:
        key = book.create_sheet("Key")
        for row in _KEY:
            key.append(row)
    book.save(path)


def _fill(folder: Path, chance: random.Random) -> None:
    names = ["Police", "School", "GP", "Housing", "Nursery"]
    for name in chance.sample(names, chance.randint(1, 4)):
        _write_return(folder / f"{name}.xlsx", chance)
        if chance.random() < 0.4:
            _write_return(folder / f"{name} corrected.xlsx", chance)
    for name, data in (("empty", b""), ("damaged", b"PK\x03\x04 cut off")):
        if chance.random() < 0.5:
            (folder / f"{name}.xlsx").write_bytes(data)


def _read(sheet: Any) -> list[Row]:
    first, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(first, row, strict=True)) for row in rest]


def _list_tables(book: Any) -> Iterator[tuple[str, list[Row]]]:
    for name in book.sheetnames:
        if not name.startswith("chron "):
            yield name, _read(book[name])


def _find(rows: list[Row], **wanted: str) -> Row:
    (row,) = [one for one in rows if wanted.items() <= one.items()]
    return row


def _numbers(words: str) -> list[int]:
    return [int(one.replace(",", "")) for one in re.findall(r"\b\d[\d,]*", words)]


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("seed", range(8))
def test_one_count_of_each_thing(seed: int, chron: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "agency").mkdir()
    _fill(tmp_path / "agency", random.Random(seed))  # noqa: S311  a case, and no secret
    ran = chron("merge", columns=200)
    assert ran.status in {0, 3}
    printed = " ".join(ran.out.split())
    tables = dict(_list_tables(openpyxl.load_workbook("integrated-chronology.xlsx")))
    start = tables["Start here"]
    about = {row["What"]: row["Meaning"] for row in tables["About"]}

    # The rows: the screen, Start here, About and the sheet that accounts for them.
    sources = tables["Sources and accounting"]
    rows = [sum(one[column] for one in sources) for column in _COLUMNS]
    assert rows[0] == sum(rows[1:])
    assert f"All {' '.join(f'{one:,}' for one in rows)}" in printed
    returns = _find(start, Part="This chronology", What="Files read")
    assert _numbers(returns["What to know"])[:4] == rows
    assert about["Rows that are not blank"] == rows[0]
    assert about["Rows that are not events"] == rows[3]
    assert rows[3] == len(tables.get("Rows that are not events", []))
    assert returns["Number"] == about["Files read"] == len({one["File"] for one in sources})

    # The entries and the duplicates.
    entries = len(tables["Integrated chronology"])
    assert about["Entries"] == entries
    assert f"{entries} entr" in printed
    assert about["Duplicates"] == len(tables.get("Duplicates", []))

    # The problems: a row of their sheet may gather several, and says how many.
    gathered = tables.get("Problems", [])
    problems = sum(one["How many"] for one in gathered)
    assert about["Problems"] == problems
    if problems:
        assert f"To look at ({problems}" in printed
        assert _find(start, Part="Look at these first", What="Problems")["Number"] == problems
        sheet = _find(start, Part="In this workbook", What="Problems")
        assert sheet["Number"] == problems
        if problems > len(gathered):
            assert f"{len(gathered)} row" in sheet["What to know"]
    unread = sum(
        one["How many"] for one in gathered if one["Kind"] in {"file not read", "sheet not read"}
    )
    told = [one["Number"] for one in start if one["What"] == "Could not be read"]
    assert told == ([unread] if unread else [])

    # Every other sheet: the figure beside its name is the number of its rows.
    for row in start:
        if row["Part"] == "In this workbook" and row["What"] not in {"Problems", "Picture"}:
            name, number = row["What"], row["Number"]
            if number is not None and name not in {"Contacts", "Possible contacts", "Decisions"}:
                assert number == len(tables.get(name, [])) or name == "Gaps", name


def test_an_unchanged_row_of_a_corrected_return_is_no_announcement(
    chron: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "agency").mkdir()
    rows = [(f"{day:02}/03/2019", f"Visit number {day} to the flat.") for day in range(1, 9)]
    corrected = [*rows[:-1], ("08/03/2019", "Visit number 8 to the flat; nobody was at home.")]
    corrected += [("20/03/2019", "Rent paid at the office.")] * 2
    for name, sent in (("Housing", rows), ("Housing corrected", corrected)):
        book = Workbook()
        sheet: Any = book.active
        for row in [("Date", "Event"), *sent]:
            sheet.append(list(row))
        book.save(tmp_path / "agency" / f"{name}.xlsx")
    ran = chron("merge", columns=200)
    assert "9 duplicates marked (8 from an earlier version of a return)" in ran.out
    tables = dict(_list_tables(openpyxl.load_workbook("integrated-chronology.xlsx")))
    about = [str(row.get("About this row") or "") for row in tables["Integrated chronology"]]
    assert sum("earlier version" in one for one in about) == 1
    assert "row 9 of Housing.xlsx" in " ".join(about)
    kinds = [row["Kind"] for row in tables["Duplicates"]]
    assert kinds == ["exact", *["earlier version"] * 8]
    differing = [bool(row.get("What it says otherwise")) for row in tables["Duplicates"]]
    assert differing == [False, True, *[False] * 7]
    assert {row["Where it stands"] for row in tables["Duplicates"][1:]} == {
        f"Housing.xlsx, sheet Sheet, row {row}" for row in range(2, 10)
    }
    told = {row["What"]: row["Meaning"] for row in tables["About"]}
    assert told["of them rows of an earlier version of a return"] == 8
