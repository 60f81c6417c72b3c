"""What the author decided so far, and room to decide more, as the rows of a sheet."""

from chronolator.columns import (
    DECISIONS_HEADINGS,
    DECISIONS_SHEET,
    FOLLOWED,
    NOT_FOLLOWED,
    NOT_READ,
    ON_LINE,
    ROW_MARK,
    THIS_WORKBOOK,
    UNKNOWN_ROW,
)
from chronolator.model import Chronology, Decision, DecisionKind
from chronolator.rows import RowValue
from chronolator.write.workbook.tables import Finding, Heading

_PURPOSE = "What you decided so far, what became of it, and room to decide of any rows."
_ROOM = 200
"""So many rows below the table offer the choices too."""
_ASK_KIND = "Choose what you decide of the rows that you name beside it."
_ASK_REFS = (
    "The Refs of two rows or more, as in the column Ref of the chronology, parted by commas, "
    "spaces or lines."
)
_ASK_WHY = "Your reason, if you like: it stands beside what follows from it."
_MORE = (
    "To decide something more, choose it in the first cell of this row, or of any row below, write "
    "the Refs of the rows in the second, and merge again. To take a decision back, delete its row "
    "and merge again. Of one contact, or of one row told twice, you can decide on the sheets "
    "Contacts, Possible contacts and Duplicates too."
)


def list_decisions(chronology: Chronology) -> Finding:
    """The decisions, those of a file first, then what she wrote and cannot be read; the last row
    says how to add one.
    """
    kind, refs, why, tell, became, written = DECISIONS_HEADINGS
    rows = [_tell(one) for one in chronology.decisions]
    rows += [
        (one.kind, one.refs, one.why, "", f"{NOT_READ}: {one.wrong}", "")
        for one in chronology.unread
    ]
    rows.append(("", "", "", _MORE, "", ""))
    return Finding(
        DECISIONS_SHEET,
        (
            Heading(kind, 18, asks=_ASK_KIND, choices=tuple(DecisionKind)),
            Heading(refs, 17, asks=_ASK_REFS),
            Heading(why, 40, asks=_ASK_WHY),
            Heading(tell, 70),
            Heading(became, 42),
            Heading(written, 20),
        ),
        rows,
        purpose=_PURPOSE,
        counts=len(chronology.decisions),
        place=1,
        room=len(rows) + _ROOM,
        identity=((tell,),),
    )


def _tell(decision: Decision) -> tuple[RowValue, ...]:
    line = f"{ON_LINE}{decision.line}" if decision.line else ""
    became = FOLLOWED if decision.honoured else NOT_FOLLOWED
    return (
        decision.kind.value,
        "\n".join(decision.events),
        decision.why,
        "\n".join(f"{ROW_MARK}{row or UNKNOWN_ROW}" for row in decision.rows),
        "\n".join(filter(None, (became, decision.remark))),
        f"{decision.written}{line}" if decision.written else THIS_WORKBOOK,
    )
