"""Whether the texts of two rows of one day are one text told twice, and on what ground."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.duplicates.against import tell_against
from chronolator.duplicates.gaps import Alignment, Gap, align, are_sentences
from chronolator.duplicates.repeated import list_differences
from chronolator.duplicates.wording import Word, Wording
from chronolator.model import Event
from chronolator.model.values import join_words

_MOST_CHANGED = 2
_ENDS = (".", "!", "?")
CUT, GOES_ON = "the text of one is cut off", "the text of one goes on in the other"
TEXT, ONLY_HERE = "text: ", "only here: "
WORDS = (TEXT, ONLY_HERE)
"""How what a text says otherwise begins."""
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
    cut = _is_cut(alignment, other.text)
    gaps = [*alignment.gaps[:-1], _leave_out_cut(alignment.gaps[-1])] if cut else alignment.gaps
    held = replace(alignment, gaps=tuple(gaps))
    broken = cut and _is_broken(alignment, other.text, wording)
    if not _shares_enough(held, kept, other, wording, is_own, broken=broken):
        return None
    if tell_against(kept, other, alignment, gaps, wording):
        return None
    timed = kept.when.at is not None and kept.when.at == other.when.at
    if not _is_little(gaps, alignment, wording, timed=timed):
        return None
    return Likeness(
        len(alignment.alike),
        _tell_ground(gaps, wording, cut=cut),
        tuple(tell_words(alignment, kept, other)),
    )


def _shares_enough(
    alignment: Alignment,
    kept: Event,
    other: Event,
    wording: Wording,
    is_own: Callable[[str], bool],
    *,
    broken: bool,
) -> bool:
    """True where the words in both are many, and enough of them tell the row from others."""
    enough = wording.rules.enough
    shared = {word.text for word in alignment.alike}
    count, own = len(alignment.alike), sum(map(is_own, shared))
    measures = [(enough.words, enough.own), (enough.words_long, enough.own_long)]
    at, also = kept.when.at, other.when.at
    gaps = alignment.gaps
    if at == also and len(gaps) == 1 and gaps[0].ends and not gaps[0].other:
        measures.append((enough.words_begun, enough.own_begun))
    if broken:
        measures.append((enough.words_broken, enough.own_broken))
    if any(count >= words and own >= least for words, least in measures):
        return True
    if at != also or any(gap.other and not gap.matched for gap in gaps):
        return False
    if at is None:
        own = wording.count_own(shared)
        spelt = not any(gap.left or gap.other_left for gap in gaps)
        known = count >= enough.words_spelt and own >= enough.own_spelt
        return spelt and known and not list_differences(kept, other)
    # At one minute an agency seldom has two contacts, whatever it often writes of.
    own = wording.count_own(shared)
    return count >= enough.words_timed and own >= enough.own_timed


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
            yield f"{TEXT}{theirs} where the row kept has {mine}"
        elif gap.other:
            yield f"{ONLY_HERE}{theirs}"
        elif gap.ends:
            yield f"{TEXT}ends before {mine}"
        else:
            yield f"{TEXT}without {mine}"


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


def _is_broken(alignment: Alignment, text: str, wording: Wording) -> bool:
    """True where a text that is cut breaks off inside a word, which is none of every day ("phone"
    of "phoned"), or on a word that nobody ends on.
    """
    last, rules = alignment.other[-1].text, wording.rules
    if text.rstrip().endswith(_ENDS):
        return False
    inside = bool(alignment.gaps[-1].other) and last not in rules.common | rules.small
    return inside or last in rules.dangling


def _leave_out_cut(gap: Gap) -> Gap:
    return replace(gap, other=(), left=gap.kept, other_left=(), matched=(), why=frozenset())


def _is_little(gaps: Sequence[Gap], alignment: Alignment, wording: Wording, *, timed: bool) -> bool:
    """True where little is changed, put in, or told by the other text alone. Of two rows of one
    time (`timed`), that which holds all words of the other may have any number besides.
    """
    enough, small = wording.rules.enough, wording.rules.small
    shared = len(alignment.alike)
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
    if timed and not changed and not only:
        return True
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
    but = f"same words but for {join_words(sorted(why))}" if why else "same words"
    if cut or goes_on:
        return f"{but}; {CUT if cut else GOES_ON}" if why else CUT if cut else GOES_ON
    return but
