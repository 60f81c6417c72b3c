"""Whether the texts of two rows of one day are one text told twice, and on what ground."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.duplicates.clock import read_times
from chronolator.duplicates.gaps import Alignment, Gap, align, are_opposed, are_sentences
from chronolator.duplicates.wording import Word, Wording
from chronolator.model import Event

_LEADING = 3
"""A time among so few first words is that of the row."""
_MOST_CHANGED = 2
_STOPS = ".!?"
CUT, GOES_ON = "the text of one is cut off", "the text of one goes on in the other"
ADDED, CHANGED, SMALL = "words added", "a word changed", "small words"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts are alike. `shared` counts the words that both have, `ground` says on what they
    are held alike, `differs` what the other row says otherwise.
    """

    shared: int
    ground: str
    differs: tuple[str, ...]


def liken_texts(
    kept: Event, other: Event, wording: Wording, is_own: Callable[[str], bool]
) -> Likeness | None:
    """How the text of the other row is the kept one's told again; None where it is not surely."""
    alignment = hold_texts(kept, other, wording)
    enough = wording.rules.enough
    timed = kept.when.at is not None and kept.when.at == other.when.at
    shared = alignment.shared
    own = {word.text for word in shared if is_own(word.text)}
    measures = [(enough.words, enough.own), (enough.words_long, enough.own_long)]
    if timed:
        measures.append((enough.words_timed, enough.own_timed))
    if not any(len(shared) >= most and len(own) >= least for most, least in measures):
        return None
    cut = _is_cut(alignment, other.text)
    gaps = [*alignment.gaps[:-1], _leave_out_cut(alignment.gaps[-1])] if cut else alignment.gaps
    if any(_contradicts(gap, alignment, wording) for gap in gaps):
        return None
    if _tells_another_time(kept, other, gaps, wording):
        return None
    if not _is_little(gaps, alignment, wording):
        return None
    return Likeness(
        len(shared), _tell_ground(gaps, wording, cut=cut), tuple(tell_words(alignment, kept, other))
    )


def hold_texts(kept: Event, other: Event, wording: Wording) -> Alignment:
    """The two texts held against each other, the times and days of the rows explained."""
    when, also = kept.when, other.when
    times = {at for at in (when.at, when.until, also.at, also.until) if at is not None}
    days = {day for day in (when.first, when.last, also.first, also.last) if day is not None}
    return align(kept.text, other.text, wording, times, days)


def tell_words(alignment: Alignment, kept: Event, other: Event) -> Iterator[str]:
    """What the other text says otherwise: words changed, words only there, where it breaks off."""
    for gap in alignment.gaps:
        mine, theirs = _quote(kept.text, gap.kept), _quote(other.text, gap.other)
        if gap.kept and gap.other:
            yield f"text: {theirs} where the row kept has {mine}"
        elif gap.other:
            yield f"only here: {theirs}"
        elif gap.ends:
            yield f"text: ends before {mine}"
        else:
            yield f"text: without {mine}"


def _quote(text: str, words: Sequence[Word]) -> str:
    return f"“{text[words[0].start : words[-1].end]}”" if words else ""


def _is_cut(alignment: Alignment, text: str) -> bool:
    """True where the other text breaks off inside a sentence, or inside a word."""
    gap = alignment.gaps[-1] if alignment.gaps else None
    if gap is None or not gap.ends or not gap.kept:
        return False
    if not gap.other:
        whole = alignment.other
        behind = text[whole[-1].end :].strip()
        return not behind or behind.startswith(("..", "…"))
    begun = gap.other[0].text
    return len(gap.other) == 1 and gap.kept[0].text.startswith(begun) and begun.isalpha()


def _leave_out_cut(gap: Gap) -> Gap:
    return replace(gap, other=(), left=gap.kept, other_left=(), why=frozenset())


def _contradicts(gap: Gap, alignment: Alignment, wording: Wording) -> bool:
    """True where what is left of the gap tells of something else, or turns what both tell."""
    rules = wording.rules
    left, other = gap.left, gap.other_left
    if other and _tells(other, wording):
        return True
    if not left:
        return False
    if not other:
        # What goes on behind the other's end, or stands as a sentence of its own, turns nothing.
        return not (
            (gap.ends and not gap.other)
            or are_sentences(left, alignment.kept)
            or not _turns(left, alignment, wording)
        )
    if are_sentences(left, alignment.kept) and are_sentences(other, alignment.other):
        return False
    if any(are_opposed(one.text, two.text, wording) for one in left for two in other):
        return True
    return (
        _tells(left, wording)
        or (any(word.capital for word in left) and any(word.capital for word in other))
        or any(word.text in rules.amounts for word in left)
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
    if any(word.text in rules.no for word in words):
        return True
    sentences = {word.sentence for word in words}
    sighted = any(
        word.text in rules.seeing for word in alignment.kept if word.sentence in sentences
    )
    return sighted and any(word.text in wording.people | rules.seeing for word in words)


def _tells_another_time(kept: Event, other: Event, gaps: Sequence[Gap], wording: Wording) -> bool:
    """True where a text begins with a time, and the other row has another."""
    for event, rival in ((kept, other), (other, kept)):
        leading = wording.read(event.text)[:_LEADING]
        first = {word.start for word in leading}
        told = [
            read_times(word.text)
            for gap in gaps
            for word in (gap.left if event is kept else gap.other_left)
            if word.start in first and word.text[0].isdigit()
        ]
        if any(told) and (rival.when.at is not None or event.when.at is not None):
            return True
    return False


def _is_little(gaps: Sequence[Gap], alignment: Alignment, wording: Wording) -> bool:
    """True where little is changed, put in, or told by the other text alone."""
    enough, small = wording.rules.enough, wording.rules.small
    shared = len(alignment.shared)
    changed = passages = only = 0
    for gap in gaps:
        left = [word for word in gap.left if word.text not in small]
        other = [word for word in gap.other_left if word.text not in small]
        apart = are_sentences(gap.left, alignment.kept) and are_sentences(
            gap.other_left, alignment.other
        )
        if left and other and not apart:
            most = max(len(left), len(other))
            changed += most if most <= _MOST_CHANGED else shared
        else:
            only += len(other)
            passages += bool(left) and not gap.ends
    return (
        changed * enough.per_word <= shared
        and passages * enough.per_passage <= shared
        and only <= enough.only_here * len(alignment.other)
    )


def _tell_ground(gaps: Sequence[Gap], wording: Wording, *, cut: bool) -> str:
    why = {reason for gap in gaps for reason in gap.why}
    small = wording.rules.small
    for gap in gaps:
        left = [word for word in gap.left if word.text not in small]
        other = [word for word in gap.other_left if word.text not in small]
        if gap.ends and gap.left and not gap.other:
            continue
        if left and other and not gap.ends:
            why.add(CHANGED)
        elif left or other:
            why.add(ADDED)
        elif gap.left or gap.other_left:
            why.add(SMALL)
    last = gaps[-1] if gaps else None
    goes_on = last is not None and last.ends and bool(last.left) and not last.other_left
    but = f"same words but for {_join(sorted(why))}" if why else "same words"
    if cut or goes_on:
        return f"{but}; {CUT if cut else GOES_ON}" if why else CUT if cut else GOES_ON
    return but


def _join(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
