"""What an account says that somebody is to do."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

OTHER = -1
"""The number of an action that has no verb of its own in the rules."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """That `actors` (agencies or relatives, by key) are to do the action of that number.

    `parties` are the kinds of agency, and `things` the stems of the words, that tell to whom and
    what; `deed` what names the action itself, the verb too. `words` are the account's own.
    """

    action: int
    actors: frozenset[str]
    parties: frozenset[str]
    things: frozenset[str]
    deed: frozenset[str]
    words: str


def take_single(read: Sequence[Agreed]) -> dict[int, Agreed]:
    """What an account has one do, by action: what several do is not compared."""
    found: defaultdict[int, list[Agreed]] = defaultdict(list)
    for one in read:
        found[one.action].append(one)
    return {
        action: ones[0]
        for action, ones in found.items()
        if ones[0].actors and len({one.actors for one in ones}) == 1
    }


def is_same_deed(one: Agreed, other: Agreed) -> bool:
    """True where they share all words of one, or two of each."""
    shared = one.deed & other.deed
    return bool(shared) and (len(shared) > 1 or shared in (one.deed, other.deed))
