"""Tables of the README that tests reckon anew; UPDATE_README=1 in the environment writes them."""

import os
import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def hold_table(mark: str, table: str) -> None:
    """Proves that the README has the table behind its mark, or writes it there."""
    text = README.read_text(encoding="utf-8")
    place = re.compile(rf"(<!-- {mark} -->\n).*?(?=\n\n)", re.DOTALL)
    assert place.search(text)
    told = place.sub(lambda match: match[1] + table, text)
    if os.environ.get("UPDATE_README"):
        # Of two processes that write the file, the later one would undo what the first wrote.
        assert "PYTEST_XDIST_WORKER" not in os.environ
        README.write_text(told, encoding="utf-8")
    else:
        assert told == text
