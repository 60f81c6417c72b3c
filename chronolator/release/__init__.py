"""The order of what goes out: a file without its names, its key; and the names back."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from chronolator import save
from chronolator.anonymise import (
    Anonymised,
    Anonymiser,
    Check,
    Coded,
    Key,
    Met,
    NotMarkupError,
    anonymise_json,
    anonymise_package,
    anonymise_page,
    check_copy,
    decode_key,
    encode_key,
    restore_json,
    restore_package,
    restore_page,
)
from chronolator.errors import OutputError, ReaderError
from chronolator.model import Case, Person, Rules
from chronolator.release.files import (
    PACKAGES,
    find_backups,
    is_whole,
    read_parts,
    tell_roughly,
    write_parts,
)
from chronolator.release.lists import add_people, write_list

_FORMS = (*PACKAGES, ".html", ".json")
_PEOPLE, _LIST = "people.toml", "to-read.csv"


@dataclass(frozen=True, slots=True)
class Released:
    """What was written, and what a person has to look at: the copy, the key, the people found in
    the texts (for the user to take or leave), the list of what may be left, and the backups beside
    the files.
    """

    made: Anonymised
    check: Check
    target: Path
    key: Path
    people: Path
    list: Path
    backups: tuple[Path, ...]
    named: tuple[Coded, ...]


@dataclass(frozen=True, slots=True)
class GivenBack:
    """What was written; `edited`: where a text was changed since, and codes in it became names;
    `fits`: false where so many are not as the key has them that it may be the key of another copy.
    """

    target: Path
    edited: tuple[str, ...]
    fits: bool


def name_key(source: Path, target: Path) -> Path:
    """Where the key goes unless another place is named: beside the original, not beside the copy,
    so that it is not sent along with that.
    """
    return source.with_name(f"{target.name}.key.json")


def anonymise_file(  # noqa: PLR0913  all but three are options, given by name
    source: Path,
    target: Path,
    case: Case,
    *,
    rules: Rules,
    key_path: Path | None = None,
    also: Sequence[Person] = (),
    mark: bool = False,
    force: bool = False,
) -> Released:
    """Write a copy of the file without the names of the case, and its key.

    `also`: people whom the case does not name. `mark`: each code stands in square brackets. Raises
    `ReaderError` where the file cannot be read, `OutputError` where the copy or the key cannot be
    written, stands there already (unless `force`), or would have a name in its own name.
    """
    place = key_path or name_key(source, target)
    _require_form(source, target)
    _require_apart(source, target, place)
    for one in (target, place):
        save.check_made_target(one, force=force)
    anonymiser = Anonymiser(case, rules, also, mark=mark)
    if anonymiser.find(target.stem):
        raise OutputError(
            f"{target}: the name of the copy has a name of the case in it",
            hint="Give another name with -o.",
        )
    parts = read_parts(source)
    anonymiser.learn("\n".join(map(tell_roughly, parts.values())))
    try:
        made = _anonymise(source, parts, anonymiser)
    except NotMarkupError as error:
        raise _damaged(source) from error
    save.save_made(place, lambda path: _write_key(path, made.key, source), _is_key)
    save.save_made(
        target,
        lambda path: write_parts(path, made.parts),
        lambda path: is_whole(path, made.parts),
    )
    named = anonymiser.list_named()
    check = check_copy(made.looked_at, made.not_looked_at, rules, named)
    people = place.with_name(f"{target.stem}.{_PEOPLE}")
    listed = place.with_name(f"{target.name}.{_LIST}")
    add_people(people, check.people)
    write_list(listed, check)
    backups = find_backups(source, target)
    return Released(made, check, target, place, people, listed, backups, named)


def restore_file(source: Path, target: Path, key_path: Path, *, force: bool = False) -> GivenBack:
    """Write the copy, as it is now, with its names back.

    Raises `ReaderError` where the copy or the key cannot be read, and `OutputError` as
    `anonymise_file` does.
    """
    _require_form(source, target)
    _require_apart(source, target, key_path)
    save.check_made_target(target, force=force)
    try:
        key, _ = decode_key(key_path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReaderError(
            f"{key_path}: cannot be opened ({error.strerror})", hint="Name the key with --key."
        ) from error
    except ValueError as error:
        raise ReaderError(
            f"{key_path}: is no key of chron anonymise, or is damaged",
            hint="Name the file that chron anonymise wrote beside the original.",
        ) from error
    parts = read_parts(source)
    try:
        met = _restore(source, parts, key)
    except NotMarkupError as error:
        raise _damaged(source) from error
    save.save_made(
        target, lambda path: write_parts(path, parts), lambda path: is_whole(path, parts)
    )
    return GivenBack(target, tuple(met.edited), fits=len(met.edited) <= met.known)


def _anonymise(source: Path, parts: dict[str, bytes], anonymiser: Anonymiser) -> Anonymised:
    ending = source.suffix.casefold()
    if ending in PACKAGES:
        return anonymise_package(parts, anonymiser)
    change = anonymise_json if ending == ".json" else anonymise_page
    return change(parts, anonymiser)


def _restore(source: Path, parts: dict[str, bytes], key: Key) -> Met:
    ending = source.suffix.casefold()
    if ending in PACKAGES:
        return restore_package(parts, key)
    change = restore_json if ending == ".json" else restore_page
    return change(parts, key)


def _require_form(source: Path, target: Path) -> None:
    if not source.is_file():
        raise ReaderError(f"{source}: there is no such file", hint="Check the name.")
    ending = source.suffix.casefold()
    if ending not in _FORMS:
        raise ReaderError(
            f'{source}: chron takes no names out of files ending in "{source.suffix}"',
            hint=f"It does of {', '.join(_FORMS)}: save it as one of them.",
        )
    if target.suffix.casefold() != ending:
        raise OutputError(
            f"{target}: does not end as {source} does",
            hint=f"Let the name end in {ending}.",
        )


def _require_apart(source: Path, target: Path, key: Path) -> None:
    places = [one.resolve() for one in (source, target, key)]
    if len(set(places)) < len(places):
        raise OutputError(
            f"{target}: the original, the copy and the key are three files",
            hint="Give another name with -o or --key.",
        )


def _damaged(source: Path) -> ReaderError:
    if source.suffix.casefold() in PACKAGES:
        hint = "Open it in Excel or Word, save it under another name, and take that."
    else:
        hint = "Take the file as chron wrote it, or save it in UTF-8 from an editor."
    return ReaderError(f"{source}: a part of it cannot be read", hint=hint)


def _write_key(path: Path, key: Key, source: Path) -> None:
    path.write_text(encode_key(key, source.name), encoding="utf-8")


def _is_key(path: Path) -> bool:
    try:
        decode_key(path.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return True


__all__ = [
    "GivenBack",
    "Released",
    "anonymise_file",
    "name_key",
    "restore_file",
]
