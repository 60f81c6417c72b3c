import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from chronolator import workers
from chronolator.errors import ReaderError
from chronolator.workers import Limits, Worker

SNIPPET = """
from chronolator import read
print(len(read("returns").entries))
"""


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    folder = tmp_path / "returns"
    folder.mkdir()
    (folder / "GP.csv").write_text("Date,Event\n12/03/2019,Child seen\n", encoding="utf-8")
    return folder


def test_a_call_gives_the_functions_value() -> None:
    assert workers.call("here", "posixpath:basename", "a/b") == "b"


def test_one_worker_serves_many_calls() -> None:
    first = workers.call("here", "os:getpid")
    assert first == workers.call("here", "os:getpid") != os.getpid()


def test_a_crash_costs_its_call_alone() -> None:
    with pytest.raises(ReaderError, match=r"broken.xlsx: reading it ended") as caught:
        workers.call("broken.xlsx", "os:abort")
    assert "Excel" in caught.value.hint
    assert workers.call("good.xlsx", "posixpath:basename", "a/b") == "b"


def test_no_call_goes_to_a_worker_that_is_ending() -> None:
    for _ in range(15):
        worker = Worker("os")
        with pytest.raises(ReaderError, match="ended without a result"):
            worker.begin("broken.xlsx", "os:abort", (), Limits()).finish()
        assert not worker.alive


def test_the_answer_of_a_call_that_was_left_alone_is_nobody_elses() -> None:
    workers.begin("left alone", "posixpath:basename", "a/left")
    assert workers.call("next", "posixpath:basename", "a/next") == "next"
    assert workers.call("next", "posixpath:basename", "a/more") == "more"


def test_one_that_was_let_go_ends_by_itself_and_the_next_call_has_another() -> None:
    first = workers.call("here", "os:getpid")
    workers.let_go()
    workers.let_go()  # there is none now
    assert workers.call("here", "os:getpid") not in {first, os.getpid()}
    deadline = time.monotonic() + 10
    while psutil.pid_exists(first) and psutil.Process(first).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    workers.let_go()
    assert not psutil.pid_exists(first)  # it was waited for


def test_memory_is_watched_from_outside_too() -> None:
    start = time.monotonic()
    with pytest.raises(ReaderError, match=r"big.xlsx: needs more than 5 MB") as caught:
        workers.call("big.xlsx", "time:sleep", 60, limits=Limits(seconds=30, megabytes=5))
    assert "--limit-memory" in caught.value.hint
    assert time.monotonic() - start < 10
    assert workers.call("good.xlsx", "posixpath:basename", "a/b") == "b"


def test_a_busy_worker_is_let_go_in_seconds() -> None:
    worker = Worker("time")
    told: list[BaseException] = []

    def ask() -> None:
        try:
            worker.begin("slow.xlsx", "time:sleep", (60,), Limits(seconds=50)).finish()
        except ReaderError as error:
            told.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.5)
    worker.end()
    asking.join(10)
    assert not worker.alive
    assert [str(error).partition(":")[0] for error in told] == ["slow.xlsx"]


def test_a_hang_is_ended() -> None:
    start = time.monotonic()
    with pytest.raises(ReaderError, match=r"slow.xlsx: not read within 0.3 seconds"):
        workers.call("slow.xlsx", "time:sleep", 60, limits=Limits(seconds=0.3))
    assert time.monotonic() - start < 10
    assert workers.call("good.xlsx", "posixpath:basename", "a/b") == "b"


def test_too_much_memory_is_refused() -> None:
    with pytest.raises(ReaderError, match=r"big.xlsx") as caught:
        workers.call(
            "big.xlsx", "operator:mul", b"x", 2**32, limits=Limits(seconds=30, megabytes=300)
        )
    assert "memory" in str(caught.value) or "without a result" in str(caught.value)


def test_what_a_lent_worker_holds_is_not_counted_against_the_next_file() -> None:
    workers.let_go()
    lent = workers.lend_workers("os", 1)
    held = ("print", b"x" * 2**29)  # what is registered is held to the end
    lent[0].begin("", "atexit:register", (print, held), Limits(60, 4000)).finish()
    workers.take_back(lent)
    given = "operator:mul", b"x", 2**26
    assert len(workers.call("next.xlsx", *given, limits=Limits(60, 600))) == 2**26


def test_any_failure_is_told_without_its_words() -> None:
    with pytest.raises(ReaderError, match="cannot be read") as caught:
        workers.call("odd.xlsx", "builtins:int", "Robin was seen")
    assert "Robin" not in str(caught.value) + caught.value.hint


def test_an_error_of_ours_comes_through_whole() -> None:
    with pytest.raises(ReaderError, match="label: cannot be opened") as caught:
        workers.call("x", "chronolator.readers.open:open_file", "no such file", "label")
    assert caught.value.hint


@pytest.mark.parametrize("given", ["file", "standard input"])
def test_library_lines_need_no_main_guard(returns: Path, tmp_path: Path, given: str) -> None:
    script = tmp_path / "lines.py"
    script.write_text(SNIPPET, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, str(script) if given == "file" else "-"],
        input="" if given == "file" else SNIPPET,
        cwd=returns.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout.strip(), ran.stderr) == ("1", "")


def test_a_module_in_the_callers_folder_is_not_imported(returns: Path) -> None:
    (returns.parent / "python_calamine.py").write_text("raise SystemExit('taken')")
    ran = subprocess.run(
        [sys.executable, "-P", "-c", SNIPPET],
        cwd=returns.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout.strip() == "1"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise on Windows")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_no_process_stays_behind(number: signal.Signals, tmp_path: Path) -> None:
    code = (
        "import signal, time\nfrom chronolator import workers\n"
        # A shell lets what it runs in the background ignore this signal.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "print(workers.call('x', 'os:getpid'), flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=tmp_path,
    ) as caller:
        assert caller.stdout is not None
        worker = int(caller.stdout.readline())
        caller.send_signal(number)
        try:
            caller.wait(20)
        finally:
            caller.kill()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the worker lives on")


def test_the_worker_imports_neither_command_line_nor_writer() -> None:
    loaded = workers.call("x", "chronolator.workers.child:list_modules")
    for name in ("typer", "rich", "xlsxwriter", "pandas", "openpyxl", "chronolator.cli"):
        assert name not in loaded
