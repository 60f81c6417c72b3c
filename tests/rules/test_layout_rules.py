import pytest

import chronolator.rules.layouts as loader
from chronolator.model import Field
from chronolator.rules.layouts import load_layouts, read_layouts
from chronolator.words.fold import fold

RULES = load_layouts()
FILE = read_layouts()


def test_whether_a_child_was_seen_is_never_told_by_content() -> None:
    asked = {Field.CHILD_SEEN, Field.SEEN_ALONE, Field.VIEWS}
    assert not asked & {one.field for one in RULES.contents}


@pytest.mark.parametrize("one", FILE.content, ids=lambda one: one.id)
def test_words_are_folded_and_stand_once(one: loader._Content) -> None:
    words = [*one.whole, *one.words]
    assert [fold(word) for word in words] == words
    assert len(words) == len(set(words))
