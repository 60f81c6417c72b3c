"""Who did what a phrase tells, where the phrase itself does not begin with them."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from chronolator.model import Phrase
from chronolator.seen.heard import Target
from chronolator.seen.nets import Span
from chronolator.seen.patterns import Match
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_FARTHEST = 8
"""Words from who does something to where a shorter telling of it may begin."""
Sorted = Mapping[tuple[int, int], Sequence[Span]]
"""Spans by their meaning and where they begin."""


def sort_spans(spans: Iterable[Span]) -> Sorted:
    """The spans, to be looked up by `find_doer`."""
    found: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
    for one in spans:
        found[one.meaning, one.first].append(one)
    return found


def find_doer(span: Span, every: Sorted, bind: Callable[[Span], Match]) -> Mention | None:
    """Who did it by the same phrase met from some words before: "Mum checked on K", where "checked
    on K at bedtime" tells more and counts.
    """
    for first in range(span.first - 1, max(-1, span.first - 1 - _FARTHEST), -1):
        for one in every.get((span.meaning, first), ()):
            if one.last > span.first and (by := bind(one).by) is not None:
                return by
    return None


def find_doer_before(
    words: Sequence[Word],
    match: Match,
    phrase: Phrase,
    told: Sequence[Target],
    joins: Container[str],
) -> Mention | None:
    """Who did it, where the phrase goes on behind an "and": "gran found and fed him"."""
    before = next((one for one in reversed(told) if one.phrase is phrase), None)
    if before is None or before.by is None or not match.first:
        return None
    goes_on = words[match.first - 1].text in joins
    done = words[before.by.first].sentence == words[match.first].sentence
    return before.by if goes_on and done else None
