"""What the workbook is made of, apart from the workbook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Precision, Qualifier, When
from chronolator.write.evidence import split_by_spans
from chronolator.write.palette import AGENCY_COLOURS, colour_agencies
from chronolator.write.workbook.formats import day_pattern
from chronolator.write.workbook.heights import count_lines
from chronolator.write.workbook.long_entries import PART, split_text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("one line", 1),
        ("two\nlines", 2),
        ("a\n\nb", 3),
        ("word " * 20, 8),
        ("x" * 60, 4),
        ("short " + "x" * 60, 5),
    ],
)
def test_lines_are_counted_as_they_wrap(text: str, lines: int) -> None:
    assert count_lines(text, 16) == pytest.approx(lines, abs=1)


@given(st.text(alphabet=" \nabcdW", max_size=300), st.integers(5, 60))
def test_a_wider_column_never_takes_more_lines(text: str, width: int) -> None:
    assert count_lines(text, width + 20) <= count_lines(text, width)


@given(st.text(alphabet=" \nabc", max_size=9000))
def test_parts_are_the_text(text: str) -> None:
    parts = list(split_text(text))
    assert "".join(parts) == text
    assert all(len(part) <= PART for part in parts)


def test_parts_end_between_words() -> None:
    assert list(split_text("one two three", 9)) == ["one two ", "three"]
    assert list(split_text("onetwothree", 4)) == ["onet", "woth", "ree"]


def test_pieces_are_never_empty() -> None:
    assert split_by_spans("abc", [(0, 1), (1, 3)]) == [(True, False, "a"), (True, False, "bc")]
    assert split_by_spans("abc", []) == [(False, False, "abc")]
    assert split_by_spans("abcd", [(0, 2)], [(1, 3)]) == [
        (True, False, "a"),
        (True, True, "b"),
        (False, True, "c"),
        (False, False, "d"),
    ]


@pytest.mark.parametrize(
    ("precision", "qualifier", "shown"),
    [
        (Precision.DAY, Qualifier.EXACT, "ddd dd mmm yyyy"),
        (Precision.MINUTE, Qualifier.INHERITED, "ddd dd mmm yyyy"),
        (Precision.DAY, Qualifier.APPROXIMATE, '"c. "dd mmm yyyy'),
        (Precision.WEEK, Qualifier.EXACT, '"w/c" dd mmm yyyy'),
        (Precision.WEEK, Qualifier.AFTER, '"after "dd mmm yyyy'),
        (Precision.MONTH, Qualifier.RANGE, "mmmm yyyy"),
        (Precision.SEASON, Qualifier.EXACT, "mmm yyyy"),
        (Precision.YEAR, Qualifier.APPROXIMATE, '"c. "yyyy'),
    ],
)
def test_days_are_shown_as_known(precision: Precision, qualifier: Qualifier, shown: str) -> None:
    assert day_pattern(When("", precision=precision, qualifier=qualifier)) == shown


def test_agencies_beyond_the_palette_take_its_colours_again() -> None:
    names = [f"agency {n}" for n in range(len(AGENCY_COLOURS) + 1)]
    colours = colour_agencies([*names, names[0]])
    assert len(colours) == len(names)
    assert colours[names[0]] == colours[names[-1]]
    assert len(set(colours.values())) == len(AGENCY_COLOURS)
