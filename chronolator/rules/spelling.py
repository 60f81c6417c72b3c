"""How a word is misspelt in haste."""

from collections.abc import Collection, Iterable, Iterator

_SHORTEST_DROPPED = 5  # "sen" and "see" are words of their own


def misspell(words: Iterable[str], real: Collection[str]) -> dict[str, str]:
    """The usual slips of each word, with the word: two neighbours turned round, a letter doubled,
    one left out of five or more. The first letter stands, and the last is there: slips of it are
    other words too often. None is one of `words` or of the `real` ones.
    """
    known = {*words, *real}
    return {slip: word for word in words for slip in _list_slips(word) if slip not in known}


def _list_slips(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[: at + 1] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if len(word) >= _SHORTEST_DROPPED:
                yield word[:at] + word[at + 1 :]
