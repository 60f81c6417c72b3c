"""The links that the author gave cells: a cell is written without, so its comment says where to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronolator.model import MarkKind, Sheet
from chronolator.readers.ours.looks.found import FoundBook, FoundLooks, Place

_OURS = "#"
"""All that the links of ours show of where they lead: the rest is worked out."""


def keep_links(book: FoundBook, sheets: Sequence[Sheet]) -> tuple[FoundBook, dict[str, int]]:
    """The book with the address of each link of hers in the comment on its cell, but where the cell
    itself says it; and how many there are, by sheet.
    """
    looks, counted = dict(book.sheets), {}
    for sheet in sheets:
        if links := _list_links(sheet):
            found = looks.get(sheet.name, FoundLooks())
            looks[sheet.name] = replace(found, comments=_join(found.comments, links))
            counted[sheet.name] = len(links)
    return replace(book, sheets=looks), counted


def _list_links(sheet: Sheet) -> dict[Place, str]:
    links: defaultdict[Place, dict[str, None]] = defaultdict(dict)
    for mark in sheet.marks:
        if mark.kind is MarkKind.LINK and mark.text != _OURS:
            links[mark.row, mark.column][f"Link: {mark.text}"] = None
    return {place: "\n".join(some) for place, some in links.items()}


def _join(comments: Mapping[Place, str], links: Mapping[Place, str]) -> dict[Place, str]:
    told = {
        place: "\n\n".join(filter(None, (comments.get(place), link)))
        for place, link in links.items()
    }
    return {**comments, **told}
