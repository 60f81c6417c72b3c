"""Chronolator: one integrated chronology from the returns of many agencies.

from chronolator import integrate, to_frame

chronology = integrate(["agency"], "case.toml")
print(to_frame(chronology))
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what a type checker sees is what __getattr__ gives
    from chronolator.frame import to_frame
    from chronolator.journey import integrate, read
    from chronolator.model import Case, Chronology

__version__ = "0.1.0"

_HOMES = {
    "Case": "chronolator.model",
    "Chronology": "chronolator.model",
    "integrate": "chronolator.journey",
    "read": "chronolator.journey",
    "to_frame": "chronolator.frame",
}

__all__ = ["Case", "Chronology", "integrate", "read", "to_frame"]


def __getattr__(name: str) -> object:
    """The exported name, imported when it is first asked for: each costs only those who use it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
