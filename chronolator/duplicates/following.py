"""Rows whose Ref changed, since the agency corrected them or has a new name: which is which."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from chronolator.duplicates.exchanged import find_exchanged, tell_cells
from chronolator.duplicates.pairing import Pair, are_near, pair_changed
from chronolator.duplicates.repeated import find_day
from chronolator.model import Event, FollowRules
from chronolator.model.review import IN_OTHER_WORDS
from chronolator.words.fold import fold

_NEW_NAME = "it stands under the agency's new name"
RENAMED = "the same row, under the agency's new name"
_OTHERS = "the same row, under another agency's name"
_PARTED = "the agency split this row, or joined it with another"
_SAME = "the same words"
_CELLS = "its Ref is that of another row of the same day and words; it is known by its other cells"
_OTHER = "rows of the same words came, went or moved near this one, so it may be another of them"
_Rows = dict[str, list[Event]]
_Key = tuple[object, ...]


def follow_rows(
    earlier: Sequence[Event],
    events: Sequence[Event],
    present: Collection[str],
    rules: FollowRules,
    known_in_part: Collection[str] = (),
) -> dict[str, tuple[str, str]]:
    """By the id of each row of an earlier result that is gone, or whose id another row has now: the
    id of the row that it is now, and what tells that it is the same, in words that quote none of
    its own.

    `events` are the rows that stand now without those that repeat another, `present` the ids of
    all. A row that may be this one or that one, or none, is not followed. It is looked for among
    those of its agency, and under another agency's name only where that one name explains most of
    what is gone. `known_in_part` are ids of earlier rows of which only day, agency and words are
    known.
    """
    exchanged = find_exchanged(earlier, events, known_in_part)
    taken = {new: f"{new}{_ONCE}" for new in exchanged.values()}
    earlier = [replace(row, id=(taken | exchanged).get(row.id, row.id)) for row in earlier]
    followed = {old: (new, _CELLS) for old, new in exchanged.items()}
    for old, way in _follow_gone(earlier, events, present, rules).items():
        followed[old.removesuffix(_ONCE)] = way
    return followed


_ONCE = " once"
"""Behind the id of a row of then that another row has now."""


def _follow_gone(
    earlier: Sequence[Event], events: Sequence[Event], present: Collection[str], rules: FollowRules
) -> dict[str, tuple[str, str]]:
    stay = {row.id for row in earlier} & set(present)
    before, after = _group_by_agency(earlier), _group_by_agency(events)
    came = _list_by_key(_leave_out(events, stay))
    followed: dict[str, tuple[str, str]] = {}
    for agency, rows in before.items():
        gone = _leave_out(rows, stay)
        if not gone:
            continue
        now, how = after.get(agency, []), _OTHERS if agency in after else RENAMED
        name, moved = _find_new_name(agency, gone, came, rules)
        followed |= {old: (new, how) for new, old in moved.items()}
        if not now and name:  # the others of the agency stand there too
            now = [replace(row, id=moved.get(row.id, row.id)) for row in after[name]]
        settled = stay | set(moved.values())
        followed |= {
            pair.old.id: (pair.new.id, _tell(pair))
            for pair in pair_changed(rows, now, settled, rules)
        }
    return followed


def find_doubtful(
    earlier: Sequence[Event],
    events: Sequence[Event],
    repeats: Sequence[Event],
    followed: Mapping[str, tuple[str, str]],
    repeated: Sequence[Event],
    rules: FollowRules,
) -> dict[str, tuple[str, str]]:
    """The rows that stand in both by their ids, and may yet be others: each leads to itself, and
    why it is doubtful. An id tells no rows of one day and the same words apart, so one may have
    taken the place of another. `events` and `followed` are those of `follow_rows`; `repeats` are
    the rows that one of the events stands for, `repeated` those that one of the earlier ones did.

    Such a row has one of its words near it that came, or that is gone, and no row of the other
    result explains that (a row that it stood for does not); or one that is told in other words on
    its day now; or one that it stood for is gone, and may be one that repeats another day's now; or
    its other cells are not those of then, and any row of its words near it came or is gone, or it
    was or is not the only one of its day.
    """
    before, after = ({row.id: row for row in rows} for rows in (earlier, events))
    stood_for, now_for = ({row.id: row for row in rows} for rows in (repeated, repeats))
    present = after.keys() | now_for.keys()
    targets = {new for old, (new, _) in followed.items() if old not in stood_for}
    came = [row for row in events if row.id not in before and row.id not in targets]
    gone = [row for row in earlier if row.id not in present and row.id not in followed]
    stirred = [(_name(row), row) for row in (*came, *gone) if row.text]
    for old, (new, _) in followed.items():
        was = before.get(old) or stood_for.get(old)
        if was and new in after and fold(was.text) != fold(after[new].text):
            stirred.append((_name(was), after[new]))
    left, joined = (
        _group_by_name((_name(one), one) for ref, one in those.items() if ref not in known)
        for those, known in (
            (stood_for, present | followed.keys()),
            (now_for, before.keys() | stood_for.keys() | targets),
        )
    )
    near = _group_by_name(stirred)
    named = [(_name(after.get(row.id, row)), row) for row in earlier]
    alike = _group_by_name((*named, *((_name(row), row) for row in events)))
    # As they stand now: of the same id are the same day and words, and those of then may be gone.
    stayed = [after[row.id] for row in earlier if row.id in after and row.id not in followed]
    return {
        row.id: (row.id, _OTHER)
        for row in stayed
        if any(are_near(row, other, rules.days) for other in near[_name(row)])
        or (
            any(_are_of_one_day(row, other) for other in left[_name(row)])
            and any(are_near(row, other, rules.days) for other in joined[_name(row)])
        )
        or (
            len(alike[_name(row)]) > _ITSELF
            and tell_cells(row) != tell_cells(before[row.id])
            and any(
                are_near(row, other, rules.days)
                and ((other.id in before) != (other.id in after) or _are_of_one_day(row, other))
                for other in alike[_name(row)]
                if other.id != row.id
            )
        )
    }


_ITSELF = 2
"""The row of then and of now."""


def _group_by_name(
    named: Iterable[tuple[tuple[str, str], Event]],
) -> defaultdict[tuple[str, str], list[Event]]:
    groups: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for name, row in named:
        groups[name].append(row)
    return groups


def _are_of_one_day(one: Event, other: Event) -> bool:
    return (find_day(one), one.when.at) == (find_day(other), other.when.at)


def _name(row: Event) -> tuple[str, str]:
    return fold(row.agency), fold(row.text)


def _leave_out(rows: Iterable[Event], ids: Collection[str]) -> list[Event]:
    return [row for row in rows if row.id not in ids]


def _group_by_agency(events: Iterable[Event]) -> _Rows:
    groups: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if not event.own:
            groups[fold(event.agency)].append(event)
    return groups


def _list_by_key(events: Iterable[Event]) -> dict[_Key, _Rows]:
    """The rows by day, time and words, and by their agency, the last of the return first."""
    listed: defaultdict[_Key, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda one: one.origin, reverse=True):
        listed[_key(event)].append(event)
    return {key: _group_by_agency(rows) for key, rows in listed.items()}


def _find_new_name(
    agency: str, gone: Sequence[Event], came: Mapping[_Key, _Rows], rules: FollowRules
) -> tuple[str, dict[str, str]]:
    """The one other name under which most of the rows stand now, and by the ids of those rows the
    old ones, of equals the first by the first; "" where there is none, or more than one.
    """
    moved: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in sorted(gone, key=lambda one: one.origin):
        for name, rows in came.get(_key(row), {}).items():
            free = [other.id for other in rows if other.id not in moved[name]]
            if name != agency and free:
                moved[name][free[-1]] = row.id
    named = [name for name, found in moved.items() if found]
    if len(named) != 1 or len(moved[named[0]]) < rules.renamed * len(gone):
        return "", {}
    return named[0], moved[named[0]]


def _key(event: Event) -> _Key:
    return find_day(event), event.when.at, fold(event.text)


def _tell(pair: Pair) -> str:
    same_agency = fold(pair.old.agency) == fold(pair.new.agency)
    return _tell_change(pair) if same_agency else f"{_tell_change(pair)}; {_NEW_NAME}"


def _tell_change(pair: Pair) -> str:
    was, now = pair.old.when, pair.new.when
    moved = (was.first, was.last) != (now.first, now.last)
    then = f"; the date was {was.written or 'empty'}" if moved else ""
    if pair.parted:
        return f"{_PARTED}{then}"
    if fold(pair.old.text) != fold(pair.new.text):
        return f"{IN_OTHER_WORDS}{then}"
    if not moved and was.at != now.at:
        return f"{_SAME}; the time was {was.at:%H:%M}" if was.at else f"{_SAME}; the time was added"
    return f"{_SAME}{then}"
