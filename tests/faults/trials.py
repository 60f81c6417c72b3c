"""Faults, spread over a merge into a workbook with notes: what is wrong afterwards, if anything."""

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.case import WORKBOOK, Case, look

Trial = tuple[str, Callable[[Case], str]]
"""What is tried, in words, and what does it to a case: it says what went wrong at once, or ""."""


def list_kills(case: Case, folder: Path, moments: int) -> Iterator[Trial]:
    """Killed at so many moments: before each touch of a file, and the rest spread over the time."""
    touches = case.copy(folder / "touches").list_touches(folder / "touches.txt")
    for number, touch in enumerate(touches[:moments], start=1):
        yield f"killed before {number}, {touch}", _kill_at(number)
    timed = case.copy(folder / "timed")
    begun = time.monotonic()
    timed.start().wait()
    whole, rest = time.monotonic() - begun, max(moments - len(touches), 0)
    for number in range(rest):
        seconds = whole * (number + 0.5) / rest
        yield f"killed after {seconds:.2f} of {whole:.2f} s", _kill_after(seconds)


def list_stops(case: Case, folder: Path, moments: int) -> Iterator[Trial]:
    """Ctrl and C, before so many touches of a file."""
    touches = case.copy(folder / "touches").list_touches(folder / "touches.txt")
    for number in _spread(len(touches), moments):
        yield f"stopped before {number}, {touches[number - 1]}", _stop_at(number)


def list_full_disks(case: Case, moments: int) -> Iterator[Trial]:
    """A disk that is full after so many bytes of the workbook."""
    length = case.workbook.stat().st_size
    for number in range(moments):
        room = length * number // moments
        yield f"full after {room} of {length} bytes", _fill(room)


def judge(case: Case, folder: Path, trial: Trial) -> list[str]:
    """What is wrong after the trial with a copy of the case."""
    told, cause = trial
    copy = case.copy(folder)
    notes = case.read_notes()
    wrong = cause(copy)
    return [f"{told}: {one}" for one in (wrong, *look(copy, notes)) if one]


def _spread(length: int, moments: int) -> list[int]:
    return sorted({1 + place * length // moments for place in range(moments)})


def _kill_at(touch: int) -> Callable[[Case], str]:
    def cause(case: Case) -> str:
        ended = case.run_until("SIGKILL", touch).returncode
        return "" if ended == -signal.SIGKILL else f"ended with {ended}"

    return cause


def _kill_after(seconds: float) -> Callable[[Case], str]:
    def cause(case: Case) -> str:
        process = case.start()
        time.sleep(seconds)
        process.kill()
        process.wait()
        return ""

    return cause


def _stop_at(touch: int) -> Callable[[Case], str]:
    def cause(case: Case) -> str:
        ran = case.run_until("SIGINT", touch)
        if ran.returncode != 130 or "stopped" not in ran.stderr or "Traceback" in ran.stderr:
            return f"ended with {ran.returncode}: {ran.stderr}"
        left = [name for name in case.list_files() if ".chron-" in name]
        return f"left behind: {left}" if left else ""

    return cause


def _fill(room: int) -> Callable[[Case], str]:
    def cause(case: Case) -> str:
        before = case.workbook.read_bytes(), case.list_files()
        ran = case.run_with_room(room)
        if ran.returncode != 1 or "Traceback" in ran.stderr or f"{WORKBOOK}: " not in ran.stderr:
            return f"ended with {ran.returncode}: {ran.stderr}"
        after = case.workbook.read_bytes(), case.list_files()
        return "" if after == before else "the folder is not as it was"

    return cause
