"""The words of the histories, read from the TOML files beside."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

WORDS = Path(__file__).with_name("words")
OFFICE_HOURS = (9, 18)
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True)
class Agency:
    """An agency: how often its rows have a time and an author, its people, what others call it."""

    kind: str
    name: str
    timed: float
    signed: float
    staff: tuple[str, ...]
    who: tuple[str, ...]
    org: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """What a contact can be about, a fact of it, or what a writer adds, in several wordings."""

    words: tuple[str, ...]
    by: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Role:
    """A part in a scene: the kinds of agency that can have it, and how each tells of it.

    `vague` lines name nobody. Where `count` is given so many agencies have the part, one of the
    kinds of `first` among them.
    """

    agencies: tuple[str, ...]
    lines: tuple[str, ...]
    vague: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    count: tuple[int, int] | None = None


@dataclass(frozen=True)
class Scene:
    """A kind of contact: its parts, how often it happens and when, how far apart it is dated."""

    id: str
    group: str
    share: int
    roles: dict[str, Role]
    about: str = ""
    then: str = ""
    hours: tuple[int, int] = OFFICE_HOURS
    minutes: tuple[int, ...] = (0, 0, 0, 5, 5, 10, 15, 30)
    days: tuple[int, ...] = (*[0] * 29, 1)


@dataclass(frozen=True)
class Own:
    """What one agency alone tells."""

    group: str
    by: tuple[str, ...]
    lines: tuple[str, ...]
    about: str = ""
    hours: tuple[int, int] = OFFICE_HOURS


@dataclass(frozen=True)
class Words:
    cast: dict[str, Agency] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    facts: tuple[Topic, ...] = ()
    extras: tuple[Topic, ...] = ()
    scenes: dict[str, Scene] = field(default_factory=dict)
    own: tuple[Own, ...] = ()


def load_words() -> Words:
    facts = _load(WORDS / "facts.toml")
    scenes = [
        _freeze(one)
        for file in sorted((WORDS / "scenes").glob("*.toml"))
        for one in _load(file)["scene"]
    ]
    for scene in scenes:
        scene["roles"] = {name: Role(**_freeze(role)) for name, role in scene["roles"].items()}
    return Words(
        {one["kind"]: Agency(**_freeze(one)) for one in _load(WORDS / "cast.toml")["agency"]},
        tuple(Topic(**_freeze(one)) for one in _load(WORDS / "topics.toml")["topic"]),
        tuple(Topic(**_freeze(one)) for one in facts["fact"]),
        tuple(Topic(**_freeze(one)) for one in facts["extra"]),
        {one["id"]: Scene(**one) for one in scenes},
        tuple(Own(**_freeze(one)) for one in _load(WORDS / "own.toml")["own"]),
    )


def choose(template: str, random: Random) -> str:
    """The template with one taken of every "[a|b]", the innermost first."""
    while match := _CHOICE.search(template):
        taken = random.choice(match[1].split("|"))
        template = template[: match.start()] + taken + template[match.end() :]
    return template


def _load(file: Path) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _freeze(table: dict[str, Any]) -> dict[str, Any]:
    """The table with tuples for lists."""
    return {key: tuple(one) if isinstance(one, list) else one for key, one in table.items()}
