"""How the returns stand: what came, what it holds, and what is still awaited."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PureWindowsPath

from chronolator.model import (
    Agency,
    Awaited,
    Case,
    Chronology,
    Event,
    Field,
    Problem,
    ProblemKind,
    Reading,
    Return,
    Source,
    Whence,
)
from chronolator.words.files import find_agency_of_file, fits
from chronolator.words.fold import fold_name, holds


def list_returns(reading: Reading, chronology: Chronology) -> tuple[Return, ...]:
    """Every file that was read, in the order in which they were given.

    `chronology` is what came of the `reading`, with or without findings.
    """
    sheets: defaultdict[str, list[Source]] = defaultdict(list)
    for source in chronology.sources:
        sheets[source.file].append(source)
    kept = _gather(event for event in chronology.events if not event.own)
    repeated = _gather(duplicate.other for duplicate in chronology.duplicates)
    problems = Counter(one.origin.file for one in chronology.problems)
    whence = _find_whence(reading, chronology.case)
    unread = _find_unread(chronology)
    came = (
        _make_return(sources, kept[file], repeated[file], whence[file], problems[file])
        if kept[file] or repeated[file]
        else _make_empty(sources, chronology.case, problems[file])
        for file, sources in sheets.items()
    )
    return tuple(replace(one, sheets_read=one.sheets - unread[one.file]) for one in came)


def list_awaited(chronology: Chronology) -> tuple[Awaited, ...]:
    """The agencies of the case file none of whose records could be read."""
    read = {event.agency for event in chronology.events}
    read |= {one.other.agency for one in chronology.duplicates}
    unread = list_unread(chronology.problems)
    failed = {one.origin.file for one in unread}
    for source in chronology.sources:
        if source.file not in failed:  # a nil return, or headings alone: it is here all the same
            given = find_agency_of_file(source.file, chronology.case)
            read.add(given.name if given else source.agency)
    named = {fold_name(name) for name in read}
    return tuple(
        Awaited(agency.name, _tell_why(agency, unread))
        for agency in chronology.case.agencies
        if fold_name(agency.name) not in named
    )


def list_unread(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that tell of a file that could not be read."""
    return tuple(one for one in problems if one.kind is ProblemKind.FILE_NOT_READ)


def list_strangers(returns: Iterable[Return], case: Case) -> tuple[Return, ...]:
    """The returns whose agency a person should confirm: nothing but the file's name tells it, or
    the case file has agencies, and it is none of them.
    """
    known = {agency.name for agency in case.agencies}
    return tuple(
        one
        for one in returns
        if one.agencies
        and (
            {Whence.FILE_NAME, Whence.NOTHING} & set(one.whence)
            or (known and not known.issuperset(one.agencies))
        )
    )


def _tell_why(agency: Agency, unread: Sequence[Problem]) -> str:
    failed = [one.origin.file for one in unread if fits(one.origin.file, agency.files)]
    if failed:
        return f"{', '.join(failed)} could not be read"
    maybe = [one.origin.file for one in unread if _names(one.origin.file, agency)]
    if maybe:
        return f"{', '.join(maybe)} may be its return, and could not be read"
    if agency.files:
        told = " or ".join(f'"{pattern}"' for pattern in agency.files)
        return f"no file is named {told}"
    return "no return names it"


def _names(file: str, agency: Agency) -> bool:
    """True where the file's name holds that of the agency, or its short one."""
    told = fold_name(PureWindowsPath(file).stem)
    return any(name and holds(told, fold_name(name)) for name in (agency.name, agency.short))


def _find_unread(chronology: Chronology) -> Counter[str]:
    """How many sheets of each file were not read: one that was told apart as a glossary or the
    like, without entries, is read.
    """
    kinds = {ProblemKind.SHEET_NOT_READ, ProblemKind.FILE_NOT_READ}
    told = {(one.origin.file, one.origin.sheet) for one in chronology.problems if one.kind in kinds}
    return Counter(
        one.file
        for one in chronology.sources
        if not one.reader and told & {(one.file, one.sheet), (one.file, "")}
    )


def _gather(events: Iterable[Event]) -> defaultdict[str, list[Event]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.origin.file].append(event)
    return found


def _make_return(
    sources: Sequence[Source],
    kept: Sequence[Event],
    repeated: Sequence[Event],
    whence: Sequence[Whence],
    problems: int,
) -> Return:
    every = (*kept, *repeated)
    days = [day for one in every for day in (one.when.first, one.when.last) if day]
    return Return(
        sources[0].file,
        tuple(name for name, _ in Counter(one.agency for one in every).most_common()),
        tuple(whence),
        sheets=len(sources),
        sheets_read=len(sources),
        rows=sum(source.counts.not_blank for source in sources),
        entries=len(kept),
        dated=sum(bool(one.when.known_day) for one in kept),
        first=min(days, default=None),
        last=max(days, default=None),
        problems=problems,
    )


def _make_empty(sources: Sequence[Source], case: Case, problems: int) -> Return:
    """The return without an entry; only the case file or its titles can tell whose it is."""
    empty = _make_return(sources, (), (), (), problems)
    given = find_agency_of_file(empty.file, case)
    if given:
        return replace(empty, agencies=(given.name,), whence=(Whence.CASE,))
    titled = tuple(dict.fromkeys(one.agency for one in sources if one.agency))
    return replace(empty, agencies=titled, whence=(Whence.TITLES,) if titled else ())


def _find_whence(reading: Reading, case: Case) -> defaultdict[str, list[Whence]]:
    """What told the agencies of each file, in the order in which the agencies are named: the case
    file first, then a row's own cell, the titles, and the file's name.
    """
    titles = {(one.file, one.sheet): one.agency for one in reading.sources}
    found: defaultdict[str, list[Whence]] = defaultdict(list)
    with_column = {
        (one.origin.file, one.origin.sheet)
        for one in reading.entries
        if one.cells.get(Field.AGENCY)
    }
    for place in dict.fromkeys((one.origin.file, one.origin.sheet) for one in reading.entries):
        if find_agency_of_file(place[0], case):
            told = Whence.CASE
        elif place in with_column:
            told = Whence.COLUMN
        else:
            told = Whence.TITLES if titles.get(place) else Whence.FILE_NAME
        if told not in found[place[0]]:
            found[place[0]].append(told)
    return found
