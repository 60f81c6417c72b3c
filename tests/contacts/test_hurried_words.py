"""Words written in a hurry, and harm that is told beside another's: what they say all the same."""

import pytest

from chronolator.contacts.texts import split_words

from .test_opposites import compare


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mum didnt come", ["mum", "didn", "t", "come"]),
        ("Couldn't stay", ["couldn", "t", "stay"]),
        ("Wont sign", ["won", "t", "sign"]),
        ("Kant, want and different", ["kant", ",", "want", "and", "different"]),
        ("THC +ve, cocaine -ve", ["thc", "+ve", ",", "cocaine", "-ve"]),
        ("well-known", ["well", "known"]),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert split_words(text).lower == words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # The elbow did the harm; the lip has it.
        ("Child has cut lip from dad's elbow.", "Looked at child, no injury noted."),
        # Denied of the child beside the mother's.
        ("Child has a red mark on cheek.", "Mother has a black eye, children no marks seen."),
        # A bump is an injury to the head.
        ("Child has lump at back of head.", "Child checked. No head injury."),
        # The clock is nothing to fall from.
        ("Bruise. Child fell from highchair 0700.", "Bruise. Child fell from bed."),
    ],
)
def test_these_injuries_differ(a: str, b: str) -> None:
    assert {one[0] for one in compare(a, b)} == {"injury"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Child has cut lip from dad's elbow.", "Child has a cut lip."),
        ("Mother has a black eye, children no marks seen.", "Mother has a black eye."),
        ("Bruise. Child fell from highchair 0700.", "Bruise. Child fell from highchair."),
    ],
)
def test_these_injuries_do_not_differ(a: str, b: str) -> None:
    assert compare(a, b) == []
