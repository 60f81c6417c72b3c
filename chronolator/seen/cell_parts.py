"""From the parts of a cell that asks to what it answers, and for whom."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from chronolator.model import Answer, Evidence, Question, Reason
from chronolator.seen.cell_words import CellWords
from chronolator.seen.decide import Finding
from chronolator.seen.parts import Part
from chronolator.seen.told import FIELDS, NAMES, Told, doubt
from chronolator.words.mention import NOBODY

_APART = -1  # no sentence of the cell: an answer for the others is none for those named
_LONGEST_OTHERS = 3  # words: "the other children"


def read_parts(
    words: CellWords,
    cell: str,
    question: Question,
    parts: Iterable[Part],
    everyone: frozenset[int],
) -> list[Told]:
    """What the parts answer, one by one. Of names with no answer behind them a yes is understood,
    but where children are asked for their views. "Others" are all but those named before.
    """
    reader = _Reader(words, cell, question)
    for part in _name_others(words, parts, everyone):
        reader.read(part)
    return reader.finish()


def _name_others(
    words: CellWords, parts: Iterable[Part], everyone: frozenset[int]
) -> Iterator[Part]:
    named: frozenset[int] = NOBODY
    for part in parts:
        rest = _leave_others(part.rest, words.others)
        if named and rest in words.after_others and not part.children:
            others = everyone - named
            yield replace(part, children=others, rest=rest, leads=False, sentence=_APART)
        else:
            named |= part.children
            yield part


def _leave_others(rest: str, others: frozenset[str]) -> str | None:
    """What is said of the others, where the words begin with these: "others not"; or None."""
    words = rest.split()
    for size in range(1, min(len(words), _LONGEST_OTHERS) + 1):
        if " ".join(words[:size]) in others:
            return " ".join(words[size:])
    return None


class _Reader:
    """What was told so far, and the names that wait for an answer behind them."""

    def __init__(self, words: CellWords, cell: str, question: Question) -> None:
        self._words = words
        self._cell = cell
        self._question = question
        self._told: list[Told] = []
        self._pending: list[tuple[Part, Finding]] = []
        self._named: list[Told] = []
        self._unread = False
        self._sentence, self._before = -1, 0
        """The sentence that is read, and how many answers stand before it."""

    def read(self, part: Part) -> None:
        """Take the next part."""
        if part.sentence != self._sentence:
            self._sentence, self._before = part.sentence, len(self._told)
        answer = self._words.find_answer(part, self._question, behind=bool(self._told))
        if answer is not None:
            self._answer(part, self._find(part, answer.answer, answer.reason, answer.rule))
        elif not self._pending and (named := self._find_named(part)):
            self._told[-1] = named
        elif self._question is Question.SEEN and self._words.tells_alone(part):
            if part.children:
                self._told.append(_name(self._find(part), part))  # "K alone"
        elif self._pending and not part.children and self._tells_how(part):
            pass  # "K (asleep)"
        elif part.rest or not part.children:
            self._pass_over(part)
        else:
            self._pending.append((part, self._find(part)))

    def finish(self) -> list[Told]:
        """All that was told."""
        if self._question is Question.VIEWS:
            waiting = self._unread or self._pending or self._named
            return [] if waiting else self._told  # what a child said is heard as a text is
        self._settle()
        return self._told + self._named

    def _answer(self, part: Part, found: Finding) -> None:
        """Take an answer, which is that of names before it too."""
        denied = found.answer is Answer.NO and part.children != NOBODY
        if self._pending and denied and self._pending[-1][0].sentence != part.sentence:
            self._settle()  # "K and M. J not in" tells of J alone
        if part.children or not self._pending:
            self._told.append(Told(found, part.children or None))
        if part.leads and found.answer is Answer.NO:
            return  # "K, not M" tells of M alone
        self._told += [Told(found, named.children) for named, _ in self._pending]
        self._pending = []

    def _settle(self) -> None:
        """Take a yes of the names that no answer follows."""
        self._named += [_name(found, one, unread=self._unread) for one, found in self._pending]
        self._pending = []
        self._unread = False

    def _pass_over(self, part: Part) -> None:
        """A part that is no answer: what is not understood makes a yes beside it doubtful."""
        if self._pending and part.children and self._pending[-1][0].sentence != part.sentence:
            self._settle()  # "K and M. J asleep"
            return
        self._unread = self._unread or (bool(part.rest) and not part.harmless)
        if part.doubted and not part.harmless:
            here = self._told[self._before :]
            self._told[self._before :] = map(doubt, here)  # "yes - baby", who may be any

    def _tells_how(self, part: Part) -> bool:
        """True for a remark in brackets that says how whoever is named before was."""
        return self._cell[: part.start].endswith("(") and part.rest in self._words.how

    def _find_named(self, part: Part) -> Told | None:
        """The last answer as that of those whom the part behind it names: "yes - K", "yes - K was
        up"; doubted where it tells of absence.
        """
        if not self._told or self._told[-1].children is not None or not part.children:
            return None
        finding = self._told[-1].finding
        if not part.rest:
            return _name(finding, part)
        seen = self._question is Question.SEEN and finding.answer is Answer.YES
        if not seen or not self._words.restricts(part):
            return None
        return _name(finding, part, unread=self._words.tells_absence(part))

    def _find(
        self,
        part: Part,
        answer: Answer = Answer.YES,
        reason: Reason = Reason.COLUMN,
        rule: str = NAMES,
    ) -> Finding:
        said = self._cell[part.start : part.end]
        evidence = Evidence(said, FIELDS[self._question], part.start, part.end)
        return Finding(self._question, answer, reason, (evidence,), rule)


def _name(finding: Finding, part: Part, *, unread: bool = False) -> Told:
    """The answer for those whom the part names, doubted where it is, or something beside it is
    `unread`.
    """
    told = Told(finding, part.children)
    return doubt(told) if unread or part.doubted else told
