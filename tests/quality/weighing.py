"""Weights of words for sightings, estimated from labelled rows: `python -m tests.quality.weighing`
writes chronolator/rules/seen_weights.csv anew.

For each answer a logistic regression over the pieces of the texts (log odds that add up), with the
squares of the weights as their price, so that a piece met by chance weighs little. Alone or not is
estimated from the sightings only. No row that is kept apart takes part. A third of the rows take
part twice, the second time with a sentence about others beside them, which changes no answer.
"""

import csv
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from chronolator.model import THE_CHILD, Answer, Case, Child, Event, Origin, Question, When
from chronolator.model.rules.weights import LEANINGS
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.rules.weights import FILE, HEADINGS, START
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.seen.weighing import take_apart
from chronolator.words.agencies import find_kind

HERE = Path(__file__).parent
SEEN = HERE.parent / "seen"
DAY = date(2020, 1, 6)
VARIED = "varied"
FEWEST = 3
"""Rows in which a piece must be met to have a weight."""
PRICE = 0.5
"""Of the squares of the weights: what liblinear calls 1/C."""
SMALL = frozenset({"0", "-0", "0.1", "-0.1"})
STEPS = 150
MEMORY = 8
ONE_IN = 3
"""So many rows take part with a sentence about others too."""
OF_OTHERS = (
    "Mother appeared tired.",
    "Mother looked well.",
    "Mum out at work.",
    "Mum was in bed.",
    "Mother had been drinking.",
    "Mother was not in.",
    "Father was not there.",
    "Father works nights.",
    "Dad was seen.",
    "Mother was seen and spoken to.",
    "Mother said that money is short.",
    "Her partner was in the kitchen.",
    "Brother was in school.",
    "Older brother at nursery today.",
    "Brother was seen and looked well.",
    "Younger sister was not in.",
    "Sister was at her nan's.",
    "The older sister has a clinic appointment next week.",
    "The younger brother was weighed.",
    "Sibling said that he likes football.",
    "Sister told the teacher that she was cold.",
    "Brother was not brought.",
    "House tidy and warm.",
    "The weather was poor.",
    "Records updated.",
    "Manager informed.",
    "Notes written up later that day.",
    "Seen by the manager for sign-off.",
)
"""What changes no answer about the child beside whose row it stands."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row, taken apart, and what was labelled by hand. `varied`: with a sentence about others."""

    pieces: frozenset[str]
    told: dict[Question, str]
    varied: bool = False


def read_rows() -> list[dict[str, str]]:
    """The labelled rows that were worked with, but for those that stand among the others too."""
    files = [
        SEEN / "rows.csv",
        SEEN / "more_rows.csv",
        SEEN / "fresh_rows.csv",
        SEEN / "patient_rows.csv",
        HERE / "seen.csv",
    ]
    rows = [
        row
        for file in files
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    ]
    apart = {row["text"] for row in rows if row.get("set") == "kept apart"}
    return [row for row in rows if row["text"] not in apart]


def vary(rows: Sequence[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The same rows, and a part of them again with a sentence about others before or behind."""
    chance = random.Random(1)  # noqa: S311  a choice that comes out the same each time
    for row in rows:
        yield row
        if chance.randrange(ONE_IN) == 0:
            texts = [row["text"], chance.choice(OF_OTHERS)]
            chance.shuffle(texts)
            yield {**row, "text": " ".join(texts), VARIED: VARIED}


def take_rows_apart(rows: Iterable[dict[str, str]]) -> list[Labelled]:
    """Every row as its pieces."""
    rules, agencies = load_seen(), load_agencies()
    observers: dict[tuple[str, str], Observer] = {}
    labelled: list[Labelled] = []
    for row in rows:
        names = row["child"], row.get("others") or ""
        if names not in observers:
            first = Child(names[0]) if names[0] else THE_CHILD
            others = tuple(Child(name.strip()) for name in names[1].split(";") if name.strip())
            case = Case(children=(first, *others))
            observers[names] = Observer(Listener(rules, case), case)
        event = Event("C-1", When("", DAY, DAY), row["agency"], row["text"], Origin("f"))
        kind = find_kind(row["agency"], agencies)
        told = {question: row[question.value].replace("_", " ") for question in Question}
        heard = observers[names].observe(event, kind).row
        if heard is not None:
            pieces = frozenset(one.name for one in take_apart(heard.heard, 0, kind))
            labelled.append(Labelled(pieces, told, VARIED in row))
    return labelled


def estimate(labelled: Sequence[Labelled]) -> dict[str, list[float]]:
    """The weights of every piece that enough rows hold, and where each sum starts."""
    counts = Counter(piece for row in labelled for piece in row.pieces)
    names = sorted(piece for piece, count in counts.items() if count >= FEWEST)
    places = {name: place for place, name in enumerate(names)}
    table = {name: [0.0] * len(LEANINGS) for name in [START, *names]}
    for place, (question, answer) in enumerate(LEANINGS):
        rows = labelled
        if question is Question.ALONE:
            sighted = [row for row in rows if row.told[Question.SEEN] == Answer.YES]
            rows = [row for row in sighted if not row.varied]  # the other may have been in the room
        weights = _fit(rows, places, [row.told[question] == answer for row in rows])
        for name, weight in zip([*names, START], weights, strict=True):
            table[name][place] = float(weight)
    return table


class _Slope:
    """How wrong weights are on the rows, and which way is down."""

    def __init__(self, rows: Sequence[Labelled], places: dict[str, int], right: list[bool]) -> None:
        met = [[places[one] for one in row.pieces if one in places] for row in rows]
        met = [[*sorted(one), len(places)] for one in met]  # the last is where the sum starts
        self._columns = np.array([place for one in met for place in one])
        lengths = np.array([len(one) for one in met])
        self._begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self._rows = np.repeat(np.arange(len(met)), lengths)
        self._right = np.where(right, 1.0, -1.0)
        self.size = len(places) + 1

    def measure(self, weights: Floats) -> tuple[float, Floats]:
        """The price of these weights, and its gradient."""
        total = np.add.reduceat(weights[self._columns], self._begins) * self._right
        loss = np.logaddexp(0.0, -total).sum() + PRICE / 2 * float(weights @ weights)
        pull = -self._right / (1 + np.exp(np.clip(total, -500, 500)))
        down = np.bincount(self._columns, pull[self._rows], self.size) + PRICE * weights
        return float(loss), down


def _fit(rows: Sequence[Labelled], places: dict[str, int], right: list[bool]) -> Floats:
    """The weights at the least price, by the method of Broyden and others with little memory."""
    slope = _Slope(rows, places, right)
    weights = np.zeros(slope.size)
    price, down = slope.measure(weights)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(STEPS):
        way = _turn(down, moves)
        length = 1.0 if moves else 1.0 / max(1.0, float(np.abs(down).sum()))
        while True:
            there = weights - length * way
            lower, steeper = slope.measure(there)
            if lower <= price - 1e-4 * length * float(down @ way) or length < 1e-12:
                break
            length /= 2
        moves = [*moves, (there - weights, steeper - down)][-MEMORY:]
        done = price - lower < 1e-7 * abs(price)
        weights, price, down = there, lower, steeper
        if done:
            break
    return weights


def _turn(down: Floats, moves: Sequence[tuple[Floats, Floats]]) -> Floats:
    """The gradient, bent by what the last moves told of the curve."""
    way, shares = down.copy(), []
    for step, change in reversed(moves):
        share = float(step @ way) / float(step @ change)
        shares.append(share)
        way -= share * change
    if moves:
        step, change = moves[-1]
        way *= float(step @ change) / float(change @ change)
    for (step, change), share in zip(moves, reversed(shares), strict=True):
        way += (share - float(change @ way) / float(step @ change)) * step
    return way


def write(table: dict[str, list[float]], file: Path = FILE) -> None:
    """The table as a file. A weight of a tenth or less, which many words share, is left empty, and
    a piece without any left out: the file is half as large, and one answer in a thousand differs.
    """
    with file.open("w", encoding="utf-8", newline="") as target:
        rows = csv.writer(target, lineterminator="\n")
        rows.writerow(HEADINGS)
        for name, weights in table.items():
            told = [f"{one:.1f}".removesuffix(".0") for one in weights]
            told = ["" if one in SMALL else one for one in told]
            if any(told):
                rows.writerow([name, *told])


if __name__ == "__main__":
    write(estimate(take_rows_apart(vary(read_rows()))))
