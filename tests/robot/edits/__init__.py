"""What an author does in the workbook, written from what people do in Excel."""

from collections.abc import Callable
from random import Random

from tests.robot.desk import Desk
from tests.robot.edits import (
    columns,
    corrections,
    decisions,
    looks,
    notes,
    rows,
    sheets,
    sorting,
    waiting,
)

Edit = Callable[[Desk, Random], None]
EDITS: tuple[Edit, ...] = (
    notes.label_many,
    notes.write_on,
    notes.strike_out,
    notes.write_a_formula,
    sorting.sort_by_several,
    sorting.sort_some_rows,
    sorting.leave_a_filter_on,
    sorting.sort_while_filtered,
    sorting.tear_by_marking_some_columns,
    sorting.tear_a_few_rows,
    sorting.tear_by_a_column_outside,
    columns.insert_column,
    columns.rename_column,
    columns.move_columns,
    columns.delete_columns,
    columns.hide_columns,
    columns.copy_column,
    rows.delete_rows,
    rows.copy_rows,
    rows.add_own_rows,
    rows.add_own_rows_below,
    rows.insert_empty_rows,
    rows.make_a_row_from_a_copy,
    rows.move_own_rows,
    rows.divide_a_row,
    rows.clear_a_ref,
    rows.touch_refs,
    corrections.correct_answers,
    corrections.correct_dates,
    corrections.correct_times,
    corrections.correct_agencies,
    corrections.correct_words,
    corrections.empty_cells,
    corrections.replace_everywhere,
    corrections.give_an_order,
    corrections.write_in_columns_of_ours,
    decisions.decide_contacts,
    decisions.decide_duplicates,
    decisions.decide_by_refs,
    looks.fill_rows,
    looks.fill_cells,
    looks.comment,
    sheets.add_a_sheet,
    sheets.keep_a_copy_of_the_sheet,
    sheets.turn_the_table_into_a_range,
    sheets.rename_the_sheet,
    sheets.move_sheets,
    sheets.delete_a_sheet,
    sheets.put_a_title_above,
    waiting.place_notes,
)
BEFORE: Edit = notes.write_notes
"""What she does first, whatever she does then."""
