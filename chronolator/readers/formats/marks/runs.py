"""Texts whose runs differ: which words of them are struck through."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chronolator.readers.formats.marks.parts import Action, Attributes, Walk, is_true

_STRING, _ENDS = b"<si>", b"</t></si>"
_MARKS = 4
"""A string of one text is written in four marks: `<si><t>gone</t></si>`."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Struck:
    """The struck words of a text of several runs: in a `plain` cell, and in a cell that is struck
    through as a whole, where runs without properties of their own are struck too.
    """

    plain: tuple[str, ...]
    whole: tuple[str, ...]


class Runs:
    """Gathers the runs of one text after another, as their elements begin."""

    def __init__(self) -> None:
        """Begin without a text."""
        self.begin()

    def begin(self) -> None:
        """A new text begins."""
        self._runs: list[tuple[str, bool, bool]] = []
        self._open = (False, True)
        self._phonetic = False

    def list_actions(self, collect: Callable[[Callable[[str], None]], None]) -> dict[str, Action]:
        """What a `Walk` has to do inside a text."""

        def begin_run(_: Attributes) -> None:
            self._open = (False, True)
            self._phonetic = False

        def begin_properties(_: Attributes) -> None:
            self._open = (False, False)

        def strike(attributes: Attributes) -> None:
            struck = is_true(attributes.get("val", "1"))
            self._open = (struck, struck)

        def begin_phonetic(_: Attributes) -> None:
            self._phonetic = True

        def begin_text(_: Attributes) -> None:
            if not self._phonetic:
                collect(self._take)

        return {
            "r": begin_run,
            "rPr": begin_properties,
            "strike": strike,
            "rPh": begin_phonetic,
            "t": begin_text,
        }

    def end(self) -> Struck | None:
        """What is struck; None where the text says no more than its cell does."""
        if all(run[1:] == (False, True) for run in self._runs):
            return None
        return Struck(self._join(1), self._join(2))

    def _take(self, text: str) -> None:
        self._runs.append((text, *self._open))

    def _join(self, place: int) -> tuple[str, ...]:
        """The struck pieces; runs side by side are one piece."""
        pieces, open_piece = [], ""
        for run in (*self._runs, ("", False, False)):
            if run[place]:
                open_piece += run[0]
            else:
                pieces.append(unescape(open_piece).strip())
                open_piece = ""
        return tuple(piece for piece in pieces if piece)


def unescape(text: str) -> str:
    """The text with characters that XML cannot hold as they are: `_x000D_` is one."""
    return _ESCAPED.sub(lambda one: chr(int(one[1], 16)), text)


def read_shared(pieces: Iterable[bytes]) -> dict[str, Struck]:
    """Of the shared strings those with runs that are struck or are not, by their number."""
    found: dict[str, Struck] = {}
    runs = Runs()
    count = -1

    def keep() -> None:
        if struck := runs.end():
            found[str(count)] = struck

    def begin(_: Attributes) -> None:
        nonlocal count
        keep()
        count += 1
        runs.begin()

    def skip(attributes: Attributes) -> None:
        nonlocal count
        keep()
        count += int(attributes["n"])
        runs.begin()

    actions: dict[str, Action] = {"si": begin, "skip": skip}
    walk = Walk(actions)
    actions.update(runs.list_actions(walk.collect))
    walk.run(_pick_strings(pieces))
    keep()
    return found


def _pick_strings(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The part's XML with `<skip n="5"/>` in place of five strings that are of one text each."""
    rest, skipped = b"", 0
    for piece in pieces:
        first, *strings = (rest + piece).split(_STRING)
        *strings, rest = (first, *(_STRING + one for one in strings))
        for string in strings:
            if _is_plain(string):
                skipped += 1
            else:
                yield _write_skip(skipped) + string
                skipped = 0
    yield _write_skip(skipped) + rest


def _is_plain(string: bytes) -> bool:
    return string.startswith(_STRING) and string.endswith(_ENDS) and string.count(b"<") == _MARKS


def _write_skip(count: int) -> bytes:
    return b'<skip n="%d"/>' % count if count else b""
