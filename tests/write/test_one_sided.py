"""What one side alone records, as the workbook and the JSON tell it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from chronolator.model import Chronology, OneSided
from chronolator.rows.one_sided import tell_no_entry
from chronolator.write import write_json, write_workbook

WORDS = "Referral sent to MASH"


@pytest.fixture
def told(chronology: Chronology) -> Chronology:
    event = chronology.one_sided[0].event
    days = date(2018, 5, 22), date(2018, 6, 1)
    return replace(
        chronology, one_sided=(OneSided(event, "referral", "Social Care", *days, WORDS),)
    )


def test_a_sheet_of_its_own_tells_it(told: Chronology, tmp_path: Path) -> None:
    write_workbook(told, tmp_path / "out.xlsx", date(2026, 11, 24))
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["One-sided"]
    headings, line = sheet.iter_rows(values_only=True)
    row = dict(zip(headings, line, strict=True))
    assert (row["No entry of"], row["Ref"]) == ("Social Care", told.one_sided[0].event)
    assert (row["Of what"], row["In these words"]) == ("referral", f"“{WORDS}”")
    assert row["What was looked for"] == (
        "No entry found in the returns of Social Care from 22 May 2018 to 1 Jun 2018."
    )


def test_the_json_tells_the_words(told: Chronology, tmp_path: Path) -> None:
    write_json(told, tmp_path / "out.json")
    one = json.loads((tmp_path / "out.json").read_bytes())["one_sided"][0]
    assert one == {
        "event": told.one_sided[0].event,
        "kind": "referral",
        "agency": "Social Care",
        "from": "2018-05-22",
        "to": "2018-06-01",
        "words": WORDS,
        "unlinked": [],
    }


@pytest.mark.parametrize(
    ("unlinked", "says"),
    [
        ((), "to 1 Jun 2018"),
        (("a",), "to 1 Jun 2018; it has an entry of that day, No. 12, which was not linked"),
        (("b", "a"), "it has entries of that day, No. 12 and 14, which were not linked"),
        (("a", "b", "c"), "entries of that day, No. 12, 14 and 15, which were not linked"),
        (("a", "b", "c", "d", "e"), "No. 12, 14, 15 and 2 more, which were not linked"),
    ],
)
def test_entries_of_that_day_that_are_not_linked_are_named(
    unlinked: tuple[str, ...], says: str
) -> None:
    days = date(2018, 5, 22), date(2018, 6, 1)
    one = OneSided("x", "referral", "Social Care", *days, WORDS, unlinked)
    told = tell_no_entry(one, {"a": 12, "b": 14, "c": 15, "d": 16, "e": 17})
    assert told.endswith(says)
