"""Invented chronologies of any size, to be shown as pages."""

import random
from datetime import date, timedelta

from chronolator.gaps import run_clocks
from chronolator.model import (
    Answer,
    Case,
    Child,
    Chronology,
    Contact,
    Difference,
    DifferenceKind,
    Event,
    Evidence,
    Flag,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    Said,
    When,
)

FIRST, LAST = date(2016, 1, 1), date(2019, 12, 31)
AGENCIES = ("Police", "Social care", "Health visiting", "GP", "Hospital", "School", "Housing")
WORDS = (
    "Home visit by the allocated worker, mother and both children at home; the flat was tidy and "
    "warm, food in the cupboards. Mother spoke of debts and of broken sleep. Discussed with the "
    "manager, who agreed to a further visit and to a letter to the surgery about the missed "
    "appointments of the spring and the summer."
)
SEEN = "Robin was seen"
_ANSWERS = (Answer.YES, Answer.NO, Answer.UNCLEAR, *[Answer.NOT_RECORDED] * 5)


def invent(number: int, seed: int = 1) -> Chronology:
    """So many events of about 300 characters, two of seven of one contact, over four years."""
    chance = random.Random(seed)  # noqa: S311  a history that can be told again
    days = sorted(chance.randrange((LAST - FIRST).days) for _ in range(number))
    events = tuple(_tell(place, days[place], chance) for place in range(number))
    flags = tuple(_flag(event, chance) for event in events)
    case = Case(
        "An invented review",
        (Child("Robin Ashdown", date(2015, 11, 3)), Child("Wren Ashdown")),
        first=FIRST,
        last=LAST,
        marking="OFFICIAL-SENSITIVE",
    )
    clocks = {of: run_clocks(events, flags, case, of=of) for of in Question}
    return Chronology(
        case,
        events,
        flags=flags,
        contacts=tuple(_link(events, place) for place in range(0, number - 1, 7)),
        gaps=tuple(gap for clock in clocks[Question.SEEN] for gap in clock.gaps),
        clocks=clocks[Question.SEEN],
        further_clocks=(*clocks[Question.ALONE], *clocks[Question.VIEWS]),
    )


def _tell(place: int, days: int, chance: random.Random) -> Event:
    day = FIRST + timedelta(days=days)
    agency = AGENCIES[(place // 2 + place) % len(AGENCIES)]
    return Event(
        f"C-{place:010d}",
        When(day.isoformat(), day, day, precision=Precision.DAY, qualifier=Qualifier.EXACT),
        agency,
        f"{SEEN}. {place}: {WORDS}"[: chance.randrange(280, 320)],
        Origin(f"{agency}.xlsx", "Chronology", place + 2),
        contact_type="Home visit",
    )


def _flag(event: Event, chance: random.Random) -> Flag:
    answer = chance.choice(_ANSWERS)
    silent = answer is Answer.NOT_RECORDED
    return Flag(
        event.id,
        "Robin Ashdown",
        Question.SEEN,
        answer,
        Reason.SILENT if silent else Reason.IN_SIGHT,
        () if silent else (Evidence(SEEN, "text", 0, len(SEEN)),),
    )


def _link(events: tuple[Event, ...], place: int) -> Contact:
    one, other = events[place : place + 2]
    differ = Difference(DifferenceKind.TIME, (Said(one.id, "14:30"), Said(other.id, "15:00")))
    return Contact(
        f"Contact {place // 7 + 1}",
        (one.id, other.id),
        6.0,
        ("same day", "both name PC Hale"),
        (differ,) if place % 2 else (),
    )
