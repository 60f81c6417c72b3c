"""A cell of a column parted at its commas, brackets and dashes."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from chronolator.seen.targets import Listener
from chronolator.words.fold import fold
from chronolator.words.names import NOBODY, Mention
from chronolator.words.siblings import name_siblings
from chronolator.words.word import Word

_MARK = ";"


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

    def tell_without(
        self,
        mentions: Iterable[Mention],
        denied: Container[str] = (),
        joins: Container[str] = (),
    ) -> str:
        """Its words without those that name the `mentions`, folded, and without the `joins` between
        two of them; of the words that name them what is `denied` stays: "neither".
        """
        taken = {at for one in mentions for at in range(one.first, one.last)}
        taken |= {
            at for at in self.places if self.words[at].text in joins and {at - 1, at + 1} <= taken
        }
        told = ((at, fold(self.words[at].text)) for at in self.places)
        return " ".join(word for at, word in told if at not in taken or word in denied)


@cache
def _find_stops(answers: tuple[str, ...], absent: tuple[str, ...]) -> re.Pattern[str]:
    """The full stops behind a letter that is no answer, before the next answer or before another
    letter that was not there: "Y - P. N - J", "P. J not seen".
    """
    told, away = ("|".join(map(re.escape, words)) for words in (answers, absent))
    letters = "".join(one for one in answers if len(one) == 1)
    return re.compile(
        rf"(?<=\b\w)(?<![{letters}])\.(?=\s+(?:(?:{told})\s*[-:\u2013]|\w\s+(?:{away})\b))",
        re.IGNORECASE,
    )


def part_answers(listener: Listener, cell: str) -> str:
    """The cell, as long as it was, with a half stop where one answer ends with a letter."""
    rules = listener.rules
    return _find_stops(rules.cells.answers, rules.presence.absent).sub(_MARK, cell)


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
    told = part_answers(listener, cell)
    words = [one for one in listener.split(told) if start <= one.start and one.end <= end]
    people = listener.people
    found = people.find(words, day)
    mentions = name_siblings(words, found, whose, people.children, people.rules, day)
    for _, group in groupby(range(len(words)), key=lambda at: words[at].segment):
        places = list(group)
        inside = tuple(one for one in mentions if places[0] <= one.first <= places[-1])
        yield Piece(words, places, inside)
