"""Where in the file a mistake stands, and how it is told."""

import re
from pathlib import Path

from chronolator.case.mistakes import Mistake
from chronolator.errors import CaseError

_HEAD = re.compile(r"\s*\[+\s*[\"']?([\w-]+)")


def explain_mistake(path: Path, text: str, mistake: Mistake) -> CaseError:
    """The error that names file, line and block, says what is wrong, and what to write."""
    block = mistake.block
    brackets = f"[{block}]" if block == "review" else f"[[{block}]] number {mistake.number}"
    line = _find_line(text, mistake)
    place = f"{path}, line {line}" if line else str(path)
    under = f", {brackets}" if block else ""
    return CaseError(f"{place}{under}: {mistake.what}", hint=mistake.hint)


def list_lines(text: str, block: str, count: int) -> list[int]:
    """The line of each block of that name, of which there are `count`; 0 for all of them where some
    are written in another way.
    """
    heads = ((number, _HEAD.match(line)) for number, line in enumerate(text.splitlines(), start=1))
    lines = [number for number, head in heads if head and head[1] == block]
    return lines if len(lines) == count else [0] * count


def _find_line(text: str, mistake: Mistake) -> int:
    """The line of the key, or of the block's head; 0 where it is written in some other way."""
    block, count = "", 0
    key = re.compile(rf"\s*[\"']?{re.escape(mistake.key)}[\"']?\s*[=.]")
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _HEAD.match(line):
            block = head[1]
            count += block == mistake.block
            here = (block, count) == (mistake.block, mistake.number)
            if (not mistake.key and here) or (not mistake.block and block == mistake.key):
                return number
        inside = (block, max(count, 1)) == (mistake.block, mistake.number)
        if inside and mistake.key and key.match(line):
            return number
    return 0
