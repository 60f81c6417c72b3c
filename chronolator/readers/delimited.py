"""csv and tsv, in any encoding and with any delimiter -> one sheet of raw cells."""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator

from chronolator.model import Sheet
from chronolator.readers.encodings import decode
from chronolator.readers.workbooks import trim

_DELIMITERS = ",;\t|"
_LOOKED_AT = 40
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


def find_delimiter(text: str) -> str:
    """The character that parts most records of the beginning into the same number of cells."""
    sample = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])

    def regularity(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(record) for record in _list_records(sample, delimiter))
        widths.pop(0, None)
        width, often = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
        return (often, width) if width > 1 else (0, 0)

    return max(_DELIMITERS, key=regularity)


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
