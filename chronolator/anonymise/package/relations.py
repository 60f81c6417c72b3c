"""The parts of a package and what points from one to another."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from chronolator.anonymise.package.markup import decode, list_attributes

TYPES = "[Content_Types].xml"
_TAG = re.compile(r"<(?:\w+:)?(?:Relationship|Override)\b[^>]*?/>(?:</(?:\w+:)?Relationship>)?")


def name_relations(part: str) -> str:
    """The part that holds what another points to; "" stands for the package."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def name_owner(relations: str) -> str:
    """The part whose relations these are."""
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def list_relations(parts: Mapping[str, bytes], owner: str) -> Iterator[tuple[str, str, str]]:
    """What the owner points to inside the package: id, type, and the part."""
    data = parts.get(name_relations(owner))
    if data is None:
        return
    for tag in _TAG.findall(decode(data)):
        told = {name.rpartition(":")[2]: value for name, value in list_attributes(tag)}
        if told.get("TargetMode") == "External" or "Target" not in told:
            continue
        target = told["Target"]
        base = "" if target.startswith("/") else posixpath.dirname(owner)
        place = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
        yield told.get("Id", ""), told.get("Type", ""), place


def drop_part(parts: dict[str, bytes], part: str) -> dict[str, bytes]:
    """Take the part out, with its relations and all that points to it: what was taken out."""
    removed = {name: parts.pop(name) for name in (part, name_relations(part)) if name in parts}
    _change(parts, TYPES, lambda told: told.get("PartName", "").lstrip("/") == part)
    for name in [one for one in parts if one.endswith(".rels")]:
        owner = name_owner(name)
        ids = {number for number, _, place in list_relations(parts, owner) if place == part}
        if ids:
            _change(parts, name, lambda told, ids=ids: told.get("Id") in ids)  # type: ignore[misc]
    return removed


def _change(parts: dict[str, bytes], name: str, drops: Callable[[dict[str, str]], bool]) -> None:
    if name not in parts:
        return
    markup = decode(parts[name])

    def keep(match: re.Match[str]) -> str:
        told = {key.rpartition(":")[2]: value for key, value in list_attributes(match[0])}
        return "" if drops(told) else match[0]

    changed = _TAG.sub(keep, markup)
    if changed != markup:
        parts[name] = changed.encode()
