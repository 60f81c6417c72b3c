"""people.toml: people found in the texts, each for the user to take or to leave."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from chronolator.case.compose import write_line
from chronolator.case.mistakes import Mistake, name_value
from chronolator.case.places import explain_mistake
from chronolator.case.shapes import list_keys
from chronolator.case.text import parse_text, read_text
from chronolator.model import Person

_BLOCK = "person"
_TAKE = "take"
_HEAD = (
    "# CONFIDENTIAL: people found in the texts, whom the case file does not name.",
    "# Where a name is a person's who is to be replaced too, write: take = true",
    "# and run chron anonymise again with --also and this file. Nobody is taken without that.",
    "# Correct the names, the aliases and the codes as you like. A line that begins with # is a",
    "# remark. Keep this file as the original is kept.",
)


class _Found(msgspec.Struct, forbid_unknown_fields=True):
    """Somebody found: [[person]]."""

    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    code: str = ""
    take: bool = False


def load_people(path: Path) -> tuple[tuple[Person, bool], ...]:
    """The people of the file, each with whether the user takes them. Raises `CaseError`: file,
    line, what to do.
    """
    text = read_text(path)
    tables = parse_text(path, text)
    mistake = next(_list_mistakes(tables), None)
    if mistake is not None:
        raise explain_mistake(path, text, mistake)
    blocks = [msgspec.convert(block, _Found) for block in tables.get(_BLOCK, ())]
    return tuple((Person(one.name, one.role, one.aliases, one.code), one.take) for one in blocks)


def compose_people(people: Iterable[tuple[Person, str]], *, head: bool = True) -> str:
    """The file as text, nobody taken; each with a remark that says where the name stands."""
    return "\n".join([*(_HEAD if head else ()), "", *_compose(people)])


def _compose(people: Iterable[tuple[Person, str]]) -> Iterator[str]:
    for person, remark in people:
        yield "[[person]]"
        yield write_line("name", person.name)
        yield "take = false"
        yield write_line("aliases", person.aliases, ("JO",))
        yield write_line("role", person.role, "social worker")
        yield write_line("code", person.code, "SW 1")
        yield f"# {' '.join(remark.split())}"
        yield ""


def _list_mistakes(tables: dict[str, Any]) -> Iterator[Mistake]:
    known = list_keys(_Found)
    for key, value in tables.items():
        if key != _BLOCK or not isinstance(value, list):
            yield Mistake("", 1, key, f'"{key}" is not known there', "The file holds [[person]].")
            return
        for number, block in enumerate(value, start=1):
            for name, told in block.items():
                if name not in known:
                    hint = f"Known there: {', '.join(known)}."
                    yield Mistake(_BLOCK, number, name, f'"{name}" is not known', hint)
                elif wanted := _tell_wanted(name, told):
                    what = f"{name} is {name_value(told)}, where {wanted[0]} is wanted"
                    yield Mistake(_BLOCK, number, name, what, wanted[1])
            if not block.get("name"):
                yield Mistake(_BLOCK, number, "", "name is missing", 'Write name = "...".')


def _tell_wanted(name: str, told: object) -> tuple[str, str] | None:
    if name == _TAKE:
        wanted = ("true or false", "Write take = true, without quotation marks.")
        return None if isinstance(told, bool) else wanted
    if name == "aliases":
        listed = isinstance(told, list) and all(isinstance(one, str) for one in told)
        return None if listed else ("a list of texts", 'Write aliases = ["JO", "Ms Okafor"].')
    return None if isinstance(told, str) else ("a text", f'Write {name} = "...".')
