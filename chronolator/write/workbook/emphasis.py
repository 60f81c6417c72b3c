"""A text with some of its words set off: what is evidence, what was struck out, whose they are."""

from collections.abc import Sequence

from xlsxwriter.format import Format

from chronolator import model
from chronolator.write.evidence import PLAIN, Look
from chronolator.write.workbook.checked import CheckedSheet
from chronolator.write.workbook.formats import Formats

_PROPERTIES: dict[Look, dict[str, bool | int]] = {
    Look.EVIDENCE: {"bold": True, "underline": 1},
    Look.WITHDRAWN: {"font_strikeout": True},
    Look.NAME: {"bold": True},
}


class Emphasis:
    """Writes texts in pieces."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._runs: dict[tuple[Look, int], Format] = {}

    def put(
        self,
        sheet: CheckedSheet,
        row: int,
        column: int,
        pieces: Sequence[tuple[Look, str]],
        cell_format: Format,
        hers: model.Look = model.PLAIN_LOOK,
    ) -> None:
        """Write one text in pieces, none empty, each in its look and in the cell's size; the cell's
        format holds for what is plain. `hers` is what the author made of the cell's look.
        """
        size = int(cell_format.font_size)
        cell_format = self._formats.dress(cell_format, hers)
        if all(look is PLAIN for look, _ in pieces):
            sheet.put(row, column, "".join(words for _, words in pieces), cell_format)
            return
        if len(pieces) == 1:
            look, words = pieces[0]
            if Look.WITHDRAWN not in look or len(words) == 1:
                whole = self._formats.body(font_size=size, **_list_properties(look))
                sheet.put(row, column, words, self._formats.dress(whole, hers))
                return
            # Of one run alone XlsxWriter makes no rich string.
            pieces = [(look, words[:1]), (look, words[1:])]
        runs: list[tuple[Format | None, str]] = [
            (self._formats.dress(self._style(look, size), hers), words) for look, words in pieces
        ]
        if pieces[0][0] is PLAIN:
            runs[0] = (None, runs[0][1])
        sheet.put_runs(row, column, runs, cell_format)

    def _style(self, look: Look, size: int) -> Format:
        if (look, size) not in self._runs:
            made = self._formats.make(font_size=size, **_list_properties(look))
            self._runs[look, size] = made
        return self._runs[look, size]


def _list_properties(look: Look) -> dict[str, bool | int]:
    return {key: value for one in look for key, value in _PROPERTIES[one].items()}
