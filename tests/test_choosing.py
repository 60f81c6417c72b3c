"""Columns are found as a user types them."""

import pytest

from chronolator.columns import Column, find_columns, list_columns, list_contact_columns
from chronolator.errors import OutputError
from chronolator.model import Case, Child

CASE = Case(
    children=(Child("Robin Ashdown"), Child("Wren Ashdown")),
    review_columns=("Review notes", "Who, when, why"),
)
COLUMNS = list_columns(CASE)
ROBIN = ["seen Robin Ashdown", "alone Robin Ashdown", "views Robin Ashdown"]


def find(*named: str) -> list[str]:
    return [column.key for column in find_columns(named, COLUMNS)]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("Date", ["date"]),
        ("date, Agency,What the agency recorded", ["date", "agency", "text"]),
        ("agency,date", ["agency", "date"]),
        ("NO., no, number", ["number"]),
        ("date_to", ["date_to"]),
        ("To", ["date_to"]),
        ("date  as written", ["date_written"]),
        ("date_written", ["date_written"]),
        ("robin: seen", ["seen Robin Ashdown"]),
        ("Robin seen", ["seen Robin Ashdown"]),
        ("seen Robin Ashdown", ["seen Robin Ashdown"]),
        ("seen", ["seen Robin Ashdown", "seen Wren Ashdown"]),
        ("views", ["views Robin Ashdown", "views Wren Ashdown"]),
        ("Robin", ROBIN),
        ("robin ashdown", ROBIN),
        ("Robin, seen", [*ROBIN, "seen Wren Ashdown"]),
        ("Views, as returned", ["views"]),
        ("views as returned, date", ["views", "date"]),
        ("Robin, views, as returned", [*ROBIN, "views"]),
        ("Agency's comment", ["comment"]),
        ("who, when, why, date", ["review Who, when, why", "date"]),
        ("review notes", ["review Review notes"]),
        ("Your column 1", ["author Your column 1"]),
        ("date,, agency, ", ["date", "agency"]),
    ],
)
def test_a_column_goes_by_its_heading_or_its_key(typed: str, keys: list[str]) -> None:
    assert find(typed) == keys


def test_several_lists_are_one() -> None:
    assert find("date", "agency, date", "text") == ["date", "agency", "text"]
    assert find() == []


@pytest.mark.parametrize(("typed", "said"), [("date, Shoe size", "Shoe size"), ("ag,ency", "ag")])
def test_one_that_is_not_known_is_told_with_all_that_are(typed: str, said: str) -> None:
    with pytest.raises(OutputError) as caught:
        find(typed)
    assert str(caught.value) == f'--columns: there is no column "{said}"'
    assert "What the agency recorded; " in caught.value.hint
    assert "Wren: views; " in caught.value.hint


def test_with_one_row_a_contact_the_usual_headings_are_known_too() -> None:
    columns = list_contact_columns(COLUMNS)
    typed = ["Agency, Agencies, What the agency recorded, What the agencies recorded, Row"]
    with pytest.raises(OutputError, match='"Row"'):
        find_columns(typed, columns, COLUMNS)
    found = find_columns([typed[0].removesuffix(", Row")], columns, COLUMNS)
    assert [column.heading for column in found] == ["Agencies", "What the agencies recorded"]


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_every_column_is_found_by_its_own_heading(column: Column) -> None:
    assert find_columns([column.heading], COLUMNS) == (column,)
