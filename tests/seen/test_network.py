"""The network that weighs words: what it reads, against the same sums written out plainly."""

import math
from pathlib import Path

import numpy as np
import pytest

from chronolator.model import Answer, Question
from chronolator.model.rules.weights import ANSWERS
from chronolator.rules.weights import FILES
from chronolator.seen.network import Network, load_network
from chronolator.seen.tokens import Token

VECTOR, UNITS = 3, 2
FEATURES = ("seen", "not", "*een", "{child}")
SIZES = {
    "vectors": (len(FEATURES), VECTOR),
    "largest": (len(FEATURES), 1),
    "enter": (VECTOR, 2 * 3 * UNITS),
    "enter_lean": (2 * 3 * UNITS,),
    "pass": (2, UNITS, 3 * UNITS),
    "pass_lean": (2, 1, 3 * UNITS),
    "attend": (2 * UNITS, 3),
    "answer": (2 * UNITS, 8),
    "answer_lean": (8,),
}
CHILD, SEEN, NOT, OTHER = (
    Token(("{child}",), 0, 1),
    Token(("seen", "*een"), 1, 2),
    Token(("not",), 2, 3),
    Token(("unmet",), 3, 4),
)
TEXTS = [[SEEN], [CHILD, NOT, SEEN], [CHILD, SEEN], [OTHER, CHILD, OTHER, NOT, SEEN], [NOT]]


@pytest.fixture(scope="module")
def numbers() -> dict[str, np.ndarray]:
    chance = np.random.default_rng(1)
    told = {name: chance.normal(size=size).astype(np.float16) for name, size in SIZES.items()}
    return told | {"vectors": chance.integers(-127, 127, SIZES["vectors"], np.int8)}


@pytest.fixture(scope="module")
def network(numbers: dict[str, np.ndarray], tmp_path_factory: pytest.TempPathFactory) -> Network:
    file = tmp_path_factory.mktemp("network") / "small.npz"
    names = np.frombuffer("\n".join(FEATURES).encode(), np.uint8)
    np.savez_compressed(file, features=names, **numbers)  # type: ignore[arg-type]  # by name
    return Network([file])


def squash(number: float) -> float:
    return 1 / (1 + math.exp(-number))


def read_plainly(text: list[Token], numbers: dict[str, np.ndarray]) -> list[list[float]]:
    """What both chains know at each token, one number at a time."""
    told = {name: some.astype(np.float64) for name, some in numbers.items()}
    each = told["vectors"] * told["largest"] / 127
    vectors = [
        sum(
            (each[FEATURES.index(one)] for one in token.features if one in FEATURES),
            np.zeros(VECTOR),
        )
        for token in text
    ]
    known: list[list[list[float]]] = []
    for way in (0, 1):
        state, states = [0.0] * UNITS, []
        for vector in vectors[::-1] if way else vectors:
            entered = vector @ told["enter"] + told["enter_lean"]
            entered = entered[way * 3 * UNITS :][: 3 * UNITS]
            passed = np.array(state) @ told["pass"][way] + told["pass_lean"][way][0]
            after = []
            for at in range(UNITS):
                reset = squash(entered[at] + passed[at])
                keep = squash(entered[UNITS + at] + passed[UNITS + at])
                fresh = math.tanh(entered[2 * UNITS + at] + reset * passed[2 * UNITS + at])
                after.append((1 - keep) * fresh + keep * state[at])
            state = after
            states.append(state)
        known.append(states[::-1] if way else states)
    return [forth + back for forth, back in zip(*known, strict=True)]


@pytest.mark.parametrize("text", TEXTS)
def test_it_reads_as_the_sums_written_out_do(
    text: list[Token], network: Network, numbers: dict[str, np.ndarray]
) -> None:
    known = np.array(read_plainly(text, numbers))
    drawn = np.exp(known @ numbers["attend"].astype(np.float64))
    drawn /= drawn.sum(axis=0)
    [reading] = network.read([text])
    column = 0
    for place, (question, answers) in enumerate(ANSWERS.items()):
        columns = slice(column, column + len(answers))
        column += len(answers)
        shares = known @ numbers["answer"].astype(np.float64)[:, columns] * drawn[:, [place]]
        odds = np.exp(shares.sum(axis=0) + numbers["answer_lean"].astype(np.float64)[columns])
        likely = reading.find_likely(question)
        assert list(likely) == list(answers)
        assert list(likely.values()) == pytest.approx(list(odds / odds.sum()), rel=1e-4)
        told = shares[:, 0] - shares[:, 1:].mean(axis=1)
        assert reading.weigh_tokens(question, Answer.YES) == pytest.approx(list(told), abs=1e-4)


def test_a_text_weighs_the_same_whatever_is_read_beside_it(network: Network) -> None:
    many = [TEXTS[at % len(TEXTS)] for at in range(200)]
    for text, reading in zip(many, network.read(many), strict=True):
        [alone] = network.read([text])
        assert reading.tokens == text
        assert reading.find_likely(Question.SEEN) == pytest.approx(
            alone.find_likely(Question.SEEN), rel=1e-4
        )


def test_what_was_never_met_says_nothing(network: Network) -> None:
    one, other = network.read([[Token(("unmet",), 0, 1)], [Token(("unknown", "un*"), 0, 1)]])
    assert one.find_likely(Question.VIEWS) == other.find_likely(Question.VIEWS)


def test_nothing_is_read_of_no_texts(network: Network) -> None:
    assert network.read([]) == []


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        Network([tmp_path / "none.npz"])


def test_several_weigh_as_the_mean_of_each(numbers: dict[str, np.ndarray], tmp_path: Path) -> None:
    names = np.frombuffer("\n".join(FEATURES).encode(), np.uint8)
    files = tmp_path / "one.npz", tmp_path / "other.npz"
    other = {name: -some for name, some in numbers.items()}
    np.savez_compressed(files[0], features=names, **numbers)  # type: ignore[arg-type]  # by name
    np.savez_compressed(files[1], features=names, **other)  # type: ignore[arg-type]  # by name
    each = [Network([file]).read(TEXTS) for file in files]
    for place, both in enumerate(Network(files).read(TEXTS)):
        told = [one[place].weigh_tokens(Question.SEEN, Answer.NO) for one in each]
        mean = [(a + b) / 2 for a, b in zip(*told, strict=True)]
        assert both.weigh_tokens(Question.SEEN, Answer.NO) == pytest.approx(mean, abs=1e-4)


def test_the_published_networks_are_small_and_read_once() -> None:
    assert load_network(FILES) is load_network(FILES)
    assert sum(file.stat().st_size for file in FILES) < 6_000_000
