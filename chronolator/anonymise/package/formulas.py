"""Formulas: only the words in them, the names of sheets, tables, columns and cells are changed."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date

_TOKEN = re.compile(
    r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'(?=!)|\[(?:[^\[\]']|'.)*\]|[^\W\d][\w.]*!?", re.DOTALL
)
_PLAIN_SHEET = re.compile(r"[^\W\d][\w.]*")
_CELL = re.compile(r"[A-Za-z]{1,3}\d+|[RrCc]\d*")
_DAY = re.compile(r"\bDATE\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)", re.IGNORECASE)
_IN_BOOK = re.compile(r"(.*\])?(.*)", re.DOTALL)
_ESCAPED = re.compile(r"'(['\[\]#@])")
_TO_ESCAPE = re.compile(r"['\[\]#@]")


def rewrite(
    formula: str,
    change_text: Callable[[str], str],
    sheets: Mapping[str, str],
    names: Mapping[str, str],
) -> str:
    """The formula with its texts changed, and the names of sheets, and of tables and cells, as the
    mappings have them.
    """

    def change(match: re.Match[str]) -> str:
        token = match[0]
        if token.startswith('"'):
            inner = token[1:-1].replace('""', '"')
            if "!" in inner and inner.startswith("#"):
                return f'"#{rewrite(inner[1:], change_text, sheets, names)}"'
            return '"' + change_text(inner).replace('"', '""') + '"'
        if token.startswith("'"):
            return _quote(token[1:-1].replace("''", "'"), sheets)
        if token.startswith("["):
            inner = _ESCAPED.sub(r"\1", token[1:-1])
            changed = change_text(inner)
            return token if changed == inner else "[" + _TO_ESCAPE.sub(r"'\g<0>", changed) + "]"
        if token.endswith("!"):
            name = token[:-1]
            return f"{_quote(name, sheets)}!" if name in sheets else token
        return names.get(token, token)

    return _TOKEN.sub(change, formula)


def holds_day(formula: str, days: Collection[date]) -> bool:
    """True where the formula makes one of the days: DATE(2015,11,3)."""
    told = {(one.year, one.month, one.day) for one in days}
    return any(tuple(map(int, parts)) in told for parts in _DAY.findall(formula))


def _quote(told: str, sheets: Mapping[str, str]) -> str:
    """The name of a sheet, or of the first and the last of several, as a formula writes it."""
    found = _IN_BOOK.fullmatch(told)
    book, names = (found[1] or "", found[2]) if found else ("", told)
    changed = book + ":".join(sheets.get(one, one) for one in names.split(":"))
    if _PLAIN_SHEET.fullmatch(changed) and not _CELL.fullmatch(changed):
        return changed
    return "'" + changed.replace("'", "''") + "'"
