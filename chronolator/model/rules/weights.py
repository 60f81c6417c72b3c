"""What the words of an entry weigh together for its answers, beside what phrases tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chronolator.model.fields import Answer, Question

ANSWERS: Mapping[Question, tuple[Answer, ...]] = {
    Question.SEEN: (Answer.YES, Answer.NO, Answer.NOT_RECORDED),
    Question.ALONE: (Answer.YES, Answer.NO, Answer.NOT_RECORDED),
    Question.VIEWS: (Answer.YES, Answer.NOT_RECORDED),
}
"""The answers to each question between which words decide, in the order of the weights."""


@dataclass(frozen=True, slots=True)
class Least:
    """From which likelihood on an answer holds: one that a phrase `stated`, one at which a phrase
    `hinted`, and one that no phrase tells.
    """

    stated: float = 0.0
    hinted: float = 0.0
    untold: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How words are weighed: by the networks of `files` (none: nothing is weighed), in texts of
    `fewest_words` or more, up to `most_words`: of longer ones too few were labelled.

    `least` tells for each question and answer from which likelihood on it holds; a yes that is less
    likely is unclear from `doubtful` on. Where a phrase hints that the child was seen, another
    answer holds from `outweighs` on, and below it is unclear. Where a phrase tells something and
    takes it back, another answer holds from `surely` on.
    """

    files: tuple[Path, ...] = ()
    fewest_words: int = 0
    least: Mapping[tuple[Question, Answer], Least] = field(default_factory=dict)
    doubtful: float = 1.0
    surely: float = 1.0
    outweighs: float = 0.0
    most_words: int = 1_000_000
