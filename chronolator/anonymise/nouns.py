"""The nouns of a copy without names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which a name is written: its words, folded.

    `whose`: the place of who is meant, in the list of codes. `exact`: as it must be written, ""
    where capitals do not matter. `capital`: it must begin with one. `word`: it is a word too.
    `surname`: a surname alone, to which a title belongs. `titled`: one of several
    surnames, or a middle name, which is taken behind a title alone. `first`: a first name alone,
    behind which more of the name may follow. `comma`: the surname stands first. `short`: in
    capitals alone it is a short form of the trade. `gender`: of whose surname it is ("female",
    "male"), "" where that is not known; behind a title of the other one `others`, the place of the
    code of a family, is meant.
    """

    words: tuple[str, ...]
    whose: int
    exact: str = ""
    capital: bool = False
    word: bool = False
    surname: bool = False
    titled: bool = False
    first: bool = False
    comma: bool = False
    short: bool = False
    gender: str = ""
    others: int = -1


@dataclass(frozen=True, slots=True)
class Coded:
    """Somebody, or a place, and the code that stands for it. `name`: what the code becomes where
    somebody wrote it anew. `is_place`: an agency or an area.
    """

    code: str
    name: str
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Swap:
    """The characters `start` to `end` (exclusive) of a text, and the words that go there.

    `code`: for whom or what they stand. `doubt`: why a person should look at it, or "".
    """

    start: int
    end: int
    words: str
    code: str
    doubt: str = ""


def apply(text: str, swaps: tuple[Swap, ...]) -> str:
    """The text with the words of the swaps, which stand in order and do not overlap."""
    parts, at = [], 0
    for swap in swaps:
        parts += [text[at : swap.start], swap.words]
        at = swap.end
    return "".join([*parts, text[at:]])
