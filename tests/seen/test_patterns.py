"""A pattern that no text can meet is refused, with its rule and what to write."""

import pytest

from chronolator.errors import RulesError
from chronolator.seen.patterns import Patterns


@pytest.mark.parametrize(
    ("pattern", "what", "hint"),
    [
        ("Child seen", "holds a capital", "small letters"),
        ("{kid} seen", "{kid} is not known", "top of seen.toml"),
        ("<unheard> seen", "<unheard> is not known", "top of seen.toml"),
        ("(seen | met", "cannot be read", "Close every bracket"),
        ("[seen]", "cannot be read", "at least one word"),
        ("didn't come", "no text meets", "did not"),
        ("mum's knee", "no text meets", "{owner}"),
        ("pre-birth visit", "no text meets", "pre birth"),
        ("(having)* seen", "no text meets", "word by word"),
    ],
)
def test_an_ill_made_pattern_is_refused(pattern: str, what: str, hint: str) -> None:
    with pytest.raises(RulesError) as told:
        Patterns([("ours", [pattern])], {"seen": ["seen"]})
    assert '"ours"' in str(told.value)
    assert what in str(told.value)
    assert hint in told.value.hint


@pytest.mark.parametrize(
    "pattern", ["<seen>", "n/a", "a&e", "1:1 with {child}", "seen : (y | n) $"]
)
def test_a_well_made_one_is_taken(pattern: str) -> None:
    Patterns([("ours", [pattern])], {"seen": ["seen"]})
