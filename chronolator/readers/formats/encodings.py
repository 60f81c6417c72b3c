"""Bytes of a text -> the text, whatever it was saved with.

Detectors that weigh whole languages take one Western encoding for another where a return holds few
characters beside ASCII, as English records do; here the characters themselves decide.
"""

import codecs
import itertools
import re

from chronolator.errors import ReaderError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NARROW = ("utf-8", "cp1252", "mac_roman", "iso8859_14", "cp850")
"""Where a text is no pure UTF-8: UTF-8 with a character cut off, Windows, old Macs, Welsh, DOS."""
_SIGNS = frozenset(
    "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u00a3\u20ac\u00bd\u00bc\u00be\u00b0\u00a0"
)
_LETTERS = frozenset(
    "\u00e0\u00e1\u00e2\u00e4\u00e7\u00e8\u00e9\u00ea\u00eb\u00ed\u00ee\u00ef\u00f1\u00f3\u00f4\u00f6\u00f8"
    "\u00fa\u00fb\u00fc\u00c1\u00c9\u00cd\u00d3\u00d6\u0142\u015b\u017e\u0161\u0175\u0177\u0174\u0176"
)
"""What British records hold beside ASCII: signs, and letters in names, Welsh ones too."""
_NEVER_IN_WORDS = frozenset("\u2026\u2022\u00a3\u20ac\u00bd\u00bc\u00be\u00b0")
"""No letter follows these directly, as it does a quotation mark or a dash."""
_SIGN, _LETTER, _STRANGE = 2, 1, -2
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f]")
"""What stands in no text, and for a tenth of the bytes of what is damaged or encrypted."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_MOST_BEYOND = 20_000
_WIDE = {"x000": "utf-32-le", "000x": "utf-32-be", "x0x0": "utf-16-le", "0x0x": "utf-16-be"}
"""By which of four bytes are zeros in text that is mostly Western."""
_SAMPLE_BYTES = 65_536
_BEGINNING = 8_192


def decode(data: bytes, label: str, told: str = "") -> str:
    """The text, its line ends as one character.

    A byte order mark decides; then the encoding that the text is `told` to have, where it fits;
    then zeros that stand as in UTF-16 or UTF-32; then UTF-8, if it is; then the characters. Raises
    `ReaderError` where it is no text.
    """
    text, sure = _decode(data, told)
    strange = 0 if sure else sum(1 for _ in _CONTROL.finditer(text))
    if text.count("\x00") * 10 > len(text) or strange * 20 > len(text):
        raise ReaderError(
            f"{label}: neither a spreadsheet nor a text",
            hint="Ask the agency for the table as an Excel workbook.",
        )
    return _fold_lines(text.replace("\x00", " "))


def show_beginning(data: bytes) -> str:
    """The first few thousand characters in small letters, to see what kind of text it is."""
    text = _fold_lines(_decode(data[:_BEGINNING], "")[0])
    return text.lstrip("\ufeff \t\n").casefold()


def _decode(data: bytes, told: str) -> tuple[str, bool]:
    """The text, and if that is sure: by its mark, its zeros, what it is told to have, or UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), True
    if encoding := _find_wide(data):
        return data.decode(encoding, "replace"), True
    for encoding in filter(None, (told, "utf-8")):
        try:
            return data.decode(encoding), True
        except (UnicodeDecodeError, LookupError):
            continue
    texts = [data.decode(encoding, "replace") for encoding in _NARROW]
    return max(texts, key=_weigh), False


def _weigh(text: str) -> int:
    """How much like a British record the characters beside ASCII are."""
    weight = 0
    for found in itertools.islice(_BEYOND.finditer(text), _MOST_BEYOND):
        character, place = found[0], found.start()
        before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
        if character in _SIGNS:
            weight += 0 if character in _NEVER_IN_WORDS and after.isalpha() else _SIGN
        elif character in _LETTERS:
            weight += _LETTER if before.isalpha() or after.isalpha() else 0
        else:
            weight += _STRANGE
    return weight


def _fold_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _find_wide(data: bytes) -> str:
    """The encoding of two or four bytes a character in which the zeros of the text stand so."""
    sample = data[:_SAMPLE_BYTES]
    if len(sample) < 4:  # noqa: PLR2004  two characters of two bytes
        return ""
    places = [sample[place::4] for place in range(4)]
    zeros = "".join("0" if place.count(0) > 0.6 * len(place) else "x" for place in places)
    return _WIDE.get(zeros, "")
