"""The parts of a Word document (a zip of XML) by what they are to it, and their elements."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree import ElementTree as ET

from chronolator.errors import ReaderError
from chronolator.readers.package import check_size, parse_xml

Element = ET.Element
_MAIN = "officeDocument"
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Target:
    """What a part refers to: of what `kind`, and its address; inside the package, or `external`."""

    kind: str
    address: str
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its root, and what it refers to, by id.

    Elements are called by their local names ("p", "tbl"), whatever their namespace: so a Strict
    document reads as any other, and no two that are looked for here have one name.
    """

    root: Element
    targets: dict[str, Target] = field(default_factory=dict)


class Parts:
    """The parts of one document. Raises `ReaderError` where it is damaged or too large."""

    def __init__(self, data: bytes, label: str) -> None:
        self._label = label
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            raise self.tell_damaged() from error
        check_size(self._archive, label)
        self._names = {_fold(one): one for one in self._archive.namelist()}
        main = next((one.address for one in self._list_targets("") if one.kind == _MAIN), "")
        self._main = main if _fold(main) in self._names else _DOCUMENT

    def read_main(self) -> Part:
        """The part that the document begins with."""
        part = self.read(self._main)
        if part is None:
            raise self.tell_damaged()
        return part

    def read_kind(self, of: Part, kind: str) -> Iterator[Part]:
        """The parts of this kind ("header", "comments") that the part refers to, each once."""
        addresses = [one.address for one in of.targets.values() if one.kind == kind]
        for address in dict.fromkeys(addresses):
            if part := self.read(address):
                yield part

    def read(self, address: str) -> Part | None:
        """The part at the address inside the package; None where there is none."""
        name = self._names.get(_fold(address))
        if name is None:
            return None
        root = self._parse(name)
        for element in root.iter():
            element.tag = find_name(element.tag)
        folder, base = posixpath.split(address)
        return Part(root, self._read_targets(folder, base))

    def tell_damaged(self) -> ReaderError:
        """What stops at a document that cannot be opened."""
        return ReaderError(
            f"{self._label}: a Word document that is damaged, it cannot be opened",
            hint="Open it in Word and save it anew, or ask the agency for it again.",
        )

    def _list_targets(self, folder: str, base: str = "") -> list[Target]:
        return list(self._read_targets(folder, base).values())

    def _read_targets(self, folder: str, base: str) -> dict[str, Target]:
        name = self._names.get(_fold(posixpath.join(folder, "_rels", f"{base}.rels")))
        if name is None:
            return {}
        targets = {}
        for one in self._parse(name):
            external = one.get("TargetMode") == "External"
            address = one.get("Target", "")
            if not external:
                address = posixpath.normpath(posixpath.join("/", folder, address))
            kind = one.get("Type", "").rpartition("/")[2]
            targets[one.get("Id", "")] = Target(kind, address, external)
        return targets

    def _parse(self, name: str) -> Element:
        try:
            return parse_xml(self._archive.read(name))
        except (
            ET.ParseError,
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
            LookupError,
            zlib.error,
        ) as error:
            raise self.tell_damaged() from error


@lru_cache(maxsize=4096)
def find_name(name: str) -> str:
    """The local name of an element or an attribute."""
    return name.rpartition("}")[2]


def get(element: Element, name: str) -> str | None:
    """The attribute of this local name; None where there is none."""
    for key, value in element.attrib.items():
        if find_name(key) == name:
            return value
    return None


def get_value(parent: Element | None, name: str) -> str | None:
    """The `val` of the child of this name; None where there is none."""
    child = parent.find(name) if parent is not None else None
    return get(child, "val") if child is not None else None


def get_number(parent: Element | None, name: str, otherwise: int = 0) -> int:
    """The same as a whole number."""
    try:
        return int(get_value(parent, name) or otherwise)
    except ValueError:
        return otherwise


def is_on(parent: Element | None, name: str) -> bool | None:
    """Whether the parent switches the property of this name on or off; None where it does not."""
    child = parent.find(name) if parent is not None else None
    if child is None:
        return None
    return (get(child, "val") or "1").casefold() not in {"0", "false", "off", "none"}


def _fold(name: str) -> str:
    return name.replace("\\", "/").strip("/").casefold()
