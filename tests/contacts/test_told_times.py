"""A time that stands in the words of a row."""

from collections.abc import Callable

import pytest

from chronolator.contacts.told_times import find_told_days, find_told_times, quote_told_time
from chronolator.model import Contact, DifferenceKind, Event


@pytest.mark.parametrize(
    ("text", "minutes", "words"),
    [
        ("Rang at 1.15pm re clothes.", {795}, "1.15pm"),
        ("Meeting in my office 2pm.", {840}, "2pm"),
        ("Spoke to duty 10.20.", {620, 1340}, "10.20"),
        ("Visit 14:30.", {870}, "14:30"),
        ("12.30am call", {30}, "12.30am"),
        ("Came at 12.15", {735}, "12.15"),
        ("Weight 5.20kg", set(), ""),
        ("Arrears of £12.50", set(), ""),
        ("Seen on 12.03.2019", set(), ""),
        ("In at 9.10, out at 10.40.", set(), ""),
        ("No time told.", set(), ""),
        ("Temp 38.50, in my office 1.15pm.", {795}, "1.15pm"),
        ("CSC told by phone at 1640.", {1000}, "1640"),
        ("Rang EDT @2210", {1330}, "2210"),
        ("Arrived 0915hrs", {555}, "0915"),
        ("Weighed 1640 g", set(), ""),
        ("Report of 2019", set(), ""),
    ],
)
def test_the_only_time_of_a_text(text: str, minutes: set[int], words: str) -> None:
    assert find_told_times(text) == minutes
    assert quote_told_time(text) == words


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Next visit 14/06.", {(14, 6)}),
        ("Core group 2.4, conference 9/5", {(2, 4), (9, 5)}),
        ("Weight 10.4 kg, length 7.2cm, sats 9.9%", set()),
        ("Arrears of £12.5", set()),
        ("Seen on 12.03.2019, scored 14/20", set()),
        ("At 10.40.", set()),
        ("Agreed start 19 September.", {(19, 9)}),
        ("Hearing on 3rd of Oct, review 4 Nov", {(3, 10), (4, 11)}),
        ("Born 3 May 2019", set()),
    ],
)
def test_the_days_of_a_text(text: str, days: set[tuple[int, int]]) -> None:
    assert find_told_days(text) == days


def test_a_time_in_the_words_differs_from_the_other_rows(
    make_event: Callable[..., Event], link: Callable[..., tuple[Contact, ...]]
) -> None:
    rows = [
        make_event("Social Care", "CIN meeting at school.", "13:30"),
        make_event("School", "CIN meeting in my office 1.15pm."),
    ]
    (contact,) = link(rows)
    (difference,) = contact.differences
    assert difference.kind is DifferenceKind.TIME
    assert {one.words for one in difference.said} == {"13:30", "1.15pm"}
    assert any("by a time in the words" in one for one in contact.evidence)
    other = make_event("School", "CIN meeting. Mother to be home by 8.45pm.")
    (contact,) = link([rows[0], other])
    assert contact.differences == ()


def test_a_time_that_is_told_besides_is_no_difference(
    make_event: Callable[..., Event], link: Callable[..., tuple[Contact, ...]]
) -> None:
    visit = make_event("Police", "Welfare check with PC Frost, mother in. SW updated.", "19:20")
    told = make_event("Social Care", "Call from PC Frost: went at 19:20, welfare check.", "20:10")
    (contact,) = link([visit, told])
    assert contact.differences == ()
    other = make_event("Social Care", "Call from PC Frost: went, welfare check.", "20:10")
    (contact,) = link([visit, other])
    assert [one.kind for one in contact.differences] == [DifferenceKind.TIME]


def test_a_visit_that_tells_of_the_next_one_still_differs(
    make_event: Callable[..., Event], link: Callable[..., tuple[Contact, ...]]
) -> None:
    rows = [
        make_event("Social Care", "Joint home visit with HV. Next visit on Friday 14:00.", "10:00"),
        make_event("Health Visiting", "Joint home visit with SW.", "14:00"),
    ]
    assert [one.kind for contact in link(rows) for one in contact.differences] == [
        DifferenceKind.TIME
    ]
