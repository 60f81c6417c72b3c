"""A long text's beginning."""

import pytest

from chronolator.words.shorten import find_sentence, shorten


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Seen at home", 12, "Seen at home"),
        ("Seen at home today", 12, "Seen at …"),
        ("Seen", 4, "Seen"),
        ("Unverständlich", 5, "Unver …"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_between_words(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("In at 10.20 by herself. Wet through.", "In at 10", "In at 10.20 by herself."),
        ("Rang. IL on mat with toys, smiling", "IL on mat", "IL on mat with toys, smiling"),
        ("Visit\nBaby seen asleep\nHouse cold", "seen", "Baby seen asleep"),
        ("Seen.", "Seen", "Seen."),
        ("A very long tale of what was told, and then he was seen by the nurse at last",
         "seen", "… seen by the nurse at last"),
        ("seen by the nurse and so on and on and on", "seen", "seen by the nurse and so on …"),
    ],
)  # fmt: skip
def test_the_sentence_in_which_words_stand(text: str, words: str, told: str) -> None:
    start = text.index(words)
    assert find_sentence(text, start, start + len(words), 30) == told
