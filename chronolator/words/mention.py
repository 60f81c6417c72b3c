"""Somebody who is named in a text."""

from typing import NamedTuple

from chronolator.model import Kind

NOBODY: frozenset[int] = frozenset()


class Mention(NamedTuple):
    """Somebody named by the words `first` to `last` (exclusive).

    `children` are the case's children (by number) who are meant, `perhaps` those who may be,
    `left_out` those left out of a group. `kinds` are the kinds of all its members. `owner`: only
    what belongs to them is spoken of ("mum's"). `titled`: with a name of their own.
    """

    first: int
    last: int
    kinds: tuple[Kind, ...]
    children: frozenset[int] = NOBODY
    perhaps: frozenset[int] = NOBODY
    left_out: frozenset[int] = NOBODY
    gender: str = ""
    owner: bool = False
    titled: bool = False
