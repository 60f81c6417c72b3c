"""The dates in one text -> one `When`, with what is doubtful about it."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from chronolator.dates import doubts
from chronolator.dates.items import Clock, Item, Link, Other, Said, Weekday
from chronolator.dates.pieces import ASIDE, Piece, complete, gather, supply
from chronolator.dates.reading import Doubt, Given, Lean
from chronolator.dates.stretch import Stretch, find_stretch, move, take_part
from chronolator.model import DateRules, DateSays, DateWord, Precision, Qualifier

_TOLD_BY_TWO = {DateSays.NIGHT, DateSays.WEEKEND}
_WEEK = 7
_SATURDAY = 5
_COARSENESS = list(Precision)


class Days(NamedTuple):
    """The days that a text tells. `joined`: of two ends, each with its own date."""

    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.UNKNOWN
    qualifier: Qualifier = Qualifier.UNDATED
    doubts: tuple[Doubt, ...] = ()
    lean: Lean | None = None
    joined: bool = False


class _Told(NamedTuple):
    piece: Piece
    stretch: Stretch


def read_days(
    items: Sequence[Item], written: str, rules: DateRules, given: Given | None = None
) -> Days:
    """The days that the items tell, with what they leave out as `given`.

    Without a date that stands whole, nothing.
    """
    pieces = complete(gather(items), rules)
    if given and not any(piece.mark.is_whole for piece in pieces):
        pieces = complete(supply(pieces, given), rules)
    kept = _keep(pieces)
    if not kept:
        return _read_nothing(items, pieces, written)
    told = []
    if len(kept) > 1 and any(one.words for one in kept):
        kept = [one._replace(words=_drop_told(one.words)) for one in kept]
    for piece in kept:
        stretch = find_stretch(piece.mark, rules)
        if stretch is None:
            doubt = doubts.no_such_day(written, piece.mark, rules.years)
            return Days(qualifier=Qualifier.INVALID, doubts=(doubt,))
        told.append(_Told(piece, _apply_words(piece, stretch)))
    told = _spread_words(told)
    days = _join(told)
    days = _soften(days, items, written, used=len(kept) == len(pieces))
    days = _open_ends(days, told)
    aside = len([piece for piece in pieces if piece.mark.is_whole]) > len(kept)
    more = [*_check_weekdays(told), *days.doubts]
    if aside and any(piece.says(*ASIDE) for piece in pieces):
        more.append(doubts.date_beside(written))
    return days._replace(doubts=tuple(more)) if len(more) > len(days.doubts) else days


def _keep(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that count: whole, and not the day of writing down where another stands."""
    whole = [piece for piece in pieces if piece.mark.is_whole]
    if len(whole) == 1:
        return whole
    broken = [piece.mark.broken for piece in whole]
    if any(broken) and not all(broken):  # what else is broken counts no more
        loose = {id(one) for one, after in pairwise([*pieces, None]) if _is_loose(one, after)}
        whole = [piece for piece in whole if not (piece.mark.broken and id(piece) in loose)]
    events = [piece for piece in whole if not piece.says(*ASIDE)] or whole
    days = [piece for piece in events if piece.mark.is_whole_day]
    if not days or len(days) == len(events):
        return events
    return [
        piece
        for place, piece in enumerate(events)
        if piece.mark.is_whole_day
        or (piece.link and place)
        or (place + 1 < len(events) and events[place + 1].link)
        or _is_named_day(piece)
    ]


def _is_loose(piece: Piece | None, after: Piece | None) -> bool:
    return piece is not None and piece.link is None and (after is None or after.link is None)


def _drop_told(words: Sequence[DateWord]) -> tuple[DateWord, ...]:
    """The words without those that two dates tell by themselves, as overnight 4/5 May."""
    return tuple(word for word in words if word.says not in _TOLD_BY_TWO)


def _is_named_day(piece: Piece) -> bool:
    return piece.mark.period is not None and piece.mark.period.precision is Precision.DAY


def _read_nothing(items: Sequence[Item], pieces: Sequence[Piece], written: str) -> Days:
    said = {item.word.says for item in items if isinstance(item, Said)}
    if any(not piece.mark.is_day_alone for piece in pieces):
        return Days(doubts=(doubts.no_year(written),), lean=Lean.YEAR)
    if any(piece.mark.ordinal for piece in pieces):
        return Days(doubts=(doubts.no_year(written),), lean=Lean.MONTH)
    if DateSays.ABOVE in said:
        return Days(lean=Lean.ABOVE)
    if _is_birth(items):
        return Days(doubts=(doubts.no_date(written),), lean=Lean.AGE)
    digits = any(character.isdecimal() for character in written)
    letters = any(character.isalpha() for character in written)
    if digits and not letters and not any(isinstance(item, Clock) for item in items):
        lean = Lean.MONTH if pieces else None
        return Days(qualifier=Qualifier.INVALID, doubts=(doubts.no_date(written),), lean=lean)
    strange = any(isinstance(item, Other | Weekday) for item in items) or pieces
    known = DateSays.UNDATED in said or not (digits or letters)
    return Days(doubts=() if known or not strange else (doubts.no_date(written),))


def _is_birth(items: Sequence[Item]) -> bool:
    """The words name the day of a birth, and nothing else."""
    quiet = {DateSays.FILLER, DateSays.APPROXIMATE, DateSays.AT, DateSays.BORN}
    return any(
        isinstance(item, Said) and item.word.says is DateSays.BORN for item in items
    ) and all(
        isinstance(item, Clock) or (isinstance(item, Said) and item.word.says in quiet)
        for item in items
    )


def _apply_words(piece: Piece, stretch: Stretch) -> Stretch:
    if not piece.words:
        return stretch
    parts = [word for word in piece.words if word.says is DateSays.PART]
    if parts:
        stretch = take_part(stretch, parts[0], parts[-1])
    if stretch.precision is not Precision.DAY:
        return stretch._replace(range=stretch.range or bool(piece.says(DateSays.WHOLE)))
    word = piece.says(*_WIDEN)
    return _WIDEN[word.says](stretch.first, word.number) if word else stretch


def _count_from(day: date, days: int) -> Stretch:
    return Stretch(day, move(day, days - 1), Precision.WEEK, range=True)


def _count_to(day: date, days: int) -> Stretch:
    return Stretch(move(day, 1 - days), day, Precision.WEEK, range=True)


def _find_week(day: date, _: int) -> Stretch:
    monday = move(day, -day.weekday())
    return Stretch(monday, move(monday, _WEEK - 1), Precision.WEEK, approximate=True)


def _find_weekend(day: date, _: int) -> Stretch:
    saturday = move(day, _SATURDAY - day.weekday())
    return Stretch(saturday, move(saturday, 1), Precision.DAY, approximate=True)


def _find_night(day: date, _: int) -> Stretch:
    return Stretch(day, move(day, 1), Precision.DAY, range=True)


_WIDEN: dict[DateSays, Callable[[date, int], Stretch]] = {
    DateSays.DAYS_FROM: _count_from,
    DateSays.DAYS_TO: _count_to,
    DateSays.WEEK_OF: _find_week,
    DateSays.WEEKEND: _find_weekend,
    DateSays.NIGHT: _find_night,
}


def _spread_words(told: Sequence[_Told]) -> list[_Told]:
    """In "w/c 11/03 and 18/03" the words hold for both."""
    spread = list(told)
    for place in range(1, len(spread)):
        link, piece = spread[place].piece.link, spread[place].piece
        if (
            link
            and link.lists
            and not piece.words
            and spread[place].stretch.first == spread[place].stretch.last
        ):
            before = spread[place - 1].piece
            piece = piece._replace(words=before.words)
            spread[place] = _Told(piece, _apply_words(piece, spread[place].stretch))
    return spread


def _join(told: Sequence[_Told]) -> Days:
    stretches = [one.stretch for one in told]
    if len(stretches) == 1:
        (only,) = stretches
        return Days(only.first, only.last, only.precision, _tell_sureness([only]))
    first = min(stretch.first for stretch in stretches)
    last = max(stretch.last for stretch in stretches)
    precision = max((stretch.precision for stretch in stretches), key=_COARSENESS.index)
    several = len({(stretch.first, stretch.last) for stretch in stretches}) > 1
    more: list[Doubt] = []
    if several and any(one.piece.link is None for one in told[1:]):
        more.append(doubts.several_dates())
    elif several and stretches[0].first > stretches[-1].last and not _lists(told):
        more.append(doubts.turned_round())
    qualifier = _tell_sureness(stretches)
    if several and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.RANGE
    return Days(first, last, precision, qualifier, tuple(more), joined=True)


def _tell_sureness(stretches: Sequence[Stretch]) -> Qualifier:
    if any(stretch.approximate for stretch in stretches):
        return Qualifier.APPROXIMATE
    ranges = any(stretch.range for stretch in stretches)
    return Qualifier.RANGE if ranges else Qualifier.EXACT


def _lists(told: Sequence[_Told]) -> bool:
    return all(one.piece.link and one.piece.link.lists for one in told[1:])


def _soften(days: Days, items: Sequence[Item], written: str, *, used: bool) -> Days:
    """Approximate where words say so, or where a month or a year stands among other words, or
    beside numbers that are not used.
    """
    said = {item.word.says for item in items if isinstance(item, Said)}
    either = any(isinstance(item, Link) and item.text == "or" for item in items)
    if either or said & {DateSays.APPROXIMATE, DateSays.UNDATED}:
        return days._replace(qualifier=Qualifier.APPROXIMATE)
    coarse = days.precision not in {Precision.DAY, Precision.WEEK}
    if coarse and not (used and not any(isinstance(item, Other) for item in items)):
        doubt = doubts.words_beside(written)
        return days._replace(qualifier=Qualifier.APPROXIMATE, doubts=(*days.doubts, doubt))
    return days


def _open_ends(days: Days, told: Sequence[_Told]) -> Days:
    if not any(one.piece.words for one in told):
        return days
    if len(told) == 1 or not days.joined:
        return _open_end(days, told[0].piece)
    first, last = told[0].piece, told[-1].piece
    if last.says(DateSays.ONWARDS):
        return days._replace(last=None, qualifier=Qualifier.AFTER)
    if first.says(DateSays.BEFORE, DateSays.BY):
        return days._replace(first=None, qualifier=Qualifier.BEFORE)
    if first.says(DateSays.AFTER) and not last.says(DateSays.BEFORE, DateSays.BY):
        return days._replace(last=None, qualifier=Qualifier.AFTER)
    return days


def _open_end(days: Days, piece: Piece) -> Days:
    if piece.says(DateSays.BEFORE):
        return days._replace(first=None, last=days.first, qualifier=Qualifier.BEFORE)
    if piece.says(DateSays.BY, DateSays.OR_BEFORE):
        return days._replace(first=None, qualifier=Qualifier.BEFORE)
    if piece.says(DateSays.AFTER):
        return days._replace(first=days.last, last=None, qualifier=Qualifier.AFTER)
    if piece.says(DateSays.SINCE, DateSays.ONWARDS):
        return days._replace(last=None, qualifier=Qualifier.AFTER)
    return days


def _check_weekdays(told: Sequence[_Told]) -> list[Doubt]:
    found = []
    for one in told:
        said = one.piece.weekdays
        day = find_day(one.piece) if len(said) == 1 else None
        if day and day.isoweekday() != said[0]:
            found.append(doubts.other_weekday(day, said[0]))
    return found


def find_day(piece: Piece) -> date | None:
    """The single day that the piece names, whatever its words make of it."""
    mark = piece.mark
    if mark.day and mark.month and mark.year:
        return date(mark.year, mark.month, mark.day)
    return None
