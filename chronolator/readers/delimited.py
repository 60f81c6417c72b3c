"""csv and tsv, in any encoding and with any delimiter -> one sheet of raw cells."""

import codecs
import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator

from chronolator.errors import ReaderError
from chronolator.model import Sheet
from chronolator.readers.workbooks import trim

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = ("cp1252", "mac_roman")
_USUAL = frozenset(
    "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u00a3\u00bd\u00b0\u00a0"
    "\u00e0\u00e1\u00e2\u00e4\u00e7\u00e8\u00e9\u00ea\u00eb\u00ed\u00ef\u00f1\u00f3\u00f4\u00f6\u00fa\u00fc\u00c9"
)
"""Characters that British records hold beside ASCII. Detectors that weigh whole languages take one
of these two encodings for the other where a return holds few of them."""
_DELIMITERS = ",;\t|"
_LOOKED_AT = 40
_SAMPLE_BYTES = 65_536
_LONGEST_FIELD = 2**31 - 1


def read_delimited(data: bytes, label: str) -> list[Sheet]:
    """The file as one sheet, its name "". Row numbers count records, the first being 1.

    A line `sep=;` names the delimiter and is no record. Raises `ReaderError` where it is no text.
    """
    text = decode(data, label)
    first, _, rest = text.partition("\n")
    if first.casefold().startswith("sep=") and len(first) == len("sep=;"):
        delimiter, text = first[-1], rest
    else:
        delimiter = find_delimiter(text)
    return [Sheet(label, "", trim(list(_list_records(text, delimiter))))]


def decode(data: bytes, label: str) -> str:
    """The text, its line ends as one character. UTF-8 if it is, else by its marks and letters."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _fold_lines(data.decode(encoding, "replace"))
    if encoding := _find_wide_encoding(data):
        return _fold_lines(data.decode(encoding, "replace"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        texts = [data.decode(encoding, "replace") for encoding in _WESTERN]
        text = max(texts, key=lambda one: sum(map(_USUAL.__contains__, one)))
    if "\x00" in text:
        if text.count("\x00") * 10 > len(text):
            raise ReaderError(
                f"{label}: neither a spreadsheet nor a text",
                hint="Ask the agency for the table as an Excel workbook.",
            )
        text = text.replace("\x00", " ")
    return _fold_lines(text)


def find_delimiter(text: str) -> str:
    """The character that parts most records of the beginning into the same number of cells."""
    sample = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])

    def regularity(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(record) for record in _list_records(sample, delimiter))
        widths.pop(0, None)
        width, often = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
        return (often, width) if width > 1 else (0, 0)

    return max(_DELIMITERS, key=regularity)


def _find_wide_encoding(data: bytes) -> str:
    sample = data[:_SAMPLE_BYTES]
    if len(sample) < 4:  # noqa: PLR2004  two characters of two bytes
        return ""
    share = len(sample) // 2 * 0.6
    if sample[1::2].count(0) > share:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > share else ""


def _fold_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _list_records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The records. A quotation mark that is never closed is taken as a character of its line, so
    that it does not swallow the records below it.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    lines = list(io.StringIO(text))
    start = 0
    while start < len(lines):
        reader = csv.reader(itertools.islice(lines, start, None), delimiter=delimiter, strict=True)
        done = 0
        try:
            for record in reader:
                yield record
                done = reader.line_num
        except csv.Error:
            start += done
            yield lines[start].rstrip("\n").split(delimiter)
            start += 1
        else:
            return
