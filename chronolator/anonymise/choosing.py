"""Which kept text a cell holds, also where rows were sorted, moved or edited since."""

import re
from collections import defaultdict
from collections.abc import Sequence

from chronolator.anonymise.following import find_alike
from chronolator.anonymise.key import Kept, Key
from chronolator.model.written import REF

_PLACE = re.compile(r"([A-Z]+)(\d+)")
_SAME_REF, _SAME_TEXT, _SAME_ROW = 1000, 4, 3
_ENOUGH = 50
_Beside = dict[str, frozenset[int]]
"""By column: which kept texts the other cells of a row may be."""
_ALIKE_ELSEWHERE = 0.75
"""From this likeness on, a text in another column of its row is held to be the one kept, edited."""


class Places:
    """The kept texts of the cells, by what they are and where they stood."""

    def __init__(self, key: Key) -> None:
        """Prepare the key for looking up."""
        self._key = key
        self._by_text: dict[str, list[int]] = defaultdict(list)
        for number, kept in enumerate(key.texts):
            self._by_text[kept.now].append(number)
        self._rows: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
        self._standing: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
        for sheet, cells in key.cells.items():
            for place, number in cells.items():
                found = _PLACE.fullmatch(place)
                if found:
                    row = int(found[2])
                    self._rows[sheet, row][found[1]] = number
                    self._standing[number].append((sheet, found[1], row))

    def knows(self, text: str) -> bool:
        """True for a text that stands in the copy as it was written."""
        return text in self._by_text

    def find(self, sheet: str, row: int, column: str, texts: dict[str, str]) -> Kept | None:
        """What is kept of the cell in that row, of which `texts` hold all cells by column: None for
        a text that was written since.
        """
        text = texts[column]
        numbers = self._by_text.get(text, [])
        kept = [self._key.texts[number] for number in numbers]
        if len({(one.was, one.swaps) for one in kept}) == 1:
            return kept[0]
        beside = self._list_beside(texts, column)
        if numbers:
            return self._key.texts[
                max(numbers, key=lambda one: self._weigh(one, sheet, row, column, beside))
            ]
        return self._find_edited(sheet, row, column, text, beside)

    def find_number(self, sheet: str, place: str, text: str) -> Kept | None:
        """What is kept of a number at that place, of which the text stands in the copy."""
        number = self._key.cells.get(sheet, {}).get(place)
        kept = self._key.texts[number] if number is not None else None
        return kept if kept is not None and kept.number and kept.now == text else None

    def find_in(self, numbers: Sequence[int], text: str) -> Kept | None:
        """The one of these kept texts that the text is most like; None where it is like none."""
        return find_alike([self._key.texts[number] for number in numbers], text)

    def _list_beside(self, texts: dict[str, str], column: str) -> _Beside:
        return {
            other: frozenset(self._by_text.get(text, ()))
            for other, text in texts.items()
            if other != column and text in self._by_text
        }

    def _weigh(self, number: int, sheet: str, row: int, column: str, beside: _Beside) -> int:
        """How well the places where this text stood fit the cell."""
        best = 0
        for stood, letters, line in self._standing.get(number, ()):
            score = 2 * (stood == sheet) + 2 * (letters == column) + _SAME_ROW * (line == row)
            best = max(best, score + self._count_shared(stood, line, beside))
        return best

    def _count_shared(self, sheet: str, row: int, beside: _Beside) -> int:
        """How much of what stands beside the cell stood in that row."""
        shared = 0
        for letters, number in self._rows.get((sheet, row), {}).items():
            if number in beside.get(letters, ()):
                shared += _SAME_REF if self._is_ref(number) else _SAME_TEXT
        return shared

    def _is_ref(self, number: int) -> bool:
        return REF.fullmatch(self._key.texts[number].now) is not None

    def _find_edited(
        self, sheet: str, row: int, column: str, text: str, beside: _Beside
    ) -> Kept | None:
        rows = {(sheet, row)}
        for numbers in beside.values():
            for number in numbers:
                rows |= {
                    (stood, line)
                    for stood, _, line in self._standing.get(number, ())[:_ENOUGH]
                    if stood == sheet
                }
        scores = {
            one: self._count_shared(*one, beside) + _SAME_ROW * (one == (sheet, row))
            for one in rows
        }
        best = max(scores, key=lambda one: scores[one])
        found = self._rows.get(best, {}).get(column)
        if found is None:
            beside_it = [self._key.texts[one] for one in self._rows.get(best, {}).values()]
            return find_alike(beside_it, text, _ALIKE_ELSEWHERE)
        kept = self._key.texts[found]
        sure = scores[best] >= _SAME_REF or best == (sheet, row)
        return kept if sure else find_alike([kept], text)
