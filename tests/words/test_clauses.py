import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.words.clauses import split_clauses


def show(text: str) -> str:
    """The words, clauses parted by "/", sentences by "//"."""
    shown, last = "", None
    for word in split_clauses(text, {"and", "when"}, {"but"}, {"ch": True, "appt": False}):
        if last is not None:
            shown += " "
            if word.sentence != last.sentence:
                shown += "// "
            elif word.clause != last.clause:
                shown += "/ "
        shown += word.text
        last = word
    return shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Child seen. Mother out.", "child seen // mother out"),
        ("Child seen, mother out", "child seen / mother out"),
        ("Child seen but mother out", "child seen // but / mother out"),
        ("Seen when up", "seen / when / up"),
        ("Mother: fell", "mother / fell"),
        ("Ch. seen at J. Hill's", "ch seen at j hill"),
        ("Choice appt. Seen", "choice appt // seen"),
        ("appt. missed", "appt missed"),
        ("Weight 4.2kg. Well", "weight n/kg // well"),
        ("wasn't seen", "was not seen"),
        ("can't, won't, shan't", "can not / will not / shall not"),
        ("1:1 with A&E and S/N", "1:1 with a&e / and / s/n"),
        ("home - seen", "home / seen"),
        ("a\nb; c | d", "a // b // c // d"),
        ("", ""),
    ],
)
def test_words_clauses_and_sentences(text: str, shown: str) -> None:
    assert show(text) == shown


def test_quotes_and_possessives() -> None:
    words = split_clauses("Mum's \"not seen\" said 'he ran' dogs'")
    assert [word.text for word in words if word.quoted] == ["not", "seen", "he", "ran"]
    assert words[0].possessive
    assert words[0].capital


def test_a_colon_is_noted() -> None:
    assert [word.colon for word in split_clauses("Seen: yes")] == [True, False]
    assert not any(word.colon for word in split_clauses(": seen. : no"))


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    end = 0
    for word in split_clauses(text, {"and"}, {"but"}):
        assert end <= word.start < word.end <= len(text)
        end = word.end


SHORTHAND = {"w": "with", "o/a": "on arrival", "att'd": "attended"}


def test_shorthand_is_read_as_the_words_for_which_it_stands() -> None:
    text = "O/A child w mum, att\u2019d 3/5, W in 2/52 at 34/40 or 40/30"
    words = split_clauses(text, shorthand=SHORTHAND)
    assert " ".join(word.text for word in words) == (
        "on arrival child with mum attended d/m w in n/52 at n/40 or 40/30"
    )
    assert [text[word.start : word.end] for word in words[:2]] == ["O/A", "O/A"]


def test_a_word_in_capitals_is_shouted() -> None:
    assert [word.shouted for word in split_clauses("XLA Robin mum")] == [True, False, False]
