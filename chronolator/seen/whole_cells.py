"""Cells that answer as a whole for several children: "Y RA+WA N JA", "all but RA"."""

import re
from collections.abc import Iterator

from chronolator.model import Answer, Evidence, Question, Reason
from chronolator.seen.cell_words import CellWords
from chronolator.seen.decide import Finding
from chronolator.seen.runs import find_left_out, find_runs
from chronolator.seen.targets import Listener
from chronolator.seen.told import FIELDS, NAMES, Told
from chronolator.words.fold import fold, holds_any

_COUNTS = re.compile(r"\s*(\d)\s*/\s*(\d)\b")


class WholeCells:
    """The columns' words, ready to read such cells."""

    def __init__(self, listener: Listener, words: CellWords) -> None:
        """Prepare once for all cells."""
        self._listener = listener
        self._words = words
        self._answers = frozenset(listener.rules.cells.answers)
        self._denied = frozenset(listener.rules.cells.denied)
        self._every = frozenset(range(len(listener.people.children.genders)))
        rules = listener.rules
        self._doubts = (*rules.presence.absent, *rules.presence.away, *rules.cells.doubts)
        self._denying = frozenset(rules.cells.denying)
        letters = "|".join(re.escape(one.upper()) for one in rules.cells.doubtful)
        self._letters = re.compile(rf"(?<![\w.'])(?:{letters})(?![\w.'])")
        self._sighted = frozenset(rules.cells.of_sight)

    def read(self, cell: str, question: Question) -> list[Told]:
        """What the cell answers for each child by name, or by how many were seen ("3 / 3 seen" of a
        case of three); nothing for other cells.
        """
        counts = _COUNTS.match(cell) if question is Question.SEEN else None
        if counts and self._tells_all(cell, counts):
            start = len(cell) - len(cell.lstrip())
            words = (Evidence(cell[start : counts.end()], FIELDS[question], start, counts.end()),)
            answer = Answer.NO if counts[2] == "0" else Answer.YES
            return [Told(Finding(question, answer, Reason.COLUMN, words, NAMES), self._every)]
        if runs := list(self._read_runs(cell, question)):
            return runs
        out = find_left_out(self._listener, cell)
        if not out:
            return []
        words = (Evidence(cell, FIELDS[question], 0, len(cell)),)
        return [
            Told(Finding(question, answer, Reason.COLUMN, words, NAMES), children)
            for answer, children in ((Answer.YES, self._every - out), (Answer.NO, out))
        ]

    def blank_counts(self, cell: str) -> str:
        """The cell without how many of the children were seen, where it goes on to tell which."""
        counts = _COUNTS.match(cell)
        if not counts or int(counts[1]) != len(self._every) or self._tells_all(cell, counts):
            return cell
        return " " * counts.end() + cell[counts.end() :]

    def mask_letters(self, cell: str) -> str:
        """The cell without an "S" that may be somebody or an agency, where no "NS" is beside it; a
        child's letter stays.
        """
        if self._words.lettered or self._denying.intersection(fold(cell).split()):
            return cell
        return self._letters.sub(lambda one: "#" * len(one[0]), cell)

    def _tells_all(self, cell: str, counts: re.Match[str]) -> bool:
        """True where all or none were seen, and nothing behind it takes that back."""
        if int(counts[1]) != len(self._every) or counts[2] not in {"0", counts[1]}:
            return False
        behind = cell[counts.end() :]
        told = fold(behind)
        if counts[2] == "0" or not told or told in self._sighted:
            return True
        return behind.lstrip().startswith(".") and not holds_any(told, self._doubts)

    def _read_runs(self, cell: str, question: Question) -> Iterator[Told]:
        for run in find_runs(self._listener, cell, self._answers, self._denied):
            rule = self._words.find_rule(run.answer, question)
            if rule is not None:
                words = Evidence(cell[run.start : run.end], FIELDS[question], run.start, run.end)
                finding = Finding(question, rule.answer, rule.reason, (words,), rule.id)
                yield Told(finding, run.children)
