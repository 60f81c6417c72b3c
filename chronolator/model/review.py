"""What the overview author wrote in an earlier workbook, and what became of it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, time

from chronolator.model.case import Case
from chronolator.model.events import Event, When
from chronolator.model.fields import DecisionKind, Qualifier
from chronolator.model.findings import Flag
from chronolator.model.history import Happening
from chronolator.model.looks import Jotting, OwnSheet, SheetLook
from chronolator.model.sheets import Entry, Origin, Problem, Source

IN_OTHER_WORDS = "the agency's words were changed"
"""How it begins to be told by what a row is known that is the same in other words."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the author wrote in `column` beside the event `id`: its `text`, and the `value` of the
    cell where that is a number, a day or a time of day.
    """

    id: str
    column: str
    text: str
    value: int | float | date | time | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What the author is to check beside an event: by what it was found, other than its id, when
    something of hers was carried to it, and the row as it was. She empties it to confirm.
    """

    event: str
    text: str


@dataclass(frozen=True, slots=True)
class UnplacedNote:
    """A note that stands beside no row, with the row as it was: its date as written, its `day`
    where one is known, agency and words. The id of the note is "" where its row is not known.

    `why` says how it came here, "" where its row is gone. `candidates` are the ids of rows that may
    be meant, the likeliest first. `place_at` is what the author wrote for the row that she means.
    """

    note: Note
    written: str
    agency: str
    row_text: str
    day: date | None = None
    why: str = ""
    candidates: tuple[str, ...] = ()
    place_at: str = ""

    @property
    def row(self) -> Event:
        """The row as it was, as far as that is known."""
        known = Qualifier.EXACT if self.day else Qualifier.UNDATED
        when = When(self.written, self.day, self.day, qualifier=known)
        return Event(self.note.id, when, self.agency, self.row_text, Origin(""))


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell that the author corrected. `field` is a fixed key of `chronolator.columns`.

    `author_said` is what she wrote, as she wrote it: "" where she emptied the cell. `changed`: the
    agency has changed the cell since, and she has not decided; hers stands until then. `counts` is
    false where what she wrote cannot be read: it is kept, and the agency's goes on counting.
    """

    event: str
    field: str
    agency_said: str
    author_said: str
    changed: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True)
class CorrectedCell:
    """A cell that the author corrected, as an earlier workbook holds it.

    `field` and `author_said` are those of a `Correction`. `was` is the short hash of what the
    agency said then, "" of an empty cell; None where that is not known. `changed`: the agency had
    changed it since, and the author had not decided.
    """

    event: str
    field: str
    author_said: str
    was: str | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What the author decided of two or more rows; it stands over any weight.

    `events` are their ids, `rows` what each of them tells, in one line ("" where that is not
    known). `why` is hers. `written` is the name of the file that holds it, "" for the workbook, and
    `line` where it begins there, 0 where that is not known.
    `honoured` is false where it could not be followed, and `remark` says why; of one that is
    followed it says how its rows were found, where that was not by their ids.
    """

    kind: DecisionKind
    events: tuple[str, ...]
    why: str = ""
    written: str = ""
    line: int = 0
    rows: tuple[str, ...] = ()
    honoured: bool = False
    remark: str = ""

    @property
    def place(self) -> str:
        """The file that holds it, and the line where that is known; "" for the workbook."""
        return f"{self.written}, line {self.line}" if self.line else self.written

    @property
    def says(self) -> tuple[DecisionKind, frozenset[str]]:
        """What two decisions have in common that say the same."""
        return self.kind, frozenset(self.events)


@dataclass(frozen=True, slots=True)
class UnreadDecision:
    """What the author wrote as a decision in a workbook, cell by cell, and what is `wrong` with it:
    it counts for nothing until she mends it.
    """

    kind: str
    refs: str
    why: str
    wrong: str


@dataclass(frozen=True, slots=True)
class DecisionsFile:
    """A file of decisions as read; its `name` is without folders."""

    name: str
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """Which rows, two and two by their ids, the author holds together and which apart.

    No row that is held together with another, directly or through a third, is held apart from it.
    `whys` are her words for two rows that she holds together.
    """

    together: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    whys: dict[frozenset[str], str] = field(default_factory=dict)

    def join(self, known: Collection[str]) -> tuple[frozenset[str], ...]:
        """The groups of the `known` rows that are held together, directly or through each other."""
        groups: dict[str, set[str]] = {}
        for pair in self.together:
            if all(row in known for row in pair):
                joined = set(pair).union(*(groups.get(row, ()) for row in pair))
                groups |= dict.fromkeys(joined, joined)
        return tuple({min(group): frozenset(group) for group in groups.values()}.values())

    def parts(self, some: Collection[str], others: Collection[str]) -> bool:
        """True where one of the rows is held apart from one of the others."""
        return bool(self.apart) and any(
            frozenset((one, other)) in self.apart for one in some for other in others
        )


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of the author's, as she wrote it: the row, her notes, which have no id yet, and her
    answers by the fixed key of their column. `read` is when it was as far as chron had read it
    before, and `kept` are the columns' keys of those cells of its day and times that are since as
    chron wrote them.
    """

    entry: Entry
    notes: tuple[Note, ...]
    answers: dict[str, str]
    read: When = field(default=When(""))
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier workbook of ours as read.

    `events` are its rows that have a Ref, as their agencies told them as far as that is known,
    `flags` the answers in their cells as they stand now, `own` the author's rows. `notes` was
    written in review and author's columns, `checks` are those that she has not confirmed,
    `unplaced` had no row. `corrections` are the answers and the cells of events that the author
    corrected, `sources` the returns it was made from, `author_columns` the headings that are none
    of ours, `renamed` hers of review columns, `not_carried` cells and rows that were changed and
    cannot be carried, each in words,
    `deleted` the ids of rows that she deleted. `looks` is how she dressed the sheet, `own_sheets`
    are those that she added, `jottings` what stands beside the findings, and `tables` how she left
    the columns of their sheets. `left_behind` tells in
    sentences what else of hers cannot be carried, and `kept_as` names the file in which it stands
    after the merge ("": its backup). `decided` are the decisions that she wrote since, `decisions`
    those of before, as the workbook lists them, `unread` what is meant as one and cannot be read,
    and `doubts` tell of what cannot be understood.
    `repeated` are rows that repeat another word for word, or of which she decided so. `history` is
    what earlier merges changed, the newest first. `taken_out` are by the ids of the rows the short
    hashes of what stood in columns of the event that she deleted, by the columns' keys.
    """

    path: str
    case: Case
    events: tuple[Event, ...] = ()
    flags: tuple[Flag, ...] = ()
    own: tuple[OwnRow, ...] = ()
    notes: tuple[Note, ...] = ()
    checks: tuple[Check, ...] = ()
    unplaced: tuple[UnplacedNote, ...] = ()
    corrections: tuple[CorrectedCell, ...] = ()
    sources: tuple[Source, ...] = ()
    author_columns: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    not_carried: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    looks: SheetLook = field(default_factory=SheetLook)
    own_sheets: tuple[OwnSheet, ...] = ()
    jottings: tuple[Jotting, ...] = ()
    tables: dict[str, SheetLook] = field(default_factory=dict)
    left_behind: tuple[str, ...] = ()
    kept_as: str = ""
    decided: tuple[Decision, ...] = ()
    decisions: tuple[Decision, ...] = ()
    unread: tuple[UnreadDecision, ...] = ()
    doubts: tuple[Problem, ...] = ()
    repeated: tuple[Event, ...] = ()
    history: tuple[Happening, ...] = ()
    taken_out: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def kept_in(self) -> str:
        """Where all that it holds can still be looked up, as a sentence."""
        if self.kept_as == self.path:
            return f"It stands in {self.path}."
        return f"It stands in the backup{self.kept_as and f', {self.kept_as}'}."
