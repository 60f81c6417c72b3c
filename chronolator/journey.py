"""The order of the work: files -> entries (`read`), entries -> chronology (`integrate`)."""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import chain
from pathlib import Path

from chronolator import notes
from chronolator.arranging import arrange
from chronolator.case import load_case, load_decisions
from chronolator.contacts import (
    compare_words,
    describe_contacts,
    find_one_sided,
    gather_contacts,
    link_events,
    number_contacts,
)
from chronolator.earlier import Written, carry_written, make_reader, require_returns
from chronolator.gaps import run_clocks, run_expected
from chronolator.history import tell_history
from chronolator.model import (
    Case,
    Chronology,
    Clock,
    DecisionsFile,
    Earlier,
    Event,
    Expectation,
    Flag,
    Question,
    Reading,
    Rules,
)
from chronolator.order import find_places, sort_events
from chronolator.proposals import tell_unnamed_children
from chronolator.questions import list_queries
from chronolator.readers.files import (
    join_readings,
    open_files,
    read_file,
    tell_idle_patterns,
)
from chronolator.readers.inputs import find_inputs
from chronolator.readers.passwords import AskPassword, Passwords
from chronolator.readers.registry import select_readers
from chronolator.rules import load_rules
from chronolator.seen import add_genders, sort_by_key, tell_problems
from chronolator.visiting import find_expectations
from chronolator.workers import Limits
from chronolator.workers.shared import share

_PIECE = 100
"""So many events are handed over at once: at the end the last are waited for."""
Place = str | os.PathLike[str]
Tell = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and of how much."""

FLAGGER = "chronolator.seen:make_flagger"


def integrate(  # noqa: PLR0913  all but two are options, given by name
    files: Place | Iterable[Place],
    case: Case | Place | None = None,
    *,
    decisions: DecisionsFile | Place | None = None,
    rules: Rules | None = None,
    reader: str | None = None,
    limits: Limits | None = None,
    ask_password: AskPassword | None = None,
    merged_on: date | None = None,
) -> Chronology:
    """The integrated chronology of the files: paths, folders or patterns.

    `case` is a `Case` or the path of a case file, `decisions` what `load_decisions` gives or the
    path of such a file. Without a review period, two-digit years lie at or before `merged_on`. What
    cannot be read is told in the result's problems, and stops nothing; `ChronolatorError` is raised
    where an input means no file, or the case file or a file of rules is not as it should be.
    """
    known = take_case(case)
    ruled = rules or load_rules()
    decided = _take_decisions(decisions)
    reading = read(
        files, known, rules=ruled, reader=reader, limits=limits, ask_password=ask_password
    )
    return conclude(reading, known, rules=ruled, decisions=decided, merged_on=merged_on)


def read(
    files: Place | Iterable[Place],
    case: Case | Place | None = None,
    *,
    rules: Rules | None = None,
    reader: str | None = None,
    limits: Limits | None = None,
    progress: Tell | None = None,
    ask_password: AskPassword | None = None,
) -> Reading:
    """What the files hold: every row that is not blank as an entry, or as not an event and why.

    `reader` names the one reader to use. Files are opened in a process apart, within the
    limits; a file that cannot be read costs itself alone and is told in the problems.
    `ask_password` is called where a file asks for a password and the case gives none.
    """
    known = take_case(case)
    ruled = rules or load_rules()
    found = find_inputs([files] if isinstance(files, str | os.PathLike) else files)
    readers = select_readers(reader)
    opening = open_files(found, known, limits, Passwords(known, ask_password))
    parts = []
    for number, file in enumerate(found):
        if progress:
            progress(f"Reading {file.label}", number, len(found))
        parts.append(read_file(file, next(opening), known, readers, ruled))
    told = [source for part in parts for source in part.sources]
    return join_readings([*parts, Reading(problems=tell_idle_patterns(found, known, told))])


def conclude(  # noqa: PLR0913  the same
    reading: Reading,
    case: Case,
    *,
    rules: Rules,
    decisions: DecisionsFile | None = None,
    earlier: Earlier | None = None,
    replaced: Earlier | None = None,
    without: Collection[str] = (),
    merged_on: date | None = None,
    merged_at: time | None = None,
    further: bool = True,
) -> Chronology:
    """The chronology of what was read, with what the author decided, in a file or in an `earlier`
    workbook, and with what else she wrote there.

    `replaced` is the workbook in whose place the new one goes, where that is another one. Without
    `further` no further clocks are run: only a page tells them. Raises
    `OutputError` where the earlier workbook was made from a return that is not read now, unless its
    agency stands in `without`: its rows would vanish.
    """
    if earlier is not None:
        require_returns(earlier, reading, case, without)
        reader = make_reader(case, rules, merged_on)
        earlier = notes.restore_returned(earlier, reading.entries, reader)
    flagging = share(FLAGGER, (rules.seen, rules.agencies), len(reading.entries) // _PIECE)
    arranged, followed = arrange(
        reading, case, rules=rules, decisions=decisions, earlier=earlier, merged_on=merged_on
    )
    written = Written(arranged)
    if earlier is not None:
        written = carry_written(arranged, followed, earlier, case, rules, merged_on)
    told, own = written.chronology, written.own
    every = (*told.events, *own)
    gendered = add_genders(case, told.genders)
    flagging.give(
        [
            (known, some[at : at + _PIECE])
            for known, some in sort_by_key(every, gendered, told.glossary, rules.seen.titles)
            for at in range(0, len(some), _PIECE)
        ]
    )
    decided = notes.pair_contacts(told.decisions)
    linked = link_events(told.events, case, rules.evidence, rules.agencies, decided)
    differences = compare_words(linked)
    gathered = gather_contacts(linked)
    places, misplaced = find_places(told.notes, earlier.path if earlier else "", own)
    ordered = sort_events(every, gathered, places)
    one_sided = find_one_sided(linked, gathered, ordered, case, rules.one_sided, rules.agencies)
    unnamed = tell_unnamed_children(ordered, case, rules)
    found = _sort_flags(chain.from_iterable(flagging.finish()), every)
    flags, answers = notes.correct_answers(found, written.answers, own)
    contacts = describe_contacts(linked, flags, differences)
    del linked, differences  # the words of all rows: they would stand beside what is written
    clocks: dict[Question, tuple[Clock, ...]] = {
        of: run_clocks(ordered, flags, case, of=of, rules=rules.gaps, agencies=rules.agencies)
        if further or of is Question.SEEN
        else ()
        for of in Question
    }
    made = replace(
        told,
        events=ordered,
        flags=flags,
        contacts=number_contacts(contacts, ordered),
        one_sided=one_sided,
        gaps=tuple(gap for clock in clocks[Question.SEEN] for gap in clock.gaps),
        clocks=clocks[Question.SEEN],
        further_clocks=(*clocks[Question.ALONE], *clocks[Question.VIEWS]),
        expectations=hold_expectations(ordered, flags, case, rules),
        corrections=(*answers, *told.corrections),
        unread=earlier.unread if earlier else (),
        problems=(
            *told.problems,
            *(notes.tell_replaced(replaced, earlier) if replaced and earlier else ()),
            *tell_problems(ordered, flags),
            *unnamed,
            *misplaced,
        ),
    )
    return replace(
        made,
        queries=list_queries(reading, made, rules),
        history=tell_history(
            notes.mark_reworded(earlier) if earlier else None, made, followed, merged_on, merged_at
        ),
    )


def _sort_flags(flags: Iterable[Flag], events: Sequence[Event]) -> tuple[Flag, ...]:
    """The flags in the order of the events."""
    places = {event.id: number for number, event in enumerate(events)}
    return tuple(sorted(flags, key=lambda flag: places[flag.event]))


def hold_expectations(
    events: Sequence[Event], flags: Sequence[Flag], case: Case, rules: Rules
) -> tuple[Expectation, ...]:
    """The visits that the case expects, held against the sightings that the flags tell.

    Raises `CaseError` where an agency is expected that neither the case nor the events know.
    """
    if not case.visiting:
        return ()
    clocks = run_expected(events, flags, case, rules=rules.gaps, agencies=rules.agencies)
    return find_expectations(clocks, events, case)


def take_case(case: Case | Place | None) -> Case:
    """The case handed over, or the one of the file named, or the empty one."""
    if isinstance(case, Case):
        return case
    return Case() if case is None else load_case(Path(case))


def _take_decisions(decisions: DecisionsFile | Place | None) -> DecisionsFile | None:
    if decisions is None or isinstance(decisions, DecisionsFile):
        return decisions
    return load_decisions(Path(decisions))
