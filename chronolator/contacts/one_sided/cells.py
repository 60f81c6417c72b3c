"""A cell of a row: its words, the agencies that it names, and where sentences and clauses end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from chronolator.contacts.one_sided.phrases import Phrases
from chronolator.contacts.texts import STOPS, Words, split_words
from chronolator.contacts.vocabulary import Party, Vocabulary
from chronolator.words.fold import fold

_PAUSES = frozenset((",", ":", "(", ")"))
_MOST_BETWEEN = 4
_BRACKET = 5
_DASH = re.compile(r"\s[-\u2013\u2014]+\s")


@dataclass(frozen=True, slots=True)
class Named:
    """An agency named by the words `start` to `end`. `target` is the one meant, as a bit: 0 where
    it is the writer's own (`own`), none whose return is there, or one of several. `every` are all
    that can be meant.
    """

    start: int
    end: int
    target: int
    every: int
    own: bool


class Cell:
    """The words of one cell that `agency` wrote."""

    def __init__(self, words: Words, agency: str, vocabulary: Vocabulary, phrases: Phrases) -> None:
        """Find the agencies."""
        self.words = words
        self.lower, self.written = self.words.lower, self.words.written
        self._vocabulary, self._phrases, self._agency = vocabulary, phrases, agency
        self.own = vocabulary.bits[agency]
        self._people = phrases.list_own_people(vocabulary.agency_kinds[agency])
        self.named = sorted(self._find_named(), key=lambda one: one.start)
        self.at = {one.start: one for one in self.named}
        self._covered = {at for one in self.named for at in range(one.start, one.end)}

    @cached_property
    def plans(self) -> int:
        """Where the plans begin, as behind "Action plan:"; its end where it holds none."""
        found = self._phrases.onwards.find(self.lower)
        return found[0][0] if found else len(self.lower)

    @cached_property
    def dashes(self) -> set[int]:
        """Before which words a dash stands."""
        text = self.words.text
        return {len(split_words(text[: dash.start()]).lower) for dash in _DASH.finditer(text)}

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence round a word begins and ends (exclusive)."""
        start = end = at
        while start and self.lower[start - 1] not in STOPS:
            start -= 1
        while end < len(self.lower) and self.lower[end] not in STOPS:
            end += 1
        return start, end

    def clause_start(self, at: int) -> int:
        """Where the clause round a word begins: behind a pause or a stop."""
        while at and at not in self.dashes:
            if self.lower[at - 1] in STOPS or self.lower[at - 1] in _PAUSES:
                break
            at -= 1
        return at

    def names_others(self, start: int, end: int) -> bool:
        """True where the words name another agency, or somebody of the family."""
        if any(start <= one.start < end and not one.own for one in self.named):
            return True
        return bool(self._vocabulary.who.find(self.lower, start, end))

    def is_writer(self, at: int) -> int:
        """Where a word or two that mean the writer end, or 0: "we", "DS Pruett" of the police."""
        named = self.at.get(at)
        if named:
            return named.end if named.own else 0
        found = self._phrases.subjects.at(self.lower, at)
        if found:
            return found[0]
        title = self._vocabulary.lexicon.titles.at(self.lower, at)
        if title:
            return title[0]
        if self.lower[at][0].isdigit() or self._is_own_name(at):
            return at + 1
        behind = at and self._vocabulary.lexicon.titles.ending_at(self.lower, at)
        return at + 1 if behind and self.written[at][0].isupper() else 0

    def are_writers(self, start: int, end: int) -> bool:
        """True where nothing stands there but words for the writer."""
        while start < end:
            step = self.is_writer(start)
            if not step:
                return False
            start = step
        return True

    def is_bracketed(self, at: int) -> bool:
        """True behind an agency alone in brackets, not behind "(patient of GP)"."""
        return any(
            one.end == at - 1 and self.lower[at - 1] == ")" and self.lower[one.start - 1] == "("
            for one in self.named
        )

    def find_subjects(self, end: int) -> list[Named]:
        """The agencies of a list that begins a sentence or clause and ends right there."""
        starts = dict.fromkeys((self.sentence(end)[0], self.clause_start(end)))
        for start in starts:
            named, stop = self.list_named(start, end)
            if named and stop == end:
                return named
        return []

    def list_named(self, start: int, end: int) -> tuple[list[Named], int]:
        """The agencies of a list that begins at `start`, over names, roles and family among them,
        and where it ends.
        """
        found: list[Named] = []
        at, free, joined = start, 0, False
        while at < end and free <= _MOST_BETWEEN and (at == start or at not in self.dashes):
            named, join = self.at.get(at), self._phrases.joins.at(self.lower, at)
            if named:
                found.append(named)
                at, free = named.end, 0
            elif join:
                at, free, joined = join[0], 0, True
            elif self.lower[at] == "(" and (close := self._find_close(at, end)):
                inside, stop = self.list_named(at + 1, close - 1)
                found += inside if stop == close - 1 else []
                at = close
            elif self._is_affiliated(at, found, free):
                at += 1
            elif step := self._pass_over(at):
                at, free = step, free + 1
            else:
                break
        if joined and found and found[-1].end < end and self._acts(found[-1].end):
            at = found[-1].start
            found.pop()
        return [one for one in found if not self.is_elsewhere(one)], at

    def _is_affiliated(self, at: int, found: Sequence[Named], free: int) -> bool:
        """True at "of" and the like before the agency of somebody just passed: a name that tells no
        agency, or one that tells the same ("Ms Lund of Elm House", whose return she wrote).
        """
        behind = self.at.get(at + 1)
        if behind is None or self.lower[at] not in self._phrases.affiliated:
            return False
        return bool(free or (found and found[-1].end == at and found[-1].every & behind.every))

    def _acts(self, at: int) -> bool:
        """True for a word that makes the agency before it the subject of a new sentence."""
        return self._phrases.acting.at(self.lower, at) is not None

    def _pass_over(self, at: int) -> int:
        who = self._vocabulary.who.at(self.lower, at)
        if who:
            return who[0]
        if self.written[at][0].isupper() or self.lower[at] in self._phrases.skip:
            return 0 if self._phrases.begins(self.lower, at) else at + 1
        return 0

    def _find_close(self, at: int, end: int) -> int:
        for close in range(at + 1, min(end, at + _BRACKET)):
            if self.lower[close] == ")":
                return close + 1
        return 0

    def is_elsewhere(self, named: Named) -> bool:
        """True for an agency that the words tell to be another one of its kind: "Leeds MASH"."""
        at = named.start
        if self._phrases.elsewhere.ending_at(self.lower, at):
            return True
        first = self.sentence(at)[0]
        if at <= first or not self.written[at - 1][0].isupper() or at - 1 in self._covered:
            return False
        word = self.lower[at - 1]
        return not (
            at - 1 == first
            or word in self._phrases.skip
            or self._vocabulary.lexicon.all_titles.ending_at(self.lower, at)
            or self._phrases.begins(self.lower, at - 1)
            or self._is_of_name(word, named.target)
        )

    def _is_of_name(self, word: str, target: int) -> bool:
        """True for a word of the agency's own name."""
        bits = self._vocabulary.bits
        return any(word in fold(name).split() for name, bit in bits.items() if bit == target)

    def _is_own_name(self, at: int) -> bool:
        return bool(self._vocabulary.find_professional(self.written[at]) & self.own)

    def _find_named(self) -> Iterator[Named]:
        vocabulary, covered = self._vocabulary, set[int]()
        for start, end, party in vocabulary.parties.find(self.lower):
            who = vocabulary.who.at(self.lower, start)
            of_the_case = who is not None and (who[1].children or who[1].people)
            if not of_the_case and not self._phrases.is_vague(self.lower, start, end):
                covered |= set(range(start, end))
                yield self._name_party(start, end, party)
        for at, word in enumerate(self.written):
            signed = vocabulary.find_professional(word)
            if signed and at not in covered:
                others = signed & ~self.own
                single = others if others.bit_count() == 1 else 0
                yield Named(at, at + 1, 0 if signed & self.own else single, others, not others)

    def _name_party(self, start: int, end: int, party: Party) -> Named:
        vocabulary = self._vocabulary
        if " ".join(self.lower[start:end]) in self._people:
            return Named(start, end, 0, 0, own=True)
        meant = vocabulary.read_party(party, self._agency)
        first = party.first & ~self.own
        target = next((one for one in (first, meant) if one.bit_count() == 1), 0)
        # One whose return is not there is asked nothing, and nobody in its stead.
        known = target if target & ~vocabulary.elsewhere and not party.assumed else 0
        return Named(start, end, known if meant else 0, party.every & ~self.own, not meant)
