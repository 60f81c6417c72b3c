"""What is worth asking an agency about its return."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CutLength:
    """A number of characters at which texts are cut off; so many `texts` of it are needed to ask.

    `why` says whose limit it is.
    """

    characters: int
    texts: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class QuestionRules:
    """Thresholds and words for what to ask.

    A column of the author's whose heading holds one of the words `asking` asks the row's agency,
    or the one that a question begins with, alone or behind one of the words `addressing`.
    What begins with one of the words `undated` says that nobody knows a date: that is not asked.
    `months_shown`, `abbreviations_shown`: so many are named, the rest counted. A row is out of
    order where its date lies more than `order_days` days from the dates that its place allows, in a
    sheet of which no more than the share `order_share` is so. A text that ends with one of
    `sentence_ends` is whole. `any_texts` texts that end together at their column's greatest length,
    of `any_length` characters or more, are cut too. An abbreviation has `shortest` to `longest`
    capitals; `known` are those that nobody has to ask about. A text of `shouted_words` words or
    more of which more than the share `shouted_share` is in capitals tells nothing of abbreviations.
    What stands in capitals behind one of `titles` is a name.
    """

    asking: tuple[str, ...] = ()
    addressing: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    months_shown: int = 0
    order_days: int = 0
    order_share: float = 0.0
    sentence_ends: tuple[str, ...] = ()
    any_texts: int = 0
    any_length: int = 0
    lengths: tuple[CutLength, ...] = ()
    shortest: int = 0
    longest: int = 0
    abbreviations_shown: int = 0
    shouted_words: int = 0
    shouted_share: float = 1.0
    titles: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
