import os
import threading
import time
from collections.abc import Callable, Sequence

import psutil
import pytest

from chronolator import workers
from chronolator.errors import ReaderError
from chronolator.workers import shared
from chronolator.workers.shared import Shared, share

ADD = "tests.workers.test_shared:make_adder"


def make_adder(more: int) -> Callable[[int], tuple[int, int]]:
    """What tells each sum, and which process made it."""

    def add(number: int) -> tuple[int, int]:
        time.sleep(0.01)
        return number + more, os.getpid()

    return add


def begin(what: str, arguments: tuple[object, ...], pieces: Sequence[object]) -> Shared:
    begun = share(what, arguments, len(pieces))
    begun.give(pieces)
    return begun


def make_failing(message: str) -> Callable[[int], int]:
    def fail(number: int) -> int:
        raise ReaderError(f"{message} {number}", hint="")

    return fail


def test_the_pieces_come_back_in_their_order_from_both_processes() -> None:
    workers.call("here", "os:getpid")  # else, on a busy computer, all is done before it is there
    begun = begin(ADD, (100,), range(60))
    time.sleep(0.5)
    done = begun.finish()
    assert [total for total, _ in done] == list(range(100, 160))
    assert len({process for _, process in done}) > 1


def test_few_pieces_come_back_too() -> None:
    assert [total for total, _ in begin(ADD, (1,), [1, 2, 3]).finish()] == [2, 3, 4]
    assert begin(ADD, (1,), []).finish() == []


@pytest.mark.parametrize(
    ("call", "what"), [("_KEEP", "os:abort"), ("_WORK", "os:abort"), ("_WORK", "os:_exit")]
)
def test_a_worker_that_fails_or_ends_costs_no_piece(
    monkeypatch: pytest.MonkeyPatch, call: str, what: str
) -> None:
    monkeypatch.setattr(shared, call, what)
    begun = begin(ADD, (5,), range(20))
    time.sleep(0.5)
    done = begun.finish()
    assert [total for total, _ in done] == list(range(5, 25))
    assert workers.call("after", "posixpath:basename", "a/b") == "b"


def test_an_error_of_ours_is_raised_here() -> None:
    begun = begin("tests.workers.test_shared:make_failing", ("cannot do",), range(4))
    with pytest.raises(ReaderError, match="cannot do"):
        begun.finish()
    assert workers.call("after", "posixpath:basename", "a/b") == "b"


def test_more_cores_are_given_more_workers_and_these_end_with_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shared, "_count_cores", lambda: 3)
    begun = begin(ADD, (0,), range(200))
    time.sleep(1)
    done = begun.finish()
    assert [total for total, _ in done] == list(range(200))
    others = {process for _, process in done} - {os.getpid(), workers.call("x", "os:getpid")}
    assert len(others) == 1
    assert not any(map(psutil.pid_exists, others))


def test_a_work_that_is_left_alone_takes_no_answer_of_the_next_call() -> None:
    begin(ADD, (0,), range(500))
    assert workers.call("next", "posixpath:basename", "a/next") == "next"
    assert workers.call("next", "posixpath:basename", "a/more") == "more"
    deadline = time.monotonic() + 10
    while any(one.name.startswith("share") for one in threading.enumerate()):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_work_that_was_given_nothing_takes_no_answer_of_the_next_call() -> None:
    share(ADD, (0,), 3)
    assert workers.call("next", "posixpath:basename", "a/next") == "next"


def test_the_caller_makes_no_function_of_its_own_for_few_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("made here")

    begun = share(ADD, (1,), 3)
    monkeypatch.setattr(shared, "make", refuse)
    begun.give([1, 2, 3])
    assert [total for total, _ in begun.finish()] == [2, 3, 4]
