"""The errors that stop a run."""

import inspect
import pickle
import re

import pytest

from chronolator import errors
from chronolator.errors import ChronolatorError

KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, ChronolatorError) and kind is not ChronolatorError
]


def test_the_tree_drawn_at_the_top_is_the_tree() -> None:
    drawn = re.findall(r"^    ([│ ]*)[├└]── (\w+)", errors.__doc__ or "", re.MULTILINE)
    parents = [ChronolatorError.__name__]
    tree = []
    for lead, name in drawn:
        depth = len(lead) // 4 + 1
        parents[depth:] = [name]
        tree.append((name, parents[depth - 1]))
    assert sorted(tree) == sorted((kind.__name__, kind.__bases__[0].__name__) for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_message_and_hint_come_through_from_another_process(kind: type[ChronolatorError]) -> None:
    error = pickle.loads(pickle.dumps(kind("a.xlsx: damaged", hint="Ask again.")))  # noqa: S301  our own
    assert type(error) is kind
    assert (str(error), error.hint) == ("a.xlsx: damaged", "Ask again.")


def test_there_is_no_error_without_a_remedy() -> None:
    with pytest.raises(TypeError):
        ChronolatorError("a.xlsx: damaged")  # type: ignore[call-arg]  # what must not be
