"""What is explained, and how the files are read for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chronolator import journey
from chronolator.arranging import Followed, arrange
from chronolator.contacts.explain import PairExplained
from chronolator.errors import ReaderError
from chronolator.model import (
    Case,
    Chronology,
    Contact,
    Correction,
    Decision,
    DecisionsFile,
    Duplicate,
    Earlier,
    Entry,
    Event,
    Flag,
    Origin,
    Problem,
    Reading,
    Rules,
    Source,
)
from chronolator.readers.inputs import find_inputs
from chronolator.readers.passwords import AskPassword
from chronolator.returns import list_unread
from chronolator.seen.explain import Explanation
from chronolator.workers import Limits


@dataclass(frozen=True, slots=True)
class RowExplained:
    """An event of a row: the sheet and its columns, the cells, the event with its date, what is
    doubtful about it, and its answers. `repeats` says that it is held to be another row told twice,
    `kept` where that one stands (None: it is not). All of this is as the agency has it;
    `corrections` are the author's, in the workbook `corrected_in`, and `answered` the answers that
    are others by them.
    """

    source: Source | None
    entry: Entry
    event: Event
    problems: tuple[Problem, ...]
    repeats: Duplicate | None
    kept: Origin | None
    explanation: Explanation
    corrections: tuple[Correction, ...] = ()
    answered: tuple[Flag, ...] = ()
    corrected_in: str = ""


@dataclass(frozen=True, slots=True)
class Arranged:
    """What files hold, and its rows as events; of rows that were in the earlier workbook under
    another Ref what each is now, and why.
    """

    reading: Reading
    chronology: Chronology
    followed: Followed


@dataclass(frozen=True, slots=True)
class PairOfRows:
    """Two rows: held to be one row told twice (`duplicate`), or weighed as accounts of one contact
    (`pair`; None where one of them repeats a row), and the `contact` of which both are accounts.
    `decisions` are the author's about both of them, `parted` the reasons why two rows of one agency
    are not one row told twice. Where they are weighed, both are as the author's `corrections` left
    them. Where `a` is `b`, one row is named twice, and nothing is weighed.
    """

    a: Event
    b: Event
    duplicate: Duplicate | None
    pair: PairExplained | None
    contact: Contact | None
    decisions: tuple[Decision, ...] = ()
    parted: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unread: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """How files are read for an explanation: as for a merge. Of the `earlier` workbook the author's
    decisions are taken, and her corrections of a row that is explained.
    """

    case: Case
    rules: Rules
    name: str | None = None
    limits: Limits | None = None
    ask_password: AskPassword | None = None
    merged_on: date | None = None
    decisions: DecisionsFile | None = None
    earlier: Earlier | None = None

    def read(self, files: Sequence[Path], among: Sequence[Path | str] = ()) -> Arranged:
        """What the files and those `among` which they stand hold, and their rows as events. Raises
        `ReaderError` where one of `files` cannot be read; the others are told as problems.
        """
        reading = journey.read(
            [*files, *among],
            self.case,
            rules=self.rules,
            reader=self.name,
            limits=self.limits,
            ask_password=self.ask_password,
        )
        wanted = {file.resolve() for file in files}
        found = find_inputs([*files, *among])
        labels = {one.label for one in found if one.path.resolve() in wanted}
        for problem in list_unread(reading.problems):
            if problem.origin.file in labels:
                raise ReaderError(problem.message, hint=problem.hint)
        chronology, followed = arrange(
            reading,
            self.case,
            rules=self.rules,
            decisions=self.decisions,
            earlier=self.earlier,
            merged_on=self.merged_on,
        )
        return Arranged(reading, chronology, followed)
