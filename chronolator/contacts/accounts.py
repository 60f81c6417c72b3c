"""A row as an account of a contact: what it tells, made ready to be weighed."""

from dataclasses import dataclass, replace

from chronolator.contacts.texts import Words, split_words
from chronolator.model import Event

KIND, PART = "#", "+"
"""Begin the keys of a kind of contact and of an injured part among those of words that can be rare.
"""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Account:
    """A row as an account of a contact. Agencies, kinds, children and people are bits.

    `first` and `last` are days (ordinals), at most one apart but where the row is `vague`; `at` and
    `until` minutes of the day, `told_at` those that the only time in its words can mean, where no
    cell tells one.
    `kind` is what the row is mainly about (`NO_KIND`: not told), `lineage` that and what it is a
    form of, `kinds` all that it tells. `gives`, `takes`, `together`: agencies to whom it turned,
    who turned to it, with whom it was. `sent`, `received`: a notice's direction. `elsewhere`: it
    turned to somebody of no agency, or they to it. `apart`, `again`: where it says that they only
    passed, and that a meeting was held once more; `day_before`, `day_behind`: where it speaks of
    the day beside its own. `names`: surnames of professionals, `signed` of
    those who wrote it, `named` of both. `meets`: the kinds that bring it together with another row
    that tells them. `rare`: keys of words that can be rare, `numbers` of ages and reference
    numbers. `party_at` is where the
    agencies stand in its words.
    """

    event: Event
    bit: int
    words: Words
    first: int
    last: int
    at: int | None
    until: int | None
    told_at: frozenset[int]
    kind: int
    lineage: int
    kinds: int
    mentions: int
    gives: int
    takes: int
    together: int
    sent: bool
    received: bool
    elsewhere: bool
    joint: bool
    apart: Span | None
    again: Span | None
    day_before: Span | None
    day_behind: Span | None
    names: frozenset[str]
    signed: frozenset[str]
    named: frozenset[str]
    meets: int
    children: int
    people: int
    rare: frozenset[str]
    numbers: frozenset[str]
    party_at: dict[int, Span]

    @property
    def vague(self) -> bool:
        """True where it may have been on any of several days: only a decision links such a row."""
        return self.last - self.first > 1


def take_all_words(account: Account) -> Account:
    """The account, its words with what was decided and done."""
    event = account.event
    text = "\n".join(filter(None, (event.text, event.outcome, event.action)))
    return account if text == account.words.text else replace(account, words=split_words(text))
