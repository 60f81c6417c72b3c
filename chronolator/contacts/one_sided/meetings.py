"""Who is told to have been at a meeting."""

from collections.abc import Iterator

from chronolator.contacts.accounts import Account
from chronolator.contacts.lexicon import NO_KIND
from chronolator.contacts.one_sided.cells import Cell, Named
from chronolator.contacts.one_sided.phrases import Phrases
from chronolator.contacts.vocabulary import Vocabulary

Present = tuple[str, Named, str]
"""The kind of meeting, an agency that was there, and the words that say so."""


def find_present(
    account: Account, cell: Cell, vocabulary: Vocabulary, phrases: Phrases
) -> Iterator[Present]:
    """The agencies in lists of those present, where the row is mainly about a meeting that was."""
    kind = _find_kind(account, vocabulary, phrases)
    if not kind or not cell.named:
        return
    for start, end in cell.words.sentences:
        if phrases.off.find(cell.lower, start, end):
            return
        if start < cell.plans:
            for named, stop in _read_sentence(cell, start, end, vocabulary, phrases):
                yield kind, named, cell.words.quote(start, stop)


def _find_kind(account: Account, vocabulary: Vocabulary, phrases: Phrases) -> str:
    """The kind of meeting that the row is mainly about, if every party records such a one."""
    if account.kind == NO_KIND:
        return ""
    kinds = vocabulary.lexicon.kinds
    told = (one.id for at, one in enumerate(kinds) if account.lineage >> at & 1)
    if not phrases.meeting_kinds.isdisjoint(told):
        return kinds[account.kind].id
    return ""


def _read_sentence(
    cell: Cell, start: int, end: int, vocabulary: Vocabulary, phrases: Phrases
) -> Iterator[tuple[Named, int]]:
    """The agencies of each list of those present, and where it ends."""
    at = start
    while at < end:
        head = _find_head(cell, at, start, vocabulary, phrases)
        if head is None or phrases.absent.find(cell.lower, start, head):
            at += 1
            continue
        named, stop = cell.list_named(head, end)
        last = _find_end(cell, at, (named[-1].end, stop), end, phrases) if named else 0
        if last:
            there = (one for one in named if not phrases.absent.find(cell.lower, start, one.start))
            yield from ((one, last) for one in there)
        at = max(at + 1, stop if named else 0)


def _find_end(cell: Cell, at: int, stops: tuple[int, int], end: int, phrases: Phrases) -> int:
    """Where a list ends with the words that close it, or 0 where it goes on and tells what these
    do: a colon goes on, but behind a word for who was there.
    """
    last, stop = stops
    ended = phrases.ends.find(cell.lower, last, end)
    if ended and ended[0][0] <= stop:
        return stop if phrases.content.at(cell.lower, ended[0][0]) else max(stop, ended[0][1])
    if stop >= end or cell.lower[stop] in "()":
        return stop
    return stop if cell.lower[stop] == ":" and phrases.heads.at(cell.lower, at) else 0


def _find_head(
    cell: Cell, at: int, start: int, vocabulary: Vocabulary, phrases: Phrases
) -> int | None:
    """Where the first name of a list stands that begins at `at`, or behind what stands there."""
    found = phrases.heads.at(cell.lower, at) or vocabulary.lexicon.texts.at(cell.lower, at)
    if found:
        return found[0]
    if cell.lower[at] == ":":
        return at + 1
    return at if at == start else None
