"""The parts of a package: found by their relations, read with bounds, walked without a tree."""

import posixpath
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET
from xml.parsers import expat

from chronolator.model import Mark
from chronolator.readers.package import parse_xml

_PIECE = 2**20
_MOST_TREE = 24 * 2**20
"""Styles of many years take 10 MB; a tree of more takes memory that the cells need."""

Attributes = dict[str, str]
Action = Callable[[Attributes], None]


class UnreadError(Exception):
    """Marks that cannot be read. The text says why, and holds no word of a record."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points. `kind` is the last word of the type, which is the same in transitional
    and Strict packages; `target` a part of the package, or where `outside` any address.
    """

    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a sheet says beside its values. `merged` as a `Sheet` has it; None: not looked for."""

    marks: list[Mark]
    merged: tuple[tuple[int, int, int, int], ...] | None = None


class Deadline:
    """A moment after which looking for marks stops: the sheets count more."""

    def __init__(self, seconds: float) -> None:
        """Begin to count."""
        self._end = time.monotonic() + seconds

    def pass_by(self) -> None:
        """Let the time be over."""
        self._end = 0.0

    def check(self) -> None:
        """Raise `UnreadError` where the time is over."""
        if time.monotonic() > self._end:
            raise UnreadError("looking for them takes too long")


class Package:
    """A zip of XML parts. Names are taken in any case, with strokes of either kind."""

    def __init__(self, archive: zipfile.ZipFile, deadline: Deadline) -> None:
        """Look at the names; read nothing yet."""
        self._archive = archive
        self.deadline = deadline
        self._names = {_plain(name): name for name in archive.namelist()}

    def holds(self, part: str) -> bool:
        """True where there is such a part."""
        return _plain(part) in self._names

    def list_pieces(self, part: str) -> Iterator[bytes]:
        """The part's bytes, a piece at a time, until the deadline."""
        with self._archive.open(self._names[_plain(part)]) as file:
            while piece := file.read(_PIECE):
                self.deadline.check()
                yield piece

    def read_tree(self, part: str) -> ET.Element:
        """The part as a tree; an empty one where it is not there."""
        name = self._names.get(_plain(part))
        if name is None:
            return ET.Element("none")
        if self._archive.getinfo(name).file_size > _MOST_TREE:
            raise UnreadError("a part of the file is too large")
        return parse_xml(self._archive.read(name))

    def read_relations(self, part: str) -> dict[str, Relation]:
        """By their ids, where the part points; "" is the package itself."""
        folder, name = posixpath.split(part)
        found = {}
        for one in self.read_tree(posixpath.join(folder, "_rels", f"{name}.rels")):
            outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target, outside)
        return found


class Walk:
    """Walks through a part without making a tree of it.

    `actions` has what to do at the beginning of an element, by its plain name, with its attributes;
    `ends` what to do at its end. Elements of another prefix than the root's are other programs' own
    (`xm:f` is no formula of a cell) and tell nothing, unless `any_prefix`.
    """

    def __init__(
        self,
        actions: Mapping[str, Action],
        ends: Mapping[str, Callable[[], None]] | None = None,
        *,
        any_prefix: bool = False,
    ) -> None:
        """Make ready; nothing is read yet."""
        self._actions = actions
        self._known: dict[str, Action] = {}
        self._prefix: str | None = None
        self._any_prefix = any_prefix
        self._texts: list[str] = []
        self._then: Callable[[str], None] = _ignore
        self._ends = ends or {}
        self._end = self._end_element if ends else None
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = _refuse

    def run(self, pieces: Iterable[bytes]) -> None:
        """Walk. Raises `UnreadError` where the part is no XML or defines entities."""
        try:
            for piece in pieces:
                self._parser.Parse(piece, False)  # noqa: FBT003  expat takes it by place
            self._parser.Parse(b"", True)  # noqa: FBT003  the same
        except expat.ExpatError as error:
            raise UnreadError("a part of the file is damaged") from error

    def collect(self, then: Callable[[str], None]) -> None:
        """Hand the text of the element that has just begun to `then`, at its end.

        For elements that hold text alone.
        """
        self._texts = []
        self._then = then
        self._parser.CharacterDataHandler = self._texts.append
        self._parser.EndElementHandler = self._finish

    def listen(self, take: Callable[[str], None] | None) -> None:
        """Hand every text to `take` from here on; None: to nobody."""
        self._parser.CharacterDataHandler = take

    def _start(self, name: str, attributes: Attributes) -> None:
        action = self._known.get(name)
        if action is None:
            action = self._known[name] = self._choose(name)
        action(attributes)

    def _choose(self, name: str) -> Action:
        prefix = name.rpartition(":")[0]
        if self._prefix is None:
            self._prefix = prefix
        known = self._any_prefix or prefix == self._prefix
        return self._actions.get(local(name), _ignore) if known else _ignore

    def _end_element(self, name: str) -> None:
        action = self._ends.get(local(name))
        if action:
            action()

    def _finish(self, name: str) -> None:
        self._parser.CharacterDataHandler = None
        self._parser.EndElementHandler = self._end
        self._then("".join(self._texts))
        if self._end:
            self._end(name)


def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2].rpartition(":")[2]


def read_relation_id(attributes: Mapping[str, str]) -> str:
    """The id of the relation that an element names; "" where it names none."""
    return next((text for name, text in attributes.items() if name.endswith("}id")), "")


def is_true(value: str | None) -> bool:
    """True for a flag of the file that is set."""
    return value in ("1", "true", "on")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _ignore(_: object) -> None:
    """Most elements tell nothing."""


def _refuse(*_: object) -> None:
    raise UnreadError("a part of the file defines entities")
