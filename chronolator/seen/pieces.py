"""A cell of a column parted at its commas, brackets and dashes."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from chronolator.seen.targets import Listener
from chronolator.words.fold import fold
from chronolator.words.names import NOBODY, Mention
from chronolator.words.siblings import name_siblings
from chronolator.words.word import Word


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two commas: its `places` among the `words` of the cell, and who is named
    there.
    """

    words: Sequence[Word]
    places: Sequence[int]
    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        """Where it begins in the cell."""
        return self.words[self.places[0]].start

    @property
    def end(self) -> int:
        """Where it ends in the cell."""
        return self.words[self.places[-1]].end

    @property
    def sentence(self) -> int:
        """The sentence in which it stands."""
        return self.words[self.places[0]].sentence

    def tell_without(self, mentions: Iterable[Mention], denied: Container[str] = ()) -> str:
        """Its words without those that name the `mentions`, folded; of these what is `denied`
        stays: "neither".
        """
        taken = {at for one in mentions for at in range(one.first, one.last)}
        told = ((at, fold(self.words[at].text)) for at in self.places)
        return " ".join(word for at, word in told if at not in taken or word in denied)


def split_cell(
    listener: Listener,
    cell: str,
    start: int,
    end: int,
    whose: frozenset[int] = NOBODY,
    day: date | None = None,
) -> Iterator[Piece]:
    """The pieces of the cell from `start` to `end`, in order; `whose` are the children of whom its
    row is, to tell whose "sister" it names on that day.
    """
    words = [one for one in listener.split(cell) if start <= one.start and one.end <= end]
    people = listener.people
    found = people.find(words, day)
    mentions = name_siblings(words, found, whose, people.children, people.rules, day)
    for _, group in groupby(range(len(words)), key=lambda at: words[at].segment):
        places = list(group)
        inside = tuple(one for one in mentions if places[0] <= one.first <= places[-1])
        yield Piece(words, places, inside)
