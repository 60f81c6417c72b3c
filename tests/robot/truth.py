"""What each row is in the returns that came later: what the robot knows, and the tool does not."""

from collections import defaultdict
from dataclasses import dataclass, field

from tests.robot.returns import Record
from tests.robot.shown import Row


@dataclass(slots=True)
class Truth:
    """What each row of the workbook that she saved is in the returns merged since."""

    before: dict[int, Record] = field(default_factory=dict)
    after: dict[int, Record] = field(default_factory=dict)
    children: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    refs: dict[str, int] = field(default_factory=dict)
    """The records of the Refs of that workbook."""
    same: set[int] = field(default_factory=set)
    """The rows that stand word for word in the returns merged since."""
    headings: frozenset[str] = frozenset()
    """Of the tool's own columns."""

    def tell_change(self, owner: int | None) -> str:
        if owner is None or owner < 0 or owner in self.same:
            return ""
        told = [self.after[one].change for one in self.children[owner]]
        return next((one for one in told if one), "") if told else "dropped"

    def is_as_it_was(self, row: Row, owner: int | None) -> bool:
        """If the row tells word for word what the owner told: a corrected return stands beside the
        one before it.
        """
        now = self.after.get(row.record or 0)
        return now is not None and owner in now.parents and not now.change
