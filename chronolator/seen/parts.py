"""What stands between two commas of a cell that asks, and an answer to it."""

from dataclasses import dataclass

from chronolator.model import Answer, Reason
from chronolator.words.mention import NOBODY

STRENGTH = (Answer.NOT_RECORDED, Answer.UNCLEAR, Answer.NO, Answer.YES)
"""The answers, the weakest first: what takes back an answer goes before it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two commas: the children named there, the other words, folded.

    `owners` are those of whom it names what is theirs ("K's views").
    `doubted`: somebody else is named there, and not as company ("with mother"), a number, a
    question mark, or a word that makes a yes doubtful. `harmless`: the words say nothing that bears
    on an answer. `leads`: words stand before the first name ("not K"). `accompanied`: an adult of
    the family is named as company ("with mother", "mum present").
    """

    start: int
    end: int
    children: frozenset[int]
    rest: str
    sentence: int = 0
    owners: frozenset[int] = NOBODY
    doubted: bool = False
    harmless: bool = False
    leads: bool = False
    accompanied: bool = False


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """An answer, with why, and the rule that gives it."""

    answer: Answer
    reason: Reason
    rule: str
