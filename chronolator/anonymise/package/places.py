"""What a user calls the parts of a package, and which of them programs write."""

import re
from collections.abc import Mapping

from chronolator.anonymise.package.relations import list_relations

_OF_A_SHEET = {
    "/comments": "the comments on {}",
    "/threadedComment": "the comments on {}",
    "/vmlDrawing": "the comments on {}",
    "/table": "a table on {}",
    "/pivotTable": "a pivot table on {}",
    "/drawing": "a chart or picture on {}",
}
_DRAWING = "/drawing"
_NAMED = (
    (re.compile(r"word/document\d*\.xml"), "the document"),
    (re.compile(r"word/header\d*\.xml"), "a header"),
    (re.compile(r"word/footer\d*\.xml"), "a footer"),
    (re.compile(r"word/comments\w*\.xml"), "a comment"),
    (re.compile(r"word/(?:foot|end)notes\.xml"), "a footnote"),
    (re.compile(r"word/charts/.*"), "a chart"),
    (re.compile(r"word/people\.xml|xl/persons/.*"), "who wrote comments"),
    (re.compile(r"xl/workbook\.xml"), "the names of sheets and cells"),
    (re.compile(r"docProps/.*"), "the properties of the file"),
)
_BUILT = re.compile(
    r".*(?:styles|stylesWithEffects|fontTable|theme\d*|settings|webSettings|numbering|app"
    r"|itemProps\d*|\[Content_Types\])\.xml"
)
"""Parts whose texts programs write: they are replaced there, and nobody is looked for."""


def name_places(parts: Mapping[str, bytes], sheets: Mapping[str, str]) -> dict[str, str]:
    """The parts by what a user calls them. `sheets`: the name of each sheet, by its part."""
    named = {part: _name(part) for part in parts}
    for part, sheet in sheets.items():
        named[part] = f"{sheet}, outside its cells"
        for _, kind, place in list_relations(parts, part):
            form = next((one for end, one in _OF_A_SHEET.items() if kind.endswith(end)), "")
            if form:
                named[place] = form.format(sheet)
            if kind.endswith(_DRAWING):
                charts = (chart for _, _, chart in list_relations(parts, place))
                named |= dict.fromkeys(charts, form.format(sheet))
    return named


def _name(part: str) -> str:
    return next((words for form, words in _NAMED if form.fullmatch(part)), part)


def is_built(part: str) -> bool:
    """True for a part whose texts programs write."""
    return _BUILT.fullmatch(part) is not None
