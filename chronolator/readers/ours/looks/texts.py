"""Texts of which some words have a look of their own."""

import re

from chronolator.columns import OurLooks
from chronolator.model import Look
from chronolator.readers.formats.marks.colours import Palette
from chronolator.readers.ours.looks.styles import read_font, strip_ours
from chronolator.readers.package import parse_xml

_STRING = re.compile(rb"<si(?:/>|>(.*?)</si>)", re.DOTALL)
_RUN = b"<r>"
_EVIDENCE = Look(bold=True, underlined=True)
_PROPERTIES = re.compile(rb"<rPr>(.*?)</rPr>", re.DOTALL)


class Texts:
    """Tells of a text, as it stands in the file, if some of its words look otherwise."""

    def __init__(self, palette: Palette, ours: OurLooks) -> None:
        """Make ready."""
        self._palette = palette
        self._ours = ours
        self._known: dict[bytes, Look] = {}

    def sort(self, strings: bytes) -> tuple[frozenset[str], frozenset[str]]:
        """The numbers of the shared strings that are mixed, and of those that are foreign."""
        mixed: set[str] = set()
        foreign: set[str] = set()
        for number, found in enumerate(_STRING.finditer(strings)):
            text = found[1]
            if text and _RUN in text:
                mixed.update([str(number)] if self.is_mixed(text) else ())
                foreign.update([str(number)] if self.is_foreign(text) else ())
        return frozenset(mixed), frozenset(foreign)

    def is_mixed(self, text: bytes) -> bool:
        """True where some words of the text look otherwise than others of it, but for words that
        are set off as chron sets off evidence.
        """
        return len(self._list_looks(text)) > 1

    def is_foreign(self, text: bytes) -> bool:
        """True where some have a colour or a slant that chron gives to none."""
        return any(look.ink or look.italic for look in self._list_looks(text))

    def _list_looks(self, text: bytes) -> set[Look]:
        if _RUN not in text:
            return set()
        properties = _PROPERTIES.findall(text)
        looks = {Look() if (look := self._read(one)) == _EVIDENCE else look for one in properties}
        return looks | {Look()} if text.count(_RUN) > len(properties) else looks

    def _read(self, properties: bytes) -> Look:
        if properties not in self._known:
            font = parse_xml(b"<rPr>" + properties + b"</rPr>")
            self._known[properties] = strip_ours(read_font(font, self._palette), self._ours)
        return self._known[properties]
