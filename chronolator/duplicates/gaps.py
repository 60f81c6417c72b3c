"""Where two texts part: the words between those that both have, and what explains them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from itertools import accumulate, groupby, pairwise

from rapidfuzz.distance import OSA, LCSseq

from chronolator.duplicates.clock import is_day, is_time
from chronolator.duplicates.wording import Word, Wording

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONG = 8
"""Two letters of so long a word may be slips."""
_LONG_NAME = 6
_SHORTEST = 4
_MOST_WORDS = 6
_MOST_PARTS = 3
_MOST = 400
SPELLING, SHORT, PARTED = "spelling", "short forms", "punctuation"
NAME, CLOCK = "another name of the same person", "the time in the text"


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the one text in the place of words of the other, either may have none.

    `left` and `other_left` are those that nothing explains, `why` what explains the others;
    `matched` are the words of the kept text that stand in the other in another form.
    `ends`: nothing that both have stands behind it.
    """

    kept: tuple[Word, ...]
    other: tuple[Word, ...]
    left: tuple[Word, ...]
    other_left: tuple[Word, ...]
    matched: tuple[Word, ...]
    why: frozenset[str]
    ends: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts as the words that both have (`shared`, as the kept text has them) and the gaps."""

    kept: tuple[Word, ...]
    other: tuple[Word, ...]
    shared: tuple[Word, ...]
    gaps: tuple[Gap, ...]

    @property
    def alike(self) -> tuple[Word, ...]:
        """The words of the kept text that the other has too, in whatever form."""
        in_form = [word for gap in self.gaps if gap.other for word in gap.matched]
        return (*self.shared, *in_form)


def align(
    kept: str,
    other: str,
    wording: Wording,
    times: Collection[time] = (),
    days: Collection[date] = (),
) -> Alignment:
    """The two texts held against each other. Times and days of the rows may stand in either."""
    one, two = wording.read(kept), wording.read(other)
    steps = LCSseq.opcodes([word.text for word in one], [word.text for word in two])
    shared: list[Word] = []
    gaps: list[Gap] = []
    at, other_at = 0, 0
    ends = (len(one), len(two))
    equal = [step for step in steps if step.tag == "equal"]
    for step in equal:
        place = one[at : step.src_start], two[other_at : step.dest_start]
        gaps += _explain(*place, wording, times, days, ends=False)
        shared += one[step.src_start : step.src_end]
        at, other_at = step.src_end, step.dest_end
    if (at, other_at) != ends:
        gaps += _explain(one[at:], two[other_at:], wording, times, days, ends=True)
    return Alignment(one, two, tuple(shared), tuple(gaps))


def _explain(
    one: tuple[Word, ...],
    two: tuple[Word, ...],
    wording: Wording,
    times: Collection[time],
    days: Collection[date],
    *,
    ends: bool,
) -> Iterator[Gap]:
    if not one and not two:
        return
    clock = wording.rules.clock
    told, told_two = (_leave_out_clock(words, clock, times, days) for words in (one, two))
    why = {CLOCK} if (told, told_two) != (one, two) else set()
    left, other_left = told, told_two
    if told and told_two and len(told) * len(told_two) <= _MOST:
        left, other_left, reasons = _match(told, told_two, wording)
        why |= reasons
    matched = tuple(word for word in told if word not in left)
    yield Gap(one, two, left, other_left, matched, frozenset(why), ends)


def _leave_out_clock(
    words: tuple[Word, ...],
    clock: frozenset[str],
    times: Collection[time],
    days: Collection[date],
) -> tuple[Word, ...]:
    told = [is_time(word.text, times) or is_day(word.text, days) for word in words]
    beside = [
        is_told or (words[at].text in clock and any(told[max(at - 1, 0) : at + 2]))
        for at, is_told in enumerate(told)
    ]
    return tuple(word for word, left_out in zip(words, beside, strict=True) if not left_out)


def _match(
    one: tuple[Word, ...], two: tuple[Word, ...], wording: Wording
) -> tuple[tuple[Word, ...], tuple[Word, ...], frozenset[str]]:
    """The words that are left when as many as can be are explained, and what explains them."""
    first, second = tuple(w.text for w in one), tuple(w.text for w in two)

    def named(at: int, to: int) -> bool:
        return (
            one[at].capital
            and two[to].capital
            and not wording.is_everyday(max(first[at], second[to], key=len))
        )

    @cache
    def best(at: int, to: int) -> tuple[int, tuple[int, ...], tuple[int, ...], frozenset[str]]:
        if at == len(first) or to == len(second):
            left, other_left = tuple(range(at, len(first))), tuple(range(to, len(second)))
            return len(left) + len(other_left), left, other_left, frozenset()
        found = []
        for size, size_two, why in _list_pairs(first, second, at, to, wording, named(at, to)):
            cost, left, other_left, reasons = best(at + size, to + size_two)
            found.append((cost, left, other_left, reasons | {why}))
        cost, left, other_left, reasons = best(at + 1, to)
        found.append((cost + 1, (at, *left), other_left, reasons))
        cost, left, other_left, reasons = best(at, to + 1)
        found.append((cost + 1, left, (to, *other_left), reasons))
        return min(found, key=lambda one: one[:3])

    _, left, other_left, why = best(0, 0)
    return tuple(one[n] for n in left), tuple(two[n] for n in other_left), why


def _list_pairs(
    one: Sequence[str],
    two: Sequence[str],
    at: int,
    to: int,
    wording: Wording,
    named: bool,  # noqa: FBT001  private, and always by place
) -> Iterator[tuple[int, int, str]]:
    """How many words from here on are the same in another form, in each, and by what. Names
    (`named`) that look alike are those of two people, but for long ones with letters swapped.
    """
    if wording.name_one(one[at], two[to]):
        yield 1, 1, NAME
    elif (_is_slip_of_name if named else is_slip)(one[at], two[to], wording):
        yield 1, 1, SPELLING
    elif not named and is_shortened(one[at], two[to], wording):
        yield 1, 1, SHORT
    for size in range(1, _MOST_WORDS + 1):
        if to + size <= len(two) and stands_for(one[at], tuple(two[to : to + size]), wording):
            yield 1, size, SHORT
        if at + size <= len(one) and stands_for(two[to], tuple(one[at : at + size]), wording):
            yield size, 1, SHORT
    parts = list(one[at : at + _MOST_PARTS]), list(two[to : to + _MOST_PARTS])
    joined = [list(accumulate(words)) for words in parts]
    for size, word in enumerate(joined[0], start=1):
        if word in joined[1]:
            yield size, joined[1].index(word) + 1, PARTED


def stands_for(short: str, words: tuple[str, ...], wording: Wording) -> bool:
    """True where the short form means these words: by the list, or by their initials."""
    if words in wording.rules.short.get(short, ()):
        return True
    # Both short for the same: "mum" and "mother" stand in the list, "mum" and "mo" by way of it.
    if len(words) == 1:
        meanings = set(wording.rules.short.get(short, ()))
        return bool(meanings & set(wording.rules.short.get(words[0], ())))
    return short == "".join(word[0] for word in words) and short.isalpha()


def is_slip(one: str, two: str, wording: Wording) -> bool:
    """True where the one word is the other mistyped: letters swapped, left out or put in, or in a
    short word the key beside the right one hit. Any other letter makes it another word.
    """
    if not look_alike(one, two, wording):
        return False
    wrong = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
    if len(one) != len(two) or sorted(one) == sorted(two) or len(one) >= _LONG:
        return True
    return all(_are_beside(*pair) for pair in wrong)


def _is_slip_of_name(one: str, two: str, wording: Wording) -> bool:
    """True where a long name has letters swapped, a double letter once or lacks a letter inside, or
    the owner's "s" behind a name of the case has no apostrophe. Other names that look alike are two
    people's: a letter at the end, or in a short name, tells a sister from a brother. Of a name of
    the case a shorter one will do, where nobody of the case has the other.
    """
    short, long = sorted((one, two), key=len)
    if long == f"{short}s" and short in wording.people:
        return True
    if one in wording.people and two in wording.people:
        return False
    if sorted(one) == sorted(two):
        return len(one) >= _LONG or (len(one) >= _LONG_NAME and _are_swapped_inside(one, two))
    known = (one in wording.people) != (two in wording.people)
    least = _LONG_NAME - 1 if known else _LONG_NAME
    if len(short) >= least and len(long) == len(short) + 1 and long[-1] == short[-1]:
        return OSA.distance(one, two) == 1
    return len(long) >= _LONG_NAME - 1 and _undouble(one) == _undouble(two)


def _are_swapped_inside(one: str, two: str) -> bool:
    """True where two letters that stand together are swapped, neither the first nor the last: with
    the last it may be another name, as Marian and Marina are.
    """
    ends = (one[0], one[-1]) == (two[0], two[-1])
    return ends and OSA.distance(one, two) == 1


def _are_beside(one: str, two: str) -> bool:
    """True where the keys of the letters touch."""
    places = [
        (row, line.find(key)) for key in (one, two) for row, line in enumerate(_KEYS) if key in line
    ]
    if len(places) < 2:  # noqa: PLR2004  the two letters
        return False
    (row, at), (other, to) = places
    return abs(row - other) <= 1 and abs(at - to) <= 1


def look_alike(one: str, two: str, wording: Wording) -> bool:
    """True where a letter or two differ, and neither word is known as another fact."""
    if not (one.isalpha() and two.isalpha()) or min(len(one), len(two)) < _SHORTEST - 1:
        return False
    swapped = sorted(one) == sorted(two) or _undouble(one) == _undouble(two)
    most = 2 if swapped or min(len(one), len(two)) >= _LONG else 1
    if OSA.distance(one, two, score_cutoff=most) > most:
        return False
    if min(len(one), len(two)) < _SHORTEST and not swapped:
        return False
    if one[0] != two[0] and not swapped:
        return False
    return not are_opposed(one, two, wording)


def _undouble(word: str) -> str:
    """The word with every run of one letter as that letter."""
    return "".join(letter for letter, _ in groupby(word))


def is_shortened(one: str, two: str, wording: Wording) -> bool:
    """True where the one word is written short for the other: "appt", "info", "wk"."""
    short, long = sorted((one, two), key=len)
    if len(short) < 2 or not (short.isalpha() and long.isalpha()):  # noqa: PLR2004  one letter
        return False
    if short[0] != long[0] or _is_telling(short, wording) or _is_telling(long, wording):
        return False
    if short in wording.rules.small or len(long) < _SHORTEST:
        return False
    if long.startswith(short):
        return len(long) - len(short) > 1
    letters = iter(long)
    return short[-1] == long[-1] and all(letter in letters for letter in short)


def are_opposed(one: str, two: str, wording: Wording) -> bool:
    """True where one of the words for the other is another fact."""
    rules = wording.rules
    if any(one in words and two in words for words in rules.opposed):
        return True
    if any(one in kind and two in kind for kind in (wording.people, rules.no, rules.seeing)):
        return True
    if wording.is_number(one) or wording.is_number(two):
        return True
    short, long = sorted((one, two), key=len)
    return any(long == f"{start}{short}" for start in rules.turning)


def _is_telling(word: str, wording: Wording) -> bool:
    rules = wording.rules
    return word in wording.people or word in rules.no or word in rules.seeing


def are_sentences(words: Sequence[Word], whole: Sequence[Word]) -> bool:
    """True where the words are whole sentences of the text, and follow one another."""
    if not words:
        return False
    first = next(at for at, word in enumerate(whole) if word.start == words[0].start)
    last = first + len(words)
    if any(behind.start < before.end for before, behind in pairwise(words)):
        return False
    if [word.start for word in whole[first:last]] != [word.start for word in words]:
        return False
    begins = first == 0 or whole[first - 1].sentence != words[0].sentence
    return begins and (last == len(whole) or whole[last].sentence != words[-1].sentence)
