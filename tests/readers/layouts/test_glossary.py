"""The terms that titles, footnotes and the rows of keys explain."""

from collections.abc import Sequence
from time import process_time

import pytest

from chronolator.model import Origin, Reading, Sheet, Value
from chronolator.readers.layouts.aside import read_aside
from chronolator.readers.layouts.glossary import is_footnote, list_told
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.readers.sheet import read_sheet
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings

SETTINGS = Settings(load_headings(), load_agencies(), load_dates())
HEAD: tuple[Value, ...] = ("Date", "Type", "Event", "Author")
ROW: tuple[Value, ...] = ("12/03/2019", "Visit", "Home visit, no reply", "J Hale")
_SECONDS = 5
WNB, PPN = ("WNB", "was not brought"), ("PPN", "public protection notice")


def read(*rows: Sequence[Value]) -> Reading:
    return read_sheet(Sheet("f.csv", "", rows), [LayoutReader()], SETTINGS, "")


def list_pairs(reading: Reading) -> list[tuple[str, str]]:
    return [(one.term, one.meaning) for one in reading.glossary]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("WNB = was not brought; PPN = public protection notice", [WNB, PPN]),
        ("WNB = was not brought, PPN=public protection notice.", [WNB, PPN]),
        ("WNB = was not brought\nPPN = public protection notice", [WNB, PPN]),
        ("WNB = was not brought and PPN = public protection notice", [WNB, PPN]),
        ("* WNB = was not brought   PPN = public protection notice", [WNB, PPN]),
        ("Logs (BAC = Bridge Achievement Centre)", [("BAC", "Bridge Achievement Centre")]),
        ("SW = worker (own) in CSC, D&V = bug", [("SW", "worker (own) in CSC"), ("D&V", "bug")]),
        ("RP = Rhys Pugh, SP = Seren. 'Child seen': Y = all; otherwise the initials",
         [("RP", "Rhys Pugh"), ("SP", "Seren"), ("Y", "all")]),
        ("RP, SP = Rhys and Seren Pugh", [("RP, SP", "Rhys and Seren Pugh")]),
        ("n/a = no visit; HoY = head of year", [("n/a", "no visit"), ("HoY", "head of year")]),
        ("SM = St. Mary's; SB = St. Bede's", [("SM", "St. Mary's"), ("SB", "St. Bede's")]),
        ("M / K = Maisie / Keira", [("M", "Maisie"), ("K", "Keira")]),
        ("Jude (J) LOMAS and Lacey (L)", [("J", "Jude"), ("L", "Lacey")]),
        ("Records of Priya Nandra (PN), seen (S)", [("PN", "Priya Nandra")]),
        ("Child (aged 3), Robin (RA)", []),
        ("BP = 120/80", []),
        ("Total = five", []),
        ("Housing: all that is recorded", []),
    ],
)  # fmt: skip
def test_what_a_text_explains_with_an_equals_sign(
    text: str, terms: Sequence[tuple[str, str]]
) -> None:
    told = list_told(Origin("f.csv", "", 3), text)
    assert [(one.term, one.meaning) for one in told] == list(terms)


@pytest.mark.parametrize(
    "text",
    [
        "AB, " * 8000 + "= x",
        "AB, " * 8000 + "x",
        "AB = x, " * 4000,
        "AB, CD = x and " * 2000,
        "AB = " + "(" * 30000,
        "AB = (x" * 4000,
        "AB = x" + " " * 30000 + "= y",
        "=" * 30000,
        "Abc " * 8000 + "(A)",
        "Abc (" * 6000,
        "A" * 30000 + "=",
        "AB = " + "abc. " * 6000,
        "Note: " * 5000 + "AB = x",
    ],
)
def test_a_long_text_is_gone_through_once(text: str) -> None:
    begun = process_time()
    list(list_told(Origin(""), text))
    is_footnote(text)
    assert process_time() - begun < _SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "WNB = was not brought",
        "* WNB = was not brought (or sent); PPN = a notice.",
        "Note: WNB = was not brought, PPN = a notice",
        "RP = Rhys, SP = Seren; otherwise the initials",
    ],
)
def test_a_text_that_does_nothing_but_explain(text: str) -> None:
    assert is_footnote(text)


@pytest.mark.parametrize(
    "text",
    [
        "Seen by mother, RP = Rhys",
        "WNB = was not brought. Letter sent to mother",
        "BP = 120/80",
        "No reply at the door",
        "",
    ],
)
def test_a_text_that_tells_more_is_no_footnote(text: str) -> None:
    assert not is_footnote(text)


@pytest.mark.parametrize(
    "rows",
    [
        [["WNB = was not brought; PPN = public protection notice"]],
        [[], ["WNB = was not brought, PPN = public protection notice"]],
        [["WNB = was not brought"], ["PPN = public protection notice"]],
        [["WNB = was not brought", "PPN = public protection notice"]],
        [["Key"], ["WNB = was not brought, PPN = public protection notice"]],
    ],
)
def test_a_footnote_is_the_key_of_its_return(rows: Sequence[Sequence[Value]]) -> None:
    reading = read(HEAD, ROW, *rows)
    assert list_pairs(reading) == [WNB, PPN]
    assert [one.origin.row for one in reading.entries] == [2]
    assert {one.reason for one in reading.not_events} == {"heading", "key to the table"}
    assert reading.problems == ()


def test_what_follows_a_footnote_is_no_part_of_it() -> None:
    reading = read(HEAD, ROW, ["WNB = was not brought"], ["", "Call", "Rang, no reply", ""])
    assert [one.origin.row for one in reading.entries] == [2, 4]
    assert list_pairs(reading) == [WNB]


@pytest.mark.parametrize(
    "row",
    [
        ["", "", "GCS = low; HR = fast"],  # among what happened it goes on with it
        ["13/03/2019", "WNB = was not brought"],
        ["WNB = was not brought", "Call", "Rang"],
    ],
)
def test_in_doubt_it_is_an_entry(row: Sequence[Value]) -> None:
    reading = read(HEAD, ROW, row)
    assert [one.origin.row for one in reading.entries] == [2, 3]
    assert reading.glossary == ()


@pytest.mark.parametrize(
    ("titles", "reasons"),
    [
        ([["Logs (WNB = was not brought; PPN = public protection notice)"]], ["title"]),
        (
            [["Housing"], ["WNB = was not brought, PPN = public protection notice. Y = yes"]],
            ["title", "key to the table"],
        ),
        (
            [["Logs (WNB = was not brought)"], ["PPN = public protection notice"], ["By: J Hale"]],
            ["title", "key to the table", "title"],
        ),
    ],
)
def test_titles_explain_terms(titles: Sequence[Sequence[Value]], reasons: Sequence[str]) -> None:
    reading = read(*titles, HEAD, ROW)
    assert list_pairs(reading)[:2] == [WNB, PPN]
    assert [one.reason for one in reading.not_events] == [*reasons, "heading"]
    assert all(one.origin.row <= len(titles) for one in reading.glossary)
    assert len(reading.entries) == 1


@pytest.mark.parametrize("above", [True, False])
def test_a_key_goes_on_behind_a_row_that_is_one_by_itself(*, above: bool) -> None:
    key = [["Key"], ["WNB = was not brought"], ["PPN", "public protection notice"]]
    reading = read(*key, [], HEAD, ROW) if above else read(HEAD, ROW, *key)
    assert list_pairs(reading) == [WNB, PPN]
    assert len(reading.entries) == 1


def test_text_round_the_tables_of_a_document_explains_terms() -> None:
    rows = [["Read (WNB = was not brought)."], ["PPN = public protection notice"], ["By: J Hale"]]
    aside = read_aside(Sheet("f.docx", "text", rows, prose=True), [1, 2, 3], SETTINGS)
    assert aside is not None
    assert [(one.term, one.meaning) for one in aside.terms] == [WNB, PPN]
