"""Which words speak of like matters: `python -m tests.quality.matters` writes
chronolator/rules/matters.npz anew, in half a minute, from the labelled rows and pairs that were
worked with.

Words that stand near the same words mean like things (Harris 1954). How much oftener than by chance
two words stand within ten of each other (their positive pointwise mutual information, the one that
is met oftener at the power 0.75, as Levy and others 2015 found best) makes a table, of which the
strongest directions are kept. A word weighs by how few texts hold it. Names are left out: who was
met tells nothing of what it was about.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from chronolator.contacts.texts import split_words
from chronolator.rules.matters import FILE

from .labelled import read_rows
from .pairs import PAIRS
from .weights import TAUGHT

DIRECTIONS = 64
NEAR = 10
FEWEST = 4
"""Times that a word is met."""
MOST_WORDS = 9000
EVENLY = 0.75
OFTEN = 2.0
"""A word in more than one text of e to this power (a seventh) weighs nothing."""
SEED, TURNS, MORE = 0, 4, 20
Floats = NDArray[np.float32]


def read_texts() -> list[str]:
    """The texts that were worked with, each once, in one order."""
    rows = csv.DictReader(PAIRS.read_text(encoding="utf-8").splitlines())
    pairs = [row[text] for row in rows if row["set"] in TAUGHT for text in ("text_a", "text_b")]
    return sorted({*(row["text"] for row in read_rows()), *pairs})


def choose_words(texts: Iterable[str]) -> tuple[list[list[str]], list[str]]:
    """The words of each text, and those that have a place: oftenest first, no names or numbers."""
    split = [split_words(text) for text in texts]
    met, named = Counter[str](), Counter[str]()
    for words in split:
        for written, lower in zip(words.written, words.lower, strict=True):
            if lower.isalpha():
                met[lower] += 1
                named[lower] += written.istitle() and len(written) > 1
    kept = [
        word
        for word, count in met.most_common()
        if count >= FEWEST and named[word] * 2 < count and len(word) > 1
    ]
    return [words.lower for words in split], kept[:MOST_WORDS]


def estimate(texts: Sequence[Sequence[str]], words: Sequence[str]) -> Floats:
    """The direction of each word, of length one."""
    place = {word: at for at, word in enumerate(words)}
    near = np.zeros((len(words), len(words)), np.float32)
    for text in texts:
        known = [place[word] for word in text if word in place]
        for at, one in enumerate(known):
            for apart, other in enumerate(reversed(known[max(0, at - NEAR) : at]), 1):
                near[one, other] += apart**-0.5
                near[other, one] += apart**-0.5
    met = near.sum(axis=1)
    evenly = met**EVENLY
    by_chance = np.outer(met, evenly / evenly.sum())
    table = np.log(np.maximum(near / np.maximum(by_chance, 1e-9), 1.0))
    chance = np.random.default_rng(SEED)
    kept = min(DIRECTIONS, len(words))
    found = chance.standard_normal((len(words), kept + MORE)).astype(np.float32)
    for _ in range(TURNS):  # the strongest directions, found by chance (Halko and others 2011)
        found, _ = np.linalg.qr(table @ (table.T @ found))
    left, strength, _ = np.linalg.svd(found.T @ table, full_matrices=False)
    directions = (found @ left)[:, :kept] * np.sqrt(strength[:kept])
    length = np.linalg.norm(directions, axis=1, keepdims=True)
    turned: Floats = (directions / np.maximum(length, 1e-9)).astype(np.float32)
    return turned


def weigh(texts: Sequence[Sequence[str]], words: Sequence[str]) -> Floats:
    """What each word weighs: the fewer texts hold it, the more."""
    held = Counter(word for text in texts for word in set(text))
    rare = np.log([len(texts) / held[word] for word in words]) - OFTEN
    weights: Floats = np.maximum(rare, 0).astype(np.float32)
    return weights


def write(words: Sequence[str], directions: Floats, weights: Floats, file: Path) -> None:
    """The words as a file, each number in a byte or two."""
    names = np.frombuffer("\n".join(words).encode(), np.uint8)
    small = np.round(directions * 127).astype(np.int8)
    np.savez_compressed(file, words=names, directions=small, weights=weights.astype(np.float16))


if __name__ == "__main__":
    split, chosen = choose_words(read_texts())
    write(chosen, estimate(split, chosen), weigh(split, chosen), FILE)
