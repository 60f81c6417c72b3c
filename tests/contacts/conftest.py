"""Events of several agencies, and what is linked of them."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any

import pytest

from chronolator.contacts import describe_contacts, link_events
from chronolator.model import Case, Contact, Event, Flag, Origin, Precision, Qualifier, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

DAY = date(2019, 3, 12)
EVIDENCE = load_evidence()
AGENCIES = load_agencies()


def make_event(
    agency: str,
    text: str,
    at: str = "",
    *,
    day: date | None = DAY,
    last: date | None = None,
    name: str = "",
    until: str = "",
    **fields: Any,
) -> Event:
    clock = time.fromisoformat(at) if at else None
    when = When(
        f"{day:%d/%m/%Y} {at}".strip() if day else "",
        day,
        last or day,
        clock,
        time.fromisoformat(until) if until else None,
        fields.pop("precision", Precision.MINUTE if at else Precision.DAY),
        fields.pop("qualifier", Qualifier.EXACT),
    )
    return Event(
        name or f"C-{agency}-{text}-{at}-{day}",
        when,
        agency,
        text,
        Origin(f"{agency}.csv", "", 1),
        **fields,
    )


def link(
    events: Sequence[Event], flags: Sequence[Flag] = (), case: Case | None = None
) -> tuple[Contact, ...]:
    return describe_contacts(link_events(events, case or Case(), EVIDENCE, AGENCIES), flags)


@pytest.fixture(name="make_event")
def _make_event() -> Callable[..., Event]:
    return make_event


@pytest.fixture(name="link")
def _link() -> Callable[..., tuple[Contact, ...]]:
    return link
