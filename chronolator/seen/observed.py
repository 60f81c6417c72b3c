"""One row as it was looked at: what stands between its words and its answers."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from chronolator.model import Event, Evidence, Field, Flag, Kind, Means, Question, Says
from chronolator.seen.decide import Finding
from chronolator.seen.heard import Heard, Target
from chronolator.seen.told import Told
from chronolator.seen.whose import Whence
from chronolator.words.mention import NOBODY, Mention

_NAMED = (Kind.CHILD,)
_ADULT = (Kind.ADULT,)
_START = attrgetter("start")
_SETTLED = frozenset({Whence.COLUMN, Whence.ABOVE, Whence.SHEET})
"""What names whose record it is, and does not only title the table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as heard: its text, the kind of contact that it says it was, whose record it is, and
    whence that is known.
    """

    event: Event
    kind: str
    day: date | None
    whose: Mention
    whence: Whence
    heard: Heard
    contact: Heard

    @property
    def named(self) -> frozenset[int]:
        """The children of the case whom the record's own column names, else whom the text does."""
        if self.whence in _SETTLED and self.whose.children:
            return self.whose.children
        words = self.heard.words
        mentions = [one for one in self.heard.mentions if not words[one.first].quoted]
        # "Children's ward" is a place.
        if any(Kind.CHILDREN in one.kinds and not one.owner for one in mentions):
            return NOBODY
        there = [one for one in mentions if one.kinds == _NAMED]
        there = [one for one in there if one.first not in self.heard.aside] or there
        there = self._leave_told(there) or there
        named = NOBODY.union(*(one.children for one in there if not one.owner))
        if not named:
            named = NOBODY.union(*(one.children for one in there))
        return named | self.whose.children

    @property
    def titled(self) -> frozenset[int]:
        """The one child whose record the titles say that it is, of whom its columns ask."""
        return self.whose.children if self.whence is Whence.TITLES else NOBODY

    def _leave_told(self, there: Sequence[Mention]) -> list[Mention]:
        """Those named but for whom another child's words tell: "he misses W", "K said W cries"."""
        words = self.heard.words
        tellers: dict[int, Target] = {}
        for target in self.heard.targets:
            if Says.VIEWS in target.says and target.who.children:
                at = bisect_right(words, target.start, key=_START) - 1
                tellers.setdefault(words[at].sentence, target)
        return [
            one
            for one in there
            for here in [words[one.first]]
            if not _tells_of(tellers.get(here.sentence), one, here.start)
        ]

    @property
    def is_settled(self) -> bool:
        """True where its column or its titles say whose record the row is."""
        return self.whence in _SETTLED or self.whence is Whence.TITLES

    def is_of_others(self, child: int) -> bool:
        """True where its column or its titles say that the row is another child's."""
        meant = self.whose.children | self.whose.perhaps
        return self.is_settled and bool(meant) and child not in meant

    @property
    def is_an_adults_own(self) -> bool:
        """True for an appointment of an adult, named as the patient: where the children were
        meanwhile is no visit to them that came to nothing.
        """
        named = self.whence is Whence.COLUMN and self.whose.kinds == _ADULT
        return named and self.finds(Means.IN_PERSON) is None

    def finds(self, *means: Means) -> Evidence | None:
        """The words of the first cue of one of these meanings."""
        for heard, field_ in ((self.contact, Field.CONTACT_TYPE), (self.heard, Field.TEXT)):
            told = heard.holds(*means)
            if told is not None:
                words = getattr(self.event, field_)[told.start : told.end]
                return Evidence(words, field_, told.start, told.end)
        return None


def _tells_of(teller: Target | None, one: Mention, start: int) -> bool:
    if teller is None or teller.start > start:
        return False
    return teller.who.children.isdisjoint(one.children)


@dataclass(frozen=True, slots=True)
class Judged:
    """One child's answers and what they were made of.

    `found` is everything that the row's texts say of the child; `text` what they answer together,
    `column` what the column that asks does (None: nothing). `answers` are the answers of the row.
    """

    child: int
    found: tuple[Finding, ...]
    text: dict[Question, Finding]
    column: dict[Question, Finding | None]
    answers: tuple[Finding, Finding, Finding]


@dataclass(frozen=True, slots=True)
class Observed:
    """A row with its flags. `row` is None where nothing of it was heard, since its agency took it
    back; `judged` has no child who was not born. `told` are the cells of the columns that ask, as
    read. `doubted`: struck words stand in the rest of the text too, so that a yes is unclear.
    """

    flags: tuple[Flag, ...]
    row: Row | None = None
    told: dict[Question, list[Told]] = field(default_factory=dict)
    judged: tuple[Judged, ...] = ()
    doubted: bool = False
