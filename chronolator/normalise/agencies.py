"""The agency of every row, in one spelling."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import PureWindowsPath

from chronolator.model import Case, Entry, Field, Origin, Problem, ProblemKind
from chronolator.normalise.text import clean_text
from chronolator.words.files import find_agency_of_file
from chronolator.words.fold import fold, fold_name, holds

UNKNOWN = "Unknown agency"
_PARTING = re.compile(r"[_+,;()\[\]]+|\s[-\u2013\u2014]+\s|\.(?!\d)|\s+")
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])|-(?=[^\W\d]{4})|(?<=[^\W\d]{4})-")
_NUMBERING = re.compile(
    r"v(?:er|ersion)?\.?\d*(?:\.\d+)*|\d|\d{4}|\d{6}|\d{8}|\d{1,4}(?:[-.]\d{1,4}){2}|copy",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[b-df-hj-np-tv-xz]{2,4}")
"""A word without a vowel."""


class Namer:
    """Names agencies as the case does, else as they were first spelt."""

    def __init__(self, case: Case, no_names: Collection[str]) -> None:
        self._case = case
        self._known: dict[str, str] = {}
        self._spelt: dict[str, str] = {}
        for agency in case.agencies:
            for name in (agency.name, agency.short):
                self._spelt.setdefault(fold_name(name), agency.name)
        self._spelt.pop("", None)
        people = [name for child in case.children for name in (child.name, *child.aliases)]
        self._no_names = {fold(word) for word in no_names}
        self._no_names |= {word for name in (case.title, *people) for word in fold(name).split()}

    def spell(self, name: str) -> str:
        """The name in its one spelling; "" for one without letters or digits."""
        if name not in self._known:
            folded = fold_name(name)
            plain = " ".join(name.split())
            self._known[name] = self._spelt.setdefault(folded, plain) if folded else ""
        return self._known[name]

    def by_case(self, file: str) -> str:
        """The agency to whom the case file gives the file, or ""."""
        agency = find_agency_of_file(file, self._case)
        return agency.name if agency else ""

    def by_file_name(self, file: str) -> str:
        """The one agency of the case whose whole name stands in the file's name, else what is left
        of that without words that belong to no name, or "".
        """
        stem = PureWindowsPath(file).stem
        told = fold_name(_PARTING.sub(" ", stem))
        within = [one.name for one in self._case.agencies if holds(told, fold_name(one.name))]
        if len(within) == 1:
            return within[0]
        words = [word for word in _PARTING.split(_HYPHEN.sub(" ", stem)) if word]
        while words and self._is_no_name(words[0]):
            words.pop(0)
        while words and self._is_no_name(words[-1]):
            words.pop()
        name = " ".join(words)
        return self.spell(_begin(name)) if any(map(str.isalpha, name)) else ""

    def _is_no_name(self, word: str) -> bool:
        return fold(word) in self._no_names or bool(_NUMBERING.fullmatch(word))


def _begin(name: str) -> str:
    """The name with a capital; one that nobody can speak as a word is short for several: "GP"."""
    return name.upper() if _LETTERS.fullmatch(name) else name[:1].upper() + name[1:]


def name_agencies(
    entries: Sequence[Entry], agency_of: Mapping[tuple[str, str], str], namer: Namer
) -> tuple[list[str], list[Problem]]:
    """The agency of each entry, and a problem for each sheet whose agency nothing tells.

    The case file counts first, then the row's own cell, the titles, the one name that the other
    rows of the sheet give, and the file's name.
    """
    written = [namer.spell(clean_text(entry.cells.get(Field.AGENCY))) for entry in entries]
    in_sheet: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry, name in zip(entries, written, strict=True):
        if name:
            in_sheet[entry.origin.file, entry.origin.sheet].add(name)
    by_sheet: dict[tuple[str, str], str] = {}
    by_case: dict[str, str] = {}
    names, problems = [], []
    for entry, name in zip(entries, written, strict=True):
        file, sheet = key = entry.origin.file, entry.origin.sheet
        if file not in by_case:
            by_case[file] = namer.by_case(file)
        if key not in by_sheet and not (by_case[file] or name):
            only = in_sheet[key]
            by_sheet[key] = (
                namer.spell(agency_of.get(key, ""))
                or (next(iter(only)) if len(only) == 1 else "")
                or namer.by_file_name(file)
            )
            if not by_sheet[key]:
                problems.append(_tell_unknown(Origin(file, sheet)))
        names.append(by_case[file] or name or by_sheet[key] or UNKNOWN)
    return names, problems


def _tell_unknown(origin: Origin) -> Problem:
    return Problem(
        origin,
        ProblemKind.AGENCY,
        "Neither a column nor the titles nor the file's name tell whose records these are",
        "Name the agency in the case file, with a pattern for its files.",
    )
