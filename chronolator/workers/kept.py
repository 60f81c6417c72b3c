"""What a worker does over and over: a function that it makes once, for all pieces of one work."""

import gc
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from chronolator.workers.pipes import load

_kept: list[tuple[str, bytes, Callable[[Any], object]]] = []


def make(what: str, arguments: Sequence[object]) -> Callable[[Any], Any]:
    """The function that `what` ("module:name") makes of the arguments."""
    module, _, name = what.partition(":")
    made: Callable[[Any], Any] = getattr(import_module(module), name)(*arguments)
    return made


def keep(what: str, packed: bytes) -> None:
    """Make the function of the packed arguments and keep it for `work`, in place of the one before,
    unless that is the same.
    """
    if _kept and _kept[0][:2] == (what, packed):
        return
    _kept[:] = [(what, packed, make(what, load(packed)))]
    gc.freeze()  # it stays, and need not be looked through for circles after every piece


def work(piece: object) -> object:
    """What the function that was kept last makes of a piece."""
    return _kept[0][2](piece)
