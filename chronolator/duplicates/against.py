"""What tells against two texts being one: another person, side, number or time, or a "not"."""

from collections.abc import Sequence

from chronolator.duplicates.clock import read_times
from chronolator.duplicates.gaps import Alignment, Gap, are_opposed, are_sentences, look_alike
from chronolator.duplicates.wording import Word, Wording
from chronolator.model import Event

_LEADING = 3
"""A time among so few first words is that of the row."""


def tell_against(
    kept: Event, other: Event, alignment: Alignment, gaps: Sequence[Gap], wording: Wording
) -> bool:
    """True where something in the gaps tells that the two texts are of two contacts, or that one of
    them corrects what the other says of who was seen, where, when or how much.
    """
    return (
        _have_moved(gaps, wording)
        or any(_contradicts(gap, alignment, wording) for gap in gaps)
        or _tells_another_time(kept, other, gaps, wording)
    )


def _have_moved(gaps: Sequence[Gap], wording: Wording) -> bool:
    """True where words stand in another place: the order can tell who did what to whom."""
    left = {word.text for gap in gaps for word in gap.left}
    other = {word.text for gap in gaps for word in gap.other_left}
    return bool((left & other) - wording.rules.small)


def _contradicts(gap: Gap, alignment: Alignment, wording: Wording) -> bool:
    """True where what is left of the gap tells of something else, or turns what both tell."""
    left, other = gap.left, gap.other_left
    if _tells(other, wording):
        return True
    if left and other:
        return _changes(left, other, alignment, wording)
    if not left or are_sentences(left, alignment.kept):
        return False
    if gap.ends and not gap.other:
        return _tells_once_more(gap, alignment, wording)
    return _turns(left, alignment, wording)


def _changes(
    left: Sequence[Word], other: Sequence[Word], alignment: Alignment, wording: Wording
) -> bool:
    """True where the words in place of the others tell of something else: a sentence of its own in
    either text does not.
    """
    if are_sentences(left, alignment.kept) and are_sentences(other, alignment.other):
        return False
    if any(are_opposed(one.text, two.text, wording) for one in left for two in other):
        return True
    if any(look_alike(one.text, two.text, wording) for one in left for two in other):
        return True
    return _tells(left, wording) or all(
        any(word.capital for word in words) for words in (left, other)
    )


def _tells(words: Sequence[Word], wording: Wording) -> bool:
    """True where the words tell who, whether, seen or how much."""
    rules = wording.rules
    return any(
        word.text in kind for word in words for kind in (rules.no, wording.people, rules.seeing)
    ) or any(wording.is_number(word.text) for word in words)


def _turns(words: Sequence[Word], alignment: Alignment, wording: Wording) -> bool:
    """True where the words, put into a sentence that both tell, can turn its sense."""
    rules = wording.rules
    if any(word.text in rules.no or word.text in rules.once_more for word in words):
        return True
    if words[0].text in rules.joining or words[-1].text in rules.joining:
        return False
    sentences = {word.sentence for word in words}
    sighted = any(
        word.text in rules.seeing for word in alignment.kept if word.sentence in sentences
    )
    return sighted and any(word.text in wording.people for word in words)


def _tells_once_more(gap: Gap, alignment: Alignment, wording: Wording) -> bool:
    """True where no more than "again" goes on behind the other's end."""
    before = alignment.shared[-1].sentence if alignment.shared else -1
    words = {word.text for word in gap.left if word.sentence == before}
    rules = wording.rules
    return bool(words & rules.once_more) and words <= rules.once_more | rules.small


def _tells_another_time(kept: Event, other: Event, gaps: Sequence[Gap], wording: Wording) -> bool:
    """True where a text begins with a time that the other does not tell, and a row has a time."""
    if kept.when.at is None and other.when.at is None:
        return False
    for event in (kept, other):
        leading = wording.read(event.text)[:_LEADING]
        first = {word.start for word in leading}
        told = [
            read_times(word.text)
            for gap in gaps
            for word in (gap.left if event is kept else gap.other_left)
            if word.start in first and word.text[0].isdigit()
        ]
        if any(told):
            return True
    return False
