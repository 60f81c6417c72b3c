"""Who is named as the exception: "bar K, all seen", "all seen, K excepted"."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from chronolator.model import Kind, PeopleRules
from chronolator.words.mention import Mention
from chronolator.words.word import Word

LONGEST_EXCEPTION = 4  # words: "with the exception of"
_SENTENCE = attrgetter("sentence")
MANY = frozenset({Kind.CHILDREN, Kind.SOME_CHILD, Kind.SIBLING})


def leave_excepted(
    words: Sequence[Word],
    who: Mention,
    by_place: Mapping[int, Mention],
    everyone: frozenset[int],
    rules: PeopleRules,
) -> Mention:
    """A group without the one with whose exception its sentence begins ("bar K, all children were
    seen"); and `everyone` else, where the one who is named is the exception ("bar K, all seen").
    `by_place` is everybody named by where they stand.
    """
    if not MANY.isdisjoint(who.kinds):
        other = _find_at_head(words, who, by_place, rules)
        return who if other is None else leave(who, other)
    if not (who.last and who.children and is_left_out(words, who, rules)):
        return who
    rest = everyone - who.children
    return who._replace(kinds=(Kind.CHILDREN,), children=rest, left_out=who.children)


def is_left_out(words: Sequence[Word], one: Mention, rules: PeopleRules) -> bool:
    """True for "bar K" at the head of a sentence, and for "K excepted"."""
    if one.owner:
        return False
    at = _find_head(words, one.first)
    near = one.first - at <= LONGEST_EXCEPTION
    head = " ".join(word.text for word in words[at : one.first]) if near else ""
    return head in rules.excepting or is_excepted(words, one, rules)


def is_excepted(words: Sequence[Word], one: Mention, rules: PeopleRules) -> bool:
    """True for "K excepted" at the end of a clause."""
    behind = words[one.last : one.last + 2]
    if not behind or behind[0].text not in rules.excepted:
        return False
    return len(behind) == 1 or behind[0].clause != behind[1].clause


def leave(group: Mention, other: Mention) -> Mention:
    """The group without the other, who is left out of it."""
    return group._replace(
        children=group.children - other.children - other.perhaps,
        perhaps=(group.perhaps | other.perhaps) - other.children,
        left_out=group.left_out | other.children,
    )


def _find_at_head(
    words: Sequence[Word], group: Mention, by_place: Mapping[int, Mention], rules: PeopleRules
) -> Mention | None:
    """Who stands behind words for an exception with which the sentence of the group begins."""
    at = _find_head(words, group.first)
    for size in range(1, LONGEST_EXCEPTION + 1):
        other = by_place.get(at + size)
        told = " ".join(word.text for word in words[at : at + size])
        if other is None or other.owner or other.last > group.first or told not in rules.excepting:
            continue
        if other.last == group.first or words[other.last].segment != words[other.last - 1].segment:
            return other
    return None


def _find_head(words: Sequence[Word], at: int) -> int:
    """Where the sentence begins."""
    return bisect_left(words, words[at].sentence, hi=at, key=_SENTENCE)
