"""What every test of sightings needs: rules, and one row turned into answers.

The answers are those of phrases and columns alone, which the tests of rules hold each for itself.
`ask_weighed` gives those of the words weighed too, as a merge does; labelled rows hold them.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest

from chronolator.model import (
    Answer,
    Case,
    Child,
    Event,
    Flag,
    Gender,
    Origin,
    Person,
    Question,
    When,
)
from chronolator.model.rules.weights import Weights
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.words.agencies import find_kind

RULES, AGENCIES = load_seen(), load_agencies()
DAY = date(2020, 1, 6)
Ask = Callable[..., dict[tuple[str, Question], Flag]]


def make_event(text: str, agency: str = "Social Care", **cells: object) -> Event:
    when = cells.pop("when", When("", DAY, DAY))
    return Event("C-1", when, agency, text, Origin("f"), **cells)  # type: ignore[arg-type]  # a test's row


SISTERS = Case(
    children=(Child("Robyn Lunn", date(2010, 3, 2)), Child("Wren Lunn", date(2012, 3, 2))),
    people=(Person("Dana Lunn", "mother"),),
)


UNWEIGHED = replace(RULES, weights=Weights())


@lru_cache(64)  # one holds a megabyte and more, and the cases are many
def make_observer(case: Case, *, weighed: bool) -> Observer:
    """One for each case: its names are prepared once."""
    return Observer(Listener(RULES if weighed else UNWEIGHED, case), case)


@pytest.fixture
def ask() -> Ask:
    """Answers of one row by child's first name (the whole where two share it) and question; of "the
    child" unless told.
    """
    return _make_ask(weighed=False)


@pytest.fixture
def ask_weighed() -> Ask:
    """The same, the words being weighed too."""
    return _make_ask(weighed=True)


def _make_ask(*, weighed: bool) -> Ask:
    def flag(
        text: str,
        agency: str = "Social Care",
        case: Case | None = None,
        **cells: object,
    ) -> dict[tuple[str, Question], Flag]:
        event = make_event(text, agency, **cells)
        observer = make_observer(case or Case(), weighed=weighed)
        flags = observer.answer(event, find_kind(agency, AGENCIES))
        for one in flags:
            if one.answer in {Answer.YES, Answer.NO}:
                assert one.evidence
            for words in one.evidence:
                assert getattr(event, words.field)[words.start : words.end] == words.words
        names = {one.child for one in flags}
        firsts = [name.split()[0] for name in names]
        called = {name: first for name in names if firsts.count(first := name.split()[0]) == 1}
        return {(called.get(one.child, one.child), one.question): one for one in flags}

    return flag


@pytest.fixture
def lettered() -> Case:
    """Two children of whom records write the letter, which for one is an article too."""
    return Case(
        children=(
            Child("Jude Hale", aliases=("J",), gender=Gender.BOY),
            Child("Amelie Hale", aliases=("A",), gender=Gender.GIRL),
        )
    )


@pytest.fixture
def two() -> Case:
    return Case(
        children=(
            Child("Robin Ashdown", date(2015, 11, 3), ("RA",)),
            Child("Wren Ashdown", date(2010, 6, 14), ("WA",)),
        )
    )
