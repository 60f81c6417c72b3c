import pytest

from chronolator.contacts.texts import PhraseBook, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("T/c to Dr. Wray.", "t c to dr wray ."),
        ("A&E at 2.30pm; mum's", "a e at 2 30pm ; mum s"),
        ("Rec'd: e-mail\nSeen", "rec d : e mail \n seen"),
        ("", ""),
    ],
)
def test_words_and_marks(text: str, words: str) -> None:
    assert split_words(text).lower == [one for one in words.split(" ") if one]


def test_a_quote_begins_with_a_word() -> None:
    words = split_words("Form sent, burn to hand.")
    assert words.quote(2, 6) == "burn to hand"
    assert words.quote(2, 3) == ","


def test_words_are_quoted_as_they_stand() -> None:
    words = split_words("Rang the DSL  (Mrs Ferris).")
    assert words.quote(2, 5) == "DSL  (Mrs"


def test_sentences() -> None:
    words = split_words("One two. Three\n\nFour")
    assert [words.lower[a:b] for a, b in words.sentences] == [["one", "two"], ["three"], ["four"]]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("core group", "The core group met", ["core group"]),
        ("core group", "core. group", []),
        (
            "saw * at school",
            "SW saw the two children at school",
            ["saw the two children at school"],
        ),
        ("saw * at school", "saw at school", ["saw at school"]),
        ("saw * at school", "saw him and her and them at school", []),
        ("saw * at school", "saw him. Stayed at school", []),
        ("saw * at school", "saw nobody", []),
        ("saw * him", "they saw", []),
        ("saw him * at", "They saw him today at ten", ["saw him today at"]),
        ("saw *", "They saw him", ["saw"]),
    ],
)
def test_phrases_are_found(phrase: str, text: str, found: list[str]) -> None:
    words = split_words(text)
    book = PhraseBook([(phrase, True)])
    assert [words.quote(a, b) for a, b, _ in book.find(words.lower)] == found


def test_the_longest_phrase_counts_and_none_inside_another() -> None:
    book = PhraseBook([("case", 1), ("case conference", 2), ("conference", 3), ("", 4)])
    assert [one for _, _, one in book.find(["case", "conference", "case"])] == [2, 1]
    assert list(book.find(["case", "conference"], 0, 1)) == []
    assert "case" in book
    assert "court" not in book


def test_a_phrase_that_ends_before_a_word() -> None:
    book = PhraseBook([("report for", True)])
    assert book.ending_at(["report", "for", "conference"], 2)
    assert not book.ending_at(["report", "for", "the", "conference"], 3)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("saw", 1),
        ("saw him", 2),
        ("saw her", 1),
        ("saw him out", 2),
        ("saw him at his home", 4),
        ("saw him at home", 3),
        ("saw them all at home", 3),
        ("saw nobody", 1),
    ],
)
def test_the_longest_counts_whatever_word_follows(text: str, meaning: int) -> None:
    book = PhraseBook(
        [("saw", 1), ("saw him", 2), ("saw * at home", 3), ("saw him at his home", 4), ("", 5)]
    )
    found = book.at(text.split(), 0)
    assert found
    assert found[1] == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("no sign of", 1), ("without mum", 2), ("there without", None), ("of", None), ("", None)],
)
def test_a_phrase_is_found_by_where_it_ends(text: str, meaning: int | None) -> None:
    book = PhraseBook([("no * of", 1), ("without * mum", 2)])
    words = text.split()
    assert book.ending_at(words, len(words)) == meaning
