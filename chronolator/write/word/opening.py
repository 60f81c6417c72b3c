"""What stands before the chronology: what it is, of what it was made, and what it does not say."""

from collections.abc import Iterator, Sequence
from datetime import date

from chronolator.model import Chronology, Event
from chronolator.rows import name_day
from chronolator.write.evidence import Look
from chronolator.write.opening import MEANING, name_document, tell_counts, tell_what
from chronolator.write.palette import colour_agencies
from chronolator.write.word.blocks import Block
from chronolator.write.word.markup import Cell, Paragraph, Run, Table, make_text
from chronolator.write.word.styles import EVIDENCE, MARKING, NORMAL, SECTION, TITLE

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
        tell_what(chronology, made_on),
        *tell_counts(chronology, by_contact=by_contact),
    ]
    yield str(make_text(" ".join(told), NORMAL))
    if any(block.is_answers for block in blocks):
        yield str(Paragraph((Run("Words in bold", style=EVIDENCE), Run(_READING)), NORMAL))
        yield str(make_text(MEANING, NORMAL))
    if left_out:
        listed = "; ".join(left_out)
        yield str(make_text(f"Not shown here, and in the full workbook: {listed}.", NORMAL))


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
