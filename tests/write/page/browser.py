"""A real browser without a window, led through its debugging pipe: no library is needed for it."""

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--hide-scrollbars"),
)
_KEYS = {
    "Enter": (13, "\r"),
    " ": (32, " "),
    "Tab": (9, ""),
    "Escape": (27, ""),
    "End": (35, ""),
    "Home": (36, ""),
    "ArrowLeft": (37, ""),
    "ArrowUp": (38, ""),
    "ArrowRight": (39, ""),
    "ArrowDown": (40, ""),
}
Json = dict[str, Any]


def find_browser() -> str | None:
    """Where a browser of the Chromium family is, None where there is none that can be led."""
    return next(filter(None, map(shutil.which, _NAMES)), None) if os.name == "posix" else None


class Browser:
    """One page of a browser. `told` are the events that it sent: messages, requests, errors."""

    def __init__(self, program: str, profile: Path, width: int = 1400, height: int = 1000) -> None:
        theirs, self._to = os.pipe()
        self._from, answers = os.pipe()
        os.set_inheritable(theirs, True)  # noqa: FBT003  as the function is called
        os.set_inheritable(answers, True)  # noqa: FBT003  as the function is called
        # The browser listens at 3 and answers at 4: only a shell can put them there in time.
        joined = f'exec "$0" "$@" 3<&{theirs} 4>&{answers}'
        flags = (*_FLAGS, f"--user-data-dir={profile}", "--remote-debugging-pipe")
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", joined, program, *flags, "about:blank"],
            pass_fds=(theirs, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "LANGUAGE": "en_GB"},
        )
        os.close(theirs)
        os.close(answers)
        self._size = {"width": width, "height": height}
        self._read = b""
        self._number = 0
        self._session = ""
        self.told: list[Json] = []

    def __enter__(self) -> Self:
        page = self.ask("Target.createTarget", url="about:blank")["targetId"]
        held = self.ask("Target.attachToTarget", targetId=page, flatten=True)
        self._session = held["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")
        self.resize(**self._size)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)
        os.close(self._to)
        os.close(self._from)

    def ask(self, method: str, **parameters: Any) -> Json:
        """What the browser answers."""
        self._number += 1
        message: Json = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(answer["error"])
                return dict(answer["result"])
            self.told.append(answer)

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._to, data) :]

    def _receive(self) -> Json:
        while b"\0" not in self._read:
            piece = os.read(self._from, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has ended")
            self._read += piece
        message, _, self._read = self._read.partition(b"\0")
        return dict(json.loads(message))

    def resize(self, width: int, height: int) -> None:
        """Give the page so many points."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def open(self, path: Path) -> None:
        """Show the file, and wait until it is drawn."""
        self.show(path.as_uri())

    def show(self, address: str) -> None:
        """The same of an address, which may name a place in the file."""
        self.told.clear()
        self.ask("Page.navigate", url=address)
        self.wait(lambda: bool(self.run("document.readyState === 'complete'")))

    def wait(self, is_so: Callable[[], bool], seconds: float = 20) -> None:
        """Ask again until it is so."""
        ends = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < ends, "it did not come about"
            time.sleep(0.01)

    def run(self, script: str) -> Any:
        """What the script says, in the page; a promise is waited for."""
        told = self.ask(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def measure(self, script: str) -> float:
        """How many milliseconds the page itself works for the script, and to draw what follows,
        however busy the machine is with other things.
        """
        return self._measure(lambda: self.run(script))

    def measure_opening(self, path: Path) -> float:
        """The same for what it takes to show the file."""
        return self._measure(lambda: self.open(path))

    def _measure(self, act: Callable[[], object]) -> float:
        self.ask("Performance.enable", timeDomain="threadTicks")
        before = self._read_task_time()
        act()
        self.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        return (self._read_task_time() - before) * 1000

    def _read_task_time(self) -> float:
        told = self.ask("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in told if one["name"] == "TaskDuration")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            code, text = _KEYS[key]
            same = {"key": key, "code": key, "windowsVirtualKeyCode": code, "text": text}
            self.ask("Input.dispatchKeyEvent", type="keyDown", **same)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **same)

    def click(self, x: float, y: float) -> None:
        """Click at a point of what is shown."""
        self.drag((x, y), (x, y))

    def drag(self, begins: tuple[float, float], ends: tuple[float, float]) -> None:
        """Press at one point, and let go at the other."""
        same = {"button": "left", "clickCount": 1}
        self.move(*begins)
        self.ask("Input.dispatchMouseEvent", type="mousePressed", x=begins[0], y=begins[1], **same)
        self.ask("Input.dispatchMouseEvent", type="mouseMoved", x=ends[0], y=ends[1], button="left")
        self.ask("Input.dispatchMouseEvent", type="mouseReleased", x=ends[0], y=ends[1], **same)

    def move(self, x: float, y: float) -> None:
        """Move the pointer."""
        self.ask("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def print(self, path: Path) -> None:
        """Print as the page itself asks for."""
        told = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        path.write_bytes(base64.b64decode(told["data"]))

    def shoot(self, path: Path, *, whole: bool = False) -> None:
        """A picture of what is shown, or of the whole page."""
        told = self.ask("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(told["data"]))

    def list_faults(self) -> list[Json]:
        """Errors and warnings, and whatever was asked of a network or another file."""
        self.run("0")
        kinds = {"Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled"}
        return [one for one in self.told if one["method"] in kinds] + [
            one
            for one in self.told
            if one["method"] == "Network.requestWillBeSent" and one["params"]["type"] != "Document"
        ]
