"""What every copy for reading says first: what it is, of what it was made, what it does not say."""

from collections.abc import Iterator
from datetime import date

from chronolator.model import Case, Child, Chronology, ContactStatus
from chronolator.model.values import join_words
from chronolator.rows import is_in_period, name_day

NAME = "Integrated chronology"
NO_PERIOD = "none is set in the case file"
MEANING = (
    "“Not recorded” means that the returns do not say so. It does not mean that it did not happen: "
    "a child may have been seen and nobody wrote it down, or in the records of an agency that sent "
    "no return. The agencies' words are as they wrote them; whether they are right is not decided "
    "here."
)


def name_document(case: Case) -> str:
    """The title of the copy."""
    return f"{NAME}: {case.title}" if case.title else NAME


def tell_what(chronology: Chronology, made_on: date) -> str:
    """What it holds, of whom, for which days, and of how many returns it was made."""
    case = chronology.case
    agencies = {event.agency for event in chronology.events if not event.own}
    files = {source.file for source in chronology.sources}
    children = join_words([name_child(child) for child in case.children])
    period = tell_period(case)
    days = f", for the review period {period}" if period else ""
    return (
        f"This is what {_count(len(agencies), 'agency', 'agencies')} recorded about {children}"
        f"{days}. It was put together on {name_day(made_on)} from "
        f"{_count(len(files), 'file')} that the agencies sent, and holds "
        f"{_count(len(chronology.events), 'entry', 'entries')} in the order of their dates."
    )


def name_child(child: Child) -> str:
    """The child's name, with the days of its birth and death where they are known."""
    dates = (("born", child.born), ("died", child.died))
    told = ", ".join(f"{word} {name_day(day)}" for word, day in dates if day)
    return f"{child.name} ({told})" if told else child.name


def describe_child(child: Child, chronology: Chronology) -> str:
    """The child with what is known of it, and how its gender is known where the records tell it."""
    born = f", born {name_day(child.born)}" if child.born else ""
    gender = f", a {child.gender}" if child.gender else ""
    for one in chronology.genders:
        if one.child == child.name:
            entries = f" in {one.times} entries about this child" if one.times > 1 else ""
            why = f"the returns say “{one.words}”{entries}" if one.times else "by the first name"
            gender = f", taken for a {one.gender}: {why}"
    died = f", died {name_day(child.died)}" if child.died else ""
    return f"{child.name}{born}{died}{gender}"


def tell_period(case: Case) -> str:
    """From which day to which the review is, in words; "" where the case file sets neither."""
    first = f"from {name_day(case.first)}" if case.first else ""
    last = f"to {name_day(case.last)}" if case.last else ""
    return " ".join(filter(None, (first, last)))


def tell_counts(chronology: Chronology, *, by_contact: bool) -> Iterator[str]:
    """What is to be known of its entries, a sentence each."""
    events = chronology.events
    linked = [one for one in chronology.contacts if one.status is ContactStatus.LINKED]
    together = "stand in one row" if by_contact else "bear the same number"
    told = (
        (
            sum(not is_in_period(event.when, chronology.case) for event in events),
            "entry lies outside the review period.",
            "entries lie outside the review period.",
        ),
        (
            sum(event.own for event in events),
            "entry was added by the author of the review.",
            "entries were added by the author of the review.",
        ),
        (
            len(chronology.duplicates),
            "row of the returns that repeats another of the same agency is left out.",
            "rows of the returns that repeat others of the same agency are left out.",
        ),
        (
            len(linked),
            f"contact is told by more than one agency: its accounts {together}.",
            f"contacts are told by more than one agency: the accounts of each {together}.",
        ),
        (
            len(chronology.corrections),
            "cell is corrected by the author, and marked so where it is shown.",
            "cells are corrected by the author, and marked so where they are shown.",
        ),
    )
    yield from (_count(number, one, many) for number, one, many in told if number)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
