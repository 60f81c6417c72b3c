"""The help of a command without the words of programmers: no types, and bounds in words."""

import re
from typing import Any

from typer.core import TyperCommand

_TYPE = re.compile(r" <[^<>|]*>$")
_CHOICES = re.compile(r"<([^<>]*\|[^<>]*)>")
_AT_LEAST = re.compile(r"x>=([\d.]+)")


class PlainCommand(TyperCommand):
    """A command whose help names what to give, and never of which type of Python's it is."""

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  typer's own
        """Write what can be given, and what can be chosen."""
        records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for one in self.get_params(ctx):
            if record := one.get_help_record(ctx):
                records[one.param_type_name].append(_make_plain(*record))
        for title, told in zip(("Arguments", "Options"), records.values(), strict=True):
            if told:
                with formatter.section(title):
                    formatter.write_dl(told)


def _make_plain(name: str, words: str) -> tuple[str, str]:
    return _CHOICES.sub(r"\1", _TYPE.sub("", name)), _AT_LEAST.sub(r"at least \1", words)
