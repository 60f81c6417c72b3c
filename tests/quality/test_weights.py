"""Weights estimated from labelled pairs: counted as the linker weighs, held to the published."""

from collections import Counter
from math import log2

import pytest

from chronolator.model import Mode
from tests.histories.story import make_history

from .pairs import EVIDENCE, read_pairs
from .weights import (
    START,
    Candidate,
    estimate,
    fit,
    list_published,
    main,
    make_table,
    take_history,
    take_pairs,
)

pytestmark = pytest.mark.usefixtures("untraced")

NAMES = [START, "told", "days: direct, 0 apart", "days: direct, 1 apart"]


def take(times: int, same: str, *bins: str) -> list[Candidate]:
    return [Candidate(Counter((START, *bins)), same == "same", 0.0)] * times


def test_a_piece_weighs_by_its_share_among_the_true_and_the_false() -> None:
    candidates = [
        *take(7, "same", "told", "days: direct, 0 apart"),
        *take(8, "same", "days: direct, 1 apart"),
        *take(1, "other", "told", "days: direct, 0 apart"),
        *take(30, "other", "days: direct, 1 apart"),
    ]
    found = estimate(candidates, NAMES)
    assert (found["told"].true, found["told"].false) == (7, 1)
    assert 2 ** found["told"].weight == pytest.approx(7.5 / 16 / (1.5 / 32))
    assert 2 ** found[START].weight == pytest.approx(15.5 / 31.5)
    assert found["days: direct, 0 apart"].weight == 0
    assert 2 ** found["days: direct, 1 apart"].weight == pytest.approx(8.5 / 30.5 * 1.5 / 7.5)


def test_what_was_never_seen_weighs_nothing() -> None:
    found = estimate(take(3, "same") + take(3, "other"), NAMES)
    assert found["told"].weight == 0


@pytest.mark.parametrize(
    "candidates",
    [take_pairs(read_pairs("work")), take_history(make_history(600, 3.0, 5))],
    ids=["pairs", "history"],
)
def test_the_bins_of_a_candidate_add_up_to_what_the_linker_weighs(
    candidates: list[Candidate],
) -> None:
    published = list_published(EVIDENCE)
    assert len(candidates) > 150
    assert {one.same for one in candidates} == {True, False}
    for one in candidates:
        added = sum(published[name] * count for name, count in one.bins.items())
        assert added == pytest.approx(one.weight, abs=0.01)


def test_weights_are_fitted_where_there_is_something_to_fit() -> None:
    published = {START: -1.0, "told": 2.0}
    assert fit([], published) == pytest.approx(published)
    held = fit(take(50, "same", "told") + take(50, "other"), published)
    assert held["told"] > 2.0
    assert held[START] < -1.0


def test_a_fit_that_begins_far_off_comes_back() -> None:
    many = take(4000, "same", "told") + take(6000, "other", "told")
    fitted = fit(many, {START: 40.0, "told": 40.0})
    assert fitted[START] + fitted["told"] == pytest.approx(log2(4000 / 6000), abs=0.2)


def test_every_weight_is_told() -> None:
    candidates = take_pairs(read_pairs("work")[:20])
    lines = [*make_table([candidates, candidates], list_published(EVIDENCE))]
    told = {line[:44].strip() for line in lines}
    assert told >= {*EVIDENCE.weights}
    assert sum(line.startswith("clock: ") for line in lines) == len(EVIDENCE.clock)
    assert sum(line.startswith("days: ") for line in lines) == sum(
        len(EVIDENCE.days[mode]) for mode in Mode
    )


def test_the_command_prints_a_line_for_every_weight(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["weights", "--events", "100", "--seeds", "5"])
    main()
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) >= len(EVIDENCE.weights)
    assert "rounded by hand" in printed
