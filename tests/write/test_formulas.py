"""No formula of a workbook is made from what somebody wrote, and nothing in it leads outside."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronolator.model import (
    Agency,
    Case,
    Child,
    Chronology,
    Event,
    Note,
    Origin,
    OwnSheet,
    Person,
    Problem,
    ProblemKind,
)
from chronolator.rules import load_rules
from chronolator.write import (
    write_document,
    write_gaps_workbook,
    write_workbook,
    write_workbook_by_contact,
)
from chronolator.write.template import write_blank_workbook
from tests.opening.written import Written, read_written

MERGED = date(2026, 11, 24)
WORD = "zqx"
STARTS = ("=", "+", "-", "@", "\t=", "\r=", " =", "{=", "\N{FULLWIDTH EQUALS SIGN}", "<r>=", "")
OURS = re.compile(
    r'HYPERLINK\("#"&CELL\("address",('
    r"'[A-Z][A-Za-z -]+'!\$A\$1\),\"[A-Z][A-Za-z -]+\"|"
    r"INDEX\('Integrated chronology'!\$A:\$A,"
    r"MATCH\(\"C-[0-9A-Z]+\",'Integrated chronology'!\$A:\$A,0\)\)\),[0-9]+)\)"
)


def harm(chronology: Chronology, start: str) -> Chronology:
    """With words that begin so wherever somebody may write some."""
    words = f'{start}{WORD}("http://127.0.0.1/?x="&A1)'
    clean = words.replace("\r", "").replace("\t", "")
    case = Case(
        title=clean,
        marking=clean,
        children=(Child(clean, date(2015, 11, 3)), Child(f"{clean} too")),
        people=(Person(clean, clean),),
        agencies=(Agency(clean),),
        first=chronology.case.first,
        last=chronology.case.last,
        review_columns=(clean, "Review notes"),
    )
    origin = Origin(f"{words}.xlsx", words, 7)
    harmed = [
        replace(
            event,
            text=words,
            people=words,
            place=words,
            action=words,
            author=words,
            agency=words,
            origin=origin,
            other={words: words},
        )
        for event in chronology.events
    ]
    return replace(
        chronology,
        case=case,
        events=tuple(harmed),
        flags=(),
        corrections=(),
        gaps=tuple(replace(gap, child=clean, by=words) for gap in chronology.gaps),
        notes=(Note(harmed[0].id, "Review notes", words), Note(harmed[1].id, words, words)),
        problems=(Problem(origin, ProblemKind.DATE, words, words),),
        own_sheets=(OwnSheet(WORD, ((words, 1), (words,)), comments={(1, 1): words}),),
    )


def list_formulas(written: Written) -> Iterator[str]:
    """Whatever Excel works out, but the links of ours: in cells, rules, lists, names, charts."""
    for sheet in written.sheets:
        for cell in sheet.cells.values():
            if cell.formula is not None and not OURS.fullmatch(cell.formula):
                yield cell.formula
    for name, part in written.parts.items():
        if name.endswith(".xml"):
            told = part.decode()
            yield from re.findall(r"<(?:\w+:)?(?:f|formula[12]?|definedName)\b[^>]*>([^<]*)<", told)
            yield from re.findall(r"<calculatedColumnFormula[^>]*>([^<]*)<", told)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("write", [write_workbook, write_workbook_by_contact, write_gaps_workbook])
def test_no_formula_is_made_from_what_somebody_wrote(
    write: Callable[[Chronology, Path, date], None],
    start: str,
    chronology: Chronology,
    tmp_path: Path,
) -> None:
    write(harm(chronology, start), tmp_path / "out.xlsx", MERGED)
    written = read_written(tmp_path / "out.xlsx")
    shown = [cell.text for sheet in written.sheets for cell in sheet.cells.values()]
    assert any(WORD in text for text in shown)
    assert not [formula for formula in list_formulas(written) if WORD in formula]
    assert not [name for name in written.names if "externalLink" in name or "connections" in name]
    assert not [part for part in written.parts.values() if b'TargetMode="External"' in part]


def test_no_field_of_a_document_is_made_from_what_somebody_wrote(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    words = '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }'
    told = replace(chronology, events=(make_event("C-1", words, agency="=x"),), flags=())
    write_document(told, tmp_path / "out.docx", MERGED)
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    fields = re.findall(r'w:instr="([^"]*)"|<w:instrText[^>]*>([^<]*)<', "".join(parts.values()))
    assert {name.strip() for pair in fields for name in pair if name} == {"PAGE", "NUMPAGES"}
    assert "DDEAUTO" in parts["word/document.xml"]
    assert 'TargetMode="External"' not in "".join(parts.values())


@pytest.mark.parametrize("start", STARTS)
def test_a_blank_return_holds_no_formula(start: str, tmp_path: Path) -> None:
    words = f"{start}{WORD}".replace("\r", "").replace("\t", "")
    case = Case(title=words, marking=words, children=(Child(words), Child(f"{words} too")))
    path = tmp_path / "return.xlsx"
    write_blank_workbook(case, path, MERGED, load_rules().template, words)
    written = read_written(path)
    assert not [formula for formula in list_formulas(written) if WORD in formula]
    assert not [cell for one in written.sheets for cell in one.cells.values() if cell.formula]
