"""anonymise.toml -> AnonymiseRules."""

from pathlib import Path

import msgspec

from chronolator.model import AnonymiseRules, NumberForm, RoleCode
from chronolator.rules.files import read_rules


class _Role(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    code: str
    words: tuple[str, ...]
    numbered: bool = False
    gender: str = ""
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Number(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    code: str
    pattern: str
    check: str = ""
    street: str = ""
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _People(msgspec.Struct, forbid_unknown_fields=True):
    staff: tuple[str, ...]
    kin: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    not_people: tuple[str, ...]
    place_before: tuple[str, ...]
    place_ends: tuple[str, ...]
    general: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class AnonymiseFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    person: str
    place: str
    family: str
    area: str
    author: str
    born: str
    born_unknown: str
    born_before: tuple[str, ...]
    titles: tuple[str, ...]
    title_genders: dict[str, tuple[str, ...]]
    generations: tuple[str, ...]
    particles: tuple[str, ...]
    family_before: tuple[str, ...]
    also_words: tuple[str, ...]
    not_before: dict[str, tuple[str, ...]]
    not_behind: dict[str, tuple[str, ...]]
    places: dict[str, str]
    role: tuple[_Role, ...]
    number: tuple[_Number, ...]
    people: _People


def read_anonymise(folder: Path | None = None) -> AnonymiseFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("anonymise.toml", AnonymiseFile, folder)


def load_anonymise(folder: Path | None = None) -> AnonymiseRules:
    """What stands for names in a copy without names, with a board's own over ours. Raises
    `RulesError`.
    """
    file = read_anonymise(folder)
    lists = msgspec.structs.asdict(file)
    people = msgspec.structs.asdict(lists.pop("people"))
    del lists["role"], lists["number"], people["examples"], people["not_examples"]
    return AnonymiseRules(
        roles=tuple(RoleCode(one.code, one.words, one.numbered, one.gender) for one in file.role),
        numbers=tuple(
            NumberForm(one.id, one.code, one.pattern, one.check, one.street) for one in file.number
        ),
        **lists,
        **people,
    )
