"""A cell of a column parted at its commas, brackets and dashes."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from operator import attrgetter

from chronolator.seen.targets import Listener
from chronolator.words.fold import fold
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.siblings import name_siblings
from chronolator.words.word import Word

_MARK = ";"
_ASKING = re.compile(r"[:?]+| - ")
_FEW = 4  # words: "R yes, W no"
_FIRST = attrgetter("first")


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
    """The cell, as long as it was, with a half stop where one answer ends with a letter, or before
    the name with which another begins: "Robin: Y Wren: N".
    """
    rules = listener.rules
    cell = _find_stops(rules.cells.answers, rules.presence.absent).sub(_MARK, cell)
    if any(len(_ASKING.findall(line)) > 1 for line in cell.split("\n")):
        letters = list(cell)
        for place in _list_beginnings(listener, cell):
            letters[place] = _MARK
        cell = "".join(letters)
    return cell


def _list_beginnings(listener: Listener, cell: str) -> Iterator[int]:
    """The blanks before names that ask anew within a line that begins with another such name."""
    words, labels = listener.split(cell), frozenset(listener.rules.cells.labels)
    line = end = 0
    asks = False
    for who in _list_children(listener, words):
        begin, last = words[who.first].start, who.last
        if "\n" in cell[line:begin]:
            line = end = cell.rindex("\n", 0, begin) + 1
            asks = False
        while last < len(words) and words[last].text in labels and not words[last - 1].colon:
            last += 1
        if not words[last - 1].colon:
            continue
        told = cell[end:begin].strip(" ,/&")
        if asks and told and cell[begin - 1].isspace():
            yield begin - 1
        asks = asks or not told or labels.issuperset(fold(told).split() or [told])
        end = words[last - 1].end + 1


def _list_children(listener: Listener, words: Sequence[Word]) -> list[Mention]:
    """The children who are named, by letters too, in order."""
    named = [one for one in listener.people.find(words) if one.children and one.titled]
    everywhere = range(len(words))
    return sorted([*named, *_list_letters(listener, words, everywhere, named)], key=_FIRST)


def split_cell(
    listener: Listener,
    cell: str,
    start: int,
    end: int,
    whose: frozenset[int] = NOBODY,
    day: date | None = None,
    *,
    lettered: bool = False,
) -> Iterator[Piece]:
    """The pieces of the cell from `start` to `end`, in order; `whose` are the children of whom its
    row is, to tell whose "sister" it names on that day. Where the cell is `lettered`, a capital in
    a few words is the one child whose name begins with it: "R yes, W no".
    """
    told = part_answers(listener, cell)
    words = [one for one in listener.split(told) if start <= one.start and one.end <= end]
    people = listener.people
    found = people.find(words, day)
    mentions = name_siblings(words, found, whose, people.children, people.rules, day)
    for _, group in groupby(range(len(words)), key=lambda at: words[at].segment):
        places = list(group)
        inside = [one for one in mentions if places[0] <= one.first <= places[-1]]
        if lettered and len(places) <= _FEW:
            inside += _list_letters(listener, words, places, inside)
        yield Piece(words, places, tuple(sorted(inside, key=_FIRST)))


def _list_letters(
    listener: Listener, words: Sequence[Word], places: Sequence[int], found: Iterable[Mention]
) -> list[Mention]:
    """The children for whom letters stand that name nobody else."""
    taken = {at for one in found for at in range(one.first - 1, one.last + 1)}
    nobody = listener.rules.cells.no_letters
    letters = (
        listener.people.find_letter(words, at)
        for at in places
        if at not in taken and words[at].text not in nobody
    )
    return [one for one in letters if one is not None]
