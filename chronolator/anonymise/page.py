"""A web page without names: of its texts and of the data in it, with the names back."""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from urllib.parse import unquote

from chronolator.anonymise.back import Met
from chronolator.anonymise.data import Find, Json, change_json, make_back, make_find
from chronolator.anonymise.key import Key, keep_text
from chronolator.anonymise.nouns import Swap, apply
from chronolator.anonymise.package.anonymised import Anonymised
from chronolator.anonymise.package.markup import (
    NotMarkupError,
    Run,
    change_runs,
    read_text,
    write_text,
)
from chronolator.anonymise.package.turning import NOWHERE
from chronolator.anonymise.replace import Anonymiser

_ONE = ""
_RAW = re.compile(r"(<(script|style)\b[^>]*>)(.*?)(</\2\s*>)", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"type\s*=\s*[\"']?application/(?:\w+\+)?json", re.IGNORECASE)
_PIECE = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)
_TEXT_ATTRIBUTE = re.compile(
    r"(\s(?:title|alt|aria-label|aria-description|content|value|placeholder|label|data-[\w-]+)\s*=\s*)"
    r"(\"[^\"]*\"|'[^']*')",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(\s(?:href|src|srcset|action|poster|cite|data)\s*=\s*)(\"[^\"]*\"|'[^']*')", re.IGNORECASE
)
_INLINE = re.compile(
    r"</?(?:b|i|u|em|strong|span|mark|a|small|abbr|tspan|q|s|del|ins|sub|sup)\b", re.IGNORECASE
)
_STYLE_TEXT = re.compile(r"\"((?:[^\"\\\n]|\\[0-9A-Fa-f]{1,6} ?)*)\"")
_STYLE_SIGN = re.compile(r"\\([0-9A-Fa-f]{1,6}) ?")
_BORN = "born"
_PLACE = "page"
_LINK_PLACE = "link"
_SCRIPT = "script {}, which may hold a name"
_DATA_PLACE = "data"

ChangeChild = Callable[[dict[str, Json]], None]
"""What becomes of a child in the data of a page: its day of birth is a number there."""


def anonymise_page(parts: dict[str, bytes], anonymiser: Anonymiser) -> Anonymised:
    """The page without names. Raises `NotMarkupError` where it is no text in UTF-8."""
    key = Key()
    made = Anonymised(parts, key)
    born: list[object] = []

    def forget(child: dict[str, Json]) -> None:
        born.append(child["born"])
        child["born"] = None

    parts[_ONE] = _change_page(parts[_ONE], _make_find(anonymiser, made), forget)
    made.not_looked_at += _list_scripts(parts[_ONE].decode(), anonymiser)
    key.removed[_BORN] = json.dumps(born).encode()
    key.coded = anonymiser.list_coded()
    return made


def _make_find(anonymiser: Anonymiser, made: Anonymised) -> Find:
    """What finds the names in a text of a page; a link whose address holds one leads nowhere."""
    find_text = make_find(anonymiser, made)

    def find(text: str, place: str) -> tuple[Swap, ...]:
        if place != _LINK_PLACE:
            return find_text(text, place)
        if not anonymiser.find(unquote(text)):
            return ()
        swaps = (Swap(0, len(text), NOWHERE, NOWHERE),)
        made.key.parts[place].append(made.key.keep(keep_text(text, swaps)))
        return swaps

    return find


def restore_page(parts: dict[str, bytes], key: Key) -> Met:
    """Give the page its names back, and tell which texts were met. Raises
    `NotMarkupError` where it is no text in UTF-8.
    """
    met = Met()
    born = iter(json.loads(key.removed.get(_BORN, b"[]")))

    def remember(child: dict[str, Json]) -> None:
        child["born"] = next(born, None)

    parts[_ONE] = _change_page(parts[_ONE], make_back(key, met), remember)
    return met


def _change_page(data: bytes, find: Find, change_child: ChangeChild) -> bytes:
    try:
        page = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotMarkupError from error
    parts, at, number = [], 0, 0
    hashes = {}
    for found in _RAW.finditer(page):
        parts.append(_change_markup(page[at : found.start()], find))
        inside = found[3]
        if _DATA.search(found[1]):
            inside = _change_data(inside, find, change_child, f"{_DATA_PLACE}{number}")
            number += 1
        elif found[2].casefold() == "style":
            inside = _change_style(inside, find)
            hashes[_hash(found[3])] = _hash(inside)
        parts.append(found[1] + inside + found[4])
        at = found.end()
    parts.append(_change_markup(page[at:], find))
    changed = "".join(parts)
    for old, new in hashes.items():  # by which the page knows its own style
        changed = changed.replace(old, new)
    return changed.encode()


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _change_style(style: str, find: Find) -> str:
    """The style with its texts changed, which stand on every printed page."""

    def change(found: re.Match[str]) -> str:
        words = _STYLE_SIGN.sub(lambda one: chr(int(one[1], 16)), found[1])
        swaps = find(words, _PLACE)
        if not swaps:
            return found[0]
        changed = apply(words, swaps)
        signs = (one if one.isascii() and one.isalnum() else f"\\{ord(one):x} " for one in changed)
        return f'"{"".join(signs)}"'

    return _STYLE_TEXT.sub(change, style)


def _change_data(text: str, find: Find, change_child: ChangeChild, place: str) -> str:
    """The data of a page: nothing in it can end its element."""
    try:
        told = json.loads(text)
    except ValueError as error:
        raise NotMarkupError from error
    children = told.get("children", ()) if isinstance(told, dict) else ()
    for child in children:
        if isinstance(child, dict) and "born" in child:
            change_child(child)
    changed = json.dumps(change_json(told, find, place), ensure_ascii=False, separators=(",", ":"))
    return changed.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _change_markup(markup: str, find: Find) -> str:
    """The markup with its texts changed, also where a name goes over words that stand out."""
    pieces = _PIECE.findall(markup)
    runs: list[Run] = []
    for at, piece in enumerate(pieces):
        if piece.startswith("<!--"):
            pieces[at] = apply(piece, find(piece, _PLACE))
        elif not piece.startswith("<"):
            runs.append(Run(at, read_text(piece)))
        else:
            pieces[at] = _LINK.sub(
                lambda one: _change_link(one, find),
                _TEXT_ATTRIBUTE.sub(lambda one: _change_attribute(one, find), piece),
            )
            if not _INLINE.match(piece):
                _change_runs(pieces, runs, find)
                runs = []
    _change_runs(pieces, runs, find)
    return "".join(pieces)


def _change_runs(pieces: list[str], runs: list[Run], find: Find) -> None:
    text = "".join(run.text for run in runs)
    if text and not text.isspace() and (swaps := find(text, _PLACE)):
        change_runs(pieces, runs, swaps)


def _list_scripts(page: str, anonymiser: Anonymiser) -> Iterator[str]:
    """The scripts that are no data, and have words in them that may be a name."""
    scripts = [one for one in _RAW.finditer(page) if one[2].casefold() == "script"]
    for number, one in enumerate(scripts, start=1):
        if not _DATA.search(one[1]) and anonymiser.find(one[3], numbers=False):
            yield _SCRIPT.format(number)


def _change_link(found: re.Match[str], find: Find) -> str:
    """A link that leads to a place of the page, or holds what it shows, stays."""
    address = read_text(found[2][1:-1])
    if address.startswith(("#", "data:")):
        return found[0]
    swaps = find(address, _LINK_PLACE)
    return f'{found[1]}"{write_text(apply(address, swaps))}"' if swaps else found[0]


def _change_attribute(found: re.Match[str], find: Find) -> str:
    value = read_text(found[2][1:-1])
    swaps = find(value, _PLACE)
    if not swaps:
        return found[0]
    changed = write_text(apply(value, swaps)).replace('"', "&quot;")
    return f'{found[1]}"{changed}"'
