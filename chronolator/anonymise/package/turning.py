"""How each kind of text is anonymised."""

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote

from chronolator.anonymise.nouns import Swap, apply
from chronolator.anonymise.package.formulas import rewrite
from chronolator.anonymise.package.markup import Kind, Passage
from chronolator.anonymise.package.passages import is_header, split_header
from chronolator.anonymise.replace import Anonymiser
from chronolator.columns import key_of_name, name_of_key

_LONGEST_SHEET = 31
_NO_SHEET = re.compile(r"[\[\]:*?/\\]")
_NO_NAME = re.compile(r"[^\w.]")
_HEADING = "tableColumn@name"
_OURS = "chron_"
NOWHERE = "https://example.invalid/"
"""Where a link leads whose address holds a name."""


class Turning:
    """Anonymises the texts of one package."""

    def __init__(self, anonymiser: Anonymiser) -> None:
        self._anonymiser = anonymiser
        self.sheets: dict[str, str] = {}
        """The new names of the sheets, by the old."""
        self.names: dict[str, str] = {}
        """The same of cells with a name, and of tables."""
        self._headings: dict[str, str] = {}
        """The headings of tables that would be the same as another of their table."""

    def name_sheets(self, names: Iterable[str]) -> None:
        """Find new names for the sheets: each at most 31 characters, no two the same."""
        met: set[str] = set()
        for name in names:
            plain = new = _NO_SHEET.sub(" ", self.change(name))[:_LONGEST_SHEET].strip("' ")
            count = 1
            while new.casefold() in met:
                count += 1
                new = f"{plain[: _LONGEST_SHEET - 4]} ({count})"
            met.add(new.casefold())
            self.sheets[name] = new

    def give_names(self, names: Iterable[str]) -> None:
        """Find new names for cells and tables: no two the same."""
        met = {one.casefold() for one in self.names.values()}
        for name in names:
            if name in self.names or name.startswith("_xlnm."):
                continue
            plain = new = self._change_name(name)
            count = 1
            while new.casefold() in met:
                count += 1
                new = f"{plain}_{count}"
            met.add(new.casefold())
            self.names[name] = new

    def _change_name(self, name: str) -> str:
        if name.startswith(_OURS):
            key = key_of_name(name)
            changed = self.change(key) if key is not None else name
            return name if changed == key or key is None else name_of_key(changed)
        swaps = self._anonymiser.find(name)
        return _NO_NAME.sub("_", apply(name, swaps)) if swaps else name

    def part_headings(self, tables: Iterable[Sequence[str]]) -> None:
        """Give headings that would be the same as another of their table a number behind."""
        for headings in tables:
            met: set[str] = set()
            for heading in headings:
                plain = new = self.change(heading)
                count = 1
                while new.casefold() in met:
                    count += 1
                    new = f"{plain} ({count})"
                met.add(new.casefold())
                if new != plain:
                    self._headings[heading] = new

    def change(self, text: str) -> str:
        """The text, anonymised."""
        return self._headings.get(text) or apply(text, self._anonymiser.find(text))

    def find(self, passage: Passage) -> tuple[Swap, ...]:
        """What is to be replaced in a text of a package."""
        text = passage.text
        if passage.kind is Kind.PROSE:
            if is_header(passage):
                return tuple(self._find_in_header(text))
            if passage.name == "lpstr" and (text in self.sheets or text in self.names):
                return _whole(text, (self.sheets | self.names)[text])
            if text in self._headings:
                return _whole(text, self._headings[text])
            # A colour such as E1E7EE is no postcode.
            plain = "@" not in passage.name or " " in text or passage.name == _HEADING
            return self._anonymiser.find(text, numbers=plain)
        return _whole(text, self._change_whole(passage.kind, text))

    def _change_whole(self, kind: Kind, text: str) -> str:
        if kind is Kind.AUTHOR:
            return self._anonymiser.name_author(text)
        if kind is Kind.SHEET:
            return self.sheets.get(text, text)
        if kind is Kind.NAME:
            return self.names.get(text, text)
        if kind is Kind.LINK:
            return NOWHERE if self._anonymiser.find(unquote(text)) else text
        return rewrite(text, self.change, self.sheets, self.names)

    def _find_in_header(self, text: str) -> Iterable[Swap]:
        for at, words in split_header(text):
            for one in self._anonymiser.find(words):
                yield Swap(at + one.start, at + one.end, one.words, one.code, one.doubt)


def _whole(was: str, now: str) -> tuple[Swap, ...]:
    return () if was == now else (Swap(0, len(was), now, now),)


def turn_round(names: Mapping[str, str]) -> dict[str, str]:
    """What was, by what is, of those that changed."""
    return {now: was for was, now in names.items() if now != was}
