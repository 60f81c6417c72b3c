"""Estimates the weights of evidence from labelled pairs; see GUIDE.md beside.

python -m tests.quality.weights [--events N] [--seeds 1 2 3]
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log2

import numpy as np

from chronolator.contacts import link_events
from chronolator.contacts.clock import find_minutes_apart
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.link import Linked
from chronolator.contacts.weighing import Weighed
from chronolator.model import Case, Event, EvidenceRules, Mode
from tests.histories.story import CASE, Row, make_history
from tests.quality.pairs import AGENCIES, EVIDENCE, Pair, make_events, read_pairs

_FAR_BELOW = -1e6
OPEN = replace(EVIDENCE, limits=replace(EVIDENCE.limits, possible=_FAR_BELOW, agree=1e6))
"""The rules with every candidate pair weighed whole, and none brought together."""

START = "before looking"
"""The piece that every pair has: its weight is the odds of a candidate before anything is known."""

TAUGHT = ("work", "accounts", "hands")
RIDGE, ROUNDS, SMALLEST = 3.0, 30, 1e-9
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True)
class Candidate:
    """A pair that the linker weighs: its bins of evidence, each as often as it counts, and if both
    rows are of one contact.
    """

    bins: Counter[str]
    same: bool
    weight: float


@dataclass(frozen=True)
class Estimate:
    """Of the true and the false candidates those with the bin, and the log-odds that follow."""

    true: int
    false: int
    weight: float


def list_published(rules: EvidenceRules) -> dict[str, float]:
    """The weight of every bin of the rules."""
    clock = {f"clock: up to {most} minutes": weight for most, weight in rules.clock}
    days = {
        _name_days(mode, number): weight
        for mode, weights in rules.days.items()
        for number, weight in enumerate(weights)
    }
    off = {_name_day_off(every): weight for every, weight in rules.a_day_off}
    return {one: told.weight for one, told in rules.weights.items()} | days | clock | off


def take_pairs(pairs: Sequence[Pair]) -> list[Candidate]:
    """The candidates among labelled pairs."""
    return _take(make_events(pairs), Case(), lambda a, _: pairs[int(a.id[:-1])].same)


def take_history(rows: Sequence[Row]) -> list[Candidate]:
    """The candidates of a history."""
    of = {row.event.id: row.contact for row in rows}
    events = [row.event for row in rows]
    return _take(events, CASE, lambda a, b: bool(of[a.id]) and of[a.id] == of[b.id])


def _take(
    events: Sequence[Event], case: Case, same: Callable[[Event, Event], bool]
) -> list[Candidate]:
    linked = link_events(events, case, OPEN, AGENCIES)
    return [
        Candidate(Counter(list_bins(pair, linked)), same(pair.a.event, pair.b.event), pair.weight)
        for pair in linked.pairs
    ]


def list_bins(pair: Weighed, linked: Linked) -> Iterator[str]:
    """The bins of the pair's evidence; their published weights add up to the pair's."""
    rules = linked.vocabulary.rules
    yield from (piece for piece, _, _ in pair.pieces)
    if not pair.times:
        return
    modes = [find_mode(one, linked.vocabulary) for one in (pair.a, pair.b)]
    notice = Mode.NOTICE in modes
    mode = Mode.NOTICE if notice else modes[0] or modes[1] or Mode.DIRECT
    days, *clock = (told for told, _ in pair.times)
    yield _name_days(mode, int(days.split()[0]) if days[0].isdigit() else 0)
    for told in clock:
        if told.endswith("a day off"):
            at = pair.a.at
            assert at is not None, "both have a time where it is the same on two days"
            yield next(_name_day_off(every) for every, _ in rules.a_day_off if at % every == 0)
            continue
        minutes = int(told.split()[0]) if "minutes apart" in told else _count_minutes(pair)
        most, weight = next((one for one in rules.clock if minutes <= one[0]), rules.clock[-1])
        if weight > 0 or not notice:
            yield f"clock: up to {most} minutes"


def _count_minutes(pair: Weighed) -> int:
    minutes = find_minutes_apart(pair.a, pair.b)
    assert minutes is not None, "both have a time where the clock is told"
    return minutes


def _name_day_off(every: int) -> str:
    return f"one time on two days: on every {every} minutes"


def _name_days(mode: Mode, days: int) -> str:
    return f"days: {mode}, {days} apart"


def estimate(candidates: Iterable[Candidate], bins: Iterable[str]) -> dict[str, Estimate]:
    """For every bin the smoothed log2 of its share among the true over that among the false."""
    of: dict[bool, list[Candidate]] = {True: [], False: []}
    for one in candidates:
        of[one.same].append(one)
    with_it = {same: Counter(name for one in of[same] for name in one.bins) for same in of}
    found = {}
    for name in bins:
        true, false = with_it[True][name], with_it[False][name]
        shares = (true + 0.5) / (len(of[True]) + 1), (false + 0.5) / (len(of[False]) + 1)
        found[name] = Estimate(true, false, log2(shares[0] / shares[1]))
    told = {name: _relate(name, found) for name in found}
    always = Estimate(len(of[True]), len(of[False]), log2(_odds(len(of[True]), len(of[False]))))
    return told | {name: always for name in told if name == START}


def _odds(true: int, false: int) -> float:
    return (true + 0.5) / (false + 0.5)


def _relate(name: str, found: dict[str, Estimate]) -> Estimate:
    """Days weighed against the same day, as in the rules; other bins as they are."""
    if not name.startswith("days: "):
        return found[name]
    same_day = found[f"{name.partition(',')[0]}, 0 apart"]
    return replace(found[name], weight=found[name].weight - same_day.weight)


def fit(candidates: Sequence[Candidate], published: dict[str, float]) -> dict[str, float]:
    """The weights of a logistic regression, held to the published ones by a ridge."""
    names = [*published]
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(candidates), len(names)))
    for row, one in enumerate(candidates):
        for name, count in one.bins.items():
            table[row, place[name]] = count
    same = np.array([one.same for one in candidates], dtype=float)
    held = np.array([published[name] for name in names]) * np.log(2)

    def lose(weights: Floats) -> float:
        told = table @ weights
        fit = np.logaddexp(0, told) - same * told
        return float(fit.sum() + RIDGE / 2 * ((weights - held) ** 2).sum())

    weights = held.copy()
    for _ in range(ROUNDS):  # Newton's steps, halved as long as they lead astray
        likely = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (likely - same) + RIDGE * (weights - held)
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + RIDGE * np.eye(len(names))
        step = np.linalg.solve(bend, slope)
        while lose(weights - step) > lose(weights) and np.abs(step).max() > SMALLEST:
            step = step / 2
        weights = weights - step
    return {name: float(weights[place[name]] / np.log(2)) for name in names}


def make_table(sets: Sequence[Sequence[Candidate]], fitted: dict[str, float]) -> Iterator[str]:
    """A line for every bin: the published weight, an estimate for each set, the fitted weight."""
    published = list_published(EVIDENCE)
    estimates = [estimate(one, published) for one in sets]
    yield f"{'':44}{'':>9}{'labelled pairs':>25}{'histories':>25}"
    counts = f"{'true':>11}{'false':>7}{'weight':>7}"
    yield f"{'evidence':44}{'published':>9}{counts}{counts}{'fitted':>9}"
    for name, weight in published.items():
        told = "".join(_tell(one[name]) for one in estimates)
        known = estimates[-1][name].true + estimates[-1][name].false
        together = f"{fitted[name]:+9.1f}" if known else f"{'-':>9}"
        yield f"{name:44}{weight:+9.1f}{told}{together}"


def _tell(one: Estimate) -> str:
    weight = f"{one.weight:+.1f}" if one.true + one.false else "-"
    return f"{one.true:>11}{one.false:>7}{weight:>7}"


def main() -> None:
    """Estimate and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.weights", description=__doc__)
    parser.add_argument("--events", type=int, default=3000, help="of each history")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    asked = parser.parse_args()
    pairs = [one for name in TAUGHT for one in take_pairs(read_pairs(name))]
    histories = [
        one for seed in asked.seeds for one in take_history(make_history(asked.events, 1.0, seed))
    ]
    fitted = fit([*pairs, *histories], list_published(EVIDENCE))
    for line in make_table([pairs, histories], fitted):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(
        "Pieces depend on each other, and the published weights are rounded by hand with these "
        "figures in view: see tests/quality/GUIDE.md.\n"
    )


if __name__ == "__main__":
    main()
