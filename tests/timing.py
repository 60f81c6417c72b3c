"""How the time that something takes grows, measured so that a busy machine does not decide."""

import gc
from collections.abc import Callable
from time import process_time

_TRIES = 10
"""Other work on the machine spoils some measures; so many in a row it does not."""
_TIMES = 3


def grows_at_most(times: float, do: Callable[[int], object], small: int, large: int) -> bool:
    """True where doing the large takes at most so many times what the small does, of the processor
    and at best, in one of several tries.
    """
    return any(_take(do, large) <= times * _take(do, small) for _ in range(_TRIES))


def _take(do: Callable[[int], object], size: int) -> float:
    taken = []
    gc.disable()  # what it collects is the whole test run's
    try:
        for _ in range(_TIMES):
            begun = process_time()
            do(size)
            taken.append(process_time() - begun)
    finally:
        gc.enable()
    return min(taken)
