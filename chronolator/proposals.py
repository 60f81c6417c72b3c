"""What the returns say of the case: proposed, for a person to confirm, never taken."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from glob import escape
from pathlib import PureWindowsPath

from chronolator.model import (
    THE_CHILD,
    Agency,
    Case,
    Event,
    NameWords,
    Origin,
    Problem,
    ProblemKind,
    Return,
    Rules,
    Whence,
)
from chronolator.model.case import CASE_FILE
from chronolator.words.files import fits
from chronolator.words.fold import fold

_ENDS = r"\s[-\u2013\u2014]\s|[;|,\n(]|\d"
_SURNAME_FIRST = re.compile(r"^([^\W\d_][\w'\u2019-]+),\s+([^\W\d_][\w'\u2019 -]+)$")
_ASIDE = re.compile(r"\([^()]*\d[^()]*\)")
"""What stands in brackets with a number in it is a class, an age or a date, and no name."""
_SEVERAL = 2
_NAME = re.compile(r"^[^\W\d_][\w'\u2019-]*\.?(?: [^\W\d_][\w'\u2019-]*\.?){0,3}$")


@dataclass(frozen=True, slots=True)
class ProposedChild:
    """A name that the returns give to whoever their rows are about, as a person writes it; in how
    many of the entries it stands, and its shorter forms. `born`: the day of birth, if told.
    """

    name: str
    entries: int
    aliases: tuple[str, ...] = ()
    born: date | None = None


@dataclass(frozen=True, slots=True)
class ProposedAgency:
    """An agency with its files. `sure` is false where nothing but the name of a file tells it."""

    agency: Agency
    sure: bool


def propose_agencies(
    returns: Iterable[Return], unread: Iterable[str] = ()
) -> tuple[ProposedAgency, ...]:
    """The agencies that the returns name, each with patterns that its files fit, in the order of
    the files. A file without an agency goes by its own name, and so does one that could not be read
    (`unread`): its agency is awaited.
    """
    files: dict[str, list[str]] = {}
    doubtful: set[str] = set()
    for one in returns:
        name = one.agencies[0] if one.agencies else _strip_ending(one.file)
        files.setdefault(name, []).append(one.file)
        if not one.agencies or _DOUBTFUL & set(one.whence):
            doubtful.add(name)
    for file in unread:
        name = _strip_ending(file)
        files.setdefault(name, []).append(file)
        doubtful.add(name)
    known = [file for came in files.values() for file in came]
    return tuple(
        ProposedAgency(Agency(name, files=_make_patterns(came, known)), sure=name not in doubtful)
        for name, came in files.items()
    )


_DOUBTFUL = {Whence.FILE_NAME, Whence.NOTHING}


def _make_patterns(files: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Fit the files of an agency, and a later one whose name begins as theirs ("GP corrected"), but
    no other file that is `known`. The ending is left open: it may come as another kind of file.
    """
    patterns: tuple[str, ...] = ()
    others = set(known) - set(files)
    for file in files:
        begins = escape(_strip_ending(file))
        wide = f"{begins}*"
        if not fits(file, patterns):
            alone = not any(fits(one, (wide,)) for one in others)
            patterns += (wide if alone else f"{begins}.*",)
    return patterns


def _strip_ending(file: str) -> str:
    return PureWindowsPath(file).stem


class NameReader:
    """Reads the names in a cell."""

    def __init__(self, words: NameWords) -> None:
        """Prepare once for all cells."""
        self._words = words
        self._joins = re.compile(rf"\s+(?:{_any(words.joins)})\s+", re.IGNORECASE)
        ends = rf"\b(?:{_any(words.ends)})(?!\w)"
        self._ends = re.compile(f"{_ENDS}|{ends}", re.IGNORECASE)

    def read(self, cell: str) -> Iterator[str]:
        """The names in the cell, first name first, however they are written."""
        for part in self._joins.split(_ASIDE.sub(" ", cell).strip()):
            turned = _SURNAME_FIRST.match(part.strip())
            if turned and all(map(self._is_letters, turned.groups())):
                yield from turned.groups()
                continue
            name = f"{turned[2]} {turned[1]}" if turned else self._ends.split(part, maxsplit=1)[0]
            name = " ".join(name.split()).strip(" .:")
            if _NAME.match(name) and len(name) > 1 and all(map(self._may_name, name.split())):
                yield " ".join(map(self._write, name.split()))

    def _may_name(self, word: str) -> bool:
        return word[0].isupper() or word in self._words.particles

    def _write(self, word: str) -> str:
        """A name in capitals as names are written; initials stay."""
        if not word.isupper() or self._is_letters(word):
            return word
        return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)

    def _is_letters(self, word: str) -> bool:
        """Whether it is no name but the first letters of one, "RA"."""
        return word.isupper() and 1 < len(word) <= self._words.initials


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


def propose_children(events: Sequence[Event], rules: Rules) -> tuple[ProposedChild, ...]:
    """Whom the returns' own columns ("Pupil", "Patient") and the titles above their tables name,
    those in most entries first. A shorter form of a name that is there whole is its alias.
    """
    headings, labels = set(rules.seen.subject_headings), rules.seen.titles.labels
    reader = NameReader(rules.seen.people.names)
    counts: Counter[str] = Counter()
    for event in events:
        cells = [value for name, value in event.other.items() if fold(name) in headings]
        cells.append(event.subject)
        named = {name for cell in cells for name in reader.read(cell)}
        counts.update(named or set(_read_titles(reader, event.titles, labels)))
    counts = _part_first_names(counts)
    roles = (word for rule in rules.seen.people.words for word in rule.words)
    known = {*rules.seen.subject_groups, *headings, *roles}
    told = {name: count for name, count in counts.most_common() if fold(name) not in known}
    whole = [name for name in told if " " in name]
    homes = {name: _find_home(name, whole) for name in told}
    gathered: Counter[str] = Counter()
    for name, count in told.items():
        gathered[homes[name]] += count
    return tuple(
        ProposedChild(name, count, tuple(one for one in told if homes[one] == name != one))
        for name, count in gathered.most_common()
    )


def tell_unnamed_children(events: Sequence[Event], case: Case, rules: Rules) -> tuple[Problem, ...]:
    """A problem where no case file names the children, and the returns are about several: what is
    seen of one would hide a gap of another. No name stands in it.
    """
    if case.children != (THE_CHILD,):
        return ()
    named = len(propose_children(events, rules))
    if named < _SEVERAL:
        return ()
    message = (
        f"no case file names the children, and the returns name {named} people as the one whom "
        "their rows are about: a sighting of any of them counts, and can hide a gap of another"
    )
    hint = "Run chron init in this folder, and merge again with the case file that it writes."
    return (Problem(Origin(CASE_FILE), ProblemKind.CASE, message, hint),)


def _read_titles(reader: NameReader, titles: Iterable[str], labels: Iterable[str]) -> Iterator[str]:
    for title in titles:
        label, mark, behind = title.partition(":")
        if mark and fold(label) in labels:
            yield from reader.read(behind)


def _part_first_names(counts: Counter[str]) -> Counter[str]:
    """Of two first names ("Wren, Robin", which reads as a surname and a first name) each is counted
    for itself: both are known as first names from other cells.
    """
    parted: Counter[str] = Counter()
    for name, count in counts.items():
        words = name.split()
        others = [one.split() for one in counts if " " in one and set(one.split()) != set(words)]
        firsts = {one[0] for one in others} - {one[-1] for one in others}
        two = len(words) == _SEVERAL and firsts.issuperset(words) and min(map(len, words)) > 1
        parted.update(dict.fromkeys(words if two else [name], count))
    return parted


def _find_home(name: str, whole: Sequence[str]) -> str:
    """The one whole name that this shortens ("Robin", "Robin A", "Ashdown R", "R Ashdown", "RA") or
    turns about ("Ashdown Robin"), or itself. Of two that turn each other about it is the first.
    """
    short = fold(name)
    homes = [one for one in whole if short in _shorten(fold(one).split())]
    before = whole[: whole.index(name)] if name in whole else ()
    homes = homes or [one for one in before if fold(one).split() == short.split()[::-1]]
    people = {frozenset(fold(one).split()) for one in homes}
    return homes[0] if len(people) == 1 else name


def _shorten(words: Sequence[str]) -> set[str]:
    first, last = words[0], words[-1]
    if len(first) == 1 or len(last) == 1:
        return set()
    letters = f"{first[0]}{last[0]}"
    return {first, letters, f"{first} {last[0]}", f"{last} {first[0]}", f"{first[0]} {last}"}
