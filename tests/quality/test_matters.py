"""Of what words are spoken is estimated from texts."""

from pathlib import Path

import numpy as np

from chronolator.contacts.matters import Matters, compare
from chronolator.contacts.texts import split_words

from . import matters

TEXTS = [
    *("A fit at home, ambulance called, fever high." for _ in range(6)),
    *("A seizure at home, ambulance called, fever high." for _ in range(6)),
    *("The rent owed again, eviction notice served, arrears large." for _ in range(6)),
    *("Ellis owed rent 40 again." for _ in range(4)),
]


def test_words_that_stand_near_the_same_words_mean_like_things(tmp_path: Path) -> None:
    split, words = matters.choose_words(TEXTS)
    assert "ellis" not in words  # a name
    assert "40" not in words
    directions = matters.estimate(split, words)
    assert directions.shape == (len(words), min(matters.DIRECTIONS, len(words)))
    at = {word: place for place, word in enumerate(words)}
    fit, seizure, rent = (directions[at[word]] for word in ("fit", "seizure", "rent"))
    assert fit @ seizure > 0.9
    assert abs(fit @ rent) < 0.2
    weights = np.ones(len(words), np.float32)
    matters.write(words, directions, weights, tmp_path / "small.npz")
    read = Matters(tmp_path / "small.npz").read
    assert compare(read(split_words("fit")), read(split_words("seizure"))) > 0.9


def test_a_word_of_many_texts_weighs_nothing() -> None:
    split, words = matters.choose_words(TEXTS)
    weights = dict(zip(words, matters.weigh([*split, *[["other"]] * 30], words), strict=True))
    assert weights["rent"] == 0 < weights["seizure"]
    assert weights["seizure"] < matters.weigh([*split, *[["other"]] * 90], ["seizure"])[0]


def test_the_texts_are_those_that_were_worked_with() -> None:
    texts = matters.read_texts()
    assert len(texts) > 40_000
    assert texts == sorted(set(texts))
