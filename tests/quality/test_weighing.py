"""From which labelled rows it is learnt what words weigh, and how."""

import csv
import importlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from chronolator.model import Answer, Question
from chronolator.rules.weights import FILES
from chronolator.seen.network import Network, load_network
from chronolator.seen.tokens import Token

from .labelled import OF_OTHERS, VARIED, Labelled, read_rows, take_rows_apart, vary


def label(words: str, seen: str, alone: str = "not recorded", views: str = "no") -> Labelled:
    told = {Question.SEEN: seen, Question.ALONE: alone, Question.VIEWS: views}
    return Labelled(tuple((word,) for word in words.split()), told)


ROWS = [
    *[label("child weighed with mum", "yes", "no")] * 40,
    *[label("child weighed alone here", "yes", "yes")] * 40,
    *[label("child was not weighed", "no", "no")] * 40,
    *[label("letter about child weighed", "not recorded")] * 40,
    label("once", "yes"),
]


@pytest.fixture(scope="module")
def weighing() -> ModuleType:
    """What needs PyTorch, which is no part of what the tests install."""
    pytest.importorskip("torch")
    return importlib.import_module("tests.quality.weighing")


def test_it_is_learnt_what_words_mean_beside_each_other(
    weighing: ModuleType, tmp_path: Path
) -> None:
    learner = weighing.estimate(ROWS, rounds=40)
    assert "once" not in learner.features
    file = tmp_path / "learnt.npz"
    weighing.write(learner.features, learner.show(), file)
    network = Network([file])

    def ask(words: str, question: Question = Question.SEEN) -> Answer:
        text = [Token((word,), at, at + 1) for at, word in enumerate(words.split())]
        likely = network.read([text])[0].find_likely(question)
        return max(likely, key=lambda answer: likely[answer])

    assert ask("child weighed with mum") is Answer.YES
    assert ask("child was not weighed") is Answer.NO
    assert ask("letter about child weighed") is Answer.NOT_RECORDED
    assert ask("child weighed alone here", Question.ALONE) is Answer.YES
    assert ask("child weighed with mum", Question.ALONE) is Answer.NO


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


def test_rows_that_name_several_children_stand_once() -> None:
    alone = {"text": "Wren was seen.", "others": "Robin"}
    both = {"text": "Wren was seen, and Robin.", "others": "Robin;Jay"}
    assert list(vary([both])) == [both]
    assert len(list(vary([alone]))) == 3


def test_the_published_networks_answer_as_most_rows_are_labelled() -> None:
    rows = take_rows_apart(read_rows()[::40])
    network = load_network(FILES)
    texts = [[Token(features) for features in row.tokens] for row in rows]
    right = 0
    for row, reading in zip(rows, network.read(texts), strict=True):
        likely = reading.find_likely(Question.SEEN)
        right += max(likely, key=lambda answer: likely[answer]) == row.told[Question.SEEN]
    assert right >= 0.95 * len(rows)


def test_no_row_that_is_kept_apart_is_learnt_from() -> None:
    kept = Path(__file__).with_name("seen.csv").read_text(encoding="utf-8").splitlines()
    apart = {row["text"] for row in csv.DictReader(kept) if "kept apart" in row["set"]}
    assert apart
    assert apart.isdisjoint(row["text"] for row in read_rows())
