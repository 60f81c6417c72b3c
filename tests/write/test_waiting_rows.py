"""Rows that wait, and rows that were written, come back as they were."""

from chronolator.model import Chronology
from chronolator.rows import list_rows
from chronolator.write.workbook.waiting_rows import WaitingRows
from chronolator.write.workbook.written_rows import Written, WrittenRows


def test_the_rows_come_back_in_their_order_each_once(chronology: Chronology) -> None:
    rows = list(list_rows(chronology))
    waiting = WaitingRows(rows)
    assert len(waiting) == len(rows)
    assert [row.event for row in waiting.list_bare()] == [row.event for row in rows]
    assert list(waiting) == rows
    assert list(waiting) == []


def test_the_keys_are_those_that_a_row_has_a_value_under(chronology: Chronology) -> None:
    rows = list(list_rows(chronology))
    filled = WaitingRows(rows).filled
    assert filled == {
        key for row in rows for key in row.cells if row.cells[key] not in {"", None}
    } | {key for row in rows for key in row.said}
    assert "text" in filled


def test_what_was_written_is_kept_with_what_was_corrected() -> None:
    rows = [
        Written(f"C-{number}", "chron_text=ab", ("x", "") * (number % 3)) for number in range(9)
    ]
    kept = WrittenRows()
    for row in rows:
        kept.add(row)
    assert len(kept) == 9
    assert list(kept) == list(kept) == rows
