"""Sightings and expectations as a test writes them."""

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from chronolator.model import (
    Answer,
    Event,
    Flag,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    When,
)

Told = tuple[Event, Flag]


@pytest.fixture
def tell() -> Callable[..., Told]:
    """An entry with its answer, Refs from C-1 in the order of the calls."""
    numbers = count(1)

    def make(
        first: date | None,
        last: date | None = None,
        *,
        answer: Answer = Answer.YES,
        precision: Precision = Precision.DAY,
        qualifier: Qualifier = Qualifier.EXACT,
        agency: str = "Police",
        question: Question = Question.SEEN,
        child: str = "Robin",
    ) -> Told:
        key = f"C-{next(numbers)}"
        when = When("as written", first, last or first, precision=precision, qualifier=qualifier)
        event = Event(key, when, agency, "what happened", Origin("f.csv", "", 2))
        return event, Flag(key, child, question, answer, Reason.IN_SIGHT)

    return make
