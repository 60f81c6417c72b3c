"""The rules of one-sided contacts made ready: phrases in books."""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from chronolator.contacts.texts import PhraseBook, open_book
from chronolator.model import OneSidedRules, TwoSidedKind


class Form(Enum):
    """How a phrase tells of a contact: as a noun, or a verb with the agency on one or both sides.

    A weak verb counts only in a row that tells of such a contact elsewhere.
    """

    NOUN = "noun"
    VERB = "verb"
    VERB_TO = "verb to"
    WEAK = "weak"


class Way(Enum):
    """Who turned to whom: the writer to them, they to the writer, either, or both together."""

    TO = "to"
    FROM = "from"
    EITHER = "either"
    WITH = "with"


class Trigger(NamedTuple):
    """A kind of contact, and in what form a phrase tells of it."""

    kind: TwoSidedKind
    form: Form


@lru_cache(maxsize=4)
def make_phrases(rules: OneSidedRules) -> "Phrases":
    """The phrases of the rules, made once."""
    return Phrases(rules)


class Phrases:
    """The phrases of the rules in books."""

    def __init__(self, rules: OneSidedRules) -> None:
        """Prepare the books."""
        turning, not_told, meetings = rules.turning, rules.not_told, rules.meetings
        self.kinds = rules.kinds
        self.meeting_kinds = frozenset(meetings.kinds)
        self._own_people = {
            kind: frozenset(
                word for other in rules.own_people if kind in other.kinds for word in other.words
            )
            for one in rules.own_people
            for kind in one.kinds
        }
        self._triggers = PhraseBook(
            (text, Trigger(kind, form))
            for kind in rules.kinds
            for form, texts in (
                (Form.NOUN, kind.nouns),
                (Form.VERB, kind.verbs),
                (Form.VERB_TO, kind.verbs_to),
                (Form.WEAK, kind.weak),
            )
            for text in texts
        )
        self.hands = open_book(tuple(text for kind in rules.kinds for text in kind.hands))
        self.unaddressed = PhraseBook(
            (text, kind) for kind in rules.kinds for text in kind.unaddressed
        )
        self.before = PhraseBook(
            [
                *((text, Way.TO) for text in turning.to),
                *((text, Way.WITH) for text in turning.with_them),
                *((text, Way.FROM) for text in turning.from_them),
            ]
        )
        self.done = open_book(turning.done)
        self.goes_out = open_book(turning.goes_out)
        self.opens = open_book(turning.opens)
        self.joins = open_book(turning.joins)
        self.subjects = open_book(turning.subjects)
        self.behind = open_book(turning.behind)
        self.means = open_book(tuple(f"{by} {one}" for by in turning.by for one in turning.means))
        self.elsewhere = open_book(turning.elsewhere)
        self.skip = frozenset(turning.skip)
        self.acting = open_book(turning.acts)
        self._vague = open_book(turning.vague)
        self.affiliated = frozenset(turning.affiliated)
        self.places = frozenset(turning.places)
        self.content = open_book(turning.content)
        self.in_sentence = open_book(not_told.sentence)
        self.planned = open_book(not_told.planned)
        self.in_clause = open_book(not_told.clause)
        self.onwards = open_book(not_told.onwards)
        self.after = open_book(not_told.after)
        self.failed = open_book(not_told.failed)
        self.left = open_book(not_told.left)
        self.heads = open_book(meetings.heads)
        self.ends = open_book(meetings.ends)
        self.absent = open_book(meetings.absent)
        self.off = open_book(meetings.off)
        self.meeting = TwoSidedKind(
            "meeting",
            meetings.before,
            meetings.after,
            gathers=True,
            answers=meetings.answers,
            answer_words=meetings.answer_words,
        )
        self.answers = {
            kind.id: open_book(kind.answer_words) for kind in (*rules.kinds, self.meeting)
        }

    def find_triggers(self, words: list[str]) -> list[tuple[int, int, Trigger]]:
        """The phrases that tell of a kind of contact, in order."""
        return self._triggers.find(words)

    def list_own_people(self, kind: str) -> frozenset[str]:
        """What an agency of that kind calls people of its own, though others are called so too."""
        return self._own_people.get(kind, frozenset())

    def is_vague(self, words: list[str], start: int, end: int) -> bool:
        """True where the words for an agency do not tell which one is meant."""
        vague = self._vague.at(words, start)
        return vague is not None and vague[0] == end

    def begins(self, words: list[str], at: int) -> bool:
        """True where such a phrase begins."""
        return self._triggers.at(words, at) is not None
