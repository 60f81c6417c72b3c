"""A row explained as it was read, two rows as a merge links them, and rows that are not there."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from chronolator import integrate
from chronolator.case import load_case
from chronolator.contacts.explain import Verdict
from chronolator.errors import ReaderError
from chronolator.explaining import Reader, RowExplained, explain_row, explain_text, explain_two
from chronolator.model import (
    Answer,
    Case,
    ContactStatus,
    DuplicateKind,
    Event,
    Field,
    NotEvent,
    Place,
    Question,
)
from chronolator.rules import load_rules

RULES = load_rules()
ROBIN = Path(__file__).parent.parent / "examples" / "robin"
POLICE = """Chronology of Eastvale Police
Date,Time,Event,Ref no
12/03/2019,14:45,"Joint visit with SW Hill, child seen.",77
12/03/2019,14:45,"Joint visit with SW Hill, child seen.",77
01/04/2019,,Child not seen. No reply.,78
"""


@pytest.fixture
def police(tmp_path: Path) -> Path:
    path = tmp_path / "police.csv"
    path.write_text(POLICE, encoding="utf-8")
    return path


def read(path: Path, row: int, sheet: str | None = None) -> tuple[RowExplained | NotEvent, ...]:
    return explain_row(Place(path, sheet, row), Reader(Case(), RULES))


def read_event(path: Path, row: int) -> RowExplained:
    (one,) = read(path, row)
    assert isinstance(one, RowExplained)
    return one


def test_a_row_as_it_was_read(police: Path) -> None:
    one = read_event(police, 5)
    assert one.source is not None
    assert one.source.columns["Event"] is Field.TEXT
    assert one.entry.cells[Field.REFERENCE] == "78"
    assert one.event.when.first == date(2019, 4, 1)
    assert one.event.agency == "Eastvale Police"
    assert (one.repeats, one.kept) == (None, None)
    seen = one.explanation.children[0].flags[0]
    assert (seen.question, seen.answer) == (Question.SEEN, Answer.NO)


def test_a_row_that_repeats_another_names_it(police: Path) -> None:
    one = read_event(police, 4)
    assert one.repeats is not None
    assert one.kept is not None
    assert (one.repeats.kind, one.kept.row) == (DuplicateKind.EXACT, 3)


def test_a_row_that_is_no_event_says_why(police: Path) -> None:
    (one,) = read(police, 2)
    assert isinstance(one, NotEvent)
    assert one.reason == "heading"


def test_a_row_of_several_events_gives_each(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    text = 'Date,Event\n12/03/2019,At home.\n,"13/03/2019 Child seen.\n14/03/2019 No reply."\n'
    path.write_text(text, encoding="utf-8")
    told = [one for one in read(path, 3) if isinstance(one, RowExplained)]
    assert [one.event.when.first for one in told] == [date(2019, 3, 13), date(2019, 3, 14)]


@pytest.mark.parametrize(
    ("row", "sheet", "says", "hint"),
    [
        (99, None, "row 99 is blank, or not there", "Rows 1 to 5"),
        (3, "Sheet 9", 'no sheet "Sheet 9"', "Its sheets are"),
    ],
)
def test_what_is_not_there_is_told(
    police: Path, row: int, sheet: str | None, says: str, hint: str
) -> None:
    with pytest.raises(ReaderError, match=says) as caught:
        read(police, row, sheet)
    assert hint in caught.value.hint


def test_a_row_of_several_sheets_asks_which() -> None:
    with pytest.raises(ReaderError, match="several sheets: 2018, 2019, 2020") as caught:
        read(ROBIN / "agency" / "housing.xlsx", 3)
    assert "housing.xlsx:2018" in caught.value.hint
    (one,) = read(ROBIN / "agency" / "housing.xlsx", 3, "2019")
    assert isinstance(one, RowExplained)


def test_no_file_and_no_table_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="no such file"):
        read(tmp_path / "nowhere.csv", 1)
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    with pytest.raises(ReaderError, match="the file is empty"):
        read(tmp_path / "empty.csv", 1)


def test_a_text_is_answered_as_a_row_of_its_agency() -> None:
    told = explain_text("Seen at the office.", "Probation", Case(), RULES)
    assert (told.kind, told.children[0].flags[0].answer) == ("probation", Answer.NOT_RECORDED)


CASE = load_case(ROBIN / "case.toml")
READER = Reader(CASE, RULES)


def place(event: Event) -> Place:
    return Place(ROBIN / "agency" / event.origin.file, event.origin.sheet, event.origin.row)


def test_two_rows_of_a_contact_are_explained_as_the_merge_links_them() -> None:
    chronology = integrate(ROBIN / "agency", CASE)
    events = {event.id: event for event in chronology.events}
    for contact in chronology.contacts[:3]:
        assert contact.status is ContactStatus.LINKED
        a, b = (place(events[one]) for one in contact.events[:2])
        told = explain_two(a, b, [ROBIN / "agency"], READER)
        assert told.pair is not None
        assert told.contact is not None
        assert told.pair.verdict is Verdict.LINKED
        assert set(told.contact.events) == set(contact.events)
        assert (told.contact.differences, told.contact.evidence) == (
            contact.differences,
            contact.evidence,
        )


def test_two_rows_that_are_one_told_twice(police: Path) -> None:
    told = explain_two(Place(police, None, 4), Place(police, None, 3), [], Reader(Case(), RULES))
    assert told.duplicate is not None
    assert told.duplicate.other.origin.row == 4
    assert told.duplicate.ground.startswith("same day")
    assert (told.pair, told.contact) == (None, None)


def test_two_rows_of_one_agency(police: Path) -> None:
    told = explain_two(Place(police, None, 5), Place(police, None, 3), [], Reader(Case(), RULES))
    assert told.pair is not None
    assert told.pair.verdict is Verdict.ONE_AGENCY


def test_a_row_that_repeats_another_is_not_weighed(police: Path) -> None:
    told = explain_two(Place(police, None, 4), Place(police, None, 5), [], Reader(Case(), RULES))
    assert (told.duplicate, told.pair) == (None, None)


def test_files_of_one_name_are_told_apart(police: Path, tmp_path: Path) -> None:
    other = tmp_path / "later" / "police.csv"
    other.parent.mkdir()
    shutil.copy(police, other)
    told = explain_two(Place(police, None, 5), Place(other, None, 5), [], Reader(Case(), RULES))
    assert told.duplicate is not None
    assert {told.a.origin.file, told.b.origin.file} == {
        f"{tmp_path.name}/police.csv",
        "later/police.csv",
    }


def test_a_row_that_is_not_one_event_cannot_be_weighed(police: Path) -> None:
    with pytest.raises(ReaderError, match="is not an event"):
        explain_two(Place(police, None, 2), Place(police, None, 5), [], Reader(Case(), RULES))
