"""Short forms are read as the words that they stand for, and no word of its own is one."""

import pytest

from chronolator.rules.spelling import clip

WORDS = ("basket", "weighed", "sleeping", "dressed", "head", "house")


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("bskt", "basket"),
        ("baskt", "basket"),
        ("wghd", "weighed"),
        ("weghd", "weighed"),
        ("slpng", "sleeping"),
        ("slpg", "sleeping"),
        ("drssd", "dressed"),
        ("drsd", "dressed"),
    ],
)
def test_a_word_without_vowels_is_that_word(form: str, word: str) -> None:
    assert clip(WORDS, ())[form] == word


@pytest.mark.parametrize("form", ["basket", "skt", "hd", "had", "weigh", "hs"])
def test_other_forms_are_left(form: str) -> None:
    assert form not in clip(WORDS, ())


def test_a_form_of_two_words_and_a_real_word_are_no_short_forms() -> None:
    assert "brths" not in clip(["breaths", "births"], ())
    assert "brths" in clip(["breaths"], ())
    assert "brths" not in clip(["breaths"], ["brths"])
