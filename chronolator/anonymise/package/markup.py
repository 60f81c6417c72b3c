"""The markup of a part in pieces, so that what is not changed stays character for character."""

import codecs
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from chronolator.anonymise.nouns import Swap

_PIECE = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+", re.DOTALL
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_TAG_NAME = re.compile(r"</?\s*([\w:.-]+)")
_DECLARED = re.compile(r"^(\s*<\?xml[^>]*?)\s+encoding=(\"[^\"]*\"|'[^']*')")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Kind(Enum):
    """How a text may be changed: prose by its words, the others only as what they are."""

    PROSE = auto()
    AUTHOR = auto()
    FORMULA = auto()
    LINK = auto()
    SHEET = auto()
    NAME = auto()


@dataclass(slots=True)
class Run:
    """A stretch of a text that stands in one piece: what is between two tags, or the value of an
    `attribute`. `fixed`: a tag that stands for its text, such as a line break.
    """

    piece: int
    text: str
    attribute: str = ""
    fixed: bool = False


@dataclass(slots=True)
class Passage:
    """One text, in all its runs. `name`: of its element, or of its element and attribute. `pieces`:
    the first and the last piece that belong to it. `again`: it was read before, without its
    deleted words. `told`: its words stand elsewhere too, so that nobody need look at them here.
    """

    kind: Kind
    name: str
    runs: list[Run] = field(default_factory=list)
    pieces: tuple[int, int] = (0, 0)
    again: bool = False
    told: bool = False

    @property
    def text(self) -> str:
        """The whole text, as one reads it."""
        return "".join(run.text for run in self.runs)


class NotMarkupError(Exception):
    """A part is no markup that can be changed."""


def decode(data: bytes) -> str:
    """The text of a part. Raises `NotMarkupError` where it is none that a package is written in."""
    try:
        if data[:2] in _UTF16:
            return _DECLARED.sub(r"\1", data.decode("utf-16"), count=1)
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotMarkupError from error
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NotMarkupError
    return text


def split_pieces(markup: str) -> list[str]:
    """Tags and what stands between them. Raises `NotMarkupError` where something is neither."""
    pieces = _PIECE.findall(markup)
    if sum(map(len, pieces)) != len(markup):
        raise NotMarkupError
    return pieces


def name_tag(piece: str) -> str:
    """The name of the tag's element, without the prefix of its name space."""
    found = _TAG_NAME.match(piece)
    return found[1].rpartition(":")[2] if found else ""


def list_attributes(piece: str) -> list[tuple[str, str]]:
    """The attributes of a tag as written, with their values as text."""
    return [(name, html.unescape(value[1:-1])) for name, value in _ATTRIBUTE.findall(piece)]


def read_text(piece: str) -> str:
    """What a piece between tags says."""
    if piece.startswith("<![CDATA["):
        return piece[9:-3]
    return html.unescape(piece) if "&" in piece else piece


def write_text(text: str) -> str:
    """The text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_attribute(piece: str, name: str, value: str) -> str:
    """The tag with another value of the attribute."""
    quoted = write_text(value).replace('"', "&quot;").replace("\n", "&#10;")

    def change(match: re.Match[str]) -> str:
        return f'{name}="{quoted}"' if match[1] == name else match[0]

    return _ATTRIBUTE.sub(change, piece)


def change_runs(pieces: list[str], runs: Sequence[Run], swaps: Sequence[Swap]) -> None:
    """Put the words of the swaps into the pieces: where one spans several runs, into the first."""
    at = 0
    for run in runs:
        start, end = at, at + len(run.text)
        at = end
        here = [one for one in swaps if one.start < end and one.end > start]
        if not here:
            continue
        if run.fixed:
            pieces[run.piece] = ""
            continue
        parts, place = [], start
        for swap in here:
            parts.append(run.text[place - start : max(swap.start, start) - start])
            if swap.start >= start:
                parts.append(swap.words)
            place = min(swap.end, end)
        parts.append(run.text[place - start :])
        _write_run(pieces, run, "".join(parts))


def is_plain(pieces: Sequence[str], runs: Sequence[Run]) -> bool:
    """True where the texts are written as `change_runs` writes them, and come back from it."""
    return all(
        run.attribute or run.fixed or pieces[run.piece] == write_text(run.text) for run in runs
    )


def _write_run(pieces: list[str], run: Run, text: str) -> None:
    if run.attribute:
        pieces[run.piece] = write_attribute(pieces[run.piece], run.attribute, text)
        return
    pieces[run.piece] = write_text(text)
    tag = pieces[run.piece - 1] if run.piece else ""
    if text != text.strip() and name_tag(tag) in _KEEPS_SPACE and "xml:space" not in tag:
        pieces[run.piece - 1] = f'{tag[:-1]} xml:space="preserve">'


_KEEPS_SPACE = frozenset({"t", "delText", "instrText", "delInstrText"})
"""In these white space at the ends is lost unless the tag says that it counts; in a drawing's it
never is, and saying so would be wrong."""
