"""A page's source -> its words, tags and comments one after the other. No word is lost.

Not the standard library's parser: what that makes of a broken page differs from one release to the
next, an element that never ends swallows what follows it, and hostile pages take it quadratic time.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

_TAG = re.compile(r"</?[a-zA-Z](?:[^>\"']++|\"[^\"]*\"|'[^']*')*+>")
_SHORT_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_NAME = re.compile(r"</?([^\s/>]+)")
_ATTRIBUTE = re.compile(r"([^\s=/>\"'][^\s=/>]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]*))?")
_CELL_WITHIN = re.compile(r"</?t[dr]\b", re.IGNORECASE)
_RAW = ("script", "style")
_ENDS = {name: re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE) for name in _RAW}
_MOST_KNOWN = 10_000


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; `raw` is how it is written. Names are in small letters; of an attribute that comes
    twice the first counts. `inside`: what stands in a script or a style sheet.
    """

    name: str
    raw: str
    attributes: dict[str, str] = field(default_factory=dict)
    ends: bool = False
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment."""

    text: str


def list_pieces(source: str) -> Iterator[str | Tag | Comment]:
    """The pieces of the source in their order: words are texts, without entities.

    What begins like a tag or a comment and never ends is taken for words.
    """
    return _Source(source).list_pieces()


class _Source:
    """A source being read; `_unended` are the ends that were looked for and stand nowhere below."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0
        self._last_end = source.rfind(">")
        self._known: dict[str, Tag] = {}
        self._unended: set[str] = set()

    def list_pieces(self) -> Iterator[str | Tag | Comment]:
        source = self._source
        while self._place < len(source):
            begin = source.find("<", self._place)
            end = begin if begin >= 0 else len(source)
            if end > self._place:
                yield html.unescape(source[self._place : end])
            self._place = end
            if begin >= 0:
                yield self._take()

    def _take(self) -> str | Tag | Comment:
        if self._source.startswith("<!--", self._place):
            return self._take_comment()
        if self._source.startswith(("<!", "<?"), self._place):
            return self._skip_declaration()
        return self._take_tag()

    def _take_comment(self) -> Comment:
        begin = self._place + 4
        end = -1 if "--" in self._unended else self._source.find("-->", begin)
        if end < 0:
            self._unended.add("--")
            self._place = begin
            return Comment("")
        self._place = end + 3
        return Comment(self._source[begin:end])

    def _skip_declaration(self) -> str:
        within = self._place < self._last_end
        self._place = self._source.find(">", self._place) + 1 if within else self._place + 2
        return ""

    def _take_tag(self) -> str | Tag:
        raw = _find_tag(self._source, self._place) if self._place < self._last_end else ""
        if not raw:
            self._place += 1
            return "<"
        self._place += len(raw)
        tag = self._known.get(raw) or _read_tag(raw)
        if len(self._known) < _MOST_KNOWN:
            self._known[raw] = tag
        if tag.name in _RAW and not tag.ends and tag.name not in self._unended:
            return self._take_inside(tag)
        return tag

    def _take_inside(self, tag: Tag) -> Tag:
        end = _ENDS[tag.name].search(self._source, self._place)
        if end is None:
            self._unended.add(tag.name)
            return tag
        inside = self._source[self._place : end.start()]
        self._place = end.end()
        return replace(tag, inside=inside)


def _find_tag(source: str, begin: int) -> str:
    """The tag that begins there; "" where none does. Where a quotation mark is never closed, it
    does not swallow the cells that follow.
    """
    found = _TAG.match(source, begin)
    if found is None or _CELL_WITHIN.search(source, begin + 1, found.end()):
        found = _SHORT_TAG.match(source, begin)
    return found[0] if found else ""


def _read_tag(raw: str) -> Tag:
    name = _NAME.match(raw)
    if name is None:  # pragma: no cover  a letter stands there
        return Tag("", raw)
    attributes: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(raw, name.end()):
        value = found[2] or ""
        if value[:1] in {'"', "'"}:
            value = value[1:-1] if value[-1:] == value[:1] and len(value) > 1 else value[1:]
        attributes.setdefault(found[1].lower(), html.unescape(value))
    return Tag(name[1].lower(), raw, attributes, ends=raw.startswith("</"))
