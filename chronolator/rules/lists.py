"""Phrases of the rules that name a list of words: "<did not> attend" is one phrase for each."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

from chronolator.errors import RulesError

_NAMED = re.compile(r"<([^<>]+)>")
Lists = Mapping[str, list[str]]


def fill_lists(tables: dict[str, Any]) -> dict[str, Any]:
    """The tables without their `list`, each phrase that names one written out with its words.

    Raises `RulesError` where a phrase names a list that is not there.
    """
    lists = tables.get("list", {})
    return {key: _fill(value, lists) for key, value in tables.items() if key != "list"}


def _fill(value: object, lists: Lists) -> object:
    if isinstance(value, dict):
        return {key: _fill(one, lists) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    return [
        filled
        for one in value
        for filled in (_write_out(one, lists) if isinstance(one, str) else [_fill(one, lists)])
    ]


def _write_out(phrase: str, lists: Lists) -> Iterable[str]:
    if "<" not in phrase:
        return [phrase]
    parts = _NAMED.split(phrase)
    missing = next((name for name in parts[1::2] if name not in lists), None)
    if missing is not None:
        raise RulesError(
            f'"{phrase}": there is no list "{missing}"',
            hint="Write the name of one of the lists under [list], or add one there.",
        )
    words = [lists[part] if at % 2 else [part] for at, part in enumerate(parts)]
    return map("".join, product(*words))
