"""A hidden sheet put back into a workbook."""

import re
from itertools import count

from chronolator.anonymise.package.markup import decode
from chronolator.anonymise.package.relations import TYPES, name_relations
from chronolator.anonymise.package.workbook import WORKBOOK

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_IDS = re.compile(r'\bsheetId="(\d+)"')
_END_OF_SHEETS = re.compile(r"</((?:\w+:)?)sheets>")
_STYLE = re.compile(r'(<(?:\w+:)?(?:c|row|col)\b[^>]*?)\s(?:s|style)="\d+"')


def add_sheet(parts: dict[str, bytes], name: str, data: bytes) -> None:
    """Put the sheet behind the others, very hidden. Its cells lose their styles, whose numbers
    another program may have changed.
    """
    markup = decode(parts[WORKBOOK])
    if f'name="{name}"' in markup:
        return
    relations = name_relations(WORKBOOK)
    told = decode(parts[relations])
    number = next(one for one in count(1) if f"xl/worksheets/chron{one}.xml" not in parts)
    part = f"xl/worksheets/chron{number}.xml"
    label = next(f"rIdChron{one}" for one in count(1) if f'"rIdChron{one}"' not in told)
    parts[part] = _STYLE.sub(r"\1", decode(data)).encode()
    parts[relations] = told.replace(
        "</Relationships>",
        f'<Relationship Id="{label}" Type="{_RELATION}/worksheet" '
        f'Target="worksheets/chron{number}.xml"/></Relationships>',
    ).encode()
    parts[TYPES] = (
        decode(parts[TYPES])
        .replace("</Types>", f'<Override PartName="/{part}" ContentType="{_TYPE}"/></Types>')
        .encode()
    )
    sheet_id = max(map(int, _IDS.findall(markup)), default=0) + 1

    def add(end: re.Match[str]) -> str:
        return (
            f'<{end[1]}sheet name="{name}" sheetId="{sheet_id}" state="veryHidden" '
            f'xmlns:r="{_RELATION}" r:id="{label}"/>{end[0]}'
        )

    parts[WORKBOOK] = _END_OF_SHEETS.sub(add, markup, count=1).encode()
