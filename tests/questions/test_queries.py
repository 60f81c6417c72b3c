"""What agencies are asked: each kind of question, and when it is not asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronolator.model import (
    Agency,
    Case,
    Child,
    Chronology,
    Counts,
    Entry,
    Event,
    Field,
    Note,
    NotEvent,
    OneSided,
    Origin,
    Person,
    Precision,
    Problem,
    ProblemKind,
    Qualifier,
    Query,
    QueryKind,
    Reading,
    Source,
    Term,
    When,
)
from chronolator.problems import PLACES_SHOWN
from chronolator.questions import list_queries
from chronolator.rules import load_rules

RULES = load_rules()
CASE = Case(
    children=(Child("Robin Ashdown", None, ("Robin",)),),
    people=(Person("Tara Quill Zed", code="MQX"),),
    first=date(2019, 1, 1),
    last=date(2020, 12, 31),
)
DAY = When("w", date(2019, 3, 1), date(2019, 3, 1), None, None, Precision.DAY, Qualifier.EXACT)


def on(day: date, last: date | None = None, **more: object) -> When:
    told = replace(DAY, first=day, last=last or day)
    if last:
        told = replace(told, qualifier=Qualifier.RANGE)
    return replace(told, **more)  # type: ignore[arg-type]  # as the test hands them


def tell(row: int, when: When = DAY, text: str = "Seen.", **more: object) -> Event:
    details = {"origin": Origin("gp.csv", "", row), **more}
    return Event(f"C-{row}", when, "Surgery", text, **details)  # type: ignore[arg-type]  # the same


def ask(
    events: Iterable[Event],
    *,
    case: Case = CASE,
    texts: Sequence[str] = (),
    glossary: tuple[Term, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> dict[QueryKind, Query]:
    """The questions about the events, by kind; `texts` are the raw cells of their rows."""
    rows = tuple(events)
    source = Source("gp.csv", "", "layout", 1, {"Notes": Field.TEXT}, Counts(), "")
    entries = tuple(
        Entry(event.origin, {Field.TEXT: text})
        for event, text in zip(rows, texts or [one.text for one in rows], strict=True)
    )
    reading = Reading(entries, sources=(source,))
    chronology = Chronology(case, rows, sources=(source,), glossary=glossary, problems=problems)
    queries = list_queries(reading, chronology, RULES)
    assert {query.agency for query in queries} <= ({"Surgery"} if rows else {"gp.csv"})
    return {query.kind: query for query in queries}


def days(count: int, *, every: int = 7, begin: date = date(2019, 2, 1)) -> list[date]:
    return [begin + timedelta(days=every * number) for number in range(count)]


def test_a_return_that_is_as_it_should_be_is_asked_nothing() -> None:
    assert ask(tell(n, on(day)) for n, day in enumerate(days(60), start=2)) == {}


def test_rows_without_a_date_are_counted_and_the_first_named() -> None:
    query = ask(tell(n, When("")) for n in range(2, 802))[QueryKind.UNDATED]
    assert query.words == (
        "800 rows have no date (rows 2, 3, 4 and 797 more). Please give the dates, even if only "
        "the month or the year is known."
    )
    assert len(query.origins) == 800


def test_what_stands_in_place_of_a_date_is_told() -> None:
    asked = ask([tell(2, When("TBC")), tell(3, When("31/06/2019")), tell(4, When(""))])
    assert asked[QueryKind.UNREADABLE].words == (
        "2 rows give no date that can be used but “TBC”, “31/06/2019” (rows 2 and 3). Please give "
        "the dates, even if only the month or the year is known."
    )
    assert asked[QueryKind.UNDATED].words.startswith("1 row has no date (row 4). ")


def test_who_writes_that_the_date_is_unknown_has_answered() -> None:
    problem = Problem(Origin("gp.csv", "", 2), ProblemKind.DATE, "The row has no date", "Ask.")
    for written in ("unknown", "Date not known", "Unknown evening"):
        assert not ask([tell(2, When(written)), tell(3)], problems=(problem,))
    assert set(ask([tell(2, When("n.d.")), tell(3)])) == {QueryKind.UNREADABLE}


def test_a_problem_about_a_row_that_is_asked_about_is_not_told_again() -> None:
    undated = Problem(Origin("gp.csv", "", 2), ProblemKind.DATE, "The row has no date", "Ask.")
    other = Problem(Origin("gp.csv", "", 3), ProblemKind.TIME, '"25:00" is no time', "Ask.")
    asked = ask([tell(2, When("")), tell(3)], problems=(undated, other))
    assert asked[QueryKind.PROBLEM].words == 'Please check (row 3): "25:00" is no time.'
    again = replace(other, origin=Origin("gp.csv", "", 4), message='"26:00" is no time')
    asked = ask([tell(3), tell(4)], problems=(other, again))
    assert asked[QueryKind.PROBLEM].words == (
        'Please check 2 rows (rows 3 and 4): for example: "25:00" is no time.'
    )


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        (on(date(2018, 12, 31)), True),
        (on(date(2021, 1, 1)), True),
        (on(date(2018, 12, 1), date(2019, 1, 2)), False),
        (on(date(2019, 1, 1)), False),
        (When(""), False),
    ],
)
def test_dates_outside_the_review_period(*, when: When, asked: bool) -> None:
    assert (QueryKind.OUTSIDE in ask([tell(2, when)])) is asked
    assert QueryKind.OUTSIDE not in ask([tell(2, when)], case=Case())


def test_dates_outside_the_review_period_are_told_by_their_ends() -> None:
    rows = [tell(2, on(date(2013, 5, 3))), tell(3), tell(4, on(date(2022, 1, 9)))]
    assert ask(rows)[QueryKind.OUTSIDE].words.startswith(
        "2 rows are dated outside the review period (rows 2 and 4): from 3 May 2013 to 9 Jan 2022."
    )


@pytest.mark.parametrize(
    ("whens", "told"),
    [
        ([on(date(2019, 3, 1)), on(date(2019, 4, 30))], None),
        ([on(date(2019, 3, 1)), on(date(2019, 5, 1))], "in Apr 2019 (1 of the 3 months"),
        (
            [on(date(2019, 3, 31)), on(date(2019, 8, 1)), on(date(2019, 10, 1))],
            "in Apr 2019 to Jul 2019 and Sep 2019 (5 of the 8 months",
        ),
        ([on(date(2019, 12, 1)), on(date(2020, 3, 1))], "in Jan 2020 to Feb 2020 (2 of the 4"),
        ([on(date(2013, 3, 1)), on(date(2019, 5, 1)), on(date(2022, 1, 1))], None),
        ([on(date(2019, 3, 1), date(2019, 6, 1)), on(date(2019, 7, 1))], None),
        (
            [
                on(date(2019, 1, 1), precision=Precision.MONTH),
                on(date(2019, 1, 1), precision=Precision.YEAR),
                on(date(2019, 3, 1)),
            ],
            "in Feb 2019 (1 of the 3",
        ),
        (
            [on(date(2019 + n // 12, n % 12 + 1, 1)) for n in range(0, 18, 2)],
            "Dec 2019 and 2 shorter stretches (8 of the 17",
        ),
        ([], None),
    ],
)
def test_months_without_an_entry(whens: list[When], told: str | None) -> None:
    query = ask(tell(n, when) for n, when in enumerate(whens, start=2)).get(QueryKind.MONTHS)
    assert (query is None) if told is None else (query is not None and told in query.words)


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("slip", [-400, 400])
def test_a_slip_of_the_year_stands_out_of_order(*, slip: int, newest_first: bool) -> None:
    given = days(30)
    given[17] += timedelta(days=slip)
    ordered = given[::-1] if newest_first else given
    row = ordered.index(given[17]) + 2
    query = ask(tell(n, on(day)) for n, day in enumerate(ordered, start=2))[QueryKind.ORDER]
    assert [origin.row for origin in query.origins] == [row]


@pytest.mark.parametrize(
    "given",
    [
        days(30),
        days(30)[::-1],
        [*days(5), date(2019, 2, 25), *days(20, begin=date(2019, 3, 8))],  # written up late
        [day for pair in zip(days(20), days(20)[::-1], strict=True) for day in pair],  # no order
        [date(2019, 2, 1)] * 9,
        [],
    ],
)
def test_an_order_that_is_none_or_kept_is_not_asked_about(given: list[date]) -> None:
    asked = ask(tell(n, on(day)) for n, day in enumerate(given, start=2))
    assert QueryKind.ORDER not in asked


@given(st.lists(st.integers(0, 300), max_size=30))
@example([1, 0, 0, 0, 8])
def test_a_sheet_read_backwards_has_as_many_rows_out_of_order(given: list[int]) -> None:
    whens = [on(date(2019, 1, 1) + timedelta(days=number)) for number in given]
    forth = ask(tell(n, when) for n, when in enumerate(whens, start=2))
    back = ask(tell(n, when) for n, when in enumerate(whens[::-1], start=2))
    assert (QueryKind.ORDER in forth) == (QueryKind.ORDER in back)


def long(characters: int, end: str = "r", begin: str = "") -> str:
    return (begin + "The visit went on fo" * 2000)[: characters - len(end)] + end


@pytest.mark.parametrize(
    ("texts", "cut"),
    [
        ([long(255), "Short.", long(90)], 1),
        ([long(255, "."), "Short.", long(90)], 0),
        ([long(255), long(300)], 0),  # by chance: a longer one stands there
        ([long(255), long(255, begin="A"), long(300)], 2),
        ([long(1024), "Short."], 1),
        ([long(32767), "Short."], 1),
        ([long(4000), "Short."], 0),
        ([long(4000), long(4000, begin="A"), "Short."], 2),
        ([long(733, begin=one) for one in "ABC"], 3),  # no known limit, and three end there
        ([long(733)] * 3, 0),  # the same words each time
        ([long(733)] * 2, 0),
        ([long(733), long(733), long(733), long(733, ".")], 0),
        ([long(40)] * 9, 0),  # the same few words each time
    ],
)
def test_texts_that_a_system_cut_off(texts: list[str], cut: int) -> None:
    query = ask([tell(n) for n in range(2, len(texts) + 2)], texts=texts).get(QueryKind.CUT_OFF)
    assert len(query.origins if query else ()) == cut
    if query:
        assert query.words.startswith(f"In the column “Notes” {cut} text")
        assert f"at exactly {len(texts[0]):,} characters" in query.words


def test_columns_that_share_a_field_are_looked_at_one_by_one() -> None:
    origin = Origin("gp.csv", "", 2)
    value = f"Notes: {long(255)}\nDetail: and more of it, to its end."
    source = Source(
        "gp.csv", "", "layout", 1, {"Notes": Field.TEXT, "Detail": Field.TEXT}, Counts(), ""
    )
    reading = Reading((Entry(origin, {Field.TEXT: value}),), sources=(source,))
    chronology = Chronology(CASE, (tell(2),), sources=(source,))
    (query,) = list_queries(reading, chronology, RULES)
    assert query.words.startswith("In the column “Notes” 1 text ends at exactly 255 characters")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Passed to the ZQR, who told the ZQR team.", "ZQR (2)"),
        ("ZQRs met; QXT later. ZQR.", "ZQR (2), QXT (1)"),
        ("Seen by HV and SW; NFA. A & E, A&E, C&F.", None),
        ("Z&Q held", "Z&Q (1)"),
        ("Zone Quality Review (ZQR) held. ZQR closed.", None),
        ("ZQR (zone quality review) held.", None),
        ("ZQR (see the letter) held.", "ZQR (1)"),
        ("ROBIN and ASHDOWN seen, TQZ and MQX present", None),
        ("VISITED the house, then visited again", None),
        ("WHOLE TEXT IN CAPITALS BY ZQR AND SENT SO", None),
        ("PLAN: She was NOT seen. Part II.", None),
        ("Post code ZQ7 4XB, flat 3B, vitamin D", None),
        ("ABCDEFG is longer than an abbreviation", None),
        ("PC DUNNE and SW PIKE attended", None),
    ],
)
def test_abbreviations_that_nothing_explains(text: str, told: str | None) -> None:
    query = ask([tell(2, text=text)]).get(QueryKind.ABBREVIATIONS)
    assert (query is None) if told is None else (query is not None and f": {told}." in query.words)


def test_a_glossary_of_the_return_and_names_in_its_columns_explain() -> None:
    row = tell(2, text="Told by JQ and KX; ZQR agreed.", author="Jane Quill", people="KX")
    assert QueryKind.ABBREVIATIONS in ask([row])
    term = Term(Origin("gp.csv", "", 9), "zqr", "Zone review")
    assert QueryKind.ABBREVIATIONS not in ask([row], glossary=(term,))
    both = replace(term, term="ZQR / ZQ")
    assert QueryKind.ABBREVIATIONS not in ask([row], glossary=(both,))
    elsewhere = replace(term, origin=Origin("police.csv", "", 9))
    assert QueryKind.ABBREVIATIONS in ask([row], glossary=(elsewhere,))


def test_the_abbreviations_that_come_most_often_are_named_first_and_the_rest_counted() -> None:
    words = [f"Z{first}Q" for first in "BCDFGHJKLMNPRS"]
    text = ". ".join(f"{word} seen" for word in [*words, words[3]])
    told = ask([tell(2, text=text)])[QueryKind.ABBREVIATIONS].words
    assert f": {words[3]} (2), " in told
    assert told.endswith(f" and {len(words) - RULES.questions.abbreviations_shown} more.")


def test_a_return_with_headings_only_is_asked_for_its_entries() -> None:
    source = Source("Homes.csv", "", "layout", 1, {"Notes": Field.TEXT}, Counts(), "")
    (query,) = list_queries(
        Reading(sources=(source,)),
        Chronology(CASE, sources=(source,)),
        RULES,
    )
    assert (query.agency, query.kind) == ("Homes.csv", QueryKind.NO_ENTRY)


def test_a_return_that_says_it_is_nil_is_not_asked_for_entries() -> None:
    source = Source("Homes.csv", "", "layout", 1, {"Notes": Field.TEXT}, Counts(), "")
    reason = next(row.reason for row in RULES.headings.rows if row.nil)
    nil = NotEvent(Origin("Homes.csv", "", 2), reason, "Nil return")
    chronology = Chronology(CASE, not_events=(nil,), sources=(source,))
    assert list_queries(Reading(sources=(source,)), chronology, RULES) == ()


def test_a_date_that_is_asked_about_is_not_told_again_as_a_problem() -> None:
    row = tell(2, on(date(2030, 5, 1)))
    future = Problem(row.origin, ProblemKind.DATE, '"1/5/30" lies in the future', "Ask.")
    assert set(ask([row], problems=(future,))) == {QueryKind.OUTSIDE}
    inside = replace(row, when=DAY)
    assert set(ask([inside], problems=(future,))) == {QueryKind.PROBLEM}


def test_the_author_is_not_asked_about_her_own_rows() -> None:
    assert ask([tell(2, When(""), own=True)]) == {}


def test_places_bear_the_files_name_where_an_agency_sent_two() -> None:
    rows = [tell(2, When("")), tell(3, When(""), origin=Origin("gp 2.csv", "", 4))]
    words = ask(rows)[QueryKind.UNDATED].words
    assert "(gp.csv, row 2; gp 2.csv, row 4)" in words
    assert PLACES_SHOWN >= 2


def test_what_the_author_asks_comes_first_with_the_row_that_she_asks_about() -> None:
    rows = (tell(2), tell(3, replace(DAY, written="?", first=None, last=None)))
    notes = (
        Note("C-3", "Question for agency", "=When was it?"),
        Note("C-2", "Question for agency", "Who was there?"),
        Note("C-2", "Review notes", "Compare."),
        Note("C-9", "Question for agency", "Of a row that is gone."),
    )
    chronology = Chronology(CASE, rows, notes=notes)
    queries = list_queries(Reading(), chronology, RULES)
    assert [(one.kind, one.words, one.event) for one in queries[:2]] == [
        (QueryKind.YOURS, "Who was there?", "C-2"),
        (QueryKind.YOURS, "=When was it?", "C-3"),
    ]
    assert QueryKind.YOURS not in {one.kind for one in queries[2:]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Who was there?", {"General Hospital": "Who was there?"}),
        ("CSC: where is the referral?", {"Eastvale Social Care": "CSC: where is the referral?"}),
        ("Social care: where?", {"Eastvale Social Care": "Social care: where?"}),
        ("eastvale social care: where?", {"Eastvale Social Care": "eastvale social care: where?"}),
        ("For CSC: where?", {"Eastvale Social Care": "For CSC: where?"}),
        ("Ask the Met: where?", {"Metropolitan Police Service": "Ask the Met: where?"}),
        ("Police: where?", {"Metropolitan Police Service": "Police: where?"}),
        (
            "CSC/Police: who went?",
            {
                "Eastvale Social Care": "CSC/Police: who went?",
                "Metropolitan Police Service": "CSC/Police: who went?",
            },
        ),
        (
            "Who was there?\nCSC: where is it?\nAnd when?",
            {
                "General Hospital": "Who was there?",
                "Eastvale Social Care": "CSC: where is it?\nAnd when?",
            },
        ),
        ("Hospital: who?", {"General Hospital": "Hospital: who?"}),
        ("GP: which of you?", {"General Hospital": "GP: which of you?"}),
        ("Note: who?", {"General Hospital": "Note: who?"}),
        ("The police log says: x", {"General Hospital": "The police log says: x"}),
        ("Housing: is it yours?", {"General Hospital": "Housing: is it yours?"}),
        ("At 10:30: who?", {"General Hospital": "At 10:30: who?"}),
        ("police:4411 who?", {"General Hospital": "police:4411 who?"}),
    ],
)
def test_a_question_that_begins_with_an_agency_is_for_that_agency(
    text: str, wanted: dict[str, str]
) -> None:
    row = replace(tell(2), agency="General Hospital")
    others = (
        replace(tell(3), agency="Eastvale Social Care"),
        replace(tell(4), agency="Harbour Lane Surgery"),
        replace(tell(5), agency="Mill Road GP"),
    )
    case = replace(CASE, agencies=(Agency("Metropolitan Police Service", "the Met"),))
    note = Note("C-2", "Question for agency", text)
    queries = list_queries(Reading(), Chronology(case, (row, *others), notes=(note,)), RULES)
    hers = [one for one in queries if one.kind is QueryKind.YOURS]
    assert {one.agency: one.words for one in hers} == wanted
    assert {one.event for one in hers} == {"C-2"}
    assert all(bool(one.origins) == (one.agency == "General Hospital") for one in hers)


def test_a_question_beside_a_row_of_her_own_has_no_place_in_a_return() -> None:
    own = replace(tell(2), own=True, agency="Overview author")
    notes = (Note(own.id, "Queries", "Ask both."),)
    (query,) = list_queries(Reading(), Chronology(CASE, (own,), notes=notes), RULES)
    assert (query.agency, query.origins, query.event) == ("Overview author", (), own.id)


def test_the_agency_without_an_entry_is_asked_and_no_word_of_the_other_is_told() -> None:
    row = tell(2, text="Private words.")
    side = OneSided(row.id, "referral", "Police", date(2019, 2, 27), date(2019, 3, 8), "words")
    queries = list_queries(Reading(), Chronology(CASE, (row,), one_sided=(side,)), RULES)
    (query,) = [one for one in queries if one.agency == "Police"]
    assert query == Query(
        "Police",
        QueryKind.ONE_SIDED,
        "Surgery records a contact with you (referral, 1 Mar 2019). Your return has no entry of it "
        "from 27 Feb 2019 to 8 Mar 2019. Please send it, or say that you have none.",
        (),
        row.id,
    )
