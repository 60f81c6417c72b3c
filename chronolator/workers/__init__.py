"""Work in a process that may die, with limits of time and memory.

A worker is a Python process of its own that knows nothing of the caller's main module, so that the
library's lines work in a script, at the prompt and from standard input. It talks by pipes. One
worker stays warm for all calls; after a crash, a hang or too much memory the next call gets a new
one. `shared` parts one work among several.
"""

import atexit
import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import IO, Any

from chronolator.errors import ReaderError
from chronolator.workers.pipes import load, receive, send

_LOOKS, _OFTEN_SECONDS, _SELDOM_SECONDS = 300, 0.05, 0.25
"""A call is looked at so often within its time, but not more often or more seldom than that."""
_FAREWELL_SECONDS = 2.0
_KEPT_BYTES = 350 * 2**20
"""A worker that was lent and holds more takes no further call: its next file would have too little
of its memory. Our rules and their words take 300.
"""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: `seconds` of wall clock, `megabytes` of memory."""

    seconds: float = 15.0
    megabytes: int = 800


class Worker:
    """One process that runs functions, one call at a time."""

    def __init__(self, warm: str) -> None:
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            # As many processes work side by side as there are cores: numpy is to take one each.
            "OPENBLAS_NUM_THREADS": "1",
        }
        self._process = subprocess.Popen(  # noqa: S603  our own module, no shell
            # -P: the caller's folder holds records, and no module of it may be imported.
            [sys.executable, "-P", "-m", "chronolator.workers.child", warm],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self.busy = False
        self.lent = False
        """Whether it works for one caller alone, also between two calls."""
        self.was_lent = False
        """Whether it once worked so, and may hold what that took."""
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def begin(
        self, place: str, what: str, arguments: tuple[object, ...], limits: Limits
    ) -> "Pending":
        """Let the process call the function `what` ("module:name") while the caller goes on."""
        pending = Pending(self, place, limits)
        self.busy = True
        # Its end is told where the value is asked for; its pipe may be closed by then.
        with contextlib.suppress(OSError, ValueError):
            send(self._pipe(self._process.stdin), (place, what, arguments, limits.megabytes))
        return pending

    def take_answer(self, seconds: float) -> bytes | None:
        """The next answer, still pickled; None where the process is gone. Raises `queue.Empty`
        where none comes within the time.
        """
        answer = self._answers.get(timeout=seconds)
        self.busy = self.lent
        return answer

    @property
    def alive(self) -> bool:
        """Whether it can take a call."""
        return self._process.poll() is None

    def let_go(self) -> None:
        """Let the process end when it has done what it has begun. Returns at once."""
        with contextlib.suppress(OSError):  # it may be gone, with a call half taken
            self._pipe(self._process.stdin).close()

    def end(self) -> None:
        """Let the process go, by force if it does not go by itself."""
        self.let_go()
        try:
            self._process.wait(_FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        self._listener.join(_FAREWELL_SECONDS)

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._pipe(self._process.stdin).close()
        self._listener.join(_FAREWELL_SECONDS)

    def measure(self) -> int:
        """The memory that the process takes, in bytes; 0 where it is gone."""
        return self._measure()[0]

    def measure_held(self) -> int:
        """The memory that the process holds, also what lies idle, in bytes; 0 where it is gone."""
        return self._measure()[1]

    def _measure(self) -> tuple[int, int]:
        import psutil  # noqa: PLC0415  needed only where a call takes long

        try:
            told = psutil.Process(self._process.pid).memory_info()
        except psutil.Error:
            return 0, 0
        return told.rss, told.vms

    def _listen(self) -> None:
        pipe = self._pipe(self._process.stdout)
        while True:
            answer = receive(pipe)
            self._answers.put(answer)
            if answer is None:
                pipe.close()
                return

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        if pipe is None:  # pragma: no cover  both are asked for above
            raise RuntimeError
        return pipe


class Pending:
    """A call that a worker has begun. Its value is asked for once, before the next call."""

    def __init__(self, worker: Worker, place: str, limits: Limits) -> None:
        """Begin to count the time."""
        self._worker = worker
        self._place = place
        self._limits = limits
        self._deadline = time.monotonic() + limits.seconds
        self._pause = min(max(_OFTEN_SECONDS, limits.seconds / _LOOKS), _SELDOM_SECONDS)

    def finish(self) -> Any:  # noqa: ANN401  the function decides
        """The function's value, when it is there.

        Raises the function's own `ReaderError`; a crash, a hang and too much memory are a
        `ReaderError` that begins with the place.
        """
        while True:
            try:
                answer = self._worker.take_answer(self._pause)
            except queue.Empty:
                self._watch()
                continue
            if answer is None:
                self._worker.kill()  # its pipe is closed before it is gone: no call may go there
                raise _tell_end(self._place)
            value = load(answer)
            if isinstance(value, Exception):
                raise value
            return value[0]

    def _watch(self) -> None:
        if time.monotonic() > self._deadline:
            self._worker.kill()
            seconds = self._limits.seconds
            raise ReaderError(
                f"{self._place}: not read within {seconds:g} second{'s' if seconds != 1 else ''}",
                hint="Save it anew as an Excel workbook, or allow more with --limit-seconds.",
            )
        if self._worker.measure() > self._limits.megabytes * 2**20:
            self._worker.kill()
            raise _tell_memory(self._place, self._limits)


def warm_up(module: str) -> None:
    """Start the worker and let it import the module that will be called. Returns at once."""
    _take_worker(module)


def begin(place: str, what: str, *arguments: object, limits: Limits | None = None) -> Pending:
    """What `Worker.begin` gives, from the one warm worker. It takes one call at a time."""
    return _take_worker(what.partition(":")[0]).begin(place, what, arguments, limits or Limits())


def call(place: str, what: str, *arguments: object, limits: Limits | None = None) -> Any:  # noqa: ANN401  as above
    """The value of the function, as `Pending.finish` gives it."""
    return begin(place, what, *arguments, limits=limits).finish()


def lend_workers(module: str, count: int) -> list[Worker]:
    """So many workers for one caller, who gives them back by `take_back`: the warm one, and new
    ones that import the module.
    """
    _take_worker(module)
    _workers.extend(Worker(module) for _ in range(count - 1))
    for one in _workers:
        one.lent = one.busy = True
    return [*_workers]


def take_back(workers: list[Worker]) -> None:
    """End what was lent, but for the warm worker."""
    for one in workers[1:]:
        one.end()
        _workers.remove(one)
    workers[0].lent = workers[0].busy = False
    workers[0].was_lent = True


def let_go() -> None:
    """Let the warm worker end, with its memory, while the caller goes on. A later call gets a new
    one.
    """
    for one in _workers:
        one.let_go()
    _leaving[:] = [one for one in (*_leaving, *_workers) if one.alive]
    _workers.clear()


_workers: list[Worker] = []
"""The first is the warm one."""
_leaving: list[Worker] = []
"""Those that were let go, and may still be there."""


def _take_worker(module: str) -> Worker:
    if _workers and _workers[0].busy:  # its answer is to a call that was left alone
        while _workers:
            _workers.pop().kill()
    if _workers and (not _workers[0].alive or _is_full(_workers[0])):
        _workers.pop().end()
    if not _workers:
        _workers.append(Worker(module))
    return _workers[0]


def _is_full(worker: Worker) -> bool:
    return worker.was_lent and worker.measure_held() > _KEPT_BYTES


@atexit.register
def _end_workers() -> None:
    for some in (_workers, _leaving):
        while some:
            some.pop().end()


def _tell_end(place: str) -> ReaderError:
    return ReaderError(
        f"{place}: reading it ended without a result (a damaged or hostile file, or too large)",
        hint="Open it in Excel, look for stray cells far out, and save it anew.",
    )


def _tell_memory(place: str, limits: Limits) -> ReaderError:
    return ReaderError(
        f"{place}: needs more than {limits.megabytes} MB of memory",
        hint="Look for stray cells far out, or allow more with --limit-memory.",
    )
