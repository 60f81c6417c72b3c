"""The networks that weigh the words of a text, each in its place among the others.

Each token of a text is the sum of the vectors of its features. Two chains of gated units (GRU, Cho
and others 2014) read the tokens, one from the front and one from the back; what both know at a
token, times the share of attention that it draws, adds to or takes from each answer. So what a text
weighs is a sum over its words. Its numbers are estimated from rows labelled by hand
(`python -m tests.quality.weighing`).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from chronolator.model import Answer, Question
from chronolator.model.rules.weights import ANSWERS
from chronolator.seen.tokens import Token

_AT_ONCE = 64
"""Texts that are read side by side: more gain no time."""
_PLACES = [place for place, answers in enumerate(ANSWERS.values()) for _ in answers]
"""For each answer, the place of its question."""
_COLUMNS = {
    one: column
    for column, one in enumerate(
        (question, answer) for question, answers in ANSWERS.items() for answer in answers
    )
}
_MOST_OF_A_BYTE = 127
"""Stands for the largest number of a vector."""
Floats = NDArray[np.float32]
Places = NDArray[np.intp]


class Reading:
    """What a text weighs for each answer, and what each token adds to it."""

    def __init__(self, tokens: Sequence[Token], shares: Floats, weighs: Floats) -> None:
        """`shares` holds a line for each token, `weighs` their sums with the network's own lean."""
        self.tokens = tokens
        self._shares = shares
        self._weighs = weighs

    def find_likely(self, question: Question) -> Mapping[Answer, float]:
        """The likelihood of each answer to the question, which are one together."""
        columns = [_COLUMNS[question, answer] for answer in ANSWERS[question]]
        odds = np.exp(self._weighs[columns] - self._weighs[columns].max())
        return dict(zip(ANSWERS[question], (odds / odds.sum()).tolist(), strict=True))

    def weigh_tokens(self, question: Question, answer: Answer) -> list[float]:
        """What each token adds for the answer beyond what it adds for the others on average."""
        others = [_COLUMNS[question, one] for one in ANSWERS[question] if one is not answer]
        told = self._shares[:, _COLUMNS[question, answer]] - self._shares[:, others].mean(axis=1)
        found: list[float] = told.tolist()
        return found


class Network:
    """Several networks, each the numbers of a file, that read texts together.

    What a text weighs is the mean of what it weighs for each, which errs less than any of them.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        """Raises `OSError` where a file cannot be read."""
        self._parts = [_Part(file) for file in files]

    def read(self, texts: Sequence[Sequence[Token]]) -> list[Reading]:
        """What each text weighs, in their order. None may be empty."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        found: dict[int, Reading] = {}
        for start in range(0, len(order), _AT_ONCE):
            places = order[start : start + _AT_ONCE]
            some = [texts[at] for at in places]
            weighed = [part.weigh(some) for part in self._parts]
            shares = np.mean([one for one, _ in weighed], axis=0)
            weighs = np.mean([one for _, one in weighed], axis=0)
            first = 0
            for row, at in enumerate(places):
                last = first + len(texts[at])
                found[at] = Reading(texts[at], shares[first:last], weighs[row])
                first = last
        return [found[at] for at in range(len(texts))]


class _Part:
    """The numbers of one file."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as told:
            names = bytes(told["features"]).decode().split("\n")
            self._numbers = {name: at for at, name in enumerate(names, 1)}
            parts = {
                name: told[name].astype(np.float32) for name in told.files if name != "features"
            }
        nothing = np.zeros((1, parts["vectors"].shape[1]), np.float32)
        vectors = parts["vectors"] * (parts["largest"] / _MOST_OF_A_BYTE)
        self._vectors = np.concatenate([nothing, vectors])
        self._enter, self._enter_lean = parts["enter"], parts["enter_lean"]
        self._pass, self._pass_lean = parts["pass"], parts["pass_lean"]
        self._attend = parts["attend"][:, _PLACES]
        self._answer, self._answer_lean = parts["answer"], parts["answer_lean"]

    def weigh(self, texts: Sequence[Sequence[Token]]) -> tuple[Floats, Floats]:
        """What each token adds to each answer, a line for each token of all texts, and by text the
        sums with the network's own lean. The texts stand by their length, the longest last.
        """
        lengths = np.array([len(text) for text in texts])
        starts = np.cumsum(lengths) - lengths
        known = self._remember(texts, starts, lengths)
        drawn = known @ self._attend
        drawn = np.exp(drawn - np.repeat(np.maximum.reduceat(drawn, starts), lengths, axis=0))
        drawn /= np.repeat(np.add.reduceat(drawn, starts), lengths, axis=0)
        shares = known @ self._answer * drawn
        return shares, np.add.reduceat(shares, starts) + self._answer_lean

    def _look_up(self, texts: Sequence[Sequence[Token]]) -> Floats:
        """The vector of each token of all texts."""
        number = self._numbers.get
        features = [one.features for one in chain.from_iterable(texts)]
        numbers = [number(name, 0) for one in features for name in one]
        ends = np.cumsum([len(one) for one in features])
        sums: Floats = np.add.reduceat(self._vectors[numbers], np.concatenate([[0], ends[:-1]]))
        return sums

    def _remember(
        self, texts: Sequence[Sequence[Token]], starts: Places, lengths: Places
    ) -> Floats:
        """What both chains know at each token of all texts. A text that has ended is read no
        further, and those that have not are the last.
        """
        entered = self._look_up(texts) @ self._enter + self._enter_lean
        units, gated = self._pass.shape[1:]
        state = np.zeros((2, len(texts), units), np.float32)
        known = np.empty((len(entered), 2 * units), np.float32)
        going = len(texts) - np.searchsorted(lengths, np.arange(lengths[-1]), side="right")
        for at, some in enumerate(going):
            ahead, behind = starts[-some:] + at, (starts + lengths)[-some:] - 1 - at
            state = state[:, -some:]
            step = np.stack([entered[ahead, :gated], entered[behind, gated:]])
            passed = state @ self._pass + self._pass_lean
            gates = 1 / (1 + np.exp(-(step[..., : 2 * units] + passed[..., : 2 * units])))
            fresh = np.tanh(step[..., 2 * units :] + gates[..., :units] * passed[..., 2 * units :])
            state = fresh + gates[..., units:] * (state - fresh)
            known[ahead, :units], known[behind, units:] = state
        return known


@cache
def load_network(files: tuple[Path, ...]) -> Network:
    """The networks of the files, read once."""
    return Network(files)
