"""Where the author's corrections go: each to its row as it is now, or it waits for one."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chronolator.columns import CORRECTED_KEYS, cell_hash, key_of_child, list_columns
from chronolator.model import Case, CorrectedCell, Earlier, Event, Question
from chronolator.notes.ways import Ways


@dataclass(frozen=True, slots=True)
class Settled:
    """Her answers, and what she wrote in other cells, by the event's id and the column's key; and
    what is `homeless`: its row or its child is gone, or other words of hers stand there already.
    """

    answers: dict[tuple[str, str], str] = field(default_factory=dict)
    cells: dict[tuple[str, str], CorrectedCell] = field(default_factory=dict)
    homeless: tuple[CorrectedCell, ...] = ()


def settle_corrections(
    corrected: Sequence[CorrectedCell],
    earlier: Earlier,
    ways: Ways,
    case: Case,
    own: Sequence[Event] = (),
) -> Settled:
    """The `corrected` cells, and the answers in the author's own rows, each at its row.

    The answers about a child that was renamed
    in the case file go by the heading of their column, as her notes do. That an agency has another
    name now is no change of what it said.
    """
    asked = {key_of_child(question, child) for child in case.children for question in Question}
    now = {column.heading.casefold(): column.key for column in list_columns(case)}
    renamed = {
        column.key: now.get(column.heading.casefold(), "")
        for column in list_columns(earlier.case)
        if column.key not in asked
    }
    settled = Settled()
    homeless = []
    homes = {**ways.homes, **{event.id: event.id for event in own}}
    names = {cell_hash(old): cell_hash(new) for old, new in ways.renamed.items()}
    in_own = (
        CorrectedCell(event.id, key, said)
        for row, event in zip(earlier.own, own, strict=True)
        for key, said in row.answers.items()
    )
    for one in (*corrected, *in_own):
        event = homes.get(one.event, "")
        key = renamed.get(one.field, one.field)
        place = event, key
        if event and key in asked:
            home = settled.answers.setdefault(place, one.author_said) == one.author_said
        elif event and one.field in CORRECTED_KEYS:
            was = names.get(one.was or "", one.was) if key == "agency" else one.was
            there = settled.cells.setdefault(place, replace(one, event=event, was=was))
            home = there.author_said == one.author_said
        else:
            home = False
        if not home:
            homeless.append(one)
    return replace(settled, homeless=tuple(homeless))
