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
    """From which likelihood on a yes holds: one that a phrase `stated`, one at which a phrase
    `hinted`, and one that no phrase tells; and a no that a phrase tells (`denied`).
    """

    stated: float = 0.0
    hinted: float = 0.0
    untold: float = 0.0
    denied: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How words are weighed: by the networks of `files` (none: nothing is weighed), in texts of
    `fewest_words` or more, up to `most_words`: of longer ones too few were labelled.

    The likeliest answer holds. A yes holds from what `least` tells for its question on, and is
    unclear below, down to `doubtful`. Against what a phrase states another answer holds from
    `surely` on, and so it does where so many `workers` or more are named, and no phrase speaks of a
    child.
    """

    files: tuple[Path, ...] = ()
    fewest_words: int = 0
    least: Mapping[Question, Least] = field(default_factory=dict)
    surely: float = 1.0
    most_words: int = 1_000_000
    doubtful: float = 0.0
    workers: int = 3
