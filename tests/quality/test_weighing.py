"""How weights are estimated from labelled rows, and what the published ones hold."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from chronolator.model import Question
from chronolator.model.rules.weights import LEANINGS
from chronolator.rules.seen import load_seen
from chronolator.rules.weights import FILE, HEADINGS, START

from .weighing import (
    OF_OTHERS,
    VARIED,
    Labelled,
    estimate,
    read_rows,
    take_rows_apart,
    vary,
    write,
)


def label(pieces: str, seen: str, alone: str = "not recorded", views: str = "no") -> Labelled:
    told = {Question.SEEN: seen, Question.ALONE: alone, Question.VIEWS: views}
    return Labelled(frozenset(pieces.split()), told)


ROWS = [
    *[label("weighed well", "yes", "no")] * 5,
    *[label("weighed alone", "yes", "yes")] * 5,
    *[label("absent today", "no", "no")] * 5,
    *[label("letter today", "not recorded")] * 5,
    label("once", "yes"),
]


def test_a_piece_weighs_for_what_it_tells() -> None:
    table = estimate(ROWS)
    seen_yes, seen_no, alone_yes, alone_no, views = range(len(LEANINGS))
    assert table["weighed"][seen_yes] > 0.5
    assert table["letter"][seen_yes] < 0
    assert table["absent"][seen_no] > 0.5
    assert table["weighed"][seen_no] < table["weighed"][seen_yes]
    assert table["alone"][alone_yes] > 0 > table["well"][alone_yes]
    assert table["well"][alone_no] > 0 > table["alone"][alone_no]
    assert table[START][views] < 0


def test_alone_is_learnt_from_sightings_and_a_rare_piece_has_no_weight() -> None:
    table = estimate(ROWS)
    alone_no = LEANINGS.index((Question.ALONE, "no"))
    assert table["absent"][alone_no] == pytest.approx(0, abs=1e-6)
    assert "once" not in table


def test_the_rows_stand_again_with_sentences_about_others() -> None:
    rows = [{"text": f"Row {n}."} for n in range(30)]
    varied = list(vary(rows))
    assert [row for row in varied if VARIED not in row] == rows
    again = [row["text"] for row in varied if VARIED in row]
    assert Counter(next(one["text"] for one in rows if one["text"] in text) for text in again) == {
        one["text"]: 2 for one in rows
    }
    added = [sum(one in text for one in OF_OTHERS) for text in again]
    assert Counter(added) == {1: len(rows), 3: len(rows)}
    assert varied == list(vary(rows))


def test_what_stands_with_others_tells_nothing_of_who_was_in_the_room() -> None:
    mixed = [
        *ROWS,
        *(Labelled(frozenset({"weighed", "mum"}), ROWS[0].told, varied=True) for _ in range(9)),
    ]
    table = estimate(mixed)
    assert table["mum"][LEANINGS.index((Question.SEEN, "yes"))] > 0
    assert table["mum"][LEANINGS.index((Question.ALONE, "no"))] == pytest.approx(0, abs=1e-6)


def test_the_file_is_read_back_as_written(tmp_path: Path) -> None:
    file = tmp_path / "weights.csv"
    write({START: [-1.0] * 5, "seen": [2.04, 0.0, 0.0, -0.51, 0.0], "of": [0.01] * 5}, file)
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    assert rows == [
        list(HEADINGS),
        [START, "-1", "-1", "-1", "-1", "-1"],
        ["seen", "2", "", "", "-0.5", ""],
    ]


def test_the_published_weights_are_of_pieces_that_the_rows_hold() -> None:
    rows = take_rows_apart(read_rows()[::40])
    known = load_seen().weights.pieces
    assert all(any(piece in known for piece in row.pieces) for row in rows if row.pieces)
    assert FILE.stat().st_size < 1_000_000


def test_no_row_that_is_kept_apart_is_learnt_from() -> None:
    kept = Path(__file__).with_name("seen.csv").read_text(encoding="utf-8").splitlines()
    apart = {row["text"] for row in csv.DictReader(kept) if row["set"] == "kept apart"}
    assert apart
    assert apart.isdisjoint(row["text"] for row in read_rows())
