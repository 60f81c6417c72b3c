"""An id for every event that outlives sorting, new files and a new merge."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b

from chronolator.model import Origin, When
from chronolator.words.fold import fold

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS = [one + two for one in _ALPHABET for two in _ALPHABET]

Key = tuple[str, str, str, str]


def find_key(agency: str, when: When, text: str) -> Key:
    """What an id is made of: agency, day as read (else the date as written), time and words.

    Capitals, accents and punctuation do not count; `agency` is folded already.
    """
    day = when.known_day
    return (
        agency,
        day.isoformat() if day else fold(when.written),
        when.at.isoformat() if when.at else "",
        fold(text),
    )


def give_ids(keys: Sequence[Key], origins: Sequence[Origin]) -> list[str]:
    """An id for each key: C- and ten characters, never digits alone, no two alike.

    Equal keys are numbered in the order of their origin (file, sheet, row, part), whatever the
    order of the files.
    """
    alike: dict[Key, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        alike[key].append(place)
    ids = [""] * len(keys)
    taken: set[str] = set()
    for key, places in alike.items():
        if len(places) > 1:
            places.sort(key=origins.__getitem__)
        for number, place in enumerate(places):
            ids[place] = _make_id(key, number, taken)
            taken.add(ids[place])
    return ids


def _make_id(key: Key, number: int, taken: set[str]) -> str:
    words = "\x1f".join((*key, *([str(number)] if number else [])))
    made = _hash(words)
    while made in taken or made[2:].isdecimal():  # a spreadsheet would eat the leading zeros
        words += "\x1f"
        made = _hash(words)
    return made


def _hash(words: str) -> str:
    bits = int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
    return "C-" + "".join([_PAIRS[bits >> place & 1023] for place in (40, 30, 20, 10, 0)])
