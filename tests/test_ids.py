import re
from itertools import permutations

import pytest

from chronolator.model import Case, Entry, Event, Field, Origin, Value
from chronolator.normalise import normalise
from chronolator.normalise.ids import give_ids
from chronolator.rules.dates import load_dates

RULES = load_dates()
ID = re.compile(r"C-(?=.*[A-Z])[0-9A-HJKMNP-TV-Z]{10}")


def entry(
    text: Value = "Home visit",
    day: Value = "17/05/2016",
    *,
    file: str = "police.xlsx",
    row: int = 2,
    **cells: Value,
) -> Entry:
    told = {Field.DATE: day, Field.TEXT: text} | {Field(name): v for name, v in cells.items()}
    return Entry(Origin(file, "Sheet1", row), told)


def run(*entries: Entry) -> tuple[Event, ...]:
    return normalise(entries, {}, Case(), RULES, None)[0]


def one(given: Entry) -> Event:
    return run(given)[0]


def test_an_id_is_made_of_agency_day_time_and_words_alone() -> None:
    base = one(entry("Home visit, seen.", agency="Housing", time="14:30"))
    same = one(
        entry(
            "home visit\nSEEN",
            "17 May 2016",
            agency="HOUSING",
            time="2.30pm",
            people="Mother",
            file="b.csv",
            row=99,
        )
    )
    assert same.id == base.id
    for other in (
        entry("Home visit", agency="Housing", time="14:30"),
        entry("Home visit, seen.", agency="GP", time="14:30"),
        entry("Home visit, seen.", agency="Housing", time="14:31"),
        entry("Home visit, seen.", "18/05/2016", agency="Housing", time="14:30"),
    ):
        assert one(other).id != base.id


def test_undated_rows_differ_by_what_was_written() -> None:
    ids = {one(entry(day=day)).id for day in ("undated", "N/K", "Spring", "spring")}
    assert len(ids) == 3


def test_equal_rows_are_numbered_by_origin_whatever_the_order_of_the_files() -> None:
    rows = [entry(file=file, row=row, agency="GP") for file in ("a.csv", "b.csv") for row in (2, 3)]
    expected = {event.origin: event.id for event in run(*rows)}
    assert len(set(expected.values())) == 4
    for order in permutations(rows):
        assert {event.origin: event.id for event in run(*order)} == expected


def test_an_id_outlives_new_rows() -> None:
    before = one(entry())
    after = run(entry("Call", row=2), entry(row=9))[1]
    assert after.id == before.id


def test_ids_stay_as_they_are_from_version_to_version() -> None:
    assert one(entry("Home visit", agency="Housing", time="14:30")).id == "C-VFWA3EKN82"


def test_a_hundred_thousand_ids_are_all_different_and_never_digits_alone() -> None:
    keys = [("police", "2016-05-17", "", str(number)) for number in range(100_000)]
    ids = give_ids(keys, [Origin("a.csv", "", number) for number in range(100_000)])
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(one) for one in ids)


def test_an_id_of_digits_alone_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    made = iter(["C-0123456789", "C-0123456789", "C-A123456789", "C-A123456789", "C-B123456789"])
    monkeypatch.setattr("chronolator.normalise.ids._hash", lambda _: next(made))
    keys = [("a", "", "", ""), ("b", "", "", "")]
    origins = [Origin("a.csv", "", 2), Origin("a.csv", "", 3)]
    assert give_ids(keys, origins) == ["C-A123456789", "C-B123456789"]
