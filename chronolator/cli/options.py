"""The options that several commands share, each described once."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show

DEFAULT_TARGET = Path("integrated-chronology.xlsx")
"""Where a merge writes unless another place is named: the workbook in which the author writes."""
COPY_TARGET = Path("integrated-chronology-by-contact.xlsx")
"""Where the copy for reading goes unless another place is named."""
OPENS_FILES = "chronolator.readers.open"
"""What the worker imports while the command itself still starts."""

_WRITTEN = ("%Y-%m-%d", "%d/%m/%Y")


def read_day(written: str) -> date:
    """The day written as 2018-04-01 or 01/04/2018, in no other way."""
    for form in _WRITTEN:
        try:
            return datetime.strptime(written.strip(), form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    raise typer.BadParameter(
        f'"{show.clean(written)}" is no date. Write it as 2018-04-01 or 01/04/2018.'
    )


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, or patterns such as agency/*.xlsx. Without one: the folder agency.",
        show_default=False,
    ),
]
CaseFile = Annotated[
    Path | None,
    typer.Option(
        "--case",
        metavar="FILE",
        help="The case file. Without it: case.toml in this folder, if there is one.",
        show_default=False,
    ),
]
DecisionsPath = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="What you decided of rows. Without it: decisions.toml here, if there is one.",
        show_default=False,
    ),
]
NotesFrom = Annotated[
    Path | None,
    typer.Option(
        "--notes-from",
        metavar="FILE",
        help="Take what you wrote (notes, corrections, rows, decisions) from this workbook. "
        f"Without it: from the one that is replaced; for .docx, .html, .json and .csv "
        f"from {DEFAULT_TARGET} here.",
        show_default=False,
    ),
]
Collapse = Annotated[
    bool,
    typer.Option(
        "--collapse",
        help="One row a contact, every agency's words under its name: a copy for reading. Without "
        f"-o: {COPY_TARGET}. Notes go into the full workbook; it shows them.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--columns",
        metavar="LIST",
        help="Only these columns, in this order, for .docx and .csv: headings or keys parted by "
        "commas, as “date, agency, What the agency recorded, seen”.",
        show_default=False,
    ),
]
WithNotes = Annotated[
    bool,
    typer.Option(
        "--with-notes",
        help="Show your review columns in a .docx or .html file too. The others have them always.",
    ),
]
Children = Annotated[
    list[str] | None,
    typer.Option("--child", metavar="NAME", help="A subject child. May be given several times."),
]
From = Annotated[
    date | None,
    typer.Option(
        "--from",
        metavar="DATE",
        parser=read_day,
        help="First day of the review period, as 2018-04-01 or 01/04/2018.",
    ),
]
To = Annotated[
    date | None,
    typer.Option(
        "--to",
        metavar="DATE",
        parser=read_day,
        help="Last day of the review period.",
    ),
]
RulesFolder = Annotated[
    Path | None,
    typer.Option("--rules", metavar="FOLDER", help="Your board's own rules, laid over ours."),
]
ReaderName = Annotated[
    str | None,
    typer.Option("--reader", metavar="NAME", help="Read every sheet with this reader."),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Say only what went wrong.")]
LimitSeconds = Annotated[
    float | None,
    typer.Option("--limit-seconds", metavar="N", min=0.1, help="Longest time for one file."),
]
LimitMemory = Annotated[
    int | None,
    typer.Option("--limit-memory", metavar="MB", min=64, help="Most memory for one file."),
]
