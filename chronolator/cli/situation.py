"""What a command starts from: the case file, what the options change in it, the limits."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from chronolator.cli.options import DEFAULT_TARGET
from chronolator.model import THE_CHILD, Case, Child, DecisionsFile, Earlier, Person
from chronolator.workers import Limits

_SIBLING = "sibling"


def load_case_named(named: Path | None) -> Case | None:
    """The case of the file named, else of case.toml in the working folder; None without one.

    A case.toml.txt there, as Notepad saves it, is not passed over in silence: it raises `CaseError`
    as a case file that is not there.
    """
    from chronolator.case import CASE_FILE, load_case

    path = named or _find_here(CASE_FILE)
    return load_case(path) if path else None


def load_decisions_named(named: Path | None) -> DecisionsFile | None:
    """The decisions of the file named, else of decisions.toml in the working folder; None without
    one. A decisions.toml.txt there raises `CaseError`, as for the case file.
    """
    from chronolator.case import DECISIONS_FILE, load_decisions

    path = named or _find_here(DECISIONS_FILE)
    return load_decisions(path) if path else None


def read_notes_named(named: Path, limits: Limits) -> Earlier:
    """The workbook that `--notes-from` names. Raises `ReaderError` where chron did not write it, or
    not for notes.
    """
    from chronolator.earlier import read_earlier
    from chronolator.errors import ReaderError
    from chronolator.readers.package import is_reading_copy

    earlier = read_earlier(named, limits)
    if earlier is None:
        copy = "a copy for reading, in which no notes are kept"
        raise ReaderError(
            f"{named}: " + (copy if is_reading_copy(named) else "not a workbook that chron wrote"),
            hint="Name the workbook in which the author wrote her notes.",
        )
    return earlier


def read_notes_here(limits: Limits) -> Earlier | None:
    """The integrated-chronology.xlsx of the working folder; None where there is none. One that
    chron did not write, or that has a password, is not passed over in silence: it is told.
    """
    from chronolator.cli import show
    from chronolator.earlier import read_earlier

    earlier = read_earlier(DEFAULT_TARGET, limits)
    if earlier is None and DEFAULT_TARGET.is_file():
        show.say(
            f"Nothing is taken from {DEFAULT_TARGET}: chron did not write it, or it is damaged or "
            "has a password.",
            errors=True,
        )
    return earlier


def read_before(
    notes_from: Path | None, target: Path | None, limits: Limits
) -> tuple[Earlier | None, Earlier | None]:
    """The workbook whose author's words are taken, and the one that is replaced, where that is
    another. `target`: the workbook to be written, None for a file beside it.
    """
    from chronolator.earlier import read_earlier
    from chronolator.errors import ReaderError

    if notes_from is None:
        earlier = read_earlier(target, limits) if target else read_notes_here(limits)
        return earlier and _name_kept(earlier, target), None
    earlier = _name_kept(read_notes_named(notes_from, limits), target)
    with suppress(ReaderError):  # a damaged one is what --notes-from helps out of
        return earlier, read_earlier(target, limits) if target else None
    return earlier, None


def _name_kept(earlier: Earlier, target: Path | None) -> Earlier:
    """The workbook, with the name under which it stands after the merge."""
    from chronolator.save import name_backup

    path = Path(earlier.path)
    is_replaced = target is not None and path.resolve() == target.resolve()
    return replace(earlier, kept_as=str(name_backup(path) if is_replaced else path))


def change_case(
    case: Case, children: list[str] | None, first: date | None, last: date | None
) -> Case:
    """The case with the children and the review period that the options name.

    A child that the case file knows, by name or alias, keeps what is known of it, and the others of
    the case stay known as siblings: what is said of them is not of this child. Raises `CaseError`
    where it names children, and not this one: a slip would make a child never seen.
    """
    from chronolator.errors import CaseError

    chosen = tuple(_find_child(case, name) for name in children or ()) or case.children
    siblings = tuple(
        Person(one.name, _SIBLING, one.aliases)
        for one in case.children
        if one not in chosen and one != THE_CHILD
    )
    changed = replace(
        case,
        children=chosen,
        people=(*case.people, *siblings),
        first=first or case.first,
        last=last or case.last,
    )
    if changed.first and changed.last and changed.last < changed.first:
        raise CaseError("The review period ends before it begins", hint="Exchange the two dates.")
    return changed


def take_today() -> date:
    """The day on the user's own clock: read here alone, and handed down."""
    return take_now().date()


def take_now() -> datetime:
    """The minute on the user's own clock, read as `take_today`."""
    return datetime.now().replace(second=0, microsecond=0)  # noqa: DTZ005  her own clock is meant


def make_limits(seconds: float | None, megabytes: int | None) -> Limits:
    """The limits of one file, with what the options change."""
    usual = Limits()
    return Limits(seconds or usual.seconds, megabytes or usual.megabytes)


def _find_here(name: str) -> Path | None:
    """The file in the working folder, also where it only bears its name with .txt behind it."""
    here = Path(name)
    return here if here.is_file() or here.with_name(f"{name}.txt").is_file() else None


def _find_child(case: Case, name: str) -> Child:
    from chronolator.errors import CaseError

    asked = name.casefold()
    for child in case.children:
        if asked in {one.casefold() for one in (child.name, *child.aliases)}:
            return child
    first = [child for child in case.children if child.name.casefold().split()[:1] == [asked]]
    if len(first) == 1:
        return first[0]
    if case.children == (THE_CHILD,):
        return Child(name)
    raise CaseError(
        f'The case has no child "{name}"',
        hint=f"It has: {', '.join(child.name for child in case.children)}.",
    )
