"""Excel opens what we write without a repair, as far as the file itself tells."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronolator.model import Agency, Case, Child, Chronology, Event, Note, Origin
from chronolator.write import write_gaps_workbook, write_workbook, write_workbook_by_contact
from tests.opening.repairs import find_repairs

MERGED = date(2026, 11, 24)
SHEET, TABLE, BOOK = "xl/worksheets/sheet2.xml", "xl/tables/table2.xml", "xl/workbook.xml"
FOOTER = "&amp;L&amp;B"
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "[x]",
    "Ref",
    "ref",
    "History",
    "R1C1",
    "AB12",
    "'quoted'",
    "a\r\nb",
    "two  spaces",
    "_x0041_",
    "A x0041 b",
    "bell \x07 and \x1f",
    "half of a \ud83d pair",
    "😀" * 150,
    "k" * 300,
    "<r>&amp;</r>",
    "&G &[Picture] &",
    "#REF!",
    '","',
)


def change(path: Path, part: str, pattern: str, new: str) -> None:
    """Damage a part of the package: the first place where the pattern stands."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts[part].decode()
    parts[part] = re.sub(pattern, lambda _: new, text, count=1).encode()
    assert parts[part].decode() != text
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.mark.parametrize(
    ("part", "pattern", "new", "said"),
    [
        (SHEET, "</sheetData>", "", "no XML"),
        (SHEET, "<v>[0-9]+</v>", "<v>\x07</v>", "no XML"),
        ("[Content_Types].xml", '<Override PartName="/xl/tables/table1.xml"[^>]*>', "", "content"),
        ("xl/_rels/workbook.xml.rels", "sheet2.xml", "sheet99.xml", "not there"),
        (BOOK, 'name="Gaps"', 'name="history"', "sheet name"),
        (BOOK, 'name="Gaps"', 'name="Gaps\'"', "sheet name"),
        (BOOK, 'name="Gaps"', 'name="Gaps/Days"', "sheet name"),
        (BOOK, 'name="Gaps"', f'name="{"G" * 32}"', "sheet name"),
        (BOOK, 'name="Gaps"', 'name="ABOUT"', "sheet about twice"),
        (BOOK, 'sheetId="2"', 'sheetId="1"', "sheet id 1 twice"),
        (BOOK, "<workbookView ", '<workbookView activeTab="19" ', "active"),
        (SHEET, "<sheetView ", '<sheetView tabSelected="1" ', "together"),
        (BOOK, 'name="chron_ref"', 'name="chron_date"', "twice"),
        (BOOK, 'name="chron_ref"', 'name="CHRON_date"', "twice"),
        (BOOK, 'name="chron_ref"', 'name="chronology"', "twice"),
        (BOOK, 'name="chron_ref"', 'name="AB12"', "name 'AB12'"),
        (BOOK, 'name="chron_ref"', 'name="r1c1"', "name 'r1c1'"),
        (BOOK, 'name="chron_ref"', 'name="two words"', "name 'two words'"),
        (BOOK, 'name="chron_ref"', f'name="{"n" * 256}"', "name"),
        (BOOK, "'Integrated chronology'!", "Nowhere!", "refers to"),
        (BOOK, r"'Integrated chronology'!\$A\$1<", "#REF!<", "refers to"),
        (SHEET, '<row r="3"', '<row r="1048577"', "rows or cells"),
        (SHEET, 'r="B2"', 'r="A2"', "out of order"),
        (SHEET, ' ht="[0-9.]+"', ' ht="409.6"', "409.6 high"),
        (SHEET, '<c r="A2" s="[0-9]+"', '<c r="A2" s="9999"', "format"),
        (SHEET, '<c r="B2" s="([0-9]+)"><v>1<', '<c r="B2"><v>NaN<', "number NaN"),
        (SHEET, "<pageMargins", "<cols/><pageMargins", "order"),
        (
            SHEET,
            "<conditionalFormatting",
            '<mergeCells><mergeCell ref="A1:B2"/></mergeCells><conditionalFormatting',
            "overlap",
        ),
        (SHEET, 'dxfId="0"', 'dxfId="99"', "a rule of a look"),
        (SHEET, 'priority="1"', 'priority="2"', "rule 2 twice"),
        (SHEET, '<dataValidation ([^>]*)sqref="[^"]+"', '<dataValidation sqref="A1:A1048577"', ":"),
        (SHEET, '"Yes,No,Unclear,Not recorded"', f'"{"c" * 256}"', "list of 256"),
        (SHEET, 'errorTitle="[^"]*"', f'errorTitle="{"e" * 33}"', "errorTitle"),
        (SHEET, f"<oddFooter>{FOOTER}", f"<oddFooter>{'f' * 250}{FOOTER}", "oddFooter"),
        (TABLE, 'name="Ref"', 'name="ref "', "heading"),
        (TABLE, 'name="Ref"', 'name="Re&#10;f"', "heading"),
        (TABLE, 'name="No."', 'name="REF"', "twice"),
        (TABLE, 'displayName="Chronology"', 'displayName="GAPS"', "twice"),
        (TABLE, 'displayName="Chronology"', 'displayName="A1"', "name 'A1'"),
        (
            TABLE,
            '<table ([^>]*)ref="A1:([A-Z]+)[0-9]+"',
            '<table id="1" displayName="C" ref="A1:B1"',
            "table",
        ),
        (TABLE, 'id="2"', 'id="1"', "table id 1 twice"),
        ("xl/tables/table1.xml", ' ref="A1', ' ref="B1', "table"),
        ("docProps/custom.xml", "<vt:lpwstr>", f"<vt:lpwstr>{'p' * 256}", "too long"),
        ("xl/styles.xml", 'fontId="1"', 'fontId="999"', "fontId"),
    ],
)
def test_each_cause_is_found(
    part: str, pattern: str, new: str, said: str, chronology: Chronology, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    write_workbook(chronology, path, MERGED)
    assert find_repairs(path) == []
    change(path, part, pattern, new)
    assert said in "\n".join(find_repairs(path))


def harm(case: Case, words: str) -> Case:
    """The case with those words wherever somebody may write some."""
    children = (Child(words, date(2015, 11, 3)), Child(f"{words} too"))
    return replace(
        case,
        title=words,
        marking=words,
        children=children,
        agencies=(Agency(words), Agency("GP")),
        review_columns=(words, words.upper(), words.lower(), "Ref", "review notes", "Review Notes"),
    )


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("write", [write_workbook, write_workbook_by_contact, write_gaps_workbook])
def test_nothing_that_somebody_writes_breaks_it(
    write: Callable[[Chronology, Path, date], None],
    words: str,
    chronology: Chronology,
    make_event: Callable[..., Event],
    tmp_path: Path,
) -> None:
    # A case file is UTF-8, in which half a pair cannot stand.
    case = harm(chronology.case, words.encode(errors="ignore").decode())
    origin = Origin(f"{words}.xlsx", words, 7)
    event = make_event("C-AAAAAAAAA7", words, agency=words, origin=origin, other={words: words})
    source = replace(
        chronology.sources[0], file=f"{words}.xlsx", sheet=words, columns={words: None}
    )
    told = replace(
        chronology,
        case=case,
        events=(*chronology.events, event),
        notes=(*chronology.notes, Note(event.id, words, words), Note(event.id, "NEW", words)),
        author_columns=(words, words.swapcase(), "Your column 1", "YOUR COLUMN 2"),
        sources=(*chronology.sources, source),
    )
    write(told, tmp_path / "out.xlsx", MERGED)
    assert find_repairs(tmp_path / "out.xlsx") == []


def test_an_empty_chronology_needs_none(tmp_path: Path) -> None:
    for write in (write_workbook, write_workbook_by_contact, write_gaps_workbook):
        write(Chronology(Case()), tmp_path / "out.xlsx", MERGED)
        assert find_repairs(tmp_path / "out.xlsx") == []
