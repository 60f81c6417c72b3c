from chronolator.rules.versions import load_versions, read_versions

RULES = load_versions()
NAMES = read_versions().names


def test_words_and_thresholds_make_sense() -> None:
    assert not set(RULES.earlier) & set(RULES.later)
    assert all(word == word.casefold() for word in (*RULES.earlier, *RULES.later, *RULES.numbered))
    assert 0 < RULES.share <= 1
    assert 0 < RULES.alone < RULES.near < RULES.likest <= 100
