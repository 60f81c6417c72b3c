import io
from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from chronolator.errors import ReaderError
from chronolator.model import Answer, Evidence, Field, Flag, Question, Reason
from chronolator.workers.pipes import LENGTH, load, receive, send


@dataclass(frozen=True, slots=True)
class Single:
    one: object
    more: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Lone:
    only: tuple[int, ...]


FLAG = Flag(
    "C-1",
    "Robin",
    Question.SEEN,
    Answer.YES,
    Reason.IN_SIGHT,
    (Evidence("seen", Field.TEXT, 0, 4),),
    "seen",
)


@pytest.mark.parametrize(
    "value",
    [None, ("a", 1), FLAG, [FLAG, FLAG], Single(Lone((1, 2)), {"a": 1}), Lone(())],
    ids=repr,
)
def test_what_was_sent_is_received(value: object) -> None:
    pipe = io.BytesIO()
    send(pipe, value)
    send(pipe, "next")
    pipe.seek(0)
    first, second, third = (receive(pipe) for _ in range(3))
    assert first is not None
    assert second is not None
    assert third is None
    got = load(first)
    assert got == value
    assert type(got) is type(value)
    assert load(second) == "next"


def test_a_value_that_is_shared_stays_so() -> None:
    pipe = io.BytesIO()
    send(pipe, [FLAG, FLAG])
    pipe.seek(0)
    data = receive(pipe)
    assert data is not None
    one, other = load(data)
    assert one is other
    with pytest.raises(FrozenInstanceError):
        one.child = "Wren"


def test_an_error_keeps_its_hint() -> None:
    pipe = io.BytesIO()
    send(pipe, ReaderError("gp.xlsx: damaged", hint="Ask for it again."))
    pipe.seek(0)
    error = load(receive(pipe) or b"")
    assert isinstance(error, ReaderError)
    assert (str(error), error.hint) == ("gp.xlsx: damaged", "Ask for it again.")


def test_what_is_cut_off_is_nothing() -> None:
    pipe = io.BytesIO()
    send(pipe, "a value")
    whole = pipe.getvalue()
    assert receive(io.BytesIO(whole[: LENGTH.size - 1])) is None
    assert receive(io.BytesIO(whole[:-1])) is None
