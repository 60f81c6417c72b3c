import tomllib
from pathlib import Path

import msgspec
import pytest

import chronolator.rules.layouts as loader
from chronolator.model import Field
from chronolator.readers.layouts.contents import holds_content, looks_ahead
from chronolator.rules.layouts import LayoutFile, load_layouts
from chronolator.words.fold import fold

RULES = load_layouts()
FILE = msgspec.convert(
    tomllib.loads(Path(loader.__file__).with_suffix(".toml").read_text(encoding="utf-8")),
    LayoutFile,
)


@pytest.mark.parametrize(
    ("text", "field"), [(text, one.field) for one in FILE.content for text in one.examples]
)
def test_every_example_is_held_by_such_a_column(text: str, field: Field) -> None:
    assert any(holds_content(text, one) for one in RULES.contents if one.field is field)


@pytest.mark.parametrize(
    ("text", "field"), [(text, one.field) for one in FILE.content for text in one.not_examples]
)
def test_no_counter_example_is_held_by_such_a_column(text: str, field: Field) -> None:
    assert not any(holds_content(text, one) for one in RULES.contents if one.field is field)


@pytest.mark.parametrize("title", FILE.titles.examples)
def test_titles_of_tables_that_look_ahead(title: str) -> None:
    assert looks_ahead([title], RULES)


@pytest.mark.parametrize("title", FILE.titles.not_examples)
def test_titles_of_tables_that_do_not_look_ahead(title: str) -> None:
    assert not looks_ahead([title], RULES)


def test_labels_that_sum_up() -> None:
    assert all(fold(label) in RULES.summaries for label in FILE.forms.examples)
    assert not any(fold(label) in RULES.summaries for label in FILE.forms.not_examples)


def test_whether_a_child_was_seen_is_never_told_by_content() -> None:
    asked = {Field.CHILD_SEEN, Field.SEEN_ALONE, Field.VIEWS}
    assert not asked & {one.field for one in RULES.contents}


@pytest.mark.parametrize("one", FILE.content, ids=lambda one: one.id)
def test_words_are_folded_and_stand_once(one: loader._Content) -> None:
    words = [*one.whole, *one.words]
    assert [fold(word) for word in words] == words
    assert len(words) == len(set(words))
