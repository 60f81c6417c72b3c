from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.words.withdrawn import (
    blank_withdrawn,
    find_withdrawn,
    is_withdrawn_whole,
    stands_twice,
)


@pytest.mark.parametrize(
    ("text", "words", "blank"),
    [
        ("Robin was not seen", ["not"], "Robin was     seen"),
        ("Robin was not\nseen", ["not seen"], "Robin was         "),
        ("a b a b", ["b", "a"], "a       b".replace("       ", "     ")),
        ("Anna saw a man", ["a"], "Anna saw   man"),
        ("unhappy", ["un"], "  happy"),
        ("seen", ["heard"], "seen"),
        ("seen", [""], "seen"),
        ("(a) b", ["(a)"], "    b"),
    ],
)
def test_what_is_left_of_a_text(text: str, words: list[str], blank: str) -> None:
    assert blank_withdrawn(text, words) == blank


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [("Seen.", ["Seen"], True), ("Seen at home", ["Seen"], False), ("", [], True)],
)
def test_whether_anything_is_left(text: str, words: list[str], whole: bool) -> None:  # noqa: FBT001  a table of cases
    assert is_withdrawn_whole(text, words) is whole


@pytest.mark.parametrize(
    ("text", "words", "twice"),
    [
        ("Not in. Not seen.", ["Not"], True),
        ("Not in. Not seen.", ["Not in"], False),
        ("Not in. Not seen.", ["Not", "Not"], False),
        ("Anna saw a man", ["a"], False),
    ],
)
def test_whether_it_is_sure_which_words_are_meant(text: str, words: list[str], twice: bool) -> None:  # noqa: FBT001  a table of cases
    assert stands_twice(text, words) is twice


@given(st.text(), st.lists(st.text(), max_size=4))
def test_every_other_word_keeps_its_place(text: str, words: list[str]) -> None:
    blank = blank_withdrawn(text, words)
    assert len(blank) == len(text)
    assert all(a in (b, " ") for a, b in zip(blank, text, strict=True))
    spans = find_withdrawn(text, words)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
