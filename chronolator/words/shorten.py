"""A long text -> its beginning, or the sentence that is meant."""

import re

_END = re.compile(r"[.!?](?=\s|$)|\n")


def shorten(text: str, most: int) -> str:
    """The text; of one with more than `most` characters its beginning, cut between words."""
    return text if len(text) <= most else f"{text[:most].rsplit(maxsplit=1)[0]} …"


def find_sentence(text: str, start: int, end: int, most: int) -> str:
    """The sentence in which the words from `start` to `end` stand, on one line; of one with more
    than `most` characters what begins with those words.
    """
    ends = [one.end() for one in _END.finditer(text)]
    first = max((one for one in ends if one <= start), default=0)
    last = min((one for one in ends if one >= end), default=len(text))
    sentence = " ".join(text[first:last].split())
    if len(sentence) <= most:
        return sentence
    rest = " ".join(text[start:last].split())
    before = "" if sentence == rest else "… "
    return before + shorten(rest, most)
