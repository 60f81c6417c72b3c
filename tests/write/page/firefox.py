"""Firefox without a window, led through its own remote protocol: no library is needed for it."""

import base64
import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any, Self

_NAMES = ("firefox", "firefox-esr")
_SETTINGS = (
    'user_pref("marionette.port", 0);\n'  # any that is free; its number is written down
    'user_pref("browser.shell.checkDefaultBrowser", false);\n'
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
    'user_pref("app.normandy.enabled", false);\n'
)
_PORT = "MarionetteActivePort"
_FAULTS = """
return Services.console.getMessageArray()
  .filter((one) => one instanceof Ci.nsIScriptError)
  .filter((one) => one.sourceName.startsWith("file:"))
  .map((one) => one.errorMessage)
"""


def find_firefox() -> str | None:
    """Where Firefox is, None where it is not."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


class Firefox:
    """One page of a Firefox."""

    def __init__(self, program: str, profile: Path) -> None:
        profile.mkdir()
        (profile / "user.js").write_text(_SETTINGS, encoding="utf-8")
        flags = ("--headless", "--no-remote", "--marionette", "--remote-allow-system-access")
        self._process = subprocess.Popen(
            [program, *flags, "--profile", str(profile), "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._port = profile / _PORT
        self._number = 0
        self._read = b""

    def __enter__(self) -> Self:
        ends = time.monotonic() + 60
        while not (self._port.exists() and self._port.read_text(encoding="utf-8").strip()):
            assert time.monotonic() < ends, "Firefox does not begin"
            time.sleep(0.05)
        port = int(self._port.read_text(encoding="utf-8"))
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._receive()  # who it is
        self.ask("WebDriver:NewSession")
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=20)

    def ask(self, method: str, **parameters: Any) -> Any:
        """What the browser answers."""
        self._number += 1
        told = json.dumps([0, self._number, method, parameters]).encode()
        self._socket.sendall(f"{len(told)}:".encode() + told)
        _, _, error, answer = self._receive()
        assert error is None, error
        return answer

    def _receive(self) -> Any:
        while b":" not in self._read:
            self._take()
        size, _, self._read = self._read.partition(b":")
        while len(self._read) < int(size):
            self._take()
        message, self._read = self._read[: int(size)], self._read[int(size) :]
        return json.loads(message)

    def _take(self) -> None:
        piece = self._socket.recv(1 << 20)
        assert piece, "Firefox has ended"
        self._read += piece

    def open(self, path: Path) -> None:
        """Show the file, and wait until it is drawn."""
        self.ask("WebDriver:Navigate", url=path.as_uri())

    def run(self, script: str) -> Any:
        """What the function body returns, in the page."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def print(self, path: Path) -> None:
        """Print as the page itself asks for."""
        told = self.ask("WebDriver:Print", orientation="landscape")
        path.write_bytes(base64.b64decode(told["value"]))

    def list_faults(self) -> list[str]:
        """Errors and warnings of the page, and of what its policy forbids."""
        self.ask("Marionette:SetContext", value="chrome")
        told = self.run(_FAULTS)
        self.ask("Marionette:SetContext", value="content")
        return [str(one) for one in told]
