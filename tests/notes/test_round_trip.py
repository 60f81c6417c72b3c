"""What an author does to a workbook, and what of it is found again."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import BASE_SHEET, CASE_SHEET, CHRONOLOGY_SHEET, split_other
from chronolator.dates import DateReader
from chronolator.duplicates import follow_rows
from chronolator.earlier import take_own
from chronolator.errors import ReaderError
from chronolator.model import (
    Answer,
    Case,
    Child,
    Chronology,
    Correction,
    Counts,
    Earlier,
    Event,
    Field,
    Flag,
    Note,
    Origin,
    OwnRow,
    Precision,
    Qualifier,
    Question,
    Reason,
    Source,
    UnplacedNote,
    When,
)
from chronolator.notes import Carried, carry, correct_answers, find_ways, mark_deleted, reopen
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.open import open_file
from chronolator.readers.ours.earlier import read_earlier
from chronolator.readers.ours.integrated import IntegratedReader
from chronolator.readers.ours.own_rows import OWN_AGENCY
from chronolator.readers.package import is_ours, read_names
from chronolator.readers.protocol import Settings
from chronolator.rules import load_rules
from chronolator.rules.versions import load_versions
from chronolator.write import write_workbook

CASE = Case(
    title="A case",
    children=(Child("Robin Ashdown", date(2015, 11, 3)), Child("Wren Ashdown")),
    first=date(2018, 4, 1),
)
TODAY = date(2020, 1, 2)
READER = DateReader(load_rules().dates, today=TODAY)
DAY = date(2019, 3, 12)


def make_event(number: int) -> Event:
    whens = (
        When("12/03/2019", DAY, DAY, time(14, 30), None, *EXACT_MINUTE),
        When("March 2019", date(2019, 3, 1), date(2019, 3, 31), None, None, *MONTH),
        When("before 1/5/19", None, date(2019, 4, 30), None, None, *BEFORE),
        When("since May 2019", date(2019, 5, 1), None, None, None, *AFTER),
        When("31/06/2019", qualifier=Qualifier.INVALID),
    )
    return Event(
        id=f"C-{number:09}A",
        when=whens[number % len(whens)],
        agency=("Police", "School")[number % 2],
        text=f"Entry number {number}, told\nin two lines" if number else "",
        origin=Origin("a.xlsx" if number % 2 else "b.csv", "S" if number % 2 else "", number + 2),
        people="PC Hale" if number == 1 else "",
        other={"Zebra": "stripes: many\nand more", "Lion": "mane"} if number == 2 else {},
    )


EXACT_MINUTE = (Precision.MINUTE, Qualifier.EXACT)
MONTH = (Precision.MONTH, Qualifier.EXACT)
BEFORE = (Precision.DAY, Qualifier.BEFORE)
AFTER = (Precision.MONTH, Qualifier.AFTER)
EVENTS = tuple(make_event(number) for number in range(10))
FLAGS = tuple(
    Flag(event.id, child.name, question, Answer.NO, Reason.NOT_SEEN)
    for event in EVENTS
    for child in CASE.children
    for question in Question
)
SOURCES = (
    Source("a.xlsx", "S", "layout", 1, {}, Counts(6, 5, 0, 1), "aa", "School"),
    Source("b.csv", "", "layout", 1, {}, Counts(6, 5, 0, 1), "bb", "Police"),
)
WHOLE = Chronology(CASE, EVENTS, flags=FLAGS, sources=SOURCES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "out.xlsx"
    write_workbook(WHOLE, path, TODAY)
    return path


def look(path: Path) -> Earlier:
    return read_earlier(path.name, open_file(str(path), path.name).sheets, read_names(path))


def carry_all(earlier: Earlier, events: Sequence[Event], case: Case = CASE) -> Carried:
    return carry(earlier, find_ways(earlier, events, (), {}), case)


def column_of(sheet: Worksheet, heading: str) -> int:
    return [cell.value for cell in sheet[1]].index(heading) + 1


def row_of(sheet: Worksheet, ref: str) -> int:
    return [row[0] for row in sheet.iter_rows(values_only=True)].index(ref) + 1


def test_rows_come_back_as_they_were(path: Path) -> None:
    earlier = look(path)
    assert is_ours(path)
    assert earlier.case == CASE
    assert earlier.events == EVENTS
    assert [(one.event, one.child, one.question, one.answer) for one in earlier.flags] == [
        (one.event, one.child, one.question, one.answer) for one in FLAGS
    ]
    assert [(one.file, one.agency, one.sha256) for one in earlier.sources] == [
        ("a.xlsx", "School", "aa"),
        ("b.csv", "Police", "bb"),
    ]
    for empty in (earlier.own, earlier.notes, earlier.unplaced, earlier.corrections):
        assert empty == ()
    assert (earlier.author_columns, earlier.not_carried) == ((), ())


def test_only_one_reader_claims_it_as_a_return(path: Path) -> None:
    rules = load_rules()
    settings = Settings(rules.headings, rules.agencies, rules.dates)
    sheet = next(
        one for one in open_file(str(path), path.name).sheets if one.name == CHRONOLOGY_SHEET
    )
    assert LayoutReader().recognise(sheet, settings) is None
    reader = IntegratedReader()
    layout = reader.recognise(sheet, settings)
    assert layout is not None
    told = list(reader.read(sheet, layout, settings))
    assert len(told) == len(EVENTS) + 1


def shuffle_rows(sheet: Worksheet, chance: random.Random) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    chance.shuffle(rows)
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place).value = value


def rename_sheet(sheet: Worksheet, _: random.Random) -> None:
    sheet.title = "My chronology"


def insert_column(sheet: Worksheet, chance: random.Random) -> None:
    place = chance.randrange(2, sheet.max_column)
    sheet.insert_cols(place)
    sheet.cell(1, place).value = "My thoughts"
    sheet.cell(3, place).value = "thought of mine"


def move_columns(sheet: Worksheet, chance: random.Random) -> None:
    columns = [[cell.value for cell in column] for column in sheet.iter_cols()]
    chance.shuffle(columns)
    for place, column in enumerate(columns, start=1):
        for number, value in enumerate(column, start=1):
            sheet.cell(number, place).value = value


def delete_row(sheet: Worksheet, chance: random.Random) -> None:
    sheet.delete_rows(chance.randrange(2, sheet.max_row))


def add_row(sheet: Worksheet, _: random.Random) -> None:
    sheet.cell(sheet.max_row + 1, column_of(sheet, "What the agency recorded")).value = "Interview"


EDITS = (shuffle_rows, rename_sheet, insert_column, move_columns, delete_row, add_row)


@pytest.mark.parametrize("seed", range(25))
def test_no_note_is_lost_and_none_stands_beside_another_row(path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret: the same edits each time
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    written = {}
    for event in chance.sample(EVENTS, 5):
        heading = chance.choice([*CASE.review_columns, "Your column 2"])
        written[event.id, heading] = f"note {event.id} {heading}"
        row = row_of(sheet, event.id)
        sheet.cell(row, column_of(sheet, heading)).value = written[event.id, heading]
    for edit in chance.sample(EDITS, chance.randrange(1, len(EDITS) + 1)):
        edit(sheet, chance)
    left = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    book.save(path)
    earlier = look(path)
    new = tuple(event for event in EVENTS if chance.random() < 0.7)
    own = tuple(
        Event(f"C-OWN{number:07}", When(""), OWN_AGENCY, "", row.entry.origin, own=True)
        for number, row in enumerate(earlier.own)
    )
    came = [event for event in new if event.id not in earlier.deleted]
    followed = follow_rows(
        earlier.events, came, {event.id for event in new}, load_versions().following
    )
    assert followed == {}
    carried = carry(earlier, find_ways(earlier, new, (), followed), CASE, own)
    for (ref, heading), text in written.items():
        if text not in left:
            continue
        placed = [note for note in carried.notes if note.text == text]
        waiting = [one for one in carried.unplaced if one.note.text == text]
        assert len(placed) + len(waiting) == 1
        if placed:
            assert (placed[0].id, placed[0].column) == (ref, heading)
        else:
            assert ref not in {event.id for event in new}
            assert waiting[0].row_text == next(e.text for e in EVENTS if e.id == ref)
    assert ("Interview" in left) == any(
        "Interview" in str(value) for row in earlier.own for value in row.entry.cells.values()
    )


def edit(path: Path, ref: str, heading: str, value: object) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    sheet.cell(row_of(sheet, ref), column_of(sheet, heading)).value = value  # type: ignore[assignment]
    book.save(path)


def correct_by(path: Path) -> tuple[tuple[Flag, ...], tuple[Correction, ...]]:
    return correct_answers(FLAGS, carry_all(look(path), EVENTS).answers)


@pytest.mark.parametrize(
    ("written", "answer"),
    [("Yes", Answer.YES), ("yes ", Answer.YES), ("Y", Answer.YES), ("unclear", Answer.UNCLEAR)],
)
def test_a_corrected_answer_wins(path: Path, written: str, answer: Answer) -> None:
    edit(path, EVENTS[3].id, "Robin: seen", written)
    flags, corrections = correct_by(path)
    changed = [(new, old) for new, old in zip(flags, FLAGS, strict=True) if new != old]
    assert [(new.event, new.question, new.answer, new.reason) for new, _ in changed] == [
        (EVENTS[3].id, Question.SEEN, answer, Reason.AUTHOR),
        # Ours was no because the child was not seen.
        (EVENTS[3].id, Question.ALONE, Answer.NOT_RECORDED, Reason.AUTHOR),
    ]
    assert [(one.agency_said, one.author_said) for one in corrections] == [
        ("No", answer.capitalize())
    ]


def test_a_correction_is_known_as_hers_in_later_merges(path: Path, tmp_path: Path) -> None:
    edit(path, EVENTS[3].id, "Robin: seen", "Yes")
    flags, corrections = correct_by(path)
    again = tmp_path / "again.xlsx"
    write_workbook(Chronology(CASE, EVENTS, flags=flags, corrections=corrections), again, TODAY)
    later, told = correct_by(again)
    assert (later, told) == (flags, corrections)


def test_her_answer_to_alone_stays_hers_where_it_is_what_ours_was(
    path: Path, tmp_path: Path
) -> None:
    edit(path, EVENTS[3].id, "Robin: seen", "Unclear")
    for number in range(3):
        flags, corrections = correct_by(path)
        path = tmp_path / f"{number}.xlsx"
        write_workbook(Chronology(CASE, EVENTS, flags=flags, corrections=corrections), path, TODAY)
        if number == 0:
            edit(path, EVENTS[3].id, "Robin: seen", "Yes")
            edit(path, EVENTS[3].id, "Robin: alone", "No")
    told = {
        one.question: one.answer
        for one in correct_by(path)[0]
        if (one.event, one.child) == (EVENTS[3].id, CASE.children[0].name)
    }
    assert (told[Question.SEEN], told[Question.ALONE]) == (Answer.YES, Answer.NO)


@pytest.mark.parametrize("written", [None, "perhaps"])
def test_what_is_no_answer_corrects_nothing(path: Path, written: str | None) -> None:
    edit(path, EVENTS[3].id, "Robin: seen", written)
    flags, corrections = correct_by(path)
    assert (flags, corrections) == (FLAGS, ())
    told = f"row {EVENTS[3].id}, column Robin: seen (which takes Yes, No, Unclear or Not recorded)"
    told += f": “{written}”" if written else ""
    assert look(path).not_carried == (told,)
    (problem,) = carry_all(look(path), EVENTS).problems
    assert told in problem.message
    assert "choose Yes, No, Unclear or Not recorded" in problem.hint
    assert "ask the agency" not in problem.hint


@pytest.mark.parametrize("heading", ["About this row", "Robin: why"])
def test_words_in_a_column_of_ours_are_named(path: Path, heading: str) -> None:
    edit(path, EVENTS[3].id, heading, "words of hers")
    assert look(path).not_carried == (f"row {EVENTS[3].id}, column {heading}",)


def test_a_workbook_saved_by_another_program_holds_no_change(path: Path) -> None:
    openpyxl.load_workbook(path, rich_text=True).save(path)
    assert (look(path).not_carried, look(path).corrections, look(path).deleted) == ((), (), ())


def test_a_deleted_row_comes_back_marked(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    sheet.delete_rows(row_of(sheet, EVENTS[4].id))
    book.save(path)
    marked = mark_deleted(EVENTS, look(path))
    assert [one.id for one in marked if "deleted in the earlier workbook" in one.marks] == [
        EVENTS[4].id
    ]
    assert [replace(one, marks=()) for one in marked] == list(EVENTS)


def test_a_change_to_what_is_not_hers_is_named(path: Path) -> None:
    edit(path, EVENTS[3].id, "File", "other words")
    earlier = look(path)
    assert earlier.not_carried == (f"row {EVENTS[3].id}, column File",)
    problems = carry_all(earlier, EVENTS).problems
    assert any("not carried" in one.message and "backup" in one.hint for one in problems)


def test_the_changed_cells_of_a_row_are_told_together(path: Path) -> None:
    for heading in ("File", "Robin: seen", "Agency"):
        edit(path, EVENTS[3].id, heading, None)
    edit(path, EVENTS[4].id, "File", "other words")
    first, second = look(path).not_carried
    assert first.startswith(f"row {EVENTS[3].id}, columns ")
    assert "Robin: seen (which takes Yes, No, Unclear or Not recorded)" in first
    assert "Agency (which was emptied)" in first
    assert ", File" in first
    assert second == f"row {EVENTS[4].id}, column File"


def test_a_renamed_review_column_keeps_its_notes(path: Path) -> None:
    edit(path, EVENTS[3].id, "Review notes", "mine")
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    sheet.cell(1, column_of(sheet, "Review notes")).value = "My notes"
    book.save(path)
    carried = carry_all(look(path), EVENTS)
    assert [(one.id, one.text) for one in carried.notes] == [(EVENTS[3].id, "mine")]


def test_a_renamed_review_column_that_is_empty_keeps_her_heading(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    sheet.cell(1, column_of(sheet, "Review notes")).value = "My notes"
    book.save(path)
    carried = carry_all(look(path), EVENTS)
    assert carried.author_columns == ("My notes",)
    assert any("case.toml" in one.hint for one in carried.problems)


def test_columns_of_hers_that_differ_in_capitals_alone_are_two(path: Path) -> None:
    """No table can have them: found by a merge that could not be written."""
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    right = sheet.max_column + 1
    for place, heading in enumerate(("thoughts", "Thoughts")):
        sheet.cell(1, right + place).value = heading
        sheet.cell(row_of(sheet, EVENTS[3].id), right + place).value = f"mine {place}"
    book.save(path)
    carried = carry_all(look(path), EVENTS)
    assert carried.author_columns == ("thoughts", "Thoughts (2)")
    assert [(one.column, one.text) for one in carried.notes] == [
        ("thoughts", "mine 0"),
        ("Thoughts (2)", "mine 1"),
    ]


def test_copies_of_the_sheet_and_of_rows_are_told(path: Path) -> None:
    assert not look(path).doubts
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    sheet.cell(sheet.max_row + 1, 1).value = EVENTS[3].id
    sheet.cell(sheet.max_row, column_of(sheet, "Review notes")).value = "mine"
    book.copy_worksheet(sheet).title = "My copy"
    book.save(path)
    copied, rows = (one.message for one in look(path).doubts)
    assert f"on the sheet “{CHRONOLOGY_SHEET}” and on “My copy” too" in copied
    assert f"row {EVENTS[3].id} (2 times)" in rows


def test_a_column_that_the_case_file_has_no_more_stays(path: Path) -> None:
    edit(path, EVENTS[3].id, "Practice", "mine")
    case = Case(children=CASE.children, review_columns=("Review notes",))
    carried = carry_all(look(path), EVENTS, case)
    assert carried.author_columns == ("Practice",)
    assert any("case.toml" in one.hint for one in carried.problems)


def test_a_copied_row_keeps_both_notes(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    row = sheet.max_row + 1
    sheet.cell(row, 1).value = EVENTS[3].id
    sheet.cell(row, column_of(sheet, "Review notes")).value = "second"
    sheet.cell(row_of(sheet, EVENTS[3].id), column_of(sheet, "Review notes")).value = "first"
    book.save(path)
    texts = [one.text for one in carry_all(look(path), EVENTS).notes]
    assert sorted(texts) == ["first", "second"]


@pytest.mark.parametrize("change", [str.lower, lambda ref: f" {ref} ", lambda ref: f"C–{ref[2:]}"])
def test_a_ref_that_was_touched_is_still_the_rows(path: Path, change: Any) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    row = row_of(sheet, EVENTS[3].id)
    sheet.cell(row, column_of(sheet, "Review notes")).value = "mine"
    sheet.cell(row, 1).value = change(EVENTS[3].id)
    book.save(path)
    earlier = look(path)
    assert [(one.id, one.text) for one in earlier.notes] == [(EVENTS[3].id, "mine")]
    assert (earlier.own, earlier.deleted) == ((), ())


def rename_refs(sheet: Worksheet) -> None:
    """The heading of the Refs is another, and no name tells that it is theirs."""
    sheet.cell(1, 1).value = "ID"
    assert sheet.parent is not None
    del sheet.parent.defined_names["chron_ref"]


def take_ref_for_another(sheet: Worksheet) -> None:
    rename_refs(sheet)
    sheet.cell(1, sheet.max_column + 1).value = "Ref"
    sheet.cell(2, sheet.max_column).value = "page 4"


def switch_headings_off(sheet: Worksheet) -> None:
    """As Excel does where the table's heading row is not wanted: its cells are empty."""
    for cell in sheet[1]:
        cell.value = None


def copy_before(sheet: Worksheet) -> None:
    book = sheet.parent
    assert book is not None
    copy = book.copy_worksheet(sheet)
    book.move_sheet(copy, offset=-len(book.sheetnames))
    copy.cell(3, copy.max_column).value = "in the copy"


@pytest.mark.parametrize(
    "act", [rename_refs, take_ref_for_another, switch_headings_off, copy_before]
)
def test_the_rows_are_found_by_their_refs(path: Path, act: Any) -> None:
    edit(path, EVENTS[3].id, "Review notes", "mine")
    edit(path, EVENTS[4].id, "Your column 2", "also mine")
    book = openpyxl.load_workbook(path)
    act(book[CHRONOLOGY_SHEET])
    book.save(path)
    earlier = look(path)
    assert (earlier.own, earlier.deleted, earlier.corrections) == ((), (), ())
    assert {one.id for one in earlier.events} == {one.id for one in EVENTS}
    notes = {(one.id, one.text) for one in earlier.notes}
    assert notes >= {(EVENTS[3].id, "mine"), (EVENTS[4].id, "also mine")}
    assert next(one.column for one in earlier.notes if one.text == "mine") == "Review notes"


def test_a_note_under_no_heading_is_kept(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    place = sheet.max_column + 3
    sheet.cell(row_of(sheet, EVENTS[3].id), place).value = "beside the table"
    spare = column_of(sheet, "Your column 1")
    sheet.cell(1, spare).value = None
    sheet.cell(row_of(sheet, EVENTS[4].id), spare).value = "under a cleared heading"
    book.save(path)
    notes = carry_all(look(path), EVENTS).notes
    assert {(one.id, one.column, one.text) for one in notes} == {
        (EVENTS[3].id, f"Column {get_column_letter(place)}", "beside the table"),
        (EVENTS[4].id, f"Column {get_column_letter(spare)}", "under a cleared heading"),
    }


def test_two_columns_of_hers_with_one_heading_are_both_kept(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    row = row_of(sheet, EVENTS[3].id)
    for place, text in enumerate(("first", "second"), start=sheet.max_column + 1):
        sheet.cell(1, place).value = "Theme"
        sheet.cell(row, place).value = text
    book.save(path)
    notes = carry_all(look(path), EVENTS).notes
    assert [(one.column, one.text) for one in notes] == [
        ("Theme", "first"),
        ("Theme (2)", "second"),
    ]


def test_what_stands_above_the_headings_is_named(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    sheet.insert_rows(1, 2)
    sheet.cell(2, 3).value = "Draft for the panel"
    book.save(path)
    assert look(path).not_carried == ("row 2 above the headings",)


def test_a_sheet_of_hers_is_named(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.create_sheet("Thoughts")["B2"] = "whom to ask"
    book.create_sheet("Nothing")
    book.save(path)
    assert [one.name for one in look(path).own_sheets] == ["Thoughts"]


def test_notes_wait_until_they_are_placed(tmp_path: Path) -> None:
    waiting = UnplacedNote(Note("C-GONE000001", "Review notes", "who?"), "1/1/19", "GP", "words")
    path = tmp_path / "out.xlsx"
    write_workbook(
        Chronology(CASE, EVENTS, flags=FLAGS, sources=SOURCES, unplaced=(waiting,)), path, TODAY
    )
    assert look(path).unplaced == (waiting,)
    assert carry_all(look(path), EVENTS).unplaced == (waiting,)


def test_the_workbook_is_opened_again_with_what_she_corrected(path: Path) -> None:
    edit(path, EVENTS[3].id, "Robin: seen", "Yes")
    chronology = reopen(look(path), (), READER)
    assert chronology.events == EVENTS
    yes = [one.event for one in chronology.flags if one.answer is Answer.YES]
    assert yes == [EVENTS[3].id]


def test_what_was_changed_by_hand_is_told_when_it_is_opened_again(path: Path) -> None:
    assert reopen(look(path), (), READER).problems == ()
    edit(path, EVENTS[3].id, "Robin: seen", "Possibly")
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    (place,) = (
        number
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1)
        if EVENTS[1].id in row
    )
    sheet.delete_rows(place)
    book.create_sheet("Thoughts")["B2"] = "whom to ask"
    book.save(path)
    changed, deleted = (problem.message for problem in reopen(look(path), (), READER).problems)
    assert f"row {EVENTS[3].id}, column Robin: seen" in changed
    assert f"deleted by hand: row {EVENTS[1].id}." in deleted


def test_of_many_changed_cells_the_first_are_named(path: Path) -> None:
    earlier = replace(look(path), not_carried=("a", "b", "c", "d", "e"), deleted=())
    (told,) = reopen(earlier, (), READER).problems
    assert "changed by hand: a; b; c; and 2 more." in told.message


def test_a_workbook_without_its_refs_is_refused(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    del book[CHRONOLOGY_SHEET]
    book.save(path)
    with pytest.raises(ReaderError, match="is gone"):
        look(path)


@pytest.mark.parametrize("name", [BASE_SHEET, CASE_SHEET])
def test_a_workbook_without_its_hidden_sheets_is_refused(path: Path, name: str) -> None:
    book = openpyxl.load_workbook(path)
    del book[name]
    book.save(path)
    with pytest.raises(ReaderError, match="hidden sheets are gone"):
        look(path)


@pytest.mark.parametrize("text", ["{}", "no JSON", '{"case": "{}", "sources": [1]}'])
def test_a_damaged_case_in_the_workbook_is_said(path: Path, text: str) -> None:
    book = openpyxl.load_workbook(path)
    for row in book[CASE_SHEET].iter_rows():
        row[0].value = None
    book[CASE_SHEET]["A1"] = text
    book.save(path)
    with pytest.raises(ReaderError, match=r"the case stored in it is damaged") as caught:
        look(path)
    assert "backup" in caught.value.hint


def add_own_row(path: Path, cells: dict[str, object]) -> OwnRow:
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    row = sheet.max_row + 1
    for heading, value in cells.items():
        sheet.cell(row, column_of(sheet, heading)).value = value  # type: ignore[assignment]
    book.save(path)
    (own,) = look(path).own
    return own


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Date": date(2019, 5, 3)}, {Field.DATE: date(2019, 5, 3)}),
        ({"Date": "3 May 2019"}, {Field.DATE: "3 May 2019"}),
        ({"Date as written": "spring 2019"}, {Field.DATE: "spring 2019"}),
        ({"Date": "3/5/19", "Date as written": "x"}, {Field.DATE: "3/5/19"}),
        ({"Date": "3/5/19", "To": "4/5/19"}, {Field.DATE: "3/5/19", Field.END_DATE: "4/5/19"}),
        ({"Time": "10:30", "Agency": "Author A"}, {Field.TIME: "10:30", Field.AGENCY: "Author A"}),
        ({"People": "aunt"}, {Field.PEOPLE: "aunt", Field.AGENCY: OWN_AGENCY}),
    ],
)
def test_a_row_of_hers_comes_as_she_wrote_it(
    path: Path, cells: dict[str, object], expected: dict[Field, object]
) -> None:
    own = add_own_row(path, {"What the agency recorded": "Interview", **cells})
    found = {
        name: value.date() if isinstance(value, datetime) else value
        for name, value in own.entry.cells.items()
    }
    assert found == {Field.TEXT: "Interview", Field.AGENCY: OWN_AGENCY, **expected}


def test_of_a_date_of_hers_no_agency_is_to_be_asked(path: Path) -> None:
    add_own_row(path, {"What the agency recorded": "Interview", "Date": "31/02/2020"})
    _, (doubt,) = take_own(look(path), CASE, load_rules(), TODAY)
    assert "no date of the calendar" in doubt.message
    assert "The row is your own" in doubt.hint
    assert "agency" not in doubt.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RAG: amber", {"RAG": "amber"}),
        ("RAG: amber\nand red\nWard: 4", {"RAG": "amber\nand red", "Ward": "4"}),
        ("free words", {"Other columns": "free words"}),
        ("free\nwords\nRAG: red", {"Other columns": "free\nwords", "RAG": "red"}),
        ("RAG: red\nRAG: amber", {"RAG": "red\nRAG: amber"}),
    ],
)
def test_nothing_under_other_columns_is_lost(text: str, expected: dict[str, str]) -> None:
    assert split_other(text) == expected


def test_nothing_carried_is_nothing() -> None:
    assert carry_all(Earlier("x", CASE), EVENTS) == Carried()
