"""The file's bytes -> the tables of its TOML, and what is wrong where they are none."""

import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from chronolator.errors import CaseError

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_NUMBER = re.compile(r"at line (\d+)")
_HEAD = re.compile(r"\s*\[+\s*([\w-]+)\s*\]+")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")


def read_text(path: Path) -> str:
    """The text of the file. Raises `CaseError` where it is not there, or is no text."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CaseError(f"{path}: there is no such file", hint=_find_twin(path)) from error
    except OSError as error:
        raise CaseError(
            f"{path}: cannot be opened ({error.strerror})", hint="Check the file and its folder."
        ) from error
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"  # Notepad writes both
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CaseError(f"{path}: not saved as UTF-8 text", hint=_SAVE) from error
    if "\0" in text:
        raise CaseError(f"{path}: no text file, or not saved as UTF-8 text", hint=_SAVE)
    return text


def parse_text(path: Path, text: str) -> dict[str, Any]:
    """The tables of the text. Raises `CaseError` naming the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        number, what, hint = explain(text, str(error))
        raise CaseError(f"{path}, line {number}: {what}", hint=hint) from error


def explain(text: str, told: str) -> tuple[int, str, str]:
    """The line of the mistake, what is wrong in it, and what to write.

    `told` is the library's message. The line is looked at, since the message tells what the library
    would have wanted, not what was meant.
    """
    lines = text.splitlines()
    if "overwrite" in told or "twice" in told:
        return _find_repeated(lines)
    number = _find_number(lines, told)
    line = lines[number - 1] if lines else ""
    bare = _QUOTED.sub('""', line)
    what, hint = next(
        (what, hint) for fits, what, hint in _MISTAKES if fits(line, bare.split("#")[0], told)
    )
    return number, what, hint


def _find_twin(path: Path) -> str:
    twin = path.with_name(f"{path.name}.txt")
    if twin.is_file():
        return f"{twin.name} is there: Windows hides the ending .txt. Rename it to {path.name}."
    return "Check the name and the folder."


def _find_number(lines: list[str], told: str) -> int:
    """The number of the line at fault: a text or a list that is not closed begins before the line
    at which the library gives up.
    """
    found = _NUMBER.search(told)
    last = min(int(found[1]), len(lines)) if found else len(lines)
    for number in range(last, 0, -1):
        bare = _QUOTED.sub('""', lines[number - 1]).split("#")[0]
        unclosed = bare.count("[") > bare.count("]") and "=" in bare
        if "array" in told and unclosed:
            return number
        if "Unterminated" in told and bare.replace('""', "").count('"') % 2:
            return number
    while last > 1 and not lines[last - 1].strip():
        last -= 1
    return max(last, 1)


def _find_repeated(lines: Iterable[str]) -> tuple[int, str, str]:
    """The key that stands twice in one block, or the block that may not stand again."""
    keys: set[str] = set()
    met: dict[str, bool] = {}
    number = 1
    for number, line in enumerate(lines, start=1):
        if head := _HEAD.match(line):
            keys.clear()
            name, many = head[1], line.strip().startswith("[[")
            if name in met and not (many and met[name]):
                return number, f"[{name}] stands there before", _tell_brackets(name)
            met[name] = many
        elif key := _KEY.match(line):
            if key[1] in keys:
                return number, f'"{key[1]}" stands twice in one block', _NEW_BLOCK
            keys.add(key[1])
    return number, "something stands there twice", _NEW_BLOCK


def _tell_brackets(name: str) -> str:
    if name == "review":
        return "Put all its lines below one [review]."
    return f"Write [[{name}]], in double square brackets, above each of them."


def _holds(pattern: str) -> Callable[[str, str, str], bool]:
    """True where the pattern stands in the line, what is in quotation marks aside."""
    return lambda _line, bare, _told: re.search(pattern, bare) is not None


_SAVE = "In Notepad: File, Save as, and choose UTF-8 as the encoding."
_NEW_BLOCK = (
    "Take one of the two lines out, or begin the next child, person, agency or decision with a "
    "line of its own in double square brackets."
)
_DATE = "Write it as year-month-day with two figures each and no quotation marks: 2018-04-01."
_TEXT = 'Texts stand in straight quotation marks: name = "Robin Ashdown".'
_LIST = 'A list stands in square brackets, its texts parted by commas: aliases = ["Robin", "RA"].'
_NO_FOLDER = (
    "Write the name of the file alone, without its folder; or single quotation marks round the "
    "text."
)
_MARKS = (
    "A text begins and ends with a quotation mark; one that holds an apostrophe stands in double "
    "ones."
)
_ALONE = "Write every key with its value on a line of its own."
_MISTAKES: tuple[tuple[Callable[[str, str, str], bool], str, str], ...] = (
    (
        _holds("[\u00a0\u2007\u200b\u202f\u2060\ufeff]"),
        "a character that looks like a space and is none",
        "Type the line anew in Notepad.",
    ),
    (
        _holds("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019]"),
        "curly quotation marks",
        'Write straight ones: ". Word and Outlook make them curly; Notepad does not.',
    ),
    (
        lambda line, _bare, told: "\\" in line and ("Unescaped" in told or "hex" in told),
        "a backslash in a text",
        _NO_FOLDER,
    ),
    (_holds(r"=\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}"), "a date day first", _DATE),
    (_holds(r"=\s*\d{1,2}(st|nd|rd|th)?\s+[A-Za-z]{3,}"), "a date in words", _DATE),
    (_holds(r"=\s*\d{4}-\d{2}-\d{2}"), "a day that the calendar does not have", "Check the date."),
    (_holds(r"=\s*\d{4}[-/. ]\d{1,2}"), "a date that is not written in full", _DATE),
    (
        _holds(r"^\s*\[(?!(\[[\w.-]+\]\]|[\w.-]+\])\s*$)"),
        "a line in square brackets that is not as it should be",
        "Write [[child]], [[person]], [[agency]], [review] or [[decision]] alone on the line.",
    ),
    (
        lambda _line, bare, told: (
            "Unterminated" in told or any(c in bare.replace('""', "") for c in "\"'")
        ),
        "a quotation mark is missing, or one is too many",
        _MARKS,
    ),
    (lambda _line, _bare, told: "array" in told, "a list without its end or a comma", _LIST),
    (_holds(r"^\s*[\w-]+\s*:"), "a colon after the key", 'Write an equals sign: name = "...".'),
    (
        lambda _line, bare, _told: "=" not in bare,
        "no key with an equals sign and a value",
        'Write name = "..."; a remark begins with #.',
    ),
    (_holds(r"=\s*$"), "no value after the equals sign", "Write a value, or take the line out."),
    (_holds(r"^\s*="), "no key before the equals sign", "Write the key, or take the line out."),
    (_holds(r"=.*=(?!.*[{}])"), "more than one key on the line", _ALONE),
    (_holds(r"=\s*\[?\s*[^\W\d]"), "a text without quotation marks", _TEXT),
    (_holds(r"=\s*\["), "a list that is not as it should be", _LIST),
    (
        lambda _line, _bare, told: "newline" in told,
        "something stands behind the value",
        "A value ends its line: one pair of quotation marks round it, and # before a remark.",
    ),
    (
        lambda *_: True,
        "not as it should be",
        "Texts stand in quotation marks, dates as 2018-04-01 without them, one key a line.",
    ),
)
