"""Write, read back, compare, move in; and keep what stood there before."""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chronolator.columns import Choice
from chronolator.errors import OutputError
from chronolator.model import Chronology
from chronolator.readers.package import is_ours
from chronolator.save.backups import keep, name_backup
from chronolator.save.forms import CONTACT_FORMS, FORMS, GAP_FORMS, Form, choose_form
from chronolator.save.holding import Standing, hold, sync

__all__ = [
    "ALL",
    "BACKUPS",
    "Saved",
    "check_gaps_target",
    "check_made_target",
    "check_target",
    "check_target_by_contact",
    "name_backup",
    "save",
    "save_by_contact",
    "save_gaps",
    "save_made",
]

BACKUPS = 3
ALL = Choice()
_SHORT_NAME = 6
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}  # Windows knows no quota


@dataclass(frozen=True, slots=True)
class Saved:
    """The file that was written, and the copy of the one that it replaced."""

    path: Path
    backup: Path | None = None


def save(
    chronology: Chronology,
    target: Path,
    *,
    merged_on: date,
    backups: int = BACKUPS,
    force: bool = False,
    choice: Choice = ALL,
    stood: Standing | None = None,
) -> Saved:
    """Write the chronology to `target`, in the form that its ending names.

    The file is written beside its place, read back, and only then moved in: a stop in the middle
    leaves the old file whole, and nothing beside it. What is replaced is kept as
    `NAME.backup-1.xlsx`, the newest, up to the number of `backups`, unless it holds the same as the
    new one. Raises `OutputError` where that cannot be, where a file stands there that chron did not
    write, unless `force`, where another chron writes there, and where something else stands there
    than what `stood` there when the work began: what was written since would be passed over.
    """
    check_target(target, force=force, choice=choice)
    form = choose_form(target, FORMS)
    return _save(chronology, target, form, merged_on, backups, choice, stood)


def save_by_contact(
    chronology: Chronology,
    target: Path,
    *,
    merged_on: date,
    backups: int = BACKUPS,
    force: bool = False,
    choice: Choice = ALL,
    stood: Standing | None = None,
) -> Saved:
    """Write a copy for reading, one row a contact, to `target`, as `save` writes the whole.

    Raises `OutputError` where that cannot be, and where it is a workbook that an author may write
    in: this one carries nothing on.
    """
    check_target_by_contact(target, force=force, choice=choice)
    form = choose_form(target, CONTACT_FORMS)
    return _save(chronology, target, form, merged_on, backups, choice, stood)


def save_gaps(
    chronology: Chronology, target: Path, *, merged_on: date, force: bool = False
) -> Saved:
    """Write the gaps alone to `target`, as `save` writes the whole, in the form of its ending.

    Raises `OutputError` where that cannot be, where a file stands there, unless `force`, and where
    it is a workbook that an author may write in.
    """
    check_gaps_target(target, force=force)
    return _save(chronology, target, choose_form(target, GAP_FORMS), merged_on, BACKUPS, ALL)


def _save(
    chronology: Chronology,
    target: Path,
    form: Form,
    merged_on: date,
    backups: int,
    choice: Choice,
    stood: Standing | None = None,
) -> Saved:
    return save_made(
        target,
        lambda path: form.write(chronology, path, merged_on, choice),
        lambda path: form.is_whole(chronology, path, choice),
        backups=backups,
        stood=stood,
    )


def save_made(
    target: Path,
    write: Callable[[Path], None],
    is_whole: Callable[[Path], bool],
    *,
    backups: int = BACKUPS,
    stood: Standing | None = None,
) -> Saved:
    """Let `write` write the file, hold it against what it should be, and move it to `target`, as
    `save` does. Raises `OutputError`.
    """
    place = Path(os.path.realpath(target))
    with _explain_failures(target), hold(place, target) as temporary:
        write(temporary)
        sync(temporary)
        if not is_whole(temporary):
            raise OutputError(
                f"{target}: what was written could not be read back whole",
                hint="Nothing was changed. Try again, or another disk.",
            )
        _require_unchanged(target, place, stood)
        _share_as(place, temporary)
        backup = keep(place, backups, temporary)
        temporary.replace(place)
        sync(place.parent)
    return Saved(target, backup)


def check_made_target(target: Path, *, force: bool = False) -> Standing:
    """What stands at the place now. Raises the `OutputError` with which `save_made` would end
    before it writes, and where a file stands there, unless `force`.
    """
    return _require_free(target, Path(os.path.realpath(target)), lambda _: False, force=force)


def check_target(target: Path, *, force: bool = False, choice: Choice = ALL) -> Standing:
    """What stands at the place now. Raises the `OutputError` with which `save` would end before it
    writes.
    """
    form = choose_form(target, FORMS)
    _require_choice(target, form, choice)
    return _require_free(target, Path(os.path.realpath(target)), form.is_ours, force=force)


def check_target_by_contact(target: Path, *, force: bool = False, choice: Choice = ALL) -> Standing:
    """What stands at the place now. Raises the `OutputError` with which `save_by_contact` would end
    before it writes.
    """
    if target.suffix.casefold() == ".json":
        raise OutputError(
            f"{target}: a .json file has one row an event, and its contacts beside them",
            hint="Leave --collapse out, or let the name end in .xlsx, .docx, .html or .csv.",
        )
    form = choose_form(target, CONTACT_FORMS)
    _require_choice(target, form, choice)
    _require_no_notes(target)
    return _require_free(target, Path(os.path.realpath(target)), form.is_ours, force=force)


def check_gaps_target(target: Path, *, force: bool = False) -> None:
    """Raise the `OutputError` with which `save_gaps` would end before it writes."""
    form = choose_form(target, GAP_FORMS)
    _require_no_notes(target)
    _require_free(target, Path(os.path.realpath(target)), form.is_ours, force=force)


def _require_choice(target: Path, form: Form, choice: Choice) -> None:
    if choice.named and not form.chooses:
        raise OutputError(
            f"{target}: holds every column, and none is chosen for it",
            hint="Leave --columns out, or let the name end in .docx or .csv.",
        )


def _require_no_notes(target: Path) -> None:
    if is_ours(Path(os.path.realpath(target))):
        raise OutputError(
            f"{target}: is an integrated chronology, in which its author may have written",
            hint="Give another name with -o.",
        )


def _require_free(
    target: Path, place: Path, is_ours: Callable[[Path], bool], *, force: bool
) -> Standing:
    """What stands at the place, where a file may go there."""
    if not place.parent.is_dir():
        raise OutputError(
            f"{target}: there is no folder {target.parent}", hint="Make the folder first."
        )
    if place.is_dir():
        raise OutputError(f"{target}: is a folder", hint="Give the name of a file.")
    stands = Standing.of(place)
    if stands.stamp is None:
        return stands
    _require_replaceable(target, place)
    if not force and not is_ours(place):
        raise OutputError(
            f"{target}: stands there already, and not as a file that chron carries on",
            hint="Give another name with -o, or replace it with --force.",
        )
    return stands


def _require_unchanged(target: Path, place: Path, stood: Standing | None) -> None:
    _require_replaceable(target, place)
    if stood is not None and stood != Standing.of(place):
        raise OutputError(
            f"{target}: was changed while chron was at work",
            hint="Nothing was written, so that the change is not lost. Merge again.",
        )


def _require_replaceable(target: Path, place: Path) -> None:
    for lock in _name_locks(place):
        if place.with_name(lock).exists():
            raise OutputError(
                f"{target}: is open in another program",
                hint=f"Close it and merge again. If it is closed, delete {lock} beside it.",
            )
    if place.exists() and not place.stat().st_mode & stat.S_IWUSR:
        raise OutputError(
            f"{target}: is write-protected (read-only)",
            hint="Take the protection off (in the file's properties) and merge again. Or give "
            f"another name with -o{_add_notes(target)}.",
        )


def _name_locks(place: Path) -> tuple[str, ...]:
    """What programs put beside a file that they have open: Word's lacks the first letters of a
    longer name.
    """
    is_word = place.suffix.casefold() == ".docx"
    lacking = min(2, max(0, len(place.stem) - _SHORT_NAME)) if is_word else 0
    return f"~${place.name[lacking:]}", f".~lock.{place.name}#"


@contextmanager
def _explain_failures(target: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        if target.exists() and os.access(target.parent, os.W_OK):
            raise OutputError(
                f"{target}: is open in another program", hint="Close it and merge again."
            ) from error
        raise OutputError(
            f"{target}: the folder does not let files be written",
            hint=f"Give a place of your own with -o{_add_notes(target)}.",
        ) from error
    except OSError as error:
        full = error.errno in _FULL
        cause = "the disk is full" if full else f"cannot be written ({error.strerror or error})"
        place = "Make room, or write to another disk" if full else "Give another place with -o"
        raise OutputError(f"{target}: {cause}", hint=f"{place}{_add_notes(target)}.") from error


def _add_notes(target: Path) -> str:
    """What else to give with another place, where an author may have written in the file."""
    written = is_ours(target)
    return f", and add --notes-from {target} for what you wrote there" if written else ""


def _share_as(place: Path, temporary: Path) -> None:
    """Let the new file be read by whom the old one was, else by whom the system's rule lets."""
    if place.exists():
        shutil.copymode(place, temporary)
    else:
        rule = os.umask(0)
        os.umask(rule)
        temporary.chmod(0o666 & ~rule)
