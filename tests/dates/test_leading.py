"""The date at the beginning of a line, and the period that a few words say."""

import pytest

from chronolator.dates.leading import find_leading, find_opening, read_period
from chronolator.rules.dates import load_dates

RULES = load_dates()


@pytest.mark.parametrize(
    ("line", "date", "words"),
    [
        ("12/03/2019 Visit made", "12/03/2019", "Visit made"),
        ("12/03/2019: Visit made", "12/03/2019", "Visit made"),
        ("12.03.19 - Visit made", "12.03.19", "Visit made"),
        ("\u2022 12/03/2019 Visit made", "12/03/2019", "Visit made"),
        ("- 12/03/2019 Visit made", "12/03/2019", "Visit made"),
        ("3. 12/03/2019 Visit made", "12/03/2019", "Visit made"),
        ("(a) 12/03/2019 Visit made", "12/03/2019", "Visit made"),
        ("(12/03/2019) Visit made", "12/03/2019", "Visit made"),
        ("12/03/2019 14:30 - Visit made", "12/03/2019 14:30", "Visit made"),
        ("12/03/2019, 2.30pm: Visit made", "12/03/2019, 2.30pm", "Visit made"),
        ("12th March 2019 - Visit made", "12th March 2019", "Visit made"),
        ("12th of March 2019 - Visit made", "12th of March 2019", "Visit made"),
        ("Tues 12 March 2019: Visit made", "Tues 12 March 2019", "Visit made"),
        ("March 12, 2019: Visit made", "March 12, 2019", "Visit made"),
        ("2019-03-12 Visit made", "2019-03-12", "Visit made"),
        ("12/03/2019 - 14/03/2019: stay", "12/03/2019 - 14/03/2019", "stay"),
        ("12/03/2019 2 visits made", "12/03/2019", "2 visits made"),
        ("12/03/2019", "12/03/2019", ""),
    ],
)
def test_the_date_that_begins_a_line(line: str, date: str, words: str) -> None:
    found = find_leading(line, RULES)
    assert found is not None
    assert found.whole
    assert line[found.start : found.end] == date
    assert line[found.words :] == words


@pytest.mark.parametrize("line", ["14/3 - Visit made", "14 March: Visit made"])
def test_a_day_without_its_year(line: str) -> None:
    found = find_leading(line, RULES)
    assert found is not None
    assert not found.whole


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Seen on 12/03/2019",
        "DOB 03/11/2015",
        "Robin 03/11/2015",
        "2 visits on 12/03/2019",
        "12 stitches",
        "March 2019: moved",
        "2019 was a hard year",
        "14/3 visits were made",
        "31/02/19999 - no date",
        "07700 900123 - mother's number",
        "Marched out of the room on 12/03/2019",
    ],
)
def test_lines_that_begin_with_no_day(line: str) -> None:
    assert find_leading(line, RULES) is None


@pytest.mark.parametrize(
    ("line", "date", "words"),
    [
        ("12/03/2019 Visit made", "12/03/2019", "Visit made"),
        ("w/c 12/03/2019 - Visit made", "w/c 12/03/2019", "Visit made"),
        (
            "Week commencing 12/03/2019 two visits made",
            "Week commencing 12/03/2019",
            "two visits made",
        ),
        (
            "Between 12/03/2019 and 20/03/2019 he rang",
            "Between 12/03/2019 and 20/03/2019",
            "he rang",
        ),
        ("?12 March 2019 Visit made", "?12 March 2019", "Visit made"),
        ("Circa 12/03/2019: Visit made", "Circa 12/03/2019", "Visit made"),
        ("Early March 2019: moved", "Early March 2019", "moved"),
        ("March 2019 - moved", "March 2019", "moved"),
        ("March to May 2019: moved twice", "March to May 2019", "moved twice"),
        ("In March 2019 the family moved", "In March 2019", "the family moved"),
        ("Spring term 2019: often late", "Spring term 2019", "often late"),
        ("Before 12/03/2019: no contact", "Before 12/03/2019", "no contact"),
        ("2019: several moves", "2019", "several moves"),
        ("w/c 12/03/2019 - 12 week review", "w/c 12/03/2019", "12 week review"),
        ("4. March 2019 complaint made", "March 2019", "complaint made"),
        ("Undated: visit by officer", "Undated", "visit by officer"),
        ("5. u/d - visit by officer", "u/d", "visit by officer"),
        (
            "Overnight 12/13 March 2019 he was missing",
            "Overnight 12/13 March 2019",
            "he was missing",
        ),
    ],
)
def test_the_date_or_period_that_opens_a_paragraph(line: str, date: str, words: str) -> None:
    found = find_opening(line, RULES)
    assert found is not None
    assert found.whole
    assert line[found.start : found.end] == date
    assert line[found.words :] == words


def test_a_month_and_a_number_in_a_numbered_list() -> None:
    found = find_opening("4. Mar 19 complaint made", RULES)
    assert found is not None
    assert not found.whole
    assert find_opening("4. 12 stitches", RULES) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2019",
        "March 2019",
        "March 2019 -",
        "March 19 complaint made",
        "Undated visit by officer",
        "Undated",
        "Early March 2019",
        "2019 was a hard year",
        "During 2018 and 2019 the family moved often",
        "Between 2018 and 2019 he was well",
        "After 12/03/2019 nothing more was heard",
        "By March 2019 mother had moved",
        "Since March 2019 all was well",
        "May: he was well",
        "May was seen at nursery",
        "Week 4: he was well",
        "Seen on 12/03/2019",
        "The visit of March 2019 - see above",
    ],
)
def test_paragraphs_that_no_date_opens(line: str) -> None:
    assert find_opening(line, RULES) is None


@pytest.mark.parametrize(
    ("text", "whole", "month"),
    [
        ("2019", True, 0),
        ("March 2019", True, 3),
        ("January - March 2019", True, 0),
        ("Spring term 2019", True, 0),
        ("2018/19", True, 0),
        ("March", False, 3),
        ("Summer", False, 0),
    ],
)
def test_periods(text: str, whole: bool, month: int) -> None:  # noqa: FBT001  a table of cases
    period = read_period(text, RULES)
    assert period is not None
    assert (period.whole, period.month) == (whole, month)


@pytest.mark.parametrize("text", ["12/03/2019", "Robin", "", "Moved in 2019", "12 March", "Monday"])
def test_what_says_no_period(text: str) -> None:
    assert read_period(text, RULES) is None


def test_words_that_may_stand_besides() -> None:
    assert read_period("Events in 2019", RULES, ["events", "in"]) is not None
