"""Which kept text a text of JSON or of a page is, also where rows were moved or edited since."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from chronolator.anonymise.key import Kept, Key

_ALIKE = 0.4
"""From this likeness on, a text is held to be the one kept, edited."""
_AHEAD = 8
"""So many kept texts behind the last one are looked at for the one that was edited."""


class Following:
    """Goes through the kept texts as the file is read: of several that became the same, the next
    one behind the last of its sort is meant.
    """

    def __init__(self, key: Key) -> None:
        """`key`: with its texts in the order of the file."""
        places = [(place, number) for place, numbers in key.parts.items() for number in numbers]
        self._texts = [key.texts[number] for _, number in places]
        self._at = defaultdict[tuple[str, str], list[int]](list)
        self._standing = defaultdict[str, list[int]](list)
        for at, (place, _) in enumerate(places):
            self._at[_sort(place), self._texts[at].now].append(at)
            self._standing[place].append(at)
        self._next = Counter[str]()

    def find(self, text: str, place: str) -> Kept | None:
        """The kept text that the text is, as nobody has edited it."""
        sort = _sort(place)
        found = self._at.get((sort, text))
        if not found:
            return None
        at = next((one for one in found if one >= self._next[sort]), found[0])
        self._next[sort] = at + 1
        return self._texts[at]

    def find_edited(self, text: str, place: str) -> Kept | None:
        """The one of which it was made: among those of its place, and the next ones."""
        following = self._next[_sort(place)]
        ahead = range(following, min(following + _AHEAD, len(self._texts)))
        near = [*self._standing.get(place, ())[:_AHEAD], *ahead]
        return find_alike([self._texts[at] for at in near], text)


def _sort(place: str) -> str:
    """What a place is of: all of JSON, the texts of a page, its links, its data."""
    return place.partition("/")[0]


def find_alike(kept: Sequence[Kept], text: str, least: float = _ALIKE) -> Kept | None:
    """The one of these kept texts that the text is most like; None where it is like none."""
    best, found = least, None
    for one in kept:
        matcher = SequenceMatcher(None, one.now, text, autojunk=False)
        if matcher.quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
            best, found = ratio, one
    return found
