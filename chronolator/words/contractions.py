"""Words drawn together: "Mum's out" is "mum is out", and "at Mum's" is not."""

from chronolator.words.word import Word

_BEHIND_IS = frozenset(
    (
        *("gone", "been", "got", "had", "moved", "going", "coming", "staying", "stopping", "being"),
        *("not", "never", "still", "already", "just", "in", "at", "out", "off", "away", "back"),
        *("asleep", "upstairs", "downstairs", "having"),
    )
)
"""What behind "'s" tells that it is "is" or "has"."""
_PLACES = frozenset(("at", "to", "from", "in", "round", "near", "by", "with", "for", "of", "into"))
"""Behind these it is somebody's place: "at Mum's with nan"."""
_NEAR = 2  # words: "at her mum's"
_TAIL = 2  # letters: "'s"


def write_out_is(words: list[Word]) -> list[Word]:
    """The words, "is" standing for itself where it was drawn to the word before it."""
    if not any(word.possessive for word in words):
        return words
    written: list[Word] = []
    for at, word in enumerate(words):
        behind = words[at + 1] if word.possessive and at + 1 < len(words) else None
        near = [one.text for one in words[max(0, at - _NEAR) : at] if one.clause == word.clause]
        drawn = behind is not None and _stands_next(word, behind) and _PLACES.isdisjoint(near)
        if not drawn:
            written.append(word)
            continue
        cut = word.end - _TAIL
        written.append(word._replace(end=cut, possessive=False))
        written.append(Word("is", cut, word.end, word.clause, word.segment, word.sentence))
    return written


def _stands_next(word: Word, behind: Word) -> bool:
    return behind.start - word.end == 1 and behind.text in _BEHIND_IS
