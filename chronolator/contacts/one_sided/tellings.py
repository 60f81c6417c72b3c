"""The contacts with other agencies that a row tells of, and that these should have recorded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chronolator.contacts.accounts import Account
from chronolator.contacts.one_sided.cells import Cell, Named
from chronolator.contacts.one_sided.meetings import find_present
from chronolator.contacts.one_sided.phrases import Form, Phrases, Trigger, Way
from chronolator.contacts.one_sided.undone import Undone
from chronolator.contacts.texts import split_words
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import TwoSidedKind

_FARTHEST = 15
_JUST_BEHIND = 3
_OPENS = 3
_FEW = 4
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Telling:
    """A contact with the agency `target` (a bit) of which a row tells with the `words`.

    `kind` is what it is called, `search` how the other side's entry is looked for: in the returns
    of any of `every`. `way`: who turned to whom.
    """

    kind: str
    search: TwoSidedKind
    target: int
    every: int
    way: Way
    words: str


def read_tellings(account: Account, vocabulary: Vocabulary, phrases: Phrases) -> list[Telling]:
    """What the row tells, one for each agency: what its text says first."""
    found = dict[int, Telling]()
    for one in _Reader(account, vocabulary, phrases).read():
        if one.target and (one.way is not Way.FROM or one.search.both_ways):
            found.setdefault(one.target, one)
    return list(found.values())


class _Reader:
    """Reads one row."""

    def __init__(self, account: Account, vocabulary: Vocabulary, phrases: Phrases) -> None:
        day = account.event.when.first
        self._year = f"{day:%Y}" if day else ""
        self._account, self._vocabulary, self._phrases = account, vocabulary, phrases
        self._undone = Undone(phrases)
        typed = split_words(account.event.contact_type).lower
        agency = vocabulary.agency_kinds[account.event.agency]
        kinds = vocabulary.lexicon.find_types(agency).find(typed) if typed else []
        self._typed = {vocabulary.lexicon.kinds[kind].id for _, _, kind in kinds}

    def read(self) -> Iterator[Telling]:
        event = self._account.event
        text = self._cell(event.text)
        yield from self._read_meeting(text)
        if event.contact_type and not self._undone.fails(text, 0):
            yield from self._read_cell(self._cell(event.contact_type))
        yield from self._read_opening(text)
        yield from self._read_cell(text)
        yield from self._read_unaddressed(text)
        for extra in (event.action, event.outcome):
            if extra:
                yield from self._read_cell(self._cell(extra), strict=True)

    def _cell(self, text: str) -> Cell:
        read = self._account.words  # of a row without other cells, those of its text
        words = read if read.text == text else split_words(text)
        return Cell(words, self._account.event.agency, self._vocabulary, self._phrases)

    def _read_meeting(self, cell: Cell) -> Iterator[Telling]:
        """The agencies that a row of a meeting tells to have been there."""
        present = find_present(self._account, cell, self._vocabulary, self._phrases)
        for kind, named, words in present:
            search = self._phrases.meeting
            yield Telling(kind, search, named.target, named.every, Way.EITHER, words)

    def _read_cell(self, cell: Cell, *, strict: bool = False) -> Iterator[Telling]:
        """What a cell tells; a `strict` one may hold plans, and a noun needs a word for done."""
        if not cell.named:
            return
        for start, end, trigger in self._phrases.find_triggers(cell.lower):
            if self._undone.is_put_off(cell, start, end):
                continue
            if trigger.form is Form.NOUN:
                yield from self._read_noun(cell, start, end, trigger.kind, strict=strict)
            else:
                yield from self._read_verb(cell, start, end, trigger)

    def _read_unaddressed(self, cell: Cell) -> Iterator[Telling]:
        """What goes to one kind of agency where its sentence names nobody: "MARF submitted"."""
        for start, end, kind in self._phrases.unaddressed.find(cell.lower):
            (first, last), clause = cell.sentence(start), cell.clause_start(start)
            behind = min(last, end + _JUST_BEHIND)
            if (
                self._phrases.goes_out.find(cell.lower, clause, behind)
                and not cell.names_others(first, last)
                and not self._undone.is_put_off(cell, start, end)
            ):
                every = self._vocabulary.find_agencies(kind.goes_to) & ~cell.own
                target = every if every.bit_count() == 1 else 0
                words = cell.words.quote(clause, behind)
                yield Telling(kind.id, kind, target, every, Way.TO, words)

    def _read_noun(
        self, cell: Cell, start: int, end: int, kind: TwoSidedKind, *, strict: bool
    ) -> Iterator[Telling]:
        """A noun with the agencies beside it: "CAMHS referral sent", "sent YOT a referral"; else a
        word like "to" not far behind, and the agencies.
        """
        clause, last = cell.clause_start(start), cell.sentence(start)[1]
        named = self._find_beside(cell, start, end, kind)
        if named:
            way = Way.TO if self._account.sent or not self._account.received else Way.FROM
            yield from self._tell(cell, kind, named, way, clause, end)
            return
        if cell.names_others(clause, start):
            return
        for at in range(end, min(last, end + _FARTHEST)):
            before = self._phrases.before.at(cell.lower, at)
            if before is None or (kind.together and before[1] is not Way.WITH):
                continue
            named, stop = cell.list_named(before[0], last)
            if not named and before[1] is not Way.FROM:
                continue
            about = self._phrases.content.find(cell.lower, end, at)
            if about and before[1] is Way.FROM:
                return
            if not named or self._is_of_others(cell, (end, at), (stop, last), before[1]):
                return
            behind = min(last, stop + _JUST_BEHIND)
            done = self._phrases.done.find(cell.lower, clause, behind)
            bare = before[1] is not Way.WITH or not kind.opening
            if done or (bare and self._needs_no_word(cell, start, kind, strict=strict)):
                yield from self._tell(cell, kind, named, before[1], clause, stop)
            return

    def _find_beside(self, cell: Cell, start: int, end: int, kind: TwoSidedKind) -> list[Named]:
        """The agencies before a noun to which it goes out, as the words for done round them say."""
        clause = cell.clause_start(start)
        if kind.compound and self._is_under_way(cell, clause, end, kind):
            named = [one for one in cell.named if start in {one.start, one.end} and not one.own]
            if named and not cell.names_others(clause, named[0].start):
                return named
        sent = self._phrases.goes_out.at(cell.lower, clause)
        named, stop = cell.list_named(sent[0], start) if sent else ([], 0)
        return named if stop == start else []

    def _is_under_way(self, cell: Cell, clause: int, end: int, kind: TwoSidedKind) -> bool:
        """True where a word for done stands behind the noun, or a column tells of such a contact
        and the text begins so.
        """
        if end < len(cell.lower) and self._phrases.goes_out.at(cell.lower, end):
            return True
        return clause == 0 and bool(self._typed & set(kind.types))

    def _is_of_others(
        self, cell: Cell, between: tuple[int, int], behind: tuple[int, int], way: Way
    ) -> bool:
        """True where the words between a noun and "to", or behind the agency, tell so."""
        return (
            self._are_others(cell, *behind, way)
            or self._undone.is_hindered(cell, between[1])
            or self._are_of_others(cell, *between)
        )

    def _are_others(self, cell: Cell, at: int, last: int, way: Way) -> bool:
        """True where what stands behind the agency tells that others did it, or were meant."""
        if at >= last:
            return False
        behind = cell.lower[at : min(last, at + _FEW)]
        if any(_YEAR.fullmatch(word) and word != self._year for word in behind):
            return True
        lexicon = self._vocabulary.lexicon
        if self._phrases.content.at(cell.lower, at):  # "with CAMHS to say that mother rang"
            return False
        by = behind[0] in lexicon.passive or (behind[0] in lexicon.gives and way is not Way.TO)
        return by and cell.names_others(at + 1, at + len(behind))

    def _are_of_others(self, cell: Cell, start: int, end: int) -> bool:
        """True where others stand between the noun and a word like "to", unless the latter stands
        behind a word for done: "letter about the child sent to".
        """
        if not cell.names_others(start, end):
            return False
        for at in range(start, end):
            done = self._phrases.goes_out.at(cell.lower, at)
            if done and done[0] == end:
                return bool(self._phrases.acting.at(cell.lower, at - 1))
        return True

    def _needs_no_word(self, cell: Cell, start: int, kind: TwoSidedKind, *, strict: bool) -> bool:
        """True where a noun alone tells that it was done: "T/c to SW"."""
        if strict:
            return False
        opens = start - cell.sentence(start)[0] < _OPENS
        return not kind.opening or opens or bool(self._typed & set(kind.types))

    def _read_verb(self, cell: Cell, start: int, end: int, trigger: Trigger) -> Iterator[Telling]:
        """A verb of which the writer is the subject, with the agencies behind it; or they are."""
        clause, last = cell.clause_start(start), cell.sentence(start)[1]
        bracket = cell.is_bracketed(start)  # "Dr Shah (GP) invited"
        if cell.are_writers(clause, start) and not (bracket and cell.find_subjects(start)):
            named, stop = cell.list_named(end, last)
            if not named and self._phrases.hands.at(cell.lower, start):
                named, stop = self._find_receivers(cell, end, last)
            others = self._are_others(cell, stop, last, Way.TO)
            if named and not others and self._counts(cell, stop, last, trigger):
                yield from self._tell(cell, trigger.kind, named, Way.TO, start, stop)
        elif trigger.form is not Form.VERB_TO:
            named = cell.find_subjects(start)
            alone = bool(named) and end == last and named[0].start == cell.sentence(start)[0]
            counts = alone or self._counts(cell, end, last, trigger)  # "SW told."
            if named and counts and self._means_writer(cell, end, last):
                first = cell.sentence(start)[0] if bracket else clause
                yield from self._tell(cell, trigger.kind, named, Way.EITHER, first, end)

    def _find_receivers(self, cell: Cell, start: int, last: int) -> tuple[list[Named], int]:
        """The agencies behind "to" where what was sent stands before: "emailed the new number to";
        none where that tells of what others do.
        """
        for at in range(start + 1, min(last, start + _FARTHEST)):
            before = self._phrases.before.at(cell.lower, at)
            if before is not None and before[1] is Way.TO:
                named, stop = cell.list_named(before[0], last)
                told = self._phrases.content.find(cell.lower, start, at)
                if named and not told and not cell.names_others(start, at):
                    return named, stop
        return [], start

    def _counts(self, cell: Cell, at: int, last: int, trigger: Trigger) -> bool:
        """True but for a weak verb, if no means are said behind it and the row tells of none."""
        if trigger.form is not Form.WEAK or self._tells(trigger.kind.types):
            return True
        return at < last and self._phrases.means.at(cell.lower, at) is not None

    def _tells(self, types: Iterable[str]) -> bool:
        """True where the row tells of a contact of one of these types."""
        kinds = enumerate(self._vocabulary.lexicon.kinds)
        told = {one.id for at, one in kinds if self._account.kinds >> at & 1}
        return not (self._typed | told).isdisjoint(types)

    def _means_writer(self, cell: Cell, at: int, last: int) -> bool:
        """True where what stands behind a verb is no third one whom they turned to."""
        if at >= last or cell.lower[at] in {",", "(", ")", ":"}:
            return True
        behind = self._phrases.behind.at(cell.lower, at) or self._phrases.means.at(cell.lower, at)
        return behind is not None

    def _read_opening(self, cell: Cell) -> Iterator[Telling]:
        """A text that begins with the agency, in a row whose column tells the kind of contact; or a
        sentence, with what was done: "Sent to MASH".
        """
        kind = next(
            (one for one in self._phrases.kinds if one.nouns and self._typed & set(one.types)), None
        )
        if kind is None or not cell.named:
            return
        if cell.named[0].start <= _JUST_BEHIND:
            yield from self._read_beginning(cell, kind, 0, cell.sentence(0)[1])
        for start, last in cell.words.sentences:
            done = self._phrases.opens.at(cell.lower, start)
            if done and done[0] < last and self._account.sent and not kind.together:
                yield from self._read_beginning(cell, kind, done[0], last)

    def _read_beginning(
        self, cell: Cell, kind: TwoSidedKind, start: int, last: int
    ) -> Iterator[Telling]:
        """What a sentence tells from there on, the kind being known."""
        before = self._phrases.before.at(cell.lower, start)
        if kind.together and (before is None or before[1] is not Way.WITH):
            return
        if start and before is None:
            return
        named, stop = cell.list_named(before[0] if before else 0, last)
        parted = stop in cell.dashes or (stop < len(cell.lower) and cell.lower[stop] == ":")
        if named and (before or parted) and not self._undone.fails(cell, stop):
            way = before[1] if before else self._find_way()
            yield from self._tell(cell, kind, named, way, cell.sentence(start)[0], stop)

    def _find_way(self) -> Way:
        """Who turned to whom, as the row tells elsewhere: in a column "Letter in"."""
        if self._account.sent == self._account.received:
            return Way.EITHER
        return Way.TO if self._account.sent else Way.FROM

    def _tell(
        self, cell: Cell, kind: TwoSidedKind, named: list[Named], way: Way, start: int, stop: int
    ) -> Iterator[Telling]:
        means = self._phrases.means.at(cell.lower, stop) if stop < len(cell.lower) else None
        stop = means[0] if means else stop
        words = cell.words.quote(start, stop).rstrip(", ")
        for one in named:
            yield Telling(kind.id, kind, one.target, one.every, way, words)
