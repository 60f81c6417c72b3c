"""A text with its names back, also where somebody has edited it since."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from chronolator.anonymise.key import Kept
from chronolator.anonymise.nouns import Coded, Swap

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(slots=True)
class Met:
    """Which texts with codes were met: `known`, how many stand as the key has them; `edited`, where
    the others stand.
    """

    known: int = 0
    edited: list[str] = field(default_factory=list)


class Back:
    """Turns codes into names again."""

    def __init__(self, coded: Iterable[Coded]) -> None:
        """`coded`: every code of the key."""
        self._names = {one.code: one.name for one in coded}
        shouted = {one.upper(): name.upper() for one, name in self._names.items()}
        self._names = shouted | self._names
        told = "|".join(map(re.escape, sorted(self._names, key=len, reverse=True)))
        self._codes = re.compile(rf"\[(?:{told})\]|(?<!\w)(?:{told})(?!\w)" if told else r"(?!)")

    def holds_code(self, text: str) -> bool:
        """True where a code stands in the text."""
        return self._codes.search(text) is not None

    def restore(self, text: str, kept: Kept | None) -> tuple[Swap, ...]:
        """What of the text becomes what. `kept`: the text as it was in the copy and before it, None
        for one that was written since.

        What was replaced and is still there becomes what it was. A code that was written since
        becomes the name for which it stands. A word that was always there stays, also where it is
        the word of a code ("Mother").
        """
        if kept is not None and kept.now == text:
            return kept.swaps
        if kept is None:
            return tuple(self._name_new(text, [], Counter(), Counter()))
        return tuple(self._restore_edited(text, kept))

    def _restore_edited(self, text: str, kept: Kept) -> list[Swap]:
        blocks = _match(kept.now, text)
        found: list[Swap] = []
        gone: Counter[str] = Counter()
        lost: dict[str, list[str]] = {}
        for one in kept.swaps:
            shift = _find_shift(blocks, one.start, one.end)
            if shift is not None:
                found.append(Swap(one.start + shift, one.end + shift, one.words, one.code))
            else:
                words = kept.now[one.start : one.end]
                gone[words] += 1
                lost.setdefault(words, []).append(one.words)
        kept_words: list[tuple[int, int]] = []
        gone_words: Counter[str] = Counter()
        for match in self._codes.finditer(kept.now):
            if any(one.start <= match.start() < one.end for one in kept.swaps):
                continue
            shift = _find_shift(blocks, *match.span())
            if shift is None:
                gone_words[match[0]] += 1
            else:
                kept_words.append((match.start() + shift, match.end() + shift))
        taken = [*((one.start, one.end) for one in found), *kept_words]
        found += self._name_new(text, taken, gone, gone_words, lost)
        return sorted(found, key=lambda one: one.start)

    def _name_new(
        self,
        text: str,
        taken: Sequence[tuple[int, int]],
        gone: Counter[str],
        gone_words: Counter[str],
        lost: dict[str, list[str]] | None = None,
    ) -> list[Swap]:
        """The codes that stand in the text where nothing was kept: one that was moved becomes what
        it was before, a word that was moved stays, and the others become the name.
        """
        found = []
        for match in self._codes.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            words = match[0]
            if gone[words]:
                gone[words] -= 1
                was = (lost or {})[words].pop(0)
            elif gone_words[words]:
                gone_words[words] -= 1
                continue
            else:
                was = self._names[words.strip("[]")]
            found.append(Swap(match.start(), match.end(), was, words))
        return found


def _match(before: str, after: str) -> list[tuple[int, int, int]]:
    """The stretches that are the same: where in each text, and how long."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    places, targets = _place(old), _place(new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (places[one.a], targets[one.b], places[one.a + one.size] - places[one.a])
        for one in matcher.get_matching_blocks()
        if one.size
    ]


def _place(tokens: Sequence[str]) -> list[int]:
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places


def _find_shift(blocks: Iterable[tuple[int, int, int]], start: int, end: int) -> int | None:
    """By how much the stretch was moved; None where it is not whole any more."""
    for before, after, size in blocks:
        if before <= start and end <= before + size:
            return after - before
    return None
