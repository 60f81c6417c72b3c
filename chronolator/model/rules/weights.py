"""What the words of an entry weigh for an answer, where no phrase tells one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chronolator.model.fields import Answer, Question

Leaning = tuple[Question, Answer]
"""An answer to a question, for which words can weigh."""

LEANINGS: tuple[Leaning, ...] = (
    (Question.SEEN, Answer.YES),
    (Question.SEEN, Answer.NO),
    (Question.ALONE, Answer.YES),
    (Question.ALONE, Answer.NO),
    (Question.VIEWS, Answer.YES),
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Of a sighting that a phrase tells, the likelihood by the words below which one that it
    `stated` is unclear, one at which it `hinted` is unclear, and such a hint is `untrue`: it counts
    for nothing. Nought: never.
    """

    stated: float = 0
    hinted: float = 0
    untrue: float = 0


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights in log odds against no answer, one for each of `LEANINGS` in that order.

    `pieces` are words and pairs of words as `seen.weighing` writes them. All of a text's, added to
    `start`, give how likely each answer to a question is beside its others and none. From the
    likelihood `likely` on it is the answer where no phrase tells one; from `surely` on also where
    phrases tell one that is taken back. A text of fewer than `fewest_words` is not weighed; one
    that holds a cue of a meaning of `unless` not for that answer, and one of `doubted` must make it
    as likely as `surely`.
    """

    pieces: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    start: tuple[float, ...] = (0.0,) * len(LEANINGS)
    fewest_words: int = 0
    likely: Mapping[Leaning, float] = field(default_factory=dict)
    surely: Mapping[Leaning, float] = field(default_factory=dict)
    doubt: Doubt = field(default_factory=Doubt)
    unless: Mapping[Leaning, tuple[str, ...]] = field(default_factory=dict)
    doubted: Mapping[Leaning, tuple[str, ...]] = field(default_factory=dict)
