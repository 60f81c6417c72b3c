"""One work of many pieces, of which this process and its workers each take the next when free."""

import os
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from threading import Thread
from typing import Any

from chronolator.errors import ChronolatorError
from chronolator.workers import Limits, Pending, Worker, lend_workers, take_back
from chronolator.workers.kept import make
from chronolator.workers.pipes import pack

_KEEP, _WORK = "chronolator.workers.kept:keep", "chronolator.workers.kept:work"
_UNHURRIED = Limits(seconds=3600, megabytes=4000)
_MOST_WORKERS = 3
"""Beyond, what only this process does takes longer than the pieces."""
_AHEAD = 2
"""So many pieces a worker has at a time."""
_PIECES_A_WORKER = 20
"""With fewer, starting another one takes longer than it saves."""
_WORTH_MAKING = 6
"""With fewer pieces left, the workers have done them before the caller has made the function."""


class Shared:
    """The work, for which the workers make themselves ready. Its value is asked for once."""

    def __init__(self, what: str, arguments: tuple[object, ...], count: int) -> None:
        """Let the workers make a function, as `share` tells, for about so many pieces."""
        self._what, self._arguments = what, arguments
        self._left: deque[tuple[int, object]] = deque()
        self._done: dict[int, Any] = {}
        most = min(_MOST_WORKERS, _count_cores() - 1, count // _PIECES_A_WORKER)
        self._workers = lend_workers(what.partition(":")[0], max(1, most))
        self._ready = [
            worker.begin("", _KEEP, (what, _pack(arguments)), _UNHURRIED)
            for worker in self._workers
        ]
        self._feeding: list[Thread] = []

    def give(self, pieces: Sequence[object]) -> None:
        """Let the workers take these pieces from the left, while the caller goes on."""
        self._left.extend(enumerate(pieces))
        self._feeding = [
            Thread(target=self._feed, args=pair, name="share", daemon=True)
            for pair in zip(self._workers, self._ready, strict=True)
        ]
        for one in self._feeding:
            one.start()

    def finish(self) -> list[Any]:
        """What the function makes of each piece, in their order; the caller takes pieces too, where
        these are so many that it is worth making the function here.

        What a worker cannot do is done here, so that its error is raised, and its end costs time
        alone.
        """
        if len(self._left) >= _WORTH_MAKING:
            self._work_on()
        for one in self._feeding:
            one.join()
        self._work_on()  # what a worker that ended has put back
        take_back(self._workers)
        return [self._done[number] for number in sorted(self._done)]

    def _work_on(self) -> None:
        work = None
        while taken := self._take(self._left.pop):
            number, piece = taken
            work = work or make(self._what, self._arguments)
            self._done[number] = work(piece)

    def _feed(self, worker: Worker, ready: Pending) -> None:
        """Hand over pieces, one always waiting: the worker need not wait for this process."""
        begun: deque[tuple[tuple[int, object], Pending]] = deque()
        try:
            ready.finish()
            while True:
                while len(begun) < _AHEAD and (taken := self._take(self._left.popleft)):
                    begun.append((taken, worker.begin("", _WORK, (taken[1],), _UNHURRIED)))
                if not begun:
                    return
                (number, _), pending = begun[0]
                self._done[number] = pending.finish()
                begun.popleft()
        except ChronolatorError:
            worker.kill()  # else it would answer the next call with what it has begun
            self._left.extend(taken for taken, _ in begun)

    @staticmethod
    def _take(end: Callable[[], tuple[int, object]]) -> tuple[int, object] | None:
        """The next piece, None where all are taken."""
        with suppress(IndexError):
            return end()
        return None


def share(what: str, arguments: tuple[object, ...], count: int) -> Shared:
    """Begin a work of about so many pieces in the workers, while the caller goes on: `what`
    ("module:name") makes, of the arguments, which can be hashed, the function that each piece is
    given to.
    """
    return Shared(what, arguments, count)


@lru_cache(maxsize=2)
def _pack(arguments: tuple[object, ...]) -> bytes:
    """Once for all runs: rules take longer to pack than a small case to go through."""
    return pack(arguments)


def _count_cores() -> int:
    """How many processes can run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
