"""How big a mark is: "about 1cm", "5cm x 3cm", "20 by 15mm"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from chronolator.contacts.texts import Words
from chronolator.model import NumberWords


class SizeReader:
    """Reads the sizes of marks."""

    def __init__(self, numbers: NumberWords) -> None:
        """Prepare the units once for all accounts."""
        self._lengths = numbers.lengths
        units = "|".join(map(re.escape, sorted(numbers.lengths, key=len, reverse=True)))
        number = r"\d{1,3}(?:\.\d{1,2})?"
        self._size = re.compile(
            rf"(?<![\w.])(?P<first>{number})\s?(?P<unit>{units})?"
            rf"(?:\s?(?:x|\u00d7|by)\s?(?P<second>{number}))?\s?(?P<last>{units})(?!\w)",
            re.IGNORECASE,
        )

    def read(self, words: Words, harms: AbstractSet[str]) -> Iterator[tuple[float, str]]:
        """The longer side of each mark, in millimetres, with the words: of a size in a sentence
        that tells one of the harms, or with which the next one begins.
        """
        starts = [start for start, _ in words.sentences]
        hurt = [not harms.isdisjoint(words.lower[slice(*one)]) for one in words.sentences]
        for match in self._size.finditer(words.text):
            at = words.count_before(match.start())
            number = bisect_right(starts, at) - 1
            goes_on = number > 0 and at == starts[number] and hurt[number - 1]
            if number >= 0 and (hurt[number] or goes_on):
                yield self._find_longer(match), match[0]

    def _find_longer(self, match: re.Match[str]) -> float:
        first, second = float(match["first"]), float(match["second"] or 0)
        last = self._lengths[match["last"].lower()]
        unit = self._lengths[(match["unit"] or match["last"]).lower()]
        return max(first * unit, second * last)
