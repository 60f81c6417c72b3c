import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.write.workbook import packed_rows
from chronolator.write.workbook.packed_rows import PackedRows


@given(
    st.dictionaries(
        st.integers(0, 1_048_575), st.text(st.characters(exclude_characters="\0", codec="utf-8"))
    ),
    st.integers(1, 5),
)
def test_every_row_is_found_as_it_was_told(told: dict[int, str], many: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed_rows, "_MANY", many)
        rows = PackedRows()
        for row, text in told.items():
            rows[row] = text
        assert {row: rows[row] for row in sorted(told)} == told
        assert {row: rows[row] for row in reversed(told)} == told
        assert sorted(rows) == sorted(told)
        assert all(row in rows for row in told)


@pytest.mark.parametrize("rows_told", [0, 1, 1_000, 1_001])
def test_what_was_not_told_is_not_there(rows_told: int) -> None:
    rows = PackedRows()
    for row in range(rows_told):
        rows[row] = f"row {row}"
    assert rows_told not in rows
    with pytest.raises(KeyError):
        rows[rows_told]
