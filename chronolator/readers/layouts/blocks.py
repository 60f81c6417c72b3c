"""The events of a form: which labels and values belong together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from chronolator.model import Field, Sheet, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import list_filled, looks_like_day, name_column
from chronolator.readers.layouts.bands import BANNER_RULE, Table, find_band, find_key
from chronolator.readers.layouts.contents import is_wordy
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.mapping import settle
from chronolator.readers.layouts.pairs import Pair, list_pairs
from chronolator.readers.protocol import Settings
from chronolator.words.fold import fold, holds_any

_ROWS_SEARCHED = 100
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Block:
    """The row (1-based) in which a block of labels begins, and its events side by side: the value
    of each label by the label's number.

    `labels`: of each cell with a label, by its row (1-based) and its place, the label's number;
    `values`: of each cell with a value the number of its event and that of its label, all from 0;
    `banners`: the rows of what stands directly above the block and gives to its events.
    """

    row: int
    parts: tuple[dict[int, Value], ...]
    labels: dict[tuple[int, int], int]
    values: dict[tuple[int, int], tuple[int, int]]
    banners: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The labels of a form, as written, each once, and its blocks in their order.

    `ends`: the first row (1-based) below the last block: of a key, or of an end.
    """

    labels: tuple[str, ...]
    blocks: tuple[Block, ...]
    ends: int

    @property
    def begins(self) -> int:
        """The row (1-based) of the first block, or of a banner above it."""
        return min((*self.blocks[0].banners, self.blocks[0].row))


def find_form(sheet: Sheet, settings: Settings) -> Form | None:
    """The form that the sheet is, or None.

    It has a date beside the label of one, and words beside the label of what happened; where the
    sheet before was a form, the date may be missing.
    """
    if not _may_be_form(sheet, settings):
        return None
    pairs = list_pairs(sheet, settings)
    starts = _find_starts(pairs, settings)
    if not starts:
        return None
    ends = _find_end(sheet, pairs[starts[-1]].row, settings)
    pairs = [pair for pair in pairs if pair.row < ends]
    labels: dict[str, str] = {}
    blocks = []
    told = {cell for pair in pairs for cell in pair.cells}
    known = {cell for pair in pairs if pair.values or pair.name for cell in pair.cells}
    banners = [_find_banners(sheet, pairs[start].row, known, settings) for start in starts]
    apart = {row for rows in banners for row in rows}
    for rows, start, end in zip(banners, starts, [*starts[1:], len(pairs)], strict=True):
        members = [pair for pair in pairs[start:end] if pair.row not in apart]
        members += _list_loose(sheet, pairs[start].row, told)
        blocks.append(replace(_make_block(sheet, members, labels, settings), banners=rows))
    return Form(tuple(labels.values()), tuple(blocks), ends)


def _may_be_form(sheet: Sheet, settings: Settings) -> bool:
    """False as soon as no row near the top begins with a label of a date, its value beside it."""
    for row in islice(sheet.rows, _ROWS_SEARCHED):
        cells = [value for _, value in list_filled(row)]
        for label, value in zip_longest(cells, cells[1:]):
            if not isinstance(label, str):
                continue
            dated = looks_like_day(value, settings.headings) or looks_like_day(
                label, settings.headings
            )
            if not dated and (settings.before is None or value is None):
                continue
            head = label.partition(":")[0]
            named = settle(head, settings.columns)
            match = match_heading(head, settings.headings)
            if (named or (match.field if match else None)) is Field.DATE:
                return True
    return False


def _find_starts(pairs: Sequence[Pair], settings: Settings) -> list[int]:
    """The numbers of the pairs with which blocks begin: those of the label that comes first of all
    that come as often as the events; [] where there is no event.
    """
    told = {fold(one.label) for one in pairs if _tells(one, settings)}
    dated = {fold(one.label) for one in pairs if _is_dated(one, settings)}
    if settings.before and not dated:
        dated = {fold(one.label) for one in pairs if one.name is Field.DATE}
    often = Counter(fold(one.label) for one in pairs)
    if not told or not dated:
        return []
    events = min(max(often[label] for label in told), max(often[label] for label in dated))
    if events == 1:
        return _go_back(pairs, [next(number for number, one in enumerate(pairs) if one.values)])
    exact = (label for label in often if often[label] == events)
    start = next(exact, None) or next(label for label in often if often[label] > events)
    return _go_back(pairs, [number for number, one in enumerate(pairs) if fold(one.label) == start])


def _go_back(pairs: Sequence[Pair], starts: Sequence[int]) -> list[int]:
    """The same, each with the labels before it in its row: a row is of one block."""
    found: list[int] = []
    for start in starts:
        first = start
        while first > 0 and pairs[first - 1].row == pairs[start].row and first - 1 not in starts:
            first -= 1
        found.append(first)
    return found


def _find_end(sheet: Sheet, last: int, settings: Settings) -> int:
    """The first row below the beginning of the last block that is known to be of none."""
    for number, row in enumerate(sheet.rows[last:], start=last + 1):
        cells = list_filled(row)
        if len(cells) != 1:
            continue
        rule = find_band(cells, Table(cells[0][0], {}), settings.headings)
        if (rule and rule is not BANNER_RULE) or find_key(cells[0][1], settings.headings):
            return number
    return len(sheet.rows) + 1


def _find_banners(
    sheet: Sheet, row: int, known: set[tuple[int, int]], settings: Settings
) -> tuple[int, ...]:
    """The rows of the banners directly above the row in which a block begins. `known` are the cells
    of labels that are known or have a value, and these.
    """
    found: list[int] = []
    for number in range(row - 1, 0, -1):
        cells = list_filled(sheet.rows[number - 1])
        if not cells:
            continue
        place, value = cells[0]
        titled = holds_any(fold(show_value(value)), settings.headings.title_marks)
        band = find_band(cells, Table(place, {}), settings.headings)
        labelled = (number, place) in known or show_value(value).endswith(":")
        if len(cells) > 1 or titled or labelled or band is not BANNER_RULE:
            break
        found.append(number)
    return tuple(reversed(found))


def _tells(pair: Pair, settings: Settings) -> bool:
    if pair.name is not Field.TEXT or fold(pair.label) in settings.layouts.summaries:
        return False
    values = [show_value(value) for value in pair.values.values() if is_wordy(value)]
    return any(len(value.split()) >= _FEWEST for value in values)


def _is_dated(pair: Pair, settings: Settings) -> bool:
    values = pair.values.values()
    return pair.name is Field.DATE and any(looks_like_day(v, settings.headings) for v in values)


def _make_block(
    sheet: Sheet, pairs: Sequence[Pair], labels: dict[str, str], settings: Settings
) -> Block:
    """The block, its labels added to those of the form; a label that it has twice is numbered."""
    places = _find_places(pairs, settings)
    parts: list[dict[int, Value]] = [{} for _ in places or [0]]
    heads: dict[tuple[int, int], int] = {}
    values: dict[tuple[int, int], tuple[int, int]] = {}
    times: Counter[str] = Counter()
    for pair in pairs:
        folded = fold(pair.label)
        times[folded] += 1
        again = f" ({times[folded]})" if times[folded] > 1 else ""
        labels.setdefault(folded + again, pair.label + again)
        number = list(labels).index(folded + again)
        if not places and pair.values:
            parts[0][number] = _join(pair.values.values())
        for part, place in enumerate(places):
            value = _find_value(sheet, pair, place)
            if value is not None:
                parts[part][number] = value
        for cell, at in pair.cells.items():
            if at is None:
                heads[cell] = number
            else:
                values[cell] = (places.index(at) if places else 0, number)
    return Block(pairs[0].row, tuple(parts), heads, values)


def _list_loose(sheet: Sheet, row: int, told: set[tuple[int, int]]) -> Iterator[Pair]:
    """The cells of a block's first row that no label has, by their letters: an entry stands there,
    and what it does not hold is told nowhere.
    """
    for place, value in list_filled(sheet.rows[row - 1]):
        if (row, place) not in told:
            told.add((row, place))
            pair = Pair(row, name_column(place), None, row)
            pair.add(row, place, value)
            yield pair


def _find_places(pairs: Iterable[Pair], settings: Settings) -> list[int]:
    """The columns of events that stand side by side; [] where there is one alone."""
    dated: set[int] = set()
    told: set[int] = set()
    filled: set[int] = set()
    for pair in pairs:
        if _is_dated(pair, settings):
            dated |= {
                at for at, one in pair.values.items() if looks_like_day(one, settings.headings)
            }
        if _tells(pair, settings):
            told |= set(pair.values)
        filled |= set(pair.values)
    return sorted(filled) if len(dated & told) >= _FEWEST else []


def _find_value(sheet: Sheet, pair: Pair, place: int) -> Value:
    """The pair's value at the place: its own, or one that is merged over it."""
    if place in pair.values:
        return pair.values[place]
    over = (
        pair.values[left - 1]
        for top, left, _, right in sheet.merged
        if top == pair.row and left - 1 in pair.values and left - 1 <= place < right
    )
    return next(over, None)


def _join(values: Iterable[Value]) -> Value:
    told = list(values)
    return told[0] if len(told) == 1 else " | ".join(map(show_value, told))
