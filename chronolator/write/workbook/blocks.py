"""The accounts of one contact that stand together, seen as one block."""

from collections.abc import Iterable
from itertools import groupby

from chronolator.rows import Row


def find_blocks(rows: Iterable[Row]) -> dict[str, int]:
    """The number of the block, counted from 0, of each event that stands beside another account of
    its contact, by the event's id.
    """
    blocks: dict[str, int] = {}
    number = 0
    for contact, group in groupby(rows, key=lambda row: row.contact):
        accounts = list(group)
        if contact and len(accounts) > 1:
            blocks |= dict.fromkeys((row.event.id for row in accounts), number)
            number += 1
    return blocks
