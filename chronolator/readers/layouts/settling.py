"""How the case file settles a reading that is uncertain: the very lines to write."""

import json
from collections.abc import Mapping
from glob import escape
from pathlib import PureWindowsPath

from chronolator.model import Field


def show_settling(file: str, agency: str, columns: Mapping[str, Field]) -> str:
    """What to write into case.toml where the columns of the file are read wrongly.

    `agency`: the name of the agency to whom the case file gives the file; where it gives it to none
    (""), the whole block of an agency is shown.
    """
    settled = ", ".join(f'{_quote(heading)} = "{name}"' for heading, name in columns.items())
    line = f"columns = {{ {settled} }}"
    if agency:
        return (
            f"If that is wrong, say in case.toml, under name = {_quote(agency)}, what each column "
            f"is: {line}"
        )
    pattern = escape(PureWindowsPath(file).name)
    return (
        "If that is wrong, say in case.toml what each column is:\n"
        f'[[agency]]\nname = "..."\nfiles = [{_quote(pattern)}]\n{line}'
    )


def _quote(text: str) -> str:
    """The text as TOML writes it: a JSON string is one of TOML too."""
    return json.dumps(text, ensure_ascii=False)
