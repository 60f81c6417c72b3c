"""Which words belong to which date, and which dates to each other."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from chronolator.dates.items import Clock, Item, Link, Mark, Other, Said, Weekday
from chronolator.dates.reading import Given
from chronolator.dates.stretch import find_stretch
from chronolator.dates.times import take_for_clock
from chronolator.model import DateRules, DateSays, DateWord

ASIDE = (DateSays.ASIDE, DateSays.BORN)
"""What says of a date that it is not the event's: of writing down, or of birth."""
_BOUND_TO_NEXT = {
    DateSays.PART,
    DateSays.BEFORE,
    DateSays.BY,
    DateSays.AFTER,
    DateSays.SINCE,
    DateSays.DAYS_FROM,
    DateSays.DAYS_TO,
    DateSays.WEEK_OF,
    DateSays.WEEKEND,
    DateSays.NIGHT,
    DateSays.WHOLE,
    *ASIDE,
}
_ALSO_BEHIND = {
    DateSays.PART,
    DateSays.DAYS_FROM,
    DateSays.DAYS_TO,
    DateSays.WEEK_OF,
    DateSays.WEEKEND,
    DateSays.NIGHT,
}
_BEHIND = {DateSays.OR_BEFORE, DateSays.ONWARDS}
_BOUND = _BOUND_TO_NEXT | _BEHIND
_QUIET = {DateSays.FILLER, DateSays.APPROXIMATE}
_LONGEST_MONTH = 31
_LONGEST_YEAR = 12


class Piece(NamedTuple):
    """A date with the words that are said of it. `link`: how it hangs on the piece before."""

    mark: Mark
    words: tuple[DateWord, ...] = ()
    weekdays: tuple[int, ...] = ()
    link: Link | None = None

    def says(self, *what: DateSays) -> DateWord | None:
        """The first word that says one of these, or None."""
        for word in self.words:
            if word.says in what:
                return word
        return None


_NOTHING_SAID = Piece(Mark(""))


def settle_times(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, with digits taken for a time where they stand in a time's place.

    That is after "at", behind a whole day that no range leads on from, and beside another time.
    """
    settled = list(items)
    dated = False
    for place, item in enumerate(settled):
        before = settled[place - 1] if place else None
        after_at = isinstance(before, Said) and before.word.says is DateSays.AT
        lone = isinstance(before, Mark) and before.is_whole_day
        beside = place > 1 and isinstance(before, Link) and isinstance(settled[place - 2], Clock)
        no_date = dated and not isinstance(before, Other) and _is_no_date(item)
        expected = after_at or lone or beside or no_date
        if expected and (clock := take_for_clock(item)):
            settled[place] = clock
        dated = dated or (isinstance(item, Mark) and item.is_whole_day)
    for place in range(len(settled) - 2):
        item, link, later = settled[place : place + 3]
        if (
            isinstance(item, Mark)
            and item.is_day_alone
            and isinstance(link, Link)
            and isinstance(later, Clock)
            and not item.ordinal
        ):
            settled[place] = Clock(item.text, item.day or 0)
    return tuple(settled)


def gather(items: Sequence[Item]) -> list[Piece]:
    """The pieces in their order. What an agency's own words stand between is not linked."""
    pieces: list[Piece] = []
    waiting = _NOTHING_SAID  # since the last date, for the next one
    for item in _join_years(_drop_counts(items)):
        if isinstance(item, Mark):
            pieces.append(Piece(item, waiting.words, waiting.weekdays, waiting.link))
            waiting = _NOTHING_SAID
        elif isinstance(item, Other):
            waiting = Piece(waiting.mark, weekdays=waiting.weekdays)
        elif isinstance(item, Link):
            waiting = waiting._replace(link=waiting.link or item)
        elif pieces and _is_said_behind(item, pieces[-1], waiting):
            pieces[-1] = _add(pieces[-1], item)
        else:
            waiting = _add(waiting, item)
    if pieces and waiting is not _NOTHING_SAID:
        behind = [word for word in waiting.words if word.says in _ALSO_BEHIND]
        words = (*pieces[-1].words, *behind)
        days = pieces[-1].weekdays or waiting.weekdays
        pieces[-1] = pieces[-1]._replace(words=words, weekdays=days)
    return pieces


def _is_said_behind(item: Item, last: Piece, waiting: Piece) -> bool:
    if isinstance(item, Weekday):
        return not (waiting.link or waiting.weekdays or last.weekdays)
    return isinstance(item, Said) and item.word.says in _BEHIND


def _add(piece: Piece, item: Item) -> Piece:
    if isinstance(item, Weekday):
        return piece._replace(weekdays=(*piece.weekdays, item.number))
    if isinstance(item, Said) and item.word.says in _BOUND:
        return piece._replace(words=(*piece.words, item.word))
    return piece


def complete(pieces: Sequence[Piece], rules: DateRules) -> list[Piece]:
    """The pieces with what they leave out taken from those they are linked to: 28/2 - 2/3/19."""
    filled = list(pieces)
    if all(piece.mark.is_whole for piece in filled):
        return filled
    for place in range(len(filled) - 2, -1, -1):
        if filled[place + 1].link:
            mark = _take_from_next(filled[place].mark, filled[place + 1].mark, rules)
            filled[place] = filled[place]._replace(mark=mark)
    for place in range(1, len(filled)):
        if filled[place].link:
            mark = _take_from_last(filled[place].mark, filled[place - 1].mark, rules)
            filled[place] = filled[place]._replace(mark=mark)
    return filled


def supply(pieces: Sequence[Piece], given: Given) -> list[Piece]:
    """The pieces with the year, and where a day stands alone the month, that stand elsewhere.

    Of pieces that hang together only the last takes them: the others follow it.
    """
    return [
        piece
        if after is not None and after.link
        else piece._replace(mark=_supply(piece.mark, given))
        for piece, after in zip(pieces, [*pieces, None][1:], strict=True)
    ]


def _supply(mark: Mark, given: Given) -> Mark:
    if mark.month or mark.period:
        return mark._replace(year=given.year)
    if mark.is_day_alone and given.month:
        return mark._replace(month=given.month, year=given.year)
    return mark


def _is_no_date(item: Item) -> bool:
    return isinstance(item, Other) or (isinstance(item, Mark) and item.broken)


def name_links(items: Sequence[Item]) -> list[Item]:
    """Words that join become links; "to" and "until" do only behind a date or a time."""
    named: list[Item] = []
    behind = False
    for item in items:
        says = item.word.says if isinstance(item, Said) else None
        behind = behind or isinstance(item, Mark | Clock) or says is DateSays.PART
        if says in {DateSays.AND, DateSays.EITHER} or (says is DateSays.TO and behind):
            named.append(Link(item.text, lists=says is not DateSays.TO))
        elif isinstance(item, Said) and says is DateSays.TO:
            named.append(Said(item.text, replace(item.word, says=DateSays.BY)))
        else:
            named.append(item)
    return named


def _drop_counts(items: Sequence[Item]) -> list[Item]:
    """The items; a number beside an agency's own word counts something: 2 visits, Visit 2."""
    around = [None, *items, None]
    return [
        Other(item.text)
        if isinstance(item, Mark)
        and item.is_day_alone
        and not item.ordinal
        and (isinstance(around[place], Other) or isinstance(around[place + 2], Other))
        else item
        for place, item in enumerate(items)
    ]


def _join_years(items: Sequence[Item]) -> list[Item]:
    """What lacks its year with the year beside it: summer 2018, 2018 summer, 12 March (2019)."""
    joined = [item for item in items if not (isinstance(item, Said) and item.word.says in _QUIET)]
    place = 0
    while place < len(joined):
        item = joined[place]
        if isinstance(item, Mark) and (item.period or item.month) and item.year is None:
            later = next(
                (one for one in joined[place + 1 :] if not isinstance(one, Link | Clock)), None
            )
            before = joined[place - 1] if place else None
            if isinstance(later, Mark) and later.is_year_alone and not later.decade:
                joined.remove(later)
                joined[place] = item._replace(year=later.year, to_year=later.to_year)
            elif item.period and isinstance(before, Mark) and before.is_year_alone:
                joined[place - 1 : place + 1] = [before._replace(period=item.period)]
                continue
        place += 1
    return joined


def _take_from_next(mark: Mark, later: Mark, rules: DateRules) -> Mark:
    if mark.is_whole or not later.is_whole or later.broken:
        return mark
    if mark.is_day_alone and later.month:
        return _take_month(mark, later)
    if mark.is_day_alone:
        return mark
    return _set_year(mark, later, rules, step=-1)


def _take_month(mark: Mark, later: Mark) -> Mark:
    day = mark.day or 0
    if later.day is None and day <= _LONGEST_YEAR and not mark.ordinal:
        return mark._replace(day=None, month=day, year=later.year)  # 10-12/2018: two months
    turned = later.day is None or day > later.day
    return mark._replace(month=later.month, year=later.year, broken=turned)


def _take_from_last(mark: Mark, earlier: Mark, rules: DateRules) -> Mark:
    if mark.is_whole or not earlier.is_whole or earlier.broken:
        return mark
    if mark.is_day_alone:
        if earlier.month and earlier.day and earlier.day < (mark.day or 0) <= _LONGEST_MONTH:
            return mark._replace(month=earlier.month, year=earlier.year)
        return mark
    return _set_year(mark, earlier, rules, step=1)


def _set_year(mark: Mark, other: Mark, rules: DateRules, *, step: int) -> Mark:
    """The mark with the other's year, or the year beside it where that turns the two round."""
    guess = mark._replace(year=other.year, to_year=other.to_year if mark.period else None)
    mine, theirs = find_stretch(guess, rules), find_stretch(other, rules)
    if mine and theirs and (mine.first > theirs.first if step < 0 else mine.first < theirs.first):
        return guess._replace(year=(other.year or 0) + step, to_year=None)
    return guess
