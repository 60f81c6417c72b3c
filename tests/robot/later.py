"""What the agencies send later: corrected returns, further rows, another name for a file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

from tests.robot.returns import Record, Return, number_anew
from tests.robot.rewording import reword

MIX = {"reworded": 40, "moved": 20, "both": 15, "split or joined": 10, "dropped": 10, "renamed": 5}
"""Of a hundred rows that change, so many change in this way; agencies are renamed as a whole."""


def resend(returns: Sequence[Return]) -> list[Return]:
    """The same returns, as the next merge reads them."""
    return [
        replace(one, records=tuple(number_anew(told) for told in one.records)) for one in returns
    ]


def correct(random: Random, returns: Sequence[Return]) -> list[Return]:
    """The returns with some rows changed, by the mix; seldom an agency bears another name."""
    share = random.choice((0.1, 0.2, 0.35))
    renamed = random.choice(returns).agency if random.random() < RENAMING else ""
    return [
        _rename(one) if one.agency == renamed else _correct_return(random, one, share)
        for one in returns
    ]


RENAMING = 0.06


def _rename(one: Return) -> Return:
    new = f"{one.agency.split()[-1]} Partnership Trust"
    told = tuple(number_anew(each, "renamed") for each in one.records)
    return replace(one, agency=new, records=told)


def _correct_return(random: Random, one: Return, share: float) -> Return:
    ways, weights = zip(*((_WAYS[name], MIX[name]) for name in _WAYS), strict=True)
    told: list[Record] = []
    left = list(one.records)
    while left:
        record = left.pop(0)
        if random.random() < share:
            told += random.choices(ways, weights)[0](random, record, left)
        else:
            told.append(number_anew(record))
    told.sort(key=lambda each: each.day)
    return replace(one, records=tuple(told))


Way = Callable[[Random, Record, list[Record]], list[Record]]
"""What becomes of a row; from those after it the way takes what it joins to it."""


def _reword(random: Random, record: Record, _: list[Record]) -> list[Record]:
    text = reword(random, record.text)
    return [number_anew(record, "reworded", text=text) if text else number_anew(record)]


def _move(random: Random, record: Record, _: list[Record]) -> list[Record]:
    days = random.choice([n for n in range(-7, 8) if n])
    return [number_anew(record, "moved", day=record.day + timedelta(days=days))]


def _move_and_reword(random: Random, record: Record, left: list[Record]) -> list[Record]:
    (moved,) = _move(random, record, left)
    text = reword(random, record.text)
    return [replace(moved, text=text, change="both") if text else moved]


def _split_or_join(random: Random, record: Record, left: list[Record]) -> list[Record]:
    first, stop, rest = record.text.partition(". ")
    if stop and rest:
        return [
            number_anew(record, "split or joined", text=f"{first}."),
            number_anew(record, "split or joined", text=rest),
        ]
    if left and (left[0].day - record.day).days <= FAR:
        other = left.pop(0)
        joined = number_anew(record, "split or joined", text=f"{record.text}. {other.text}")
        return [replace(joined, parents=(record.number, other.number))]
    return _reword(random, record, left)


FAR = 2
"""Two rows are joined that lie no more days apart."""


def _drop(_: Random, _record: Record, _left: list[Record]) -> list[Record]:
    return []


_WAYS: dict[str, Way] = {
    "reworded": _reword,
    "moved": _move,
    "both": _move_and_reword,
    "split or joined": _split_or_join,
    "dropped": _drop,
}


def add_rows(random: Random, returns: Sequence[Return]) -> list[Return]:
    """The same returns, in which some agencies tell more, and rows stand in another order."""
    later = []
    for one in resend(returns):
        records = list(one.records)
        for record in random.sample(records, min(3, len(records))):
            days = timedelta(days=random.randrange(1, 30))
            more = number_anew(record, "", day=record.day + days, parents=())
            records.insert(random.randrange(len(records) + 1), more)
        later.append(replace(one, records=tuple(records)))
    return later


def rename_files(random: Random, returns: Sequence[Return]) -> list[Return]:
    """The same returns, some under another file name, as they come by mail."""
    return [
        replace(one, file=f"{random.choice(('FINAL ', 'corrected '))}{one.file}")
        if random.random() < 0.5
        else one
        for one in resend(returns)
    ]


def reorder(random: Random, returns: Sequence[Return]) -> list[Return]:
    """The same returns with their rows newest first."""
    return [
        replace(one, records=tuple(reversed(one.records))) if random.random() < 0.5 else one
        for one in resend(returns)
    ]


def send_beside(random: Random, returns: Sequence[Return]) -> list[Return]:
    """A corrected return comes by mail, and stands in the folder beside the one before it."""
    later = correct(random, returns)
    one = random.randrange(len(returns))
    before, after = resend(returns)[one], later[one]
    if before.agency == after.agency:
        later[one] = replace(after, file=f"FINAL {after.file}")
        later.append(before)
    return later
