"""What stands before the chronology: what it is, of what it was made, and what it does not say."""

from collections.abc import Iterator, Sequence
from datetime import date

from chronolator.model import Case, Child, Chronology, ContactStatus, Event
from chronolator.rows import is_in_period, name_day
from chronolator.write.evidence import Look
from chronolator.write.palette import colour_agencies
from chronolator.write.word.blocks import Block
from chronolator.write.word.markup import Cell, Paragraph, Run, Table, make_text
from chronolator.write.word.styles import EVIDENCE, MARKING, NORMAL, SECTION, TITLE

NAME = "Integrated chronology"
_MEANING = (
    "“Not recorded” means that the returns do not say so. It does not mean that it did not happen: "
    "a child may have been seen and nobody wrote it down, or in the records of an agency that sent "
    "no return. The agencies' words are as they wrote them; whether they are right is not decided "
    "here."
)
_READING = (
    " are those on which an answer about a child rests: was the child seen by a professional at "
    "this contact; seen alone, without a parent or carer; are the child's own words, wishes or "
    "feelings there. Words that are struck through were withdrawn by the agency. A date is shown "
    "as finely as it is known; where no time is written, the place of an entry within its day is "
    "assumed."
)


def write_opening(
    chronology: Chronology,
    made_on: date,
    left_out: Sequence[str],
    blocks: Sequence[Block],
    *,
    by_contact: bool,
) -> Iterator[str]:
    """The title, and the paragraphs below it. `left_out`: headings of columns not shown."""
    case = chronology.case
    if case.marking:
        yield str(make_text(case.marking, MARKING))
    yield str(make_text(name_document(case), TITLE))
    told = [
        _tell_what(chronology, made_on),
        *_tell_counts(chronology, by_contact=by_contact),
    ]
    yield str(make_text(" ".join(told), NORMAL))
    if any(block.is_answers for block in blocks):
        yield str(Paragraph((Run("Words in bold", style=EVIDENCE), Run(_READING)), NORMAL))
        yield str(make_text(_MEANING, NORMAL))
    if left_out:
        listed = "; ".join(left_out)
        yield str(make_text(f"Not shown here, and in the full workbook: {listed}.", NORMAL))


def name_document(case: Case) -> str:
    """The title of the document."""
    return f"{NAME}: {case.title}" if case.title else NAME


def write_returns(chronology: Chronology) -> Iterator[str]:
    """The agencies with their colours, their returns, and what these hold."""
    yield str(make_text("The returns", SECTION))
    yield from Table(
        "The returns",
        "One row an agency: its files, and how many entries they hold, from which day to which.",
        ("Agency", "Files", "Entries", "First dated entry", "Last dated entry"),
        (7.0, 10.7, 2.2, 3.4, 3.4),
        _list_agencies(chronology),
    ).list_parts()


def _list_agencies(chronology: Chronology) -> Iterator[list[Cell]]:
    events = [event for event in chronology.events if not event.own]
    colours = colour_agencies([event.agency for event in chronology.events])
    repeated = [one.other for one in chronology.duplicates]
    for agency in dict.fromkeys(event.agency for event in events):
        hers = [event for event in events if event.agency == agency]
        again = [one for one in repeated if one.agency == agency]
        files = dict.fromkeys(event.origin.file for event in (*hers, *again))
        yield [
            Cell((Paragraph((Run(agency, Look.NAME),)),), bar=colours[agency]),
            *_tell_files(files, hers),
        ]
    known = {event.origin.file for event in (*events, *repeated)}
    for source in chronology.sources:
        if source.file not in known:
            known.add(source.file)
            yield [_make_cell(source.agency), *_tell_files({source.file: None}, [])]


def _tell_files(files: dict[str, None], events: Sequence[Event]) -> list[Cell]:
    days = [day for event in events for day in (event.when.first, event.when.last) if day]
    ends = (name_day(min(days)), name_day(max(days))) if days else ("", "")
    return [_make_cell(told) for told in (", ".join(files), f"{len(events):,}", *ends)]


def _make_cell(words: str) -> Cell:
    return Cell((Paragraph((Run(words),)),))


def _tell_what(chronology: Chronology, made_on: date) -> str:
    case = chronology.case
    agencies = {event.agency for event in chronology.events if not event.own}
    files = {source.file for source in chronology.sources}
    children = _join([_name_child(child) for child in case.children])
    return (
        f"This is what {_count(len(agencies), 'agency', 'agencies')} recorded about {children}"
        f"{_tell_period(case)}. It was put together on {name_day(made_on)} from "
        f"{_count(len(files), 'file')} that the agencies sent, and holds "
        f"{_count(len(chronology.events), 'entry', 'entries')} in the order of their dates."
    )


def _name_child(child: Child) -> str:
    dates = (("born", child.born), ("died", child.died))
    told = ", ".join(f"{word} {name_day(day)}" for word, day in dates if day)
    return f"{child.name} ({told})" if told else child.name


def _tell_period(case: Case) -> str:
    if case.first and case.last:
        return f", for the review period from {name_day(case.first)} to {name_day(case.last)}"
    if case.first:
        return f", for the review period from {name_day(case.first)}"
    return f", for the review period to {name_day(case.last)}" if case.last else ""


def _tell_counts(chronology: Chronology, *, by_contact: bool) -> Iterator[str]:
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


def _join(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
