"""The words of the robot, read from the TOML file beside."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Author:
    """What she writes: notes, labels that stand beside many rows, headings, rows and sheets."""

    notes: tuple[str, ...]
    labels: tuple[str, ...]
    headings: tuple[str, ...]
    renamed: tuple[str, ...]
    events: tuple[str, ...]
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What agencies write: phrases that stand in many rows, and how a row is written anew."""

    standing: tuple[str, ...]
    added: tuple[str, ...]
    before: tuple[str, ...]
    plain: dict[str, str]
    author: Author


@cache
def load_words() -> Words:
    told = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    author = Author(**{name: tuple(those) for name, those in told["author"].items()})
    return Words(
        tuple(told["standing"]),
        tuple(told["added"]),
        tuple(told["before"]),
        told["plain"],
        author,
    )
