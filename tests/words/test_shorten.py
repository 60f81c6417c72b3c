"""A long text's beginning."""

import pytest

from chronolator.words.shorten import shorten


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
