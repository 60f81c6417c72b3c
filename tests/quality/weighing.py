"""The networks that weigh words, estimated from labelled rows: `python -m tests.quality.weighing`
writes chronolator/rules/seen_network_*.npz anew. It needs PyTorch (`pip install torch`) and takes
some twenty minutes. The networks differ by chance alone, and err in different places.

Alone or not is estimated from the sightings only. Of the rows with sentences about others some take
part each round. So that words never met are read by their beginnings, endings and neighbours, a
tenth of all words is left out by chance. Half of the time the phrases and cues of a row are left
out too: most of them were written for rows like these, and deserve less trust in others.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from chronolator.model import Answer, Question
from chronolator.model.rules.weights import ANSWERS
from chronolator.rules.weights import FILES
from chronolator.seen.tokens import OF_PHRASES

from .labelled import (
    WORKED_WITH,
    Labelled,
    read_rows,
    take_cases_apart,
    take_rows_apart,
    vary,
)

FEWEST = 3
"""Rows in which a feature must be met to have a vector."""
VECTOR = 128
UNITS = 96
"""Of each of the two chains."""
ROUNDS = 10
AT_ONCE = 64
STEEPEST = 4e-3
DECAY = 0.05
SHORTEST = 0.85
"""A feature whose vector is shorter (half are longer than 1.4) moves no answer, and is left out."""
LEFT_OUT = 0.4
"""Of the numbers between the layers, by chance, so that none is leant on alone."""
WORDS_LEFT_OUT = 0.1
PHRASES_LEFT_OUT = 0.5
"""The rows whose phrases and cues are left out."""
DOUBT = 0.03
"""How far a label counts for the other answers: no likelihood comes near one."""
LONGEST = 160
"""Tokens of a text that are learnt from."""
Floats = NDArray[np.float16]


class Numbered(NamedTuple):
    """A row by the numbers of its features, and how many each token has."""

    numbers: Any
    sizes: Any
    row: Labelled


class _Learner:
    """The network of `chronolator.seen.network` as PyTorch learns it."""

    def __init__(self, rows: Sequence[Labelled]) -> None:
        held = Counter(name for row in rows for name in {*chain.from_iterable(row.tokens)})
        self.features = sorted(name for name, count in held.items() if count >= FEWEST)
        self._numbers = {name: at for at, name in enumerate(self.features, 1)}
        self._words = torch.tensor([False, *map(_is_word, self.features)])
        self._phrases = torch.tensor(
            [False, *(one.startswith(OF_PHRASES) for one in self.features)]
        )
        self.vectors = nn.EmbeddingBag(len(self.features) + 1, VECTOR, mode="sum", padding_idx=0)
        nn.init.normal_(self.vectors.weight, 0, 0.1)
        with torch.no_grad():
            self.vectors.weight[0] = 0
        self.chains = nn.GRU(VECTOR, UNITS, bidirectional=True, batch_first=True)
        self.attend = nn.Linear(2 * UNITS, len(ANSWERS), bias=False)
        self.answer = nn.Linear(2 * UNITS, sum(map(len, ANSWERS.values())))
        self.parts = nn.ModuleList([self.vectors, self.chains, self.attend, self.answer])
        self._drop = nn.Dropout(LEFT_OUT)

    def number(self, row: Labelled) -> Numbered:
        """The row by the numbers of its features; one that has none is nought."""
        tokens = [[self._numbers.get(name, 0) for name in one] for one in row.tokens[:LONGEST]]
        sizes = torch.tensor([len(one) for one in tokens])
        return Numbered(torch.tensor([*chain.from_iterable(tokens)]), sizes, row)

    def weigh(self, rows: Sequence[Numbered]) -> list[Any]:
        """For each question the weights of its answers, a line for each row."""
        lengths = torch.tensor([len(row.sizes) for row in rows])
        sizes = torch.cat([row.sizes for row in rows])
        numbers = torch.cat([row.numbers for row in rows])
        each = torch.tensor([len(row.numbers) for row in rows])
        for share, counts, kind in (
            (WORDS_LEFT_OUT, sizes, self._words),
            (PHRASES_LEFT_OUT, each, self._phrases),
        ):
            left_out = (torch.rand(len(counts)) < share).repeat_interleave(counts)
            numbers = numbers.masked_fill(left_out & kind[numbers], 0)
        vectors = self._drop(self.vectors(numbers, sizes.cumsum(0) - sizes))
        padded = nn.utils.rnn.pad_sequence(vectors.split(lengths.tolist()), batch_first=True)
        packed = nn.utils.rnn.pack_padded_sequence(
            padded, lengths, batch_first=True, enforce_sorted=False
        )
        known, _ = nn.utils.rnn.pad_packed_sequence(self.chains(packed)[0], batch_first=True)
        known = self._drop(known)
        beyond = torch.arange(known.shape[1]) >= lengths[:, None]
        drawn = self.attend(known).masked_fill(beyond[:, :, None], -1e4).softmax(1)
        counts = [len(answers) for answers in ANSWERS.values()]
        shares = known @ self.answer.weight.T
        split = shares.split(counts, 2), self.answer.bias.split(counts)
        return [
            (share * drawn[:, :, place : place + 1]).sum(1) + lean
            for place, (share, lean) in enumerate(zip(*split, strict=True))
        ]

    def show(self) -> dict[str, Floats]:
        """The numbers as `chronolator.seen.network` reads them."""
        both = [("l0", self.chains), ("l0_reverse", self.chains)]

        def get(name: str) -> Floats:
            some = [getattr(chains, f"{name}_{end}").detach().numpy() for end, chains in both]
            return np.stack(some)

        enter = get("weight_ih")
        return {
            "vectors": self.vectors.weight.detach().numpy()[1:],
            "enter": enter.reshape(-1, VECTOR).T,
            "enter_lean": get("bias_ih").reshape(-1),
            "pass": get("weight_hh").transpose(0, 2, 1),
            "pass_lean": get("bias_hh")[:, None, :],
            "attend": self.attend.weight.detach().numpy().T,
            "answer": self.answer.weight.detach().numpy().T,
            "answer_lean": self.answer.bias.detach().numpy(),
        }


def _is_word(name: str) -> bool:
    return " " not in name and "*" not in name and name[0] != "{"


def estimate(rows: Sequence[Labelled], rounds: int = ROUNDS, seed: int = 0) -> _Learner:
    """The numbers at which the labels of the rows are likeliest."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311  a choice that comes out the same each time
    learner = _Learner([row for row in rows if not row.varied])
    once = [learner.number(row) for row in rows if not row.varied]
    varied = [learner.number(row) for row in rows if row.varied]
    some = len(once) // 2 if varied else 0
    learning = torch.optim.AdamW(learner.parts.parameters(), weight_decay=DECAY)
    steps = rounds * (1 + (len(once) + some) // AT_ONCE)
    pace = torch.optim.lr_scheduler.OneCycleLR(learning, STEEPEST, total_steps=steps)
    for number in range(rounds):
        batches = list(_deal([*once, *chance.sample(varied, some)], chance))
        for batch in batches:
            loss = _find_loss(learner.weigh(batch), [one.row for one in batch])
            learning.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learner.parts.parameters(), 1.0)
            learning.step()
            pace.step()
        print(f"round {number + 1} of {rounds}", flush=True)  # noqa: T201
    learner.parts.eval()
    return learner


def _deal(rows: list[Numbered], chance: random.Random) -> Iterator[list[Numbered]]:
    """The rows by chance, those side by side about as long."""
    chance.shuffle(rows)
    batches: list[list[Numbered]] = []
    for start in range(0, len(rows), 50 * AT_ONCE):
        near = sorted(rows[start : start + 50 * AT_ONCE], key=lambda one: len(one.sizes))
        batches += [near[at : at + AT_ONCE] for at in range(0, len(near), AT_ONCE)]
    chance.shuffle(batches)
    yield from batches


def _find_loss(weights: Sequence[Any], rows: Sequence[Labelled]) -> Any:
    total = torch.tensor(0.0)
    for (question, answers), weighed in zip(ANSWERS.items(), weights, strict=True):
        told = [str(row.told[question]) for row in rows]
        last = len(answers) - 1
        truly = [answers.index(Answer(one)) if one in answers else last for one in told]
        counted = [
            question is not Question.ALONE  # in others' sentences another may have been in the room
            or (row.told[Question.SEEN] == Answer.YES and not row.varied)
            for row in rows
        ]
        if any(counted):
            kept = torch.tensor(counted)
            lost = nn.functional.cross_entropy(
                weighed[kept], torch.tensor(truly)[kept], label_smoothing=DOUBT
            )
            total = total + (1.0 if question is Question.SEEN else 0.5) * lost
    return total


def write(features: Sequence[str], numbers: Mapping[str, Floats], file: Path) -> None:
    """The network as a file, its numbers at half length, those of vectors in a byte each: 127 is
    the largest of its vector.
    """
    kept = np.linalg.norm(numbers["vectors"], axis=1) >= SHORTEST
    told = "\n".join(one for one, keep in zip(features, kept, strict=True) if keep)
    names = np.frombuffer(told.encode(), np.uint8)
    halves = {name: some.astype(np.float16) for name, some in numbers.items()}
    vectors = numbers["vectors"][kept]
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    halves["largest"] = largest.astype(np.float16)
    bytewise = {**halves, "vectors": np.round(vectors / largest * 127).astype(np.int8)}
    np.savez_compressed(file, features=names, **bytewise)  # by name


if __name__ == "__main__":
    all_rows = [*take_rows_apart(vary(read_rows())), *take_cases_apart(WORKED_WITH)]
    for seed, file in enumerate(FILES):
        learner = estimate(all_rows, seed=seed)
        write(learner.features, learner.show(), file)
