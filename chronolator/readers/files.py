"""One file of the inputs -> what it holds, whatever becomes of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from chronolator import workers
from chronolator.errors import ReaderError
from chronolator.model import Case, Origin, Problem, ProblemKind, Reading, Rules, Source
from chronolator.model.case import CASE_FILE
from chronolator.readers.inputs import InputFile, pass_over
from chronolator.readers.layouts.letters import read_nil
from chronolator.readers.layouts.of_children import list_headings
from chronolator.readers.opened import Opened
from chronolator.readers.package import is_ours
from chronolator.readers.passwords import Passwords
from chronolator.readers.protocol import Reader, Settings
from chronolator.readers.registry import select_readers
from chronolator.readers.sheet import read_sheets
from chronolator.words.files import find_agency_of_file, fits
from chronolator.words.fold import fold_name
from chronolator.workers import Limits, Pending

OPEN_FILE = "chronolator.readers.open:open_file"
INTEGRATED = "integrated"


def open_in_worker(
    path: Path, label: str, limits: Limits | None, passwords: Sequence[str] = ()
) -> Opened:
    """The sheets of the file, opened in a process apart. Raises `ReaderError`."""
    opened: Opened = _begin_in_worker(path, label, limits, passwords).finish()
    return opened


def _begin_in_worker(
    path: Path, label: str, limits: Limits | None, passwords: Sequence[str]
) -> Pending:
    place = str(path.absolute())  # the worker may have started in another folder
    return workers.begin(label, OPEN_FILE, place, label, passwords, limits=limits)


def open_files(
    files: Sequence[InputFile], case: Case, limits: Limits | None, passwords: Passwords
) -> Iterator[Opened | Reading]:
    """The sheets of each file, or what is told of one that is not read. While the caller reads the
    one, the next is opened.
    """
    beginning = (_begin(file, case, limits, passwords) for file in files)
    begun = next(beginning, None)
    for file in files:
        opened = _finish(file, begun, limits, passwords)
        begun = next(beginning, None)
        yield opened


def _begin(
    file: InputFile, case: Case, limits: Limits | None, passwords: Passwords
) -> Pending | Reading:
    agency = find_agency_of_file(file.label, case)
    passed = pass_over(file, is_return=agency is not None)
    if passed is not None:
        return Reading(problems=(passed,))
    return _begin_in_worker(file.path, file.label, limits, passwords.list_for(file.label))


def _finish(
    file: InputFile, begun: Pending | Reading | None, limits: Limits | None, passwords: Passwords
) -> Opened | Reading:
    if isinstance(begun, Reading):
        return begun
    tried = iter([begun])

    def open_with(known: Sequence[str]) -> Opened:
        pending = next(tried, None) or _begin_in_worker(file.path, file.label, limits, known)
        opened: Opened = pending.finish()
        return opened

    try:
        return passwords.open(file.label, open_with)
    except ReaderError as error:
        return _say_not_read(file, str(error), error.hint)


def read_file(
    file: InputFile, opened: Opened | Reading, case: Case, readers: Sequence[Reader], rules: Rules
) -> Reading:
    """Every row of the file that is not blank, as an entry, or as not an event and why.

    `opened` is what `open_files` gave for it. A file that cannot be read, or holds no entry, is
    told in the problems.
    """
    if isinstance(opened, Reading):
        return opened
    agency = find_agency_of_file(file.label, case)
    if is_ours(file.path):
        readers = select_readers(INTEGRATED)  # its sheets of findings are no return
    settings = Settings(
        rules.headings,
        rules.agencies,
        rules.dates,
        agency.columns if agency else {},
        agency=agency.name if agency else "",
        layouts=rules.layouts,
        known=tuple(one.name for one in case.agencies),
        children=list_headings(case.children),
    )
    parts = read_sheets(opened.sheets, readers, settings, opened.sha256)
    filled = [part for part in parts if part.sources[0].counts.not_blank]
    if not filled:
        return _say_not_read(
            file, f"{file.label}: nothing stands in it", "Ask the agency for its return."
        )
    reading = join_readings(filled)
    if reading.entries:
        return reading
    nil = read_nil(reading, rules.headings, rules.agencies, settings.known)
    return nil or _say_no_entry(file, reading)


def tell_idle_patterns(
    files: Iterable[InputFile], case: Case, sources: Iterable[Source]
) -> tuple[Problem, ...]:
    """A problem where the case file gives files to no agency, and has agencies none of whose
    patterns fits a file: the one may be meant by the other. What the titles of the `sources` name
    is known.
    """
    labels = [file.label for file in files]
    names = {fold_name(agency.name) for agency in case.agencies}
    titled = {one.file: fold_name(one.agency) for one in sources if fold_name(one.agency) in names}
    homeless = [
        one for one in labels if one not in titled and find_agency_of_file(one, case) is None
    ]
    idle = [
        agency.name
        for agency in case.agencies
        if agency.files
        and not any(fits(label, agency.files) for label in labels)
        and fold_name(agency.name) not in titled.values()
    ]
    if not (homeless and idle):
        return ()
    message = (
        f"{', '.join(homeless)}: given to no agency by the case file, and no file fits the names "
        f"that it gives for {', '.join(idle)}"
    )
    hint = (
        "Agencies without a file, and files without an agency: if one is the return of the other, "
        "correct files in case.toml."
    )
    place = homeless[0] if len(homeless) == 1 else CASE_FILE
    return (Problem(Origin(place), ProblemKind.CASE, message, hint),)


def _say_no_entry(file: InputFile, reading: Reading) -> Reading:
    is_table = any(source.reader for source in reading.sources)
    return _say_empty(file, reading) if is_table else _say_no_table(file, reading)


def _say_no_table(file: InputFile, reading: Reading) -> Reading:
    """The reading of a file in which no sheet was recognised: the file as a whole is not read."""
    reasons = dict.fromkeys(one.reason for one in reading.not_events)
    unread = [one for one in reading.problems if one.kind is ProblemKind.SHEET_NOT_READ]
    if not unread:
        what = f"{file.label}: no entries stand in it, but this: {', '.join(reasons)}"
        hint = "Ask the agency for its chronology, or for a nil return."
        told = Problem(Origin(file.label), ProblemKind.FILE_NOT_READ, what, hint)
        return replace(reading, problems=(told, *reading.problems))
    first = unread[0]
    told = replace(
        first,
        origin=Origin(file.label),
        kind=ProblemKind.FILE_NOT_READ,
        message=f"{file.label}: {first.message.removeprefix(f'{first.origin}: ')}",
    )
    others = tuple(one for one in reading.problems if one is not first)
    return replace(reading, problems=(told, *others))


def join_readings(parts: Sequence[Reading]) -> Reading:
    """What all the parts hold, in their order."""
    return Reading(
        entries=tuple(one for part in parts for one in part.entries),
        not_events=tuple(one for part in parts for one in part.not_events),
        problems=tuple(one for part in parts for one in part.problems),
        sources=tuple(one for part in parts for one in part.sources),
        glossary=tuple(one for part in parts for one in part.glossary),
    )


def _say_not_read(file: InputFile, message: str, hint: str) -> Reading:
    problem = Problem(Origin(file.label), ProblemKind.FILE_NOT_READ, message, hint)
    return Reading(problems=(problem,))


def _say_empty(file: InputFile, reading: Reading) -> Reading:
    """The reading of a file that holds headings and nothing below them."""
    problem = Problem(
        Origin(file.label),
        ProblemKind.READING_UNCERTAIN,
        f"{file.label}: a table is there, and no entry in it",
        "Ask the agency if it has nothing to report, or sent an empty form.",
    )
    return replace(reading, problems=(*reading.problems, problem))
