"""How an agency writes a row of its own anew: told plainly, with more or with less."""

import re
from random import Random

from rapidfuzz.fuzz import ratio

from tests.robot.words import load_words

LIKE = (60, 95)
"""The likeness of the new words to the old ones lies between these."""
_TRIES = 60
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def reword(random: Random, text: str) -> str | None:
    """Other words of the same; None where no try came to lie within the likeness asked for."""
    ways = (_tell_plainly, _add, _put_before, _leave_out, _drop_words, _turn, _shorten)
    for _ in range(_TRIES):
        new = text
        for way in random.sample(ways, random.choice((1, 1, 2, 3))):
            new = way(random, new)
        if new != text and LIKE[0] <= ratio(text, new) <= LIKE[1]:
            return new
    return None


def _tell_plainly(random: Random, text: str) -> str:
    words = text.split(" ")
    plain = load_words().plain
    for place, word in enumerate(words):
        bare = word.strip(".,:;")
        if bare in plain and random.random() < 0.7:
            words[place] = word.replace(bare, plain[bare])
    return " ".join(words)


def _add(random: Random, text: str) -> str:
    return f"{text.rstrip('.')}. {random.choice(load_words().added)}"


def _put_before(random: Random, text: str) -> str:
    return f"{random.choice(load_words().before)} {text}"


def _leave_out(random: Random, text: str) -> str:
    sentences = _SENTENCE.split(text)
    if len(sentences) > 1:
        sentences.pop(random.randrange(len(sentences)))
    return " ".join(sentences)


def _drop_words(random: Random, text: str) -> str:
    return " ".join(word for word in text.split(" ") if random.random() > 0.15)


def _turn(random: Random, text: str) -> str:
    sentences = _SENTENCE.split(text)
    random.shuffle(sentences)
    return " ".join(sentences)


def _shorten(_: Random, text: str) -> str:
    for short, plain in load_words().plain.items():
        text = text.replace(f" {plain} ", f" {short} ")
    return text
