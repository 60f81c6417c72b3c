"""What the cells of the columns that ask about the child answer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chronolator.model import Answer, Evidence, Field, Question, Reason
from chronolator.seen.boxes import Boxes, Choice
from chronolator.seen.cell_parts import read_parts
from chronolator.seen.cell_words import CellWords
from chronolator.seen.decide import Finding
from chronolator.seen.labels import Asked, Labels
from chronolator.seen.pieces import part_answers
from chronolator.seen.targets import Listener
from chronolator.seen.told import FIELDS, NAMES, Told, doubt, leave_to_named, restore
from chronolator.seen.whole_cells import WholeCells
from chronolator.words.fold import fold, holds_any

_BOXES = "boxes"
_SEVERAL = 2
_PIECE = re.compile(r"[^\n;]+")
_BESIDE = re.compile(r"\S.*?(?=\s+/\s|$)", re.DOTALL)
_MARK = re.compile(r"(?<!\w)[xX](?!\w)|\*")
_COUNTED = re.compile(r"\s*(\w+)\s*[-,(]?\s*[x\u00d7]\s?(\d)\)?\s*", re.IGNORECASE)
# A letter with no more of a word, and no other name in one list with it.
_LETTER = re.compile(r"[^\W\d_](?![\w/&+]|\s*(?:[/&+]|and\b|,\s*[^\W\d_]\b))")


class Cells:
    """The columns' words, ready to read cells."""

    def __init__(self, listener: Listener) -> None:
        """Prepare once for all cells."""
        self._listener = listener
        self._words = CellWords(listener)
        self._whole = WholeCells(listener, self._words)
        self._every = frozenset(range(len(listener.people.children.genders)))
        rules = listener.rules
        self._labels = Labels(rules.cells, self._words, self._every)
        self._groups = frozenset((*rules.subject_groups, *rules.people.both))
        self._boxes = Boxes(rules.cells)

    def read(self, cell: str, question: Question, day: date | None = None) -> list[Told]:
        """What the cell answers, piece by piece; nothing where it holds no words of the column.

        What is asked once more before an answer ("Child seen?: N", "RA: Y") tells whose it is at
        the most. Of boxes the words of those that were chosen are read. A name alone ("RA and WA")
        answers yes, or unclear where something beside it is not understood; beside an answer it
        says whose that is. Where a yes and a no say not whose they are, it is unclear. "Y x 3"
        answers for three, where the case has as many children, "Y RA+WA N JA" for each by name,
        and "all but RA" for all.
        """
        if question is Question.SEEN:
            masked = self._whole.mask_letters(self._whole.blank_counts(cell))
            if masked != cell:
                return [restore(one, cell) for one in self.read(masked, question, day)]
        counted = _COUNTED.fullmatch(cell)
        if counted and int(counted[2]) == len(self._every):
            told = self.read(cell[: counted.end(1)], question, day)
            if all(one.children is None for one in told):  # "RA x 2" is seen twice
                return [replace(one, children=self._every) for one in told]
        if question is not Question.VIEWS and (whole := self._whole.read(cell, question)):
            return whole
        told = [
            one
            for start, end, asked in self._list_pieces(cell, question)
            for one in self._read_piece(cell, question, start, end, asked, day)
        ]
        told = leave_to_named(told, self._groups)
        bare = {one.finding.answer for one in told if one.children is None}
        if {Answer.YES, Answer.NO} <= bare:
            unclear = Told(self._find(cell, question, Answer.UNCLEAR, 0, len(cell)), None)
            return [unclear, *(one for one in told if one.children is not None)]
        return told

    def read_letter(self, cell: str, question: Question, start: int = 0) -> Told | None:
        """What one letter answers with which the words begin, where it names nobody: "Y", "Y with
        mum", though a child is Y.
        """
        letter = _LETTER.match(cell, start)
        rule = self._words.find_rule(fold(letter[0]), question) if letter else None
        if letter is None or rule is None:
            return None
        words = Evidence(letter[0], FIELDS[question], *letter.span())
        return Told(Finding(question, rule.answer, rule.reason, (words,), rule.id), None)

    def read_company(self, cell: str) -> list[Told]:
        """What the cell that asks whether a child was seen says beside its answer of who was there:
        "Y, alone", "Yes with mum".
        """
        if not holds_any(fold(cell), self._words.telling_company):
            return []
        told: list[Told] = []
        for part in self._words.split(cell, 0, len(cell)):
            found = self._words.find_company(part)
            if found is not None:
                span = part.start, part.end
                evidence = Evidence(cell[slice(*span)], Field.CHILD_SEEN, *span)
                answer = found.answer, found.reason, (evidence,), found.rule
                told.append(Told(Finding(Question.ALONE, *answer), part.children or None))
        if len({one.finding.answer for one in told if one.children is None}) > 1:
            return [doubt(one) for one in told]  # "alone, mum present"
        return told

    def read_start(self, cell: str, question: Question) -> Finding | None:
        """What the first words of the cell answer, whatever it goes on with."""
        part = next(self._words.split(cell, 0, len(cell)), None)
        answer = part and self._words.find_answer(part, question, behind=False)
        if not part or not answer:
            return None
        evidence = Evidence(cell[part.start : part.end], FIELDS[question], part.start, part.end)
        return Finding(question, answer.answer, answer.reason, (evidence,), answer.rule)

    def skip_asked(self, text: str) -> int:
        """Where in the text what is asked once more ends: "views: " in "views: Declined"."""
        return self._labels.skip(text).end

    def is_unread(self, cell: str, told: list[Told] | None) -> bool:
        """True for a cell of which `read` told nothing, though it holds words and no boxes; not for
        questions that are asked once more and not answered ("RA seen: -"), nor where all that is
        answered is by whom.
        """
        return (
            not told
            and any(
                any(map(str.isalnum, cell[start:end]))
                and not self._words.names_workers_alone(cell, start, end)
                for start, end, _ in self._list_pieces(cell, Question.SEEN)
            )
            and self._boxes.read(cell, self._words.answers) is None
        )

    def blank_asked(self, cell: str) -> str:
        """The cell that asks who was seen, with nothing in place of what is asked once more."""
        blank = list(" " * len(cell))
        for start, end, _ in self._list_pieces(cell, Question.SEEN):
            blank[start:end] = cell[start:end]
        return "".join(blank)

    def part_asked(self, cell: str, question: Question) -> list[str]:
        """The cell; where it joins columns that ask several things of nobody by name, each answer
        at its place, and nothing beside it.
        """
        pieces = list(self._list_pieces(cell, question))
        if len(pieces) < _SEVERAL or not all(a.end and not a.children for _, _, a in pieces):
            return [cell]
        size = len(cell)
        return [cell[start:end].rjust(end).ljust(size) for start, end, _ in pieces]

    def _list_pieces(self, cell: str, question: Question) -> Iterator[tuple[int, int, Asked]]:
        """Where each line or half line answers, and what is asked before it."""
        for start, end in self._list_lines(cell, question):
            asked = self._labels.skip(cell[start:end])
            yield start + asked.end, end, asked

    def _list_lines(self, cell: str, question: Question) -> Iterator[tuple[int, int]]:
        """The lines and half lines of the cell; what a stroke parts too, where each part names a
        child and answers for it: "RA - Y / WA - N".
        """
        for line in _PIECE.finditer(part_answers(self._listener, cell)):
            parts = [
                (line.start() + one.start(), line.start() + one.end())
                for one in _BESIDE.finditer(line[0])
            ]
            if len(parts) > 1 and all(self._answers(cell, question, *part) for part in parts):
                yield from parts
            else:
                yield line.span()

    def _answers(self, cell: str, question: Question, start: int, end: int) -> bool:
        parts = list(self._words.split(cell, start, end))
        named = any(part.children for part in parts)
        return named and any(
            self._words.find_answer(part, question, behind=False) is not None for part in parts
        )

    def _read_piece(
        self,
        cell: str,
        question: Question,
        start: int,
        end: int,
        asked: Asked,
        day: date | None,
    ) -> list[Told]:
        choice = self._boxes.read(cell[start:end], self._words.answers)
        children = asked.children
        if children and (letter := self.read_letter(cell[:end], question, start)):
            told = [letter]  # "Tegan seen?: N", whose brother is N
        elif choice is None:
            told = self._read_words(cell, question, start, end, day)
        elif choice.crossed and (asked.marked or self._boxes.holds_tick(cell)):
            told = [Told(self._find(cell, question, Answer.NO, start, end), None)]
        else:
            told = self._read_choice(cell, question, start, end, choice, day)
        return [
            replace(one, children=children, asked=True)
            if children and one.children is None
            else one
            for one in told
            # Who was not spoken to may have been seen.
            if not (asked.of_speech and one.finding.answer is Answer.NO)
        ]

    def _read_choice(
        self,
        cell: str,
        question: Question,
        start: int,
        end: int,
        choice: Choice,
        day: date | None,
    ) -> list[Told]:
        if choice.ticked:
            return [Told(self._find(cell, question, Answer.YES, start, end), None)]
        if choice.crossed or (not choice.words and _MARK.search(cell[start:end])):
            return [Told(self._find(cell, question, Answer.UNCLEAR, start, end), None)]
        told = [
            one
            for a, b in choice.words
            for one in self._read_words(cell, question, start + a, start + b, day)
        ]
        for a, b in choice.crossed_out:
            beside = self._read_words(cell, question, start + a, start + b, day)
            told += [
                replace(one, finding=replace(one.finding, answer=Answer.NO))
                for one in beside
                if one.finding.rule == NAMES
            ]
        if choice.behind:
            a, b = choice.behind
            behind = self._read_words(cell, question, start + a, start + b, day)
            told += [one for one in behind if one.finding.answer is Answer.NO]  # "K ✓, not L"
        bare = [one for one in told if one.children is None]
        remarks = any(
            self._words.holds_doubt(cell[start + a : start + b], question) for a, b in choice.left
        )
        if remarks or len({one.finding.answer for one in bare}) > 1:
            return [Told(self._find(cell, question, Answer.UNCLEAR, start, end), None)]
        return told

    def _read_words(
        self, cell: str, question: Question, start: int, end: int, day: date | None
    ) -> list[Told]:
        """What the words from `start` to `end` answer, part by part."""
        parts = self._words.split(cell, start, end, day)
        return read_parts(self._words, cell, question, parts, self._every)

    def _find(self, cell: str, question: Question, answer: Answer, start: int, end: int) -> Finding:
        evidence = Evidence(cell[start:end], FIELDS[question], start, end)
        reason = Reason.UNREAD if answer is Answer.UNCLEAR else Reason.COLUMN
        return Finding(question, answer, reason, (evidence,), _BOXES)
