"""What a text is understood to say: targets, cues, people, and what was met and does not count."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto
from operator import attrgetter

from chronolator.model import Cue, Kind, Means, Phrase, Says
from chronolator.seen.nets import Span
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_ADULT = (Kind.ADULT,)
_START = attrgetter("start")
ANYBODY = Mention(0, 0, (Kind.NAME,))
"""Somebody who is none of the children: of whom a phrase speaks that must be told of whom."""


class How(Enum):
    """How it is known of whom a phrase speaks."""

    IN_WORDS = auto()
    """Its own words name them."""
    BEFORE = auto()
    """They stand before it in its sentence."""
    BEGAN = auto()
    """A sentence before it begins with them."""
    LAST = auto()
    """They were named last, in another sentence."""
    TOPIC = auto()
    """Its sentence names nobody: the text spoke of them before."""
    DEFAULT = auto()
    """The text has named nobody before: it is whose record the row is."""
    NOBODY = auto()
    """It speaks of somebody named alone, and nobody is."""


class Loss(Enum):
    """Why a pattern that was met does not count."""

    QUOTED = auto()
    """Its words stand between quotation marks."""
    AGENCY = auto()
    """It counts in the rows of other kinds of agency alone."""
    GIVEN = auto()
    """It counts beside a cue that the text does not hold."""
    UNLESS = auto()
    """It does not count beside a cue that the text holds."""
    LONGER = auto()
    """Another about the same thing has its words: a longer one, or the first of two as long."""
    MASKED = auto()
    """A phrase that says nothing has its words."""


@dataclass(frozen=True, slots=True)
class Target:
    """A phrase met in the text at `start` to `end`, of whom it speaks, and the cues that reach it.

    `how` tells how it is known of whom. `means` are the cues that count for it; `reached` those
    that stand in the text and reach it, and `turned` the "not" that turns it into its contrary (-1:
    none), each by the place of its first word. `says` is what it tells in the end.
    `families`: its agency has to do with the child, and not with an adult alone.
    """

    phrase: Phrase
    start: int
    end: int
    who: Mention
    by: Mention | None
    means: frozenset[Means]
    says: tuple[Says, ...]
    how: How
    reached: tuple[tuple[Means, int], ...] = ()
    turned: int = -1
    families: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A cue met in the text at `start` to `end`."""

    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Met:
    """The patterns that a text meets, as spans of words: the phrases and the cues that count (those
    phrases too that say nothing), and the others, each with why it does not. Of those in `half` a
    longer one has the words: they tell of views alone, of which it says nothing.
    """

    phrases: list[Span]
    cues: list[Span]
    lost: list[tuple[Span, Loss]]
    half: frozenset[Span] = frozenset()


NOTHING_MET = Met([], [], [])


@dataclass(frozen=True, slots=True)
class Heard:
    """A text as understood: its targets and cues in order, everybody named in it, and of whom it
    speaks where it names nobody. `pronouns` are those of the mentions that are pronouns, by the
    place of their first word; they are mentions of the one for whom they stand. `aside` are the
    places of those of whom something only is told: "a card for nan".
    """

    targets: tuple[Target, ...] = ()
    mentions: tuple[Mention, ...] = ()
    cues: tuple[Told, ...] = ()
    whose: Mention = ANYBODY
    words: tuple[Word, ...] = ()
    pronouns: frozenset[int] = frozenset()
    met: Met = NOTHING_MET
    aside: frozenset[int] = frozenset()

    def is_with_adult(self) -> bool:
        """True for an adult's own contact that names one: whoever was seen there was with them.
        Whom a card is for, or quoted words name, need not have been there.
        """
        return self.whose.kinds == _ADULT and any(
            Kind.ADULT in one.kinds
            and not one.owner
            and not self.words[one.first].quoted
            and one.first not in self.aside
            for one in self.mentions
        )

    def find_sentence(self, target: "Target | Told") -> int:
        """The sentence in which the target or the cue begins."""
        return self.words[bisect_right(self.words, target.start, key=_START) - 1].sentence

    def holds(self, *means: Means) -> Told | None:
        """The first cue of one of these meanings, wherever in the text."""
        return next((one for one in self.cues if one.cue.means in means), None)


SILENCE = Heard()
