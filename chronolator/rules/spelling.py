"""How a word is misspelt in haste, and how it is clipped."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

_SHORTEST_DROPPED = 5  # "sen" and "see" are words of their own
_SHORTEST_CLIPPED = 3  # "sn" is the school nurse, "wt" the weight
_SHORTEST_HALF_CLIPPED = 5  # "clen" is clean, but "had" no head, "card" not carried
_DOUBLED = re.compile(r"([a-z])\1")
_VOWELS = "aeiou"
_NG = "ng"


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


def clip(words: Iterable[str], real: Collection[str]) -> dict[str, str]:
    """The usual short forms of each word, with the word: without its vowels or some of them, a
    doubled letter single, "g" for "ing". The first letter stands. None has fewer than three
    letters, or than five where a vowel is left, is a short form of two words, or is one of `words`
    or of the `real` ones.
    """
    known = {*words, *real}
    forms = [(form, word) for word in known.difference(real) for form in _list_clipped(word)]
    claimed = Counter(form for form, _ in forms)
    return {form: word for form, word in forms if claimed[form] == 1 and form not in known}


def _list_clipped(word: str) -> set[str]:
    vowels = [at for at, letter in enumerate(word) if at and letter in _VOWELS]
    forms = set()
    for count in range(1, len(vowels) + 1):
        for gone in combinations(vowels, count):
            form = "".join(letter for at, letter in enumerate(word) if at not in gone)
            forms |= {form, _DOUBLED.sub(r"\1", form)}
            if word.endswith("ing") and form.endswith(_NG) and vowels[-1] in gone:
                forms |= {form.removesuffix(_NG) + _NG[1:]}
    return {form for form in forms if len(form) >= _shortest(form)}


def _shortest(form: str) -> int:
    kept = any(letter in _VOWELS for letter in form[1:])
    return _SHORTEST_HALF_CLIPPED if kept else _SHORTEST_CLIPPED
