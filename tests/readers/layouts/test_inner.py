"""A table inside a cell: words of the cell, unless it tells events of its own."""

from chronolator.model import Field, ProblemKind, Reading, Sheet
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.sheet import read_sheets
from chronolator.testing import make_settings

OUTER = Sheet(
    "f.docx",
    "table 1",
    [
        ["Date", "Event"],
        ["01/02/2019", "Weighed in clinic:\n[table 1.1]\nNo concerns."],
        ["08/02/2019", "Telephone call to mother."],
    ],
)


def read(*sheets: Sheet) -> list[Reading]:
    return read_sheets(sheets, [LayoutReader()], make_settings(), "")


def list_texts(reading: Reading) -> list[object]:
    return [one.cells[Field.TEXT] for one in reading.entries]


def test_a_small_table_in_a_cell_is_words_of_its_event() -> None:
    inner = Sheet("f.docx", "table 1.1", [["Weight", "7.2 kg"], ["Length", "68 cm"]])
    outer, told = read(OUTER, inner)
    assert list_texts(outer)[0] == (
        "Weighed in clinic:\nWeight | 7.2 kg\nLength | 68 cm\nNo concerns."
    )
    assert {row.reason for row in told.not_events} == {
        "part of table 1, row 2, in whose cell it stands"
    }
    assert told.problems == ()
    assert told.sources[0].counts.not_blank == len(told.not_events)


def test_a_table_in_a_table_in_a_cell_is_told_there_too() -> None:
    middle = Sheet("f.docx", "table 1.1", [["Weight", "[table 1.1.1]"], ["Length", "68 cm"]])
    inner = Sheet("f.docx", "table 1.1.1", [["kg", "7.2"], ["lb", "15.9"]])
    outer, *_ = read(OUTER, middle, inner)
    assert list_texts(outer)[0] == (
        "Weighed in clinic:\nWeight | kg | 7.2\nlb | 15.9\nLength | 68 cm\nNo concerns."
    )


def test_a_table_of_events_in_a_cell_stands_by_itself() -> None:
    inner = Sheet(
        "f.docx", "table 1.1", [["Date", "Event"], ["02/02/2019", "Seen at home by the nurse."]]
    )
    outer, told = read(OUTER, inner)
    assert "[table 1.1]" in str(list_texts(outer)[0])
    assert list_texts(told) == ["Seen at home by the nurse."]


def test_a_table_that_nothing_points_to_is_a_problem() -> None:
    _, lone = read(OUTER, Sheet("f.docx", "table 2", [["Price", "Tins"], ["2", "5"]]))
    assert [one.kind for one in lone.problems] == [ProblemKind.SHEET_NOT_READ]
