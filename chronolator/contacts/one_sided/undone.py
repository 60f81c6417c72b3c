"""Words that tell that a contact did not come about."""

from chronolator.contacts.one_sided.cells import Cell
from chronolator.contacts.one_sided.phrases import Phrases


class Undone:
    """Reads the words before and behind a phrase that tells of a contact."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def is_put_off(self, cell: Cell, start: int, end: int) -> bool:
        """True where the words round it tell of what was not done, or failed, or of a plan: in its
        clause, or in all that stands behind "Plan:".
        """
        return bool(
            start >= cell.plans
            or self._phrases.planned.find(cell.lower, cell.clause_start(start), start)
            or self.is_hindered(cell, start)
            or self.fails(cell, end)
        )

    def is_hindered(self, cell: Cell, at: int) -> bool:
        """True where what stands before tells that it was not done, or not now, or by others."""
        first, clause = cell.sentence(at)[0], cell.clause_start(at)
        return bool(
            self._phrases.in_sentence.find(cell.lower, first, at)
            or self._phrases.in_clause.find(cell.lower, clause, at)
        )

    def fails(self, cell: Cell, at: int) -> bool:
        """True where what stands behind in the sentence tells so, or that nobody was reached."""
        end = cell.sentence(at)[1] if at < len(cell.lower) else at
        content = [start for start, _, _ in self._phrases.content.find(cell.lower, at, end)]
        stop = min((*content, *(dash for dash in cell.dashes if dash > at), end))
        if self._phrases.after.find(cell.lower, at, stop):
            return True
        failed = self._phrases.failed.find(cell.lower, at, end)
        if end + 1 < len(cell.lower) and self._phrases.failed.at(cell.lower, end + 1):
            failed, end = [*failed, (end, end, True)], cell.sentence(end + 1)[1]
        return bool(failed) and not self._phrases.left.find(cell.lower, at, end)
