"""JSON without names: of its texts and keys, with the names back."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from chronolator.anonymise.back import Back, Met
from chronolator.anonymise.following import Following
from chronolator.anonymise.key import Key, keep_text
from chronolator.anonymise.nouns import Swap, apply
from chronolator.anonymise.package.anonymised import Anonymised
from chronolator.anonymise.package.markup import NotMarkupError
from chronolator.anonymise.package.parts import Changed
from chronolator.anonymise.replace import Anonymiser
from chronolator.model.written import REF

Json = Any
Find = Callable[[str, str], tuple[Swap, ...]]
"""What is to be replaced in a text at a place."""

_ONE = ""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INDENT = re.compile(rb"[\[{]\r?\n( +)")
_CASE = "case"
_STORED = ("aliases", "people", "agencies")
"""What the case file says, which the copy does not need: who is who."""


def read_json(data: bytes) -> Json:
    """The JSON. Raises `NotMarkupError` where it is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotMarkupError from error


def anonymise_json(parts: dict[str, bytes], anonymiser: Anonymiser) -> Anonymised:
    """The JSON without names; the part of the case that says who is who is emptied. Raises
    `NotMarkupError` where it is none.
    """
    told = read_json(parts[_ONE])
    key = Key()
    made = Anonymised(parts, key)
    if isinstance(told, dict) and isinstance(told.get(_CASE), dict):
        key.removed[_CASE] = json.dumps(told[_CASE], ensure_ascii=False).encode()
        _take_out(told[_CASE])
    changed = change_json(told, make_find(anonymiser, made), "")
    parts[_ONE] = write_json(changed, parts[_ONE])
    key.coded = anonymiser.list_coded()
    return made


def make_find(anonymiser: Anonymiser, made: Anonymised) -> Find:
    """What finds the names in one text at one place, and keeps it."""
    back = Back(anonymiser.list_named())

    def find(text: str, place: str) -> tuple[Swap, ...]:
        swaps = anonymiser.find(text)
        if _DAY.fullmatch(text) and swaps:
            day = date.fromisoformat(text)
            words = anonymiser.born.get(day, "")
            swaps = (Swap(0, len(text), words, words),) if words else ()
        made.looked_at.append((place, Changed(text, swaps)))
        if swaps or back.holds_code(text) or REF.fullmatch(text):
            made.key.parts[place].append(made.key.keep(keep_text(text, swaps)))
        return swaps

    return find


def restore_json(parts: dict[str, bytes], key: Key) -> Met:
    """Give the JSON its names back, and tell which texts were met. Raises
    `NotMarkupError` where it is none.
    """
    told = read_json(parts[_ONE])
    met = Met()
    changed = change_json(told, make_back(key, met), "")
    if isinstance(changed, dict) and _CASE in key.removed:
        changed[_CASE] = json.loads(key.removed[_CASE])
    parts[_ONE] = write_json(changed, parts[_ONE])
    return met


def make_back(key: Key, met: Met) -> Find:
    """What gives one text at one place its names back."""
    back, following = Back(key.coded), Following(key)

    def find(text: str, place: str) -> tuple[Swap, ...]:
        kept = following.find(text, place)
        if kept is None:
            if not back.holds_code(text):
                return ()
            met.edited.append(place)
            kept = following.find_edited(text, place)
        else:
            met.known += 1
        return back.restore(text, kept)

    return find


def change_json(told: Json, find: Find, place: str) -> Json:
    """The JSON with its texts and its keys changed. A place is the way to it: "/events/3/text"; in
    it stands a key that holds a name, or signs, as its number.
    """
    if isinstance(told, str):
        return apply(told, find(told, place))
    if isinstance(told, list):
        return [change_json(one, find, f"{place}/{number}") for number, one in enumerate(told)]
    if isinstance(told, dict):
        changed: dict[str, Json] = {}
        for number, (name, value) in enumerate(told.items()):
            new = plain = apply(name, find(name, f"{place}/{number}="))
            count = 1
            while new in changed:
                count += 1
                new = f"{plain} ({count})"
            step = name if new == name and name.isidentifier() else str(number)
            changed[new] = change_json(value, find, f"{place}/{step}")
        return changed
    return told


def write_json(told: Json, before: bytes) -> bytes:
    """The JSON, in lines where it stood in lines."""
    found = _INDENT.match(before)
    indent = len(found[1]) if found else None
    text = json.dumps(told, ensure_ascii=False, indent=indent)
    return (text + ("\n" if before.endswith(b"\n") else "")).encode("utf-8", "surrogatepass")


def _take_out(case: dict[str, Json]) -> None:
    for name in _STORED:
        if name in case:
            case[name] = []
    for child in case.get("children", ()):
        if isinstance(child, dict):
            child.update({name: [] for name in ("aliases",) if name in child})
            child.update({name: None for name in ("born", "died") if name in child})
