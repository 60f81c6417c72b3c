"""A word of a text."""

from typing import NamedTuple


class Word(NamedTuple):
    """A word in lower case and its place: `text[start:end]` is how it is written.

    "Mum's" is the word "mum", `possessive`; "wasn't" is two words, "was" and "not", and "he's" too.
    Every weight is the word "n/kg". `capital`: it begins with a capital. `sentence`, `segment` and
    `clause` number what it stands in: a segment ends at a comma, bracket or dash too, a clause at a
    colon and at a joining word ("when") besides, which is a clause of its own. `quoted`: between
    quotation marks. `joining`: one of those joining words. `colon`: a colon or question mark stands
    behind it. `shouted`: it is written in capitals, as short forms are.
    """

    text: str
    start: int
    end: int
    clause: int
    segment: int
    sentence: int
    capital: bool = False
    possessive: bool = False
    quoted: bool = False
    joining: bool = False
    colon: bool = False
    shouted: bool = False
