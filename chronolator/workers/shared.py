"""One work of many pieces, of which this process and its workers each take the next when free."""

import os
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import Any

from chronolator.errors import ChronolatorError
from chronolator.workers import Limits, Pending, Worker, lend_workers, take_back
from chronolator.workers.kept import make

_KEEP, _WORK = "chronolator.workers.kept:keep", "chronolator.workers.kept:work"
_UNHURRIED = Limits(seconds=3600, megabytes=4000)
_MOST_WORKERS = 3
"""Beyond, what only this process does takes longer than the pieces."""
_AHEAD = 2
"""So many pieces a worker has at a time."""
_PIECES_A_WORKER = 20
"""With fewer, starting another one takes longer than it saves."""


class Shared:
    """The work, which the workers have begun. Its value is asked for once."""

    def __init__(self, what: str, arguments: Sequence[object], pieces: Sequence[object]) -> None:
        """Let the workers make a function, as `share` tells, and take pieces from the left."""
        self._what, self._arguments = what, arguments
        self._left = deque(enumerate(pieces))
        self._done: dict[int, Any] = {}
        most = min(_MOST_WORKERS, _count_cores() - 1, len(pieces) // _PIECES_A_WORKER)
        self._workers = lend_workers(what.partition(":")[0], max(1, most))
        self._feeding = [
            Thread(target=self._feed, args=(worker,), name="share", daemon=True)
            for worker in self._workers
        ]
        for one in self._feeding:
            one.start()

    def finish(self) -> list[Any]:
        """What the function makes of each piece, in their order; the caller takes pieces too.

        What a worker cannot do is done here, so that its error is raised, and its end costs time
        alone.
        """
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

    def _feed(self, worker: Worker) -> None:
        """Hand over pieces, one always waiting: the worker need not wait for this process."""
        begun: deque[tuple[tuple[int, object], Pending]] = deque()
        try:
            worker.begin("", _KEEP, (self._what, self._arguments), _UNHURRIED).finish()
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


def share(what: str, arguments: Sequence[object], pieces: Sequence[object]) -> Shared:
    """Begin a work in the workers while the caller goes on: `what` ("module:name") makes, of the
    arguments, the function that each piece is given to.
    """
    return Shared(what, arguments, pieces)


def _count_cores() -> int:
    """How many processes can run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
