import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.words.clauses import split_clauses


def show(text: str) -> str:
    """The words, clauses parted by "/", sentences by "//"."""
    shown, last = "", None
    short = {"ch": True, "appt": False}
    turns = {"but", "although"}
    for word in split_clauses(text, {"and", "when"}, turns, short, fronts={"although", "after"}):
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
        ("Mr O'Brien's, D’Arcy, I'll, 9 o'clock", "mr obrien / darcy / i will / 9 oclock"),
        ("can't, won't, shan't", "can not / will not / shall not"),
        ("1:1 with A&E and S/N", "1:1 with a&e / and / s/n"),
        ("home - seen", "home / seen"),
        ("a\nb; c | d", "a // b // c // d"),
        ("Although up, child hid, crying", "although / up // child hid / crying"),
        ("Although up and well, hid", "although / up / and / well // hid"),
        ("Hid, although up, at first", "hid // although / up / at first"),
        ("Mother out. After a while, child came", "mother out // after a while // child came"),
        ("Came after school, tired", "came after school / tired"),
        ("After (a while) child came, tired", "after / a while / child came / tired"),
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


@pytest.mark.parametrize("text", ["He said \u201dno\u201d to her", 'a \u2019 b "c'])
def test_a_mark_that_closes_opens_nothing(text: str) -> None:
    assert not any(word.quoted for word in split_clauses(text))


def test_an_apostrophe_closes_no_double_quotation() -> None:
    words = split_clauses('"I do the girls\' teeth." Left at four.')
    assert [word.text for word in words if word.quoted] == ["i", "do", "the", "girls", "teeth"]


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


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("att\u2019d att'd attd", "attended attended attended"),
        ("3yrs 6wks 2yr", "3 years 6 weeks 2 year"),
        ("mum's sch's", "mum sch"),
        ("wasn't gone", "was not gone"),
    ],
)
def test_a_short_form_is_known_however_it_is_written(text: str, read: str) -> None:
    words = split_clauses(text, shorthand={"attd": "attended", "sch": "school", "shed": "hut"})
    assert " ".join(word.text for word in words) == read


def test_a_full_stop_behind_shorthand_ends_a_sentence_only_before_a_capital() -> None:
    words = split_clauses("Ch asl. in cot. Mo asl. Fa out", shorthand={"asl": "asleep"})
    assert [word.sentence for word in words] == [0, 0, 0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Seen: Y Alone: N/K", [0, 0, 1, 1]),
        ("Child seen  Views: none", [0, 0, 1, 1]),
        ("Seen: Y Mum in", [0, 0, 0, 0]),
        ("Seen by DSL: Y", [0, 0, 0, 0]),
    ],
)
def test_a_form_goes_on_with_its_next_label(text: str, sentences: list[int]) -> None:
    assert [word.sentence for word in split_clauses(text)] == sentences


def test_shorthand_that_joins_parts_clauses() -> None:
    words = split_clauses("left cos tired", {"because"}, shorthand={"cos": "because"})
    assert [(word.text, word.joining) for word in words] == [
        ("left", False),
        ("because", True),
        ("tired", False),
    ]


def test_a_fracture_ends_its_sentence_and_an_initial_does_not() -> None:
    words = split_clauses("Old rib #s. Mother says T. Hale fell")
    assert [word.sentence for word in words] == [0, 0, 0, 1, 1, 1, 1, 1]
