"""Weights of words for sightings, estimated from labelled rows: `python -m tests.quality.weighing`
writes chronolator/rules/seen_weights.csv anew.

For each question a logistic regression over the pieces of the texts (log odds that add up), which
sets its answers and none against each other, with the squares of the weights as their price, so
that a piece met by chance weighs little. Alone or not is estimated from the sightings only. The
rows of whole cases take part where no column answers; none that is kept apart does. Single rows
take part again with one and with three sentences about others, which change no answer.
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

from chronolator import journey
from chronolator.model import THE_CHILD, Answer, Case, Child, Event, Origin, Question, When
from chronolator.model.rules.weights import LEANINGS
from chronolator.rules import load_rules
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.rules.weights import FILE, HEADINGS, START
from chronolator.seen.columns import FIELDS
from chronolator.seen.observed import Row
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.seen.weighing import list_pieces
from chronolator.words.agencies import Kinds, find_kind

from .sighted import FOLDER, LATEST, TAUGHT, find_events, read_truth

HERE = Path(__file__).parent
SEEN = HERE.parent / "seen"
DAY = date(2020, 1, 6)
WORKED_WITH = (*TAUGHT, *LATEST)
VARIED = "varied"
FEWEST = 2
"""Rows in which a piece must be met to have a weight."""
PRICE = 1.0
"""Of the squares of the weights: what others call 1/C."""
SMALL = frozenset({"0", "-0", "0.1", "-0.1"})
STEPS = 150
MEMORY = 8
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
    "Father has moved out.",
    "Mother has met her key worker.",
    "Mother was spoken to in the office.",
    "Dad came round later.",
    "Mum was on the phone.",
    "Mother looked unwell.",
    "Her partner stayed upstairs.",
    "Grandmother was visiting.",
    "Brother was at football.",
    "Sister was asleep.",
    "Brother was weighed and measured.",
    "Older sister was spoken to alone.",
    "The plan was gone through.",
    "Review due in May.",
    "It was a cold day.",
)
"""What changes no answer about the child beside whose row it stands."""
Floats = NDArray[np.float64]
Places = NDArray[np.int64]


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
        SEEN / "contrast_rows.csv",
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
    """The same rows, and each again with one and with three sentences about others around it."""
    chance = random.Random(1)  # noqa: S311  a choice that comes out the same each time
    for row in rows:
        yield row
        for others in (1, 3):
            texts = [row["text"], *chance.sample(OF_OTHERS, others)]
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
        heard = observers[names].observe(event, find_kind(row["agency"], agencies)).row
        if heard is not None:
            told = {one: row[one] for one in Question}
            labelled.append(_label(heard, 0, told, varied=VARIED in row))
    return labelled


def take_cases_apart(names: Iterable[str]) -> list[Labelled]:
    """The rows of whole cases, for each child, in which no column answers."""
    rules, labelled = load_rules(), list[Labelled]()
    kinds = Kinds(rules.agencies)
    for name in names:
        result = journey.integrate(
            FOLDER / name / "returns", FOLDER / name / "case.toml", rules=rules
        )
        observer = Observer(Listener(rules.seen, result.case), result.case)
        events = find_events(result)
        for row in read_truth(name):
            event = events[row["file"], row["row"]]
            heard = observer.observe(event, kinds.find(event)).row
            asked = any(getattr(event, field) for field in FIELDS.values())
            if heard is None or asked or row.get("contested"):
                continue
            for child in range(len(result.case.children)):
                told = {one: row[one][result.case.children[child].name] for one in Question}
                labelled.append(_label(heard, child, told))
    return [one for one in labelled if one.pieces]


def _label(heard: Row, child: int, told: dict[Question, str], *, varied: bool = False) -> Labelled:
    pieces = frozenset(one.name for one in list_pieces(heard, child))
    return Labelled(pieces, {one: say.replace("_", " ") for one, say in told.items()}, varied)


def estimate(labelled: Sequence[Labelled]) -> dict[str, list[float]]:
    """The weights of every piece that enough rows hold, and where each sum starts."""
    counts = Counter(piece for row in labelled for piece in row.pieces)
    names = sorted(piece for piece, count in counts.items() if count >= FEWEST)
    places = {name: place for place, name in enumerate(names)}
    table = {name: [0.0] * len(LEANINGS) for name in [START, *names]}
    for question in Question:
        answers = [one for asked, one in LEANINGS if asked is question]
        rows = labelled
        if question is Question.ALONE:
            sighted = [row for row in rows if row.told[Question.SEEN] == Answer.YES]
            rows = [row for row in sighted if not row.varied]  # the other may have been in the room
        told = [str(row.told[question]) for row in rows]
        truly = [answers.index(Answer(one)) if one in answers else len(answers) for one in told]
        weights = _fit(rows, places, np.array(truly), len(answers) + 1)
        first = LEANINGS.index((question, answers[0]))
        for name, some in zip([*names, START], weights, strict=True):
            table[name][first : first + len(answers)] = (some[:-1] - some[-1]).tolist()
    return table


class _Slope:
    """How wrong weights are on the rows, and which way is down. A line of weights for each piece
    and the start, a column for each answer and, last, for none.
    """

    def __init__(
        self, rows: Sequence[Labelled], places: dict[str, int], truly: Places, answers: int
    ) -> None:
        met = [[places[one] for one in row.pieces if one in places] for row in rows]
        met = [[*sorted(one), len(places)] for one in met]  # the last is where the sum starts
        self._pieces = np.array([place for one in met for place in one])
        lengths = np.array([len(one) for one in met])
        self._begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self._rows = np.repeat(np.arange(len(met)), lengths)
        self._truly = np.eye(answers)[truly]
        self.shape = len(places) + 1, answers

    def measure(self, flat: Floats) -> tuple[float, Floats]:
        """The price of these weights, and its gradient, both laid out in one row."""
        weights = flat.reshape(self.shape)
        total = np.add.reduceat(weights[self._pieces], self._begins)
        whole = np.logaddexp.reduce(total, axis=1)
        loss = whole.sum() - (total * self._truly).sum() + PRICE / 2 * float(flat @ flat)
        pull = np.exp(total - whole[:, None]) - self._truly
        down = [np.bincount(self._pieces, one[self._rows], self.shape[0]) for one in pull.T]
        return float(loss), np.stack(down, axis=1).ravel() + PRICE * flat


def _fit(rows: Sequence[Labelled], places: dict[str, int], truly: Places, answers: int) -> Floats:
    """The weights at the least price, by the method of Broyden and others with little memory."""
    slope = _Slope(rows, places, truly, answers)
    weights = np.zeros(slope.shape).ravel()
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
    return weights.reshape(slope.shape)


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
    write(estimate([*take_rows_apart(vary(read_rows())), *take_cases_apart(WORKED_WITH)]))
