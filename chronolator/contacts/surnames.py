"""The surnames of professionals in a row."""

from collections.abc import Iterator

from chronolator.contacts.texts import STOPS, Words, split_words
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Event

_SHORTEST = 3
_FARTHEST = 3


def find_titled(words: Words, vocabulary: Vocabulary) -> Iterator[str]:
    """Those behind a title: "PC Hale", "social worker Tunde Adeyo"."""
    lower, written = words.lower, words.written
    for _, end, _ in vocabulary.lexicon.titles.find(lower):
        after = end
        found = []
        while after < len(lower) and after < end + _FARTHEST and written[after][0].isupper():
            if len(lower[after]) >= _SHORTEST and lower[after] not in vocabulary.dull:
                found.append(after)
            after += 1
        if found:
            shouted = written[found[0]].isupper()
            yield lower[found[0] if shouted else found[-1]]


def find_known(words: Words, vocabulary: Vocabulary) -> Iterator[int]:
    """Where those stand that are known from the case or from those who sign."""
    for at, word in enumerate(words.written):
        if word in vocabulary.initials or (
            vocabulary.find_professional(word)
            and ((at and words.lower[at - 1] not in STOPS) or _begins(words, at, vocabulary))
        ):
            yield at


def _begins(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """True for a name at the beginning of a sentence, where every word has a capital: a surname
    that the case gives, or before what a person does.
    """
    follows = words.lower[at + 1] if at + 1 < len(words.lower) else ""
    lexicon = vocabulary.lexicon
    acts = follows in lexicon.verbs or follows in lexicon.there
    return acts or words.lower[at] in vocabulary.surnames


def find_signed(event: Event, vocabulary: Vocabulary) -> Iterator[str]:
    """Those who wrote the row."""
    if event.author:
        bit = vocabulary.bits[event.agency]
        for name in split_words(event.author).written:
            known = name if name in vocabulary.initials else name.title()
            if vocabulary.find_professional(known) & bit:
                yield vocabulary.name_professional(name.lower())
