"""Entries -> events without those that repeat another, as the author decided."""

from collections.abc import Sequence
from datetime import date

from chronolator import notes
from chronolator.accounting import count_rows
from chronolator.duplicates import follow_rows, search_duplicates, settle_duplicates
from chronolator.model import Case, Chronology, DecisionsFile, Earlier, Event, Reading, Rules
from chronolator.normalise import add_titles, name_terms, normalise
from chronolator.seen import find_genders

Followed = dict[str, tuple[str, str]]
"""By the id of a row that is gone: the id that it has now, and by what it is known."""


def arrange(
    reading: Reading,
    case: Case,
    *,
    rules: Rules,
    decisions: DecisionsFile | None = None,
    earlier: Earlier | None = None,
    merged_on: date | None = None,
) -> tuple[Chronology, Followed]:
    """The rows of what was read as events, with what is repeated and what is doubtful, as the
    author decided in a file or an `earlier` workbook; nothing is looked for in them, and they stand
    in the order of the returns. And of rows of the earlier workbook that are gone what each is now,
    and why it is held to be the same.
    """
    events, doubts = normalise(
        reading.entries,
        {(one.file, one.sheet): one.agency for one in reading.sources},
        case,
        rules.dates,
        merged_on,
        no_names=rules.headings.title_words,
        subjects=rules.seen.subject_headings,
    )
    events = add_titles(events, reading.sources)
    search = search_duplicates(events, case, rules)
    repeats = settle_duplicates(search)
    followed = _follow(earlier, events, repeats.kept, rules)
    settled = notes.settle_decisions(decisions, earlier, events, followed)
    decided = notes.pair_duplicates(settled)
    if decided.together or decided.apart:
        repeats = settle_duplicates(search, decided)
    confirmed = notes.confirm_decisions(settled, repeats.duplicates, repeats.kept)
    arranged = Chronology(
        case=case,
        events=tuple(repeats.kept),
        not_events=reading.not_events,
        duplicates=repeats.duplicates,
        changes=repeats.changes,
        decisions=confirmed,
        problems=(
            *reading.problems,
            *doubts,
            *repeats.problems,
            *notes.tell_decisions(confirmed, decisions, earlier, followed),
        ),
        sources=count_rows(reading.sources, repeats.kept, repeats.duplicates, reading.not_events),
        glossary=name_terms(reading.glossary, events, case),
        genders=find_genders(events, case, rules.seen, rules.agencies),
    )
    return arranged, followed


def _follow(
    earlier: Earlier | None, events: Sequence[Event], kept: Sequence[Event], rules: Rules
) -> Followed:
    if earlier is None:
        return {}
    # A row that she deleted was there before, and is no other's new version.
    came = [event for event in kept if event.id not in earlier.deleted]
    waiting = {one.note.id: one.row for one in earlier.unplaced if one.note.id}
    listed = (*earlier.repeated, *waiting.values())
    return follow_rows(
        (*earlier.events, *listed),
        came,
        {event.id for event in events},
        rules.versions.following,
        {row.id for row in listed},
    )
