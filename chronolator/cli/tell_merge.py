"""Tells what a merge has made: the returns, the counts, what was carried, what to look at."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from chronolator.accounting import sum_counts
from chronolator.cli import show
from chronolator.columns import MOST_ROWS, share_out
from chronolator.model import (
    THE_CHILD,
    Answer,
    Chronology,
    ContactStatus,
    Counts,
    Duplicate,
    Expectation,
    Problem,
    ProblemKind,
    Question,
)
from chronolator.problems import group_problems
from chronolator.rows.by_contact import gather_events

_UNNAMED = (
    "No case file names the children: a sighting of any of them counts. chron init asks for them."
)
_MOST = 5
"""So many problems that ask for the same are told, the others only counted."""
_TOLD_ALREADY = {ProblemKind.FILE_NOT_READ, ProblemKind.NOT_CARRIED}


def tell_merge(chronology: Chronology, target: Path, *, verbose: bool, collapse: bool) -> None:
    """All that a user is told of the new chronology at `target`; `verbose` lists every problem."""
    console = show.open_console()
    console.print(make_accounts(chronology))
    show.say()
    linked = [one for one in chronology.contacts if one.status is ContactStatus.LINKED]
    show.say(
        f"{target}: {show.count(len(chronology.events), 'entry', 'entries')}, "
        f"{_tell_duplicates(chronology.duplicates)}, "
        f"{show.count(len(linked), 'contact')} told by more than one agency, "
        f"{len(chronology.one_sided):,} told by one side only.",
        style="bold",
    )
    if collapse:
        show.say(
            f"In {show.count(len(gather_events(chronology)), 'row')}, one a contact: a copy for "
            "reading. Notes go into the full workbook, which has the sheets named here."
        )
    _tell_parts(chronology, target, collapse=collapse)
    for child in chronology.case.children:
        show.say(_tell_child(chronology, child.name))
    if chronology.case.children == (THE_CHILD,):
        show.say(_UNNAMED)
    for expectation in chronology.expectations:
        show.say(_tell_expectation(expectation))
    _tell_problems(chronology.problems, verbose=verbose)


def _tell_parts(chronology: Chronology, target: Path, *, collapse: bool) -> None:
    """Where the chronology goes on, if it is longer than a sheet."""
    rows = len(gather_events(chronology)) if collapse else len(chronology.events)
    parts = len(share_out(rows))
    if parts > 1 and target.suffix.casefold() == ".xlsx":
        show.say(
            f"A sheet of Excel holds no more than {MOST_ROWS:,} rows, so these stand on {parts} "
            "sheets: the next one, whose name ends in (2), goes on in the same columns."
        )


def _tell_duplicates(duplicates: Sequence[Duplicate]) -> str:
    marked = f"{show.count(len(duplicates), 'duplicate')} marked"
    versions = sum(one.of_earlier_version for one in duplicates)
    return f"{marked} ({versions:,} from an earlier version of a return)" if versions else marked


def tell_not_carried(problems: Sequence[Problem], *, quiet: bool) -> None:
    """What of the author's is not carried from the earlier workbook, before the new one is written;
    where the rest is to be quiet, on the error stream.
    """
    told = [one for one in problems if one.kind is ProblemKind.NOT_CARRIED]
    if told:
        show.say("Not carried from the earlier workbook:", errors=quiet, style="bold")
    show.say_groups(group_problems(told), errors=quiet)


def _tell_child(chronology: Chronology, child: str) -> str:
    gaps = [gap for gap in chronology.gaps if gap.child == child and gap.by is None]
    seen = sum(
        flag.child == child and flag.question is Question.SEEN and flag.answer is Answer.YES
        for flag in chronology.flags
    )
    name = child[:1].upper() + child[1:]
    told = f"{name}: recorded as seen in {show.count(seen, 'entry', 'entries')}; "
    if not gaps:
        return (
            told + f"no stretch of more than {chronology.case.unseen_days} days without a sighting."
        )
    longest = max(gaps, key=lambda gap: gap.days)
    return (
        told + f"{show.count(len(gaps), 'stretch', 'stretches')} of more than "
        f"{chronology.case.unseen_days} days without a recorded sighting, the longest "
        f"{longest.days} days ({show.name_day(longest.first)} to {show.name_day(longest.last)})."
    )


def _tell_expectation(expectation: Expectation) -> str:
    told = f"{expectation.visiting.child}, {expectation.words}: "
    if expectation.remark:
        return told + "not held against the sightings, see the sheet Expectations."
    longer = show.count(len(expectation.longer), "interval")
    return told + f"{longer} longer than that, see the sheet Expectations."


def make_accounts(chronology: Chronology) -> object:
    """The table of sources with what became of their rows; its last line adds them up."""
    table = show.make_table(
        "Return", "Rows", "Entries", "Duplicates", "Not entries", numbers=(1, 2, 3, 4)
    )
    for source in chronology.sources:
        place = f"{source.file}: {source.sheet}" if source.sheet else source.file
        show.add_row(table, place, *_tell_counts(source.counts))
    show.add_row(table, "All", *_tell_counts(sum_counts(chronology.sources)), style="bold")
    return table


def _tell_counts(counts: Counts) -> Iterator[str]:
    numbers = (counts.not_blank, counts.events, counts.duplicates, counts.not_events)
    return (f"{number:,}" for number in numbers)


def _tell_problems(problems: Sequence[Problem], *, verbose: bool) -> None:
    told = [one for one in problems if one.kind not in _TOLD_ALREADY]
    if not problems:
        return
    show.say()
    apart = len(problems) - len(told)
    end = ":" if told else "."
    named = f"; {apart:,} of them named apart" if apart else ""
    show.say(f"To look at ({len(problems):,}, on the sheet Problems{named}){end}", style="bold")
    if verbose:
        for problem in told:
            show.say(f"  {show.tell_problem(problem)}")
        return
    show.say_groups(group_problems(told), most=_MOST)
