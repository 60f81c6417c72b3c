"""The keys under which what a row tells can be rare: words, a kind, parts of the body, numbers."""

from collections.abc import Collection, Iterator
from sys import intern

from chronolator.contacts.accounts import KIND, PART
from chronolator.contacts.lexicon import NO_KIND, Lexicon
from chronolator.contacts.texts import Words
from chronolator.contacts.told_numbers import find_ages, find_references
from chronolator.contacts.vocabulary import Vocabulary

_STEM = 5
_SHORTEST_WORD = 4


def find_numbers(words: Words, lexicon: Lexicon) -> Iterator[str]:
    """The keys of reference numbers, and of an age where only one is told."""
    yield from (key for _, _, key in find_references(words, lexicon))
    ages = {key for _, _, key in find_ages(words, lexicon)}
    if len(ages) == 1:
        yield from ages


def find_rare(
    words: Words, marks: Collection[str], kind: int, vocabulary: Vocabulary
) -> Iterator[str]:
    """The keys of what can be rare in a row of that kind; `marks` are its words but for names."""
    lexicon = vocabulary.lexicon
    for word in marks:
        if len(word) >= _SHORTEST_WORD and word not in vocabulary.dull and word.isalpha():
            yield intern(word[:_STEM])
    if kind != NO_KIND and lexicon.telling >> kind & 1:
        yield f"{KIND}{kind}"
    yield from (f"={group}" for _, _, group in lexicon.same.find(words.lower))
    yield from _find_parts(words, lexicon)


def _find_parts(words: Words, lexicon: Lexicon) -> Iterator[str]:
    """The keys of the parts of the body that are told with a harm, and of what these are of."""
    if lexicon.harms.find(words.lower):
        for _, _, part in lexicon.parts.find(words.lower):
            yield f"{PART}{part}"
            if lexicon.part_of[part]:
                yield f"{PART}{lexicon.part_of[part]}"
