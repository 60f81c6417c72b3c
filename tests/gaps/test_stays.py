"""An admission and the discharge that follows it are a stay, in sight throughout."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from chronolator.gaps import run_clocks
from chronolator.model import (
    Agency,
    Answer,
    Case,
    Child,
    Event,
    Gap,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    When,
)
from chronolator.rows.gaps import tell_gap
from chronolator.rules import load_rules
from chronolator.seen import flag_sightings

RULES = load_rules()
HOSPITAL, OTHER = "Eastvale General Hospital", "Westmoor Hospital"
CASE = Case(
    children=(Child("Robin Ashdown", date(2015, 11, 3)),),
    agencies=(Agency(HOSPITAL), Agency(OTHER)),
    first=date(2019, 1, 1),
    last=date(2019, 12, 31),
    unseen_days=28,
)
Row = tuple[str, str, str]
BEGUN = (HOSPITAL, "2019-03-01", "Robin admitted to Ward 3 with bronchiolitis.")


def find_gaps(*rows: Row, **cells: Any) -> list[Gap]:
    events = []
    for number, (agency, day, text) in enumerate(rows):
        first, _, last = day.partition("..")
        days = date.fromisoformat(first), date.fromisoformat(last or first)
        exact = Qualifier.RANGE if last else Qualifier.EXACT
        written = When(day, *days, None, None, Precision.DAY, exact)
        event = Event(f"C-{number}", written, agency, text, Origin("a.csv", "", number + 2))
        events.append(replace(event, **cells))
    flags = flag_sightings(events, CASE, RULES.seen, RULES.agencies)
    (clock,) = run_clocks(events, flags, CASE, rules=RULES.gaps, agencies=RULES.agencies)
    return list(clock.gaps)


def tell(gaps: list[Gap]) -> list[tuple[str, str, bool]]:
    return [(one.first.isoformat(), one.last.isoformat(), one.certain) for one in gaps]


def test_an_admission_with_its_discharge_is_seen_throughout() -> None:
    gaps = find_gaps(BEGUN, (HOSPITAL, "2019-05-20", "Discharged home from Ward 3 with mother."))
    assert tell(gaps) == [("2019-01-01", "2019-03-01", True), ("2019-05-20", "2019-12-31", True)]
    assert set(gaps[1].begins_with) == {"C-0", "C-1"}
    assert (gaps[0].ends_with, gaps[1].begins_with) == (("C-0",), ("C-0", "C-1"))


@pytest.mark.parametrize(
    "text",
    [
        "Robin admitted to Ward 3 and discharged to foster care.",
        "Inpatient on Ward 3. Robin settled, seen daily on ward round.",
        "Robin on NICU, examined by the consultant.",
        "Robin admitted to Ward 3. Outpatient clinic in six weeks.",
    ],
)
def test_a_row_for_days_of_a_stay_is_seen_throughout(text: str) -> None:
    gaps = find_gaps((HOSPITAL, "2019-03-01..2019-05-20", text))
    assert tell(gaps) == [("2019-01-01", "2019-03-01", True), ("2019-05-20", "2019-12-31", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Robin attended fracture clinic on three of five occasions, seen by the consultant.",
        "Robin brought to ED four times with minor injuries and examined each time.",
        "Robin seen by the physiotherapist for a course of exercises.",
        "Robin admitted twice overnight with asthma, examined on the ward.",
        "Admissions for asthma. Robin examined by the registrar.",
        "Three admissions with asthma, Robin seen by the respiratory nurse.",
        "Ward attender: Robin seen for dressings.",
        "Day case on the ward: Robin examined by the surgeon.",
    ],
)
def test_a_row_for_days_that_tells_of_no_stay_is_on_one_of_them(text: str) -> None:
    gaps = find_gaps((HOSPITAL, "2019-03-01..2019-05-20", text))
    assert tell(gaps) == [("2019-01-01", "2019-05-20", True), ("2019-03-01", "2019-12-31", True)]
    assert [one.shortest for one in gaps] == [59, 225]


@pytest.mark.parametrize(
    ("text", "days", "throughout"),
    [
        ("Robin had grommets fitted, examined each morning.", 5, True),
        ("Robin had grommets fitted, examined each morning.", 15, False),
        ("Robin seen in fracture clinic and again by the plaster room.", 5, False),
        ("Robin examined in A&E twice with a cough.", 5, False),
    ],
)
def test_a_row_for_a_few_days_is_a_stay_unless_it_tells_of_attendances(
    text: str, days: int, *, throughout: bool
) -> None:
    first = date(2019, 3, 1)
    last = first + timedelta(days=days)
    after = find_gaps((HOSPITAL, f"{first}..{last}", text))[-1]
    assert after.first == (last if throughout else first)


@pytest.mark.parametrize("field", ["contact_type", "place"])
def test_what_kind_of_row_it_is_or_where_tells_of_a_stay_too(field: str) -> None:
    row = (HOSPITAL, "2019-03-01..2019-04-20", "Robin examined by the consultant.")
    told = {"contact_type": "Inpatient episode", "place": "Ward 3"}[field]
    assert find_gaps(row)[-1].first == date(2019, 3, 1)
    assert find_gaps(row, **{field: told})[-1].first == date(2019, 4, 20)


@pytest.mark.parametrize(
    ("end", "certain"),
    [
        ((HOSPITAL, "2019-03-20", "Discharged home."), []),
        ((HOSPITAL, "2019-05-20", "Discharged home."), [False]),
        ((HOSPITAL, "2019-05-20", "Attended ED with a graze, discharged home."), [True]),
        ((HOSPITAL, "2019-05-20", "Discharged home from ED with head injury advice."), [True]),
        ((OTHER, "2019-05-20", "Discharged home from Ward 1."), [True]),
        ((HOSPITAL, "2019-05-20", "Discharge planning meeting for Ward 3."), [True]),
        ((HOSPITAL, "2019-05-20", "Mother discharged from Ward 3."), [True]),
    ],
)
def test_what_ends_a_stay_and_what_does_not(end: Row, certain: list[bool]) -> None:
    """`certain`: of the gap that begins with the admission, where there is one."""
    gaps = [one for one in find_gaps(BEGUN, end) if one.first == date(2019, 3, 1)]
    assert [one.certain for one in gaps] == certain


@pytest.mark.parametrize(
    "between",
    [
        (HOSPITAL, "2019-03-04", "Robin went home with mum, open access to ward."),
        (HOSPITAL, "2019-03-05", "Self-discharged against medical advice by mother."),
        (HOSPITAL, "2019-03-10", "Robin on home leave with mum."),
        ("Children's Social Care", "2019-04-10", "Home visit. Robin seen playing at home."),
        ("Children's Social Care", "2019-04-20", "Home visit, no access. Card left."),
    ],
)
def test_what_shows_that_the_stay_had_ended_leaves_no_certain_stay(between: Row) -> None:
    end = (HOSPITAL, "2019-06-20", "Discharged from Ward 3, day case grommets.")
    gaps = find_gaps(BEGUN, between, end)
    assert any(one.first >= date(2019, 3, 1) and one.last <= date(2019, 6, 20) for one in gaps)


def test_a_worker_who_met_the_child_on_the_ward_ends_no_stay() -> None:
    met = ("Children's Social Care", "2019-04-10", "Robin seen on the ward by SW.")
    gaps = find_gaps(BEGUN, met, (HOSPITAL, "2019-05-20", "Discharged home from Ward 3."))
    assert tell(gaps) == [("2019-01-01", "2019-03-01", True), ("2019-05-20", "2019-12-31", True)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((BEGUN,), True),
        ((BEGUN, (HOSPITAL, "2019-06-01", "Fracture clinic: Robin seen.")), True),
        ((BEGUN, (HOSPITAL, "2019-03-01", "Robin discharged home from Ward 3.")), False),
        ((BEGUN, (HOSPITAL, "2019-03-04", "Robin discharged home from Ward 3.")), False),
        ((BEGUN, (HOSPITAL, "2019-06-01", "Discharged home.")), False),  # uncertain: told as such
        (((HOSPITAL, "2019-03-01..2019-03-20", BEGUN[2]),), False),
        (((HOSPITAL, "2019-03-01", "Robin examined in ED."),), False),
    ],
)
def test_a_gap_that_begins_with_an_admission_without_a_discharge_says_so(
    rows: tuple[Row, ...], *, told: bool
) -> None:
    gaps = [one for one in find_gaps(*rows) if one.first.month == 3]
    assert gaps
    assert [one.open_stay for one in gaps] == [told] * len(gaps)
    assert ("no discharge that ends it was found" in tell_gap(gaps[0])) == told


def test_no_stay_is_longer_than_the_longest() -> None:
    end = (HOSPITAL, "2019-09-30", "Discharged from Ward 3 after tonsillectomy.")
    assert ("2019-03-01", "2019-09-30", False) in tell(find_gaps(BEGUN, end))


def test_a_row_that_he_was_not_seen_there_ends_what_was_begun() -> None:
    missed = (HOSPITAL, "2019-04-10", "Fracture clinic: Robin was not brought.")
    end = (HOSPITAL, "2019-05-20", "Discharged home from Ward 3.")
    assert ("2019-03-01", "2019-05-20", True) in tell(find_gaps(BEGUN, missed, end))


def test_the_discharge_belongs_to_the_last_admission() -> None:
    again = (HOSPITAL, "2019-05-10", "Robin readmitted overnight.")
    end = (HOSPITAL, "2019-05-20", "Discharged home from Ward 3.")
    assert ("2019-03-01", "2019-05-10", True) in tell(find_gaps(BEGUN, again, end))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Robin admitted to Ward 3 via ED.", Reason.ADMITTED),
        ("Seen in ED by the registrar, admitted to the ward.", Reason.ADMITTED),
        ("Discharged home with open access.", Reason.DISCHARGED),
        ("Admitted overnight, discharged home next day.", Reason.IN_SIGHT),
        ("Attended ED with mother, discharged home.", Reason.IN_SIGHT),
    ],
)
def test_the_reason_tells_of_it(text: str, reason: Reason) -> None:
    when = When("1/3/2019", date(2019, 3, 1), date(2019, 3, 1))
    event = Event("C-0", when, HOSPITAL, text, Origin("a"))
    flags = flag_sightings([event], CASE, RULES.seen, RULES.agencies)
    seen = next(flag for flag in flags if flag.question is Question.SEEN)
    assert (seen.answer, seen.reason) == (Answer.YES, reason)
    assert all(text[one.start : one.end] == one.words for one in seen.evidence)
