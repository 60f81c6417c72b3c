"""seen_weights.csv -> Weights. The file is written by `python -m tests.quality.weighing`."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from chronolator.model.rules.weights import LEANINGS, Weights

FILE = Path(__file__).with_name("seen_weights.csv")
START = "(start)"
HEADINGS = ("words", *(f"{question} {answer}" for question, answer in LEANINGS))


def load_weights(limits: Weights) -> Weights:
    """Our weights, with these limits."""
    pieces = _read()
    return replace(limits, pieces=pieces, start=pieces.get(START, limits.start))


@cache
def _read() -> Mapping[str, tuple[float, ...]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        numbers = _Numbers()
        return {words: tuple(map(numbers.__getitem__, told)) for words, *told in rows}


class _Numbers(dict[str, float]):
    """Numbers by how they are written: many thousands of weights are few different ones."""

    def __missing__(self, told: str) -> float:
        self[told] = float(told or 0)
        return self[told]
