from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.columns import (
    SPARE_COLUMNS,
    Group,
    cell_hash,
    cell_text,
    clean_text,
    key_of_name,
    list_columns,
    name_of_key,
    name_short,
    read_hashes,
    write_hashes,
)
from chronolator.model import Case, Child, Value

CASE = Case(children=(Child("Robin Ashdown"), Child("Wren Ashdown")))
KEYS = (
    "ref number date date_to time time_to agency text people action outcome contact assumed",
    "date_written precision qualifier source author place contact_type child_seen seen_alone",
    "views comment significance good_practice reference other in_period file sheet row part",
)


def test_the_fixed_keys_are_all_there() -> None:
    keys = [column.key for column in list_columns(CASE)]
    assert set(" ".join(KEYS).split()) <= set(keys)
    for child in CASE.children:
        for asked in ("age", "seen", "alone", "views", "words"):
            assert f"{asked} {child.name}" in keys
    assert {f"review {heading}" for heading in CASE.review_columns} <= set(keys)
    assert {f"author {heading}" for heading in SPARE_COLUMNS} <= set(keys)
    assert len(set(keys)) == len(keys)


def test_ref_is_first_and_every_column_has_a_meaning() -> None:
    columns = list_columns(CASE)
    assert columns[0].key == "ref"
    assert all(column.meaning.endswith(".") or column.meaning[-1] == "?" for column in columns)
    technical = [column.technical for column in columns]
    assert technical == sorted(technical)


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Robin Ashdown", "Wren Ashdown"], ["Robin", "Wren"]),
        (["Robin Ashdown", "robin Hale"], ["Robin Ashdown", "Robin Hale"]),
        (["the child"], ["The child"]),
    ],
)
def test_a_child_is_called_as_shortly_as_can_be(names: list[str], short: list[str]) -> None:
    case = Case(children=tuple(Child(name) for name in names))
    assert [name_short(child, case) for child in case.children] == short


@given(
    st.lists(st.text(min_size=1, max_size=12), max_size=6),
    st.lists(st.text(min_size=1, max_size=12), max_size=4, unique_by=str.casefold),
)
def test_no_two_headings_are_the_same(own: list[str], review: list[str]) -> None:
    columns = list_columns(Case(review_columns=tuple(review)), own)
    headings = [column.heading for column in columns]
    assert len({heading.casefold() for heading in headings}) == len(headings)
    assert all(heading == " ".join(heading.split()) for heading in headings)
    told = [column.key for column in columns if column.group is Group.AUTHOR]
    assert len({key.casefold() for key in told}) == len(told)


@given(st.text())
def test_a_key_comes_back_from_its_name(key: str) -> None:
    name = name_of_key(key)
    assert key_of_name(name) == key
    assert name.isascii()
    assert name.replace("_", "").isalnum()


def test_no_name_holds_what_excel_reads_as_another_character() -> None:
    assert name_of_key("A x0041 b") == "chron_A_20__78_0041_20_b"
    assert key_of_name("chron_A_20__78_0041_20_b") == "A x0041 b"


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("k" * 200, "k" * 200),
        ("k" * 201, "k" * 200),
        ("😀" * 100, "😀" * 100),
        ("k" + "😀" * 100, "k" + "😀" * 99),
        ("bell \x07", "bell"),
    ],
)
def test_a_long_heading_is_whole_in_its_meaning(heading: str, kept: str) -> None:
    case = Case(review_columns=(heading,))
    (column,) = (one for one in list_columns(case) if one.key == f"review {heading}")
    assert column.heading == kept
    assert (f"“{heading}”" in column.meaning) == (kept != heading and "bell" not in kept)


def test_a_name_of_another_is_no_key() -> None:
    assert key_of_name("Print_Area") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("a\r\nb\rc\x00", "a\nb\nc"),
        (12.0, "12"),
        (12.5, "12.5"),
        (12, "12"),
        (True, "True"),
        (date(2018, 5, 2), "2018-05-02"),
        (datetime(2018, 5, 2), "2018-05-02"),
        (datetime(2018, 5, 2, 9, 5), "2018-05-02 09:05"),
        (time(9, 5, 59), "09:05"),
        (timedelta(hours=26, minutes=3), "26:03"),
    ],
)
def test_a_cell_has_one_text(value: Value, text: str) -> None:
    assert cell_text(value) == text


def test_white_space_and_line_ends_change_no_hash() -> None:
    assert cell_hash("a  b\r\nc ") == cell_hash("a b c")
    assert cell_hash("a b c") != cell_hash("a b d")
    assert len(cell_hash("a")) == 8
    assert cell_hash("") == ""


@given(st.dictionaries(st.text(), st.text(), max_size=8))
def test_hashes_come_back_by_key(cells: dict[str, str]) -> None:
    hashes = {key: cell_hash(text) for key, text in cells.items() if text}
    assert read_hashes(write_hashes(cells)) == hashes


@given(st.text())
def test_clean_text_stays_clean(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert clean.encode().decode() == clean
