from pathlib import Path

from chronolator.rules.duplicates import load_duplicates
from chronolator.words.fold import fold

RULES = load_duplicates()


def test_words_are_folded_and_stand_in_one_list_of_their_kind() -> None:
    plain = (RULES.small, RULES.common, RULES.no, RULES.people, RULES.seeing, RULES.amounts)
    for words in (*plain, *RULES.opposed, frozenset(RULES.numbers)):
        assert {fold(word) for word in words} == words
    assert not RULES.small & (RULES.common | RULES.no | RULES.people | RULES.seeing)
    assert not RULES.no & RULES.people


def test_a_short_form_with_and_without_a_stroke_means_both(tmp_path: Path) -> None:
    own = '[short]\n"s/w" = ["spoke with"]\n"sw" = ["social worker", "swimming"]\n'
    (tmp_path / "duplicates.toml").write_text(own, encoding="utf-8")
    assert load_duplicates(tmp_path).short["sw"] == (
        ("spoke", "with"),
        ("social", "worker"),
        ("swimming",),
    )


def test_short_forms_are_written_as_they_are_looked_for() -> None:
    for short, meanings in RULES.short.items():
        assert short == fold(short).replace(" ", "")
        assert all(fold(" ".join(words)) == " ".join(words) for words in meanings)


def test_more_is_asked_where_less_is_known() -> None:
    enough = RULES.enough
    assert enough.words_timed < enough.words < enough.words_long
    assert enough.own_timed < enough.own_long < enough.own
    assert 0 < enough.often < 1
    assert 0 < enough.only_here < 1
