"""One small chronology that has something of everything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from chronolator.model import (
    Answer,
    Case,
    Chance,
    Check,
    Child,
    Chronology,
    Clock,
    Contact,
    ContactStatus,
    Correction,
    Counts,
    Decision,
    DecisionKind,
    Difference,
    DifferenceKind,
    Duplicate,
    DuplicateKind,
    Event,
    Evidence,
    Field,
    Flag,
    Gap,
    Happening,
    HappeningKind,
    Note,
    NotEvent,
    OneSided,
    Origin,
    Precision,
    Problem,
    ProblemKind,
    Qualifier,
    Query,
    QueryKind,
    Question,
    Reason,
    Said,
    Silence,
    Source,
    UnplacedNote,
    When,
)
from tests.write.desk import Desk

SEEN = "Robin seen on mother's lap"


def tell(name: str, text: str, *, day: date | None = date(2018, 5, 22), **more: object) -> Event:
    when = When("22/05/2018", day, day, None, None, Precision.DAY, Qualifier.EXACT)
    details = {"when": when, "agency": "GP", "origin": Origin("gp.xlsx", "Sheet1", 7), **more}
    return Event(id=name, text=text, **details)  # type: ignore[arg-type]  # as the test hands them


@pytest.fixture
def make_event() -> Callable[..., Event]:
    return tell


@pytest.fixture
def chronology() -> Chronology:
    case = Case(
        title="LCSPR B&G",
        children=(Child("Robin Ashdown", date(2015, 11, 3)), Child("Wren Ashdown")),
        first=date(2018, 4, 1),
        last=date(2020, 9, 30),
        marking="OFFICIAL-SENSITIVE",
    )
    visit = tell(
        "C-AAAAAAAAA1",
        f"Home visit. {SEEN}, weighed. =SUM(A1)",
        when=When(
            "22/05/2018 10.00",
            date(2018, 5, 22),
            date(2018, 5, 22),
            time(10, 5),
            time(11, 0),
            Precision.MINUTE,
            Qualifier.EXACT,
        ),
        agency="Health visiting",
        people="HV Orr",
        other={"RAG": "amber"},
        marks=("hidden row",),
    )
    month = tell(
        "C-AAAAAAAAA2",
        "=1+1",
        when=When(
            "c. May 2018",
            date(2018, 5, 1),
            date(2018, 5, 31),
            precision=Precision.MONTH,
            qualifier=Qualifier.APPROXIMATE,
        ),
        origin=Origin("gp.xlsx", "Sheet1", 10),
    )
    before = tell(
        "C-AAAAAAAAA3",
        "<r><t>no markup</t></r>",
        when=When("by 1/2/16", None, date(2016, 2, 1), None, None, Precision.DAY, Qualifier.BEFORE),
        origin=Origin("gp.xlsx", "Sheet1", 11),
    )
    own = tell("C-AAAAAAAAA4", "Ask the board.", own=True, agency="Overview author")
    undated = tell(
        "C-AAAAAAAAA5",
        "Nobody knows when.",
        when=When("31/06/2016", qualifier=Qualifier.INVALID),
        origin=Origin("gp.xlsx", "Sheet1", 9, 2),
    )
    again = tell("C-AAAAAAAAA6", "=1+1", origin=Origin("gp.xlsx", "Sheet1", 8), action="none")
    start = visit.text.index(SEEN)
    seen = Evidence(SEEN, "text", start, start + len(SEEN))
    return Chronology(
        case=case,
        events=(visit, month, before, own, undated),
        not_events=(NotEvent(Origin("gp.xlsx", "Sheet1", 1), "title", "=the practice"),),
        flags=(
            Flag(
                visit.id, "Robin Ashdown", Question.SEEN, Answer.YES, Reason.IN_SIGHT, (seen,), "s"
            ),
            Flag(
                visit.id,
                "Robin Ashdown",
                Question.ALONE,
                Answer.NO,
                Reason.COLUMN,
                (Evidence("HV", "people", 0, 2),),
            ),
            Flag(visit.id, "Wren Ashdown", Question.SEEN, Answer.NOT_RECORDED, Reason.SILENT),
        ),
        duplicates=(Duplicate(month.id, again, DuplicateKind.NEAR, ("no date",), "same day"),),
        contacts=(
            Contact(
                "Contact 1",
                (visit.id, month.id),
                6.5,
                ("same day",),
                (Difference(DifferenceKind.TIME, (Said(visit.id, "10:05"),)),),
                (Silence("weight", month.id, (Said(visit.id, "weighed"),)),),
            ),
            Contact(
                "Possible 1", (before.id, own.id), 1.5, ("near",), status=ContactStatus.POSSIBLE
            ),
        ),
        one_sided=(OneSided(month.id, "referral", "Police", date(2018, 5, 1), date(2018, 5, 8)),),
        gaps=(
            Gap(
                "Robin Ashdown",
                Question.SEEN,
                None,
                date(2018, 5, 22),
                date(2020, 9, 30),
                date(2018, 5, 22),
                None,
                862,
                400,
                862,
                certain=False,
                entries=(own.id,),
                chances=(
                    Chance(own.id, Reason.AUTHOR),
                    Chance(month.id, Reason.NOT_BROUGHT),
                ),
                agencies={"GP": 2, "Police": 1},
                no_contact=(before.id,),
                unclear=(month.id,),
                begins_with=(visit.id,),
            ),
        ),
        clocks=(
            Clock(
                "Robin Ashdown",
                Question.SEEN,
                None,
                date(2018, 4, 1),
                date(2020, 9, 30),
                undated=(undated.id,),
            ),
        ),
        notes=(
            Note(visit.id, "Review notes", "Compare with Probation."),
            Note(visit.id, "Review notes", "And with the GP."),
            Note(month.id, "A column of hers", "+44 is no formula"),
            Note("C-GONE", "Practice", "of a row that is not there"),
        ),
        checks=(Check(visit.id, "The same words; the date was 1/2/18."),),
        unplaced=(
            UnplacedNote(Note("C-LOST", "Practice", "lost"), "1/2/17", "GP", "letter received"),
        ),
        decisions=(
            Decision(
                DecisionKind.NOT_SAME,
                (visit.id, month.id),
                "=two visits",
                "decisions.toml",
                5,
                ("22 May 2018, Health visiting, Home visit.", ""),
                honoured=True,
                remark="C-AAAAAAAAA9 is now C-AAAAAAAAA2: the same words",
            ),
            Decision(DecisionKind.DUPLICATE, (visit.id, "C-GONE"), remark="row C-GONE is gone"),
        ),
        corrections=(Correction(visit.id, "seen Robin Ashdown", "Unclear", "Yes"),),
        problems=(Problem(Origin("gp.xlsx"), ProblemKind.DATE, "gp.xlsx: a date", "Ask the GP."),),
        sources=(
            Source(
                "gp.xlsx",
                "Sheet1",
                "layout",
                4,
                {"Date": Field.DATE, "RAG": None},
                Counts(5, 3, 1, 1),
                "ab" * 32,
                "GP",
            ),
        ),
        queries=(
            Query("GP", QueryKind.YOURS, "=Who was told?", (month.origin,), month.id),
            Query("GP", QueryKind.UNDATED, "2 rows.", (undated.origin, before.origin)),
            Query("Police", QueryKind.ONE_SIDED, "GP records a referral.", (), month.id),
        ),
        history=(
            Happening(
                date(2026, 11, 24),
                HappeningKind.WORDS,
                "GP",
                month.id,
                "1 May 2018: =1",
                "1 May 2018: =1+1",
                "the same day",
            ),
            Happening(date(2026, 5, 3), HappeningKind.FIRST, after="1 return, 3 entries"),
        ),
    )


@pytest.fixture
def desk(chronology: Chronology, tmp_path: Path) -> Desk:
    return Desk(replace(chronology, notes=(), unplaced=(), problems=()), tmp_path / "out.xlsx")
