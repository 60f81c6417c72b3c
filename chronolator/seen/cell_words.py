"""The words of a cell of a column that asks: whose they are, and what they answer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from chronolator.model import Answer, ColumnWords, Kind, Question, Reason
from chronolator.seen.parts import STRENGTH, CellAnswer, Part
from chronolator.seen.pieces import Piece, split_cell
from chronolator.seen.targets import Listener
from chronolator.words.fold import fold, holds, holds_any
from chronolator.words.mention import NOBODY, Mention

_CHILDREN = frozenset({Kind.CHILD, Kind.CHILDREN})
_WEAK = frozenset({Answer.NOT_RECORDED, Answer.UNCLEAR})
_ADULT = (Kind.ADULT,)
_JOINING = re.compile(r"\s*(?:,(?:\s*and\b)?|&|\+|and\b|plus\b)\s*", re.IGNORECASE)
_FAMILY = _CHILDREN | {Kind.ADULT}
_SOMEBODY_ELSE = frozenset({Kind.ADULT, Kind.LAY, Kind.SIBLING, Kind.SOME_CHILD})


_ACCOMPANIED = CellAnswer(Answer.NO, Reason.WITH_CARER, "company-in-cell")


class CellWords:
    """The columns' words, ready to be found."""

    def __init__(self, listener: Listener) -> None:
        """Prepare once for all cells."""
        self._listener = listener
        rules = listener.rules
        self._known: dict[Question, dict[str, ColumnWords]] = {one: {} for one in Question}
        for rule in rules.columns:
            self._known[rule.question].update(dict.fromkeys(rule.words, rule))
        self._harmless = rules.cells.harmless
        self.others = frozenset(rules.cells.others)
        """What the children are called whom a cell has not named."""
        self.after_others = frozenset(rules.cells.after_others)
        """What a cell answers of them; "others present" may be adults."""
        self.how = frozenset(rules.cells.how)
        """What says in which state somebody was seen."""
        self._beside_names = frozenset(rules.cells.beside_names)
        self._told_beside = rules.cells.company
        self._doubts = frozenset(rules.cells.doubts)
        self._answers = frozenset(rules.cells.answers)
        sighted = {*rules.cells.of_sight, *rules.people.both, *rules.people.every}
        self._before_company = (self._answers | sighted) - {*rules.cells.denied, *self._told_beside}
        self._absent = rules.presence.absent
        self._denied = frozenset(rules.cells.denied)
        self._by = frozenset(rules.cells.told_by)
        self._joins = frozenset(rules.people.joins) - frozenset(rules.people.choices)
        self._company = frozenset(rules.people.companions) - frozenset(rules.cells.told_by)
        self._there = frozenset(rules.cells.there)
        self._listing = self._joins | self._before_company
        self._plain = self._answers | self._before_company | self._there | self._company
        self.telling_company = (*rules.cells.company, *self._company, *self._there)
        """One of these stands in what tells who was there."""
        called = listener.people.called
        self._childs_letters = frozenset(
            one for one in rules.cells.doubtful if any(name.startswith(one) for name in called)
        )
        self.lettered = bool(self._childs_letters)
        """A child's name begins with a letter that says "seen": it is the child's."""
        self.find_rule = lru_cache(maxsize=4096)(self._find_rule)

    def answers(self, text: str) -> bool:
        """True for a text that is an answer of its own ("Yes"), or a name."""
        parts = list(self.split(text, 0, len(text)))
        return bool(parts) and all(
            any(self.find_rule(part.rest, one) for one in Question) if part.rest else part.children
            for part in parts
        )

    def holds_doubt(self, text: str, question: Question) -> bool:
        """True where a remark stands behind the last box, which was left empty: "No (video)"."""
        told = fold(text)
        return any(
            one.answer in _WEAK and told != words and holds(told, words)
            for words, one in self._known[question].items()
        )

    def split(self, cell: str, start: int, end: int, day: date | None = None) -> Iterator[Part]:
        """The words from `start` to `end`, parted at commas, brackets and dashes; on that day
        "baby" is the child who was one.
        """
        pieces = list(split_cell(self._listener, cell, start, end, day=day, lettered=True))
        listed = self._is_list(cell, pieces)
        for piece in pieces:
            children = [one for one in piece.mentions if not _CHILDREN.isdisjoint(one.kinds)]
            named = piece.mentions if listed else children
            rest = piece.tell_without(named, self._denied, self._joins)
            if children and rest in self._beside_names:
                rest = ""  # "K only" is K
            said = rest.split()
            doubted = (
                (not listed and self._names_others(cell, pieces, piece))
                or "?" in cell[max(start, piece.start - 1) : min(end, piece.end + 2)]
                or cell[start : piece.start].strip() == "?"
                or not self._doubts.isdisjoint(said)
                or (len(children) > 1 and sum(word in self._answers for word in said) > 1)
                or any(one.perhaps and not one.children for one in children)
            )
            yield Part(
                piece.start,
                piece.end,
                NOBODY.union(*(one.children for one in children if not one.owner)),
                rest,
                piece.sentence,
                NOBODY.union(*(one.children for one in children if one.owner)),
                doubted,
                holds_any(rest, self._harmless) or self._names_workers_alone(piece),
                bool(rest) and bool(children) and piece.places[0] < children[0].first,
                not doubted
                and any(
                    one.kinds == _ADULT if listed else self._is_there(piece, one)
                    for one in piece.mentions
                ),
            )

    def _is_list(self, cell: str, pieces: Sequence[Piece]) -> bool:
        """True where the cell is a list of children and adults of the family, and says nothing of
        them but that they were seen: "mum and K"; not "K - nan", which says where K was.
        """
        mentions = [one for piece in pieces for one in piece.mentions]
        kinds = {kind for one in mentions for kind in one.kinds}
        taken = {at for one in mentions for at in range(one.first, one.last)}
        left = {piece.words[at].text for piece in pieces for at in piece.places if at not in taken}
        return (
            Kind.ADULT in kinds
            and not _CHILDREN.isdisjoint(kinds)
            and kinds <= _FAMILY
            and not any(one.owner for one in mentions)
            and left <= self._listing
            and all(
                _JOINING.fullmatch(cell, words[one.last - 1].end, words[two.first].start)
                for words in (pieces[0].words,)
                for one, two in pairwise(mentions)
            )
        )

    def names_workers_alone(self, cell: str, start: int, end: int) -> bool:
        """True where the words from `start` to `end` say nothing but who saw: "Dr Shah"."""
        pieces = split_cell(self._listener, cell, start, end)
        return all(self._names_workers_alone(one) for one in pieces)

    def _names_workers_alone(self, piece: Piece) -> bool:
        """True where all that is said is who saw: "police", "by SW and HV"."""
        workers = [one for one in piece.mentions if one.kinds == (Kind.PROFESSIONAL,)]
        rest = piece.tell_without(workers, frozenset(), self._joins)
        return bool(workers) and self._by.issuperset(rest.split())

    def _names_others(self, cell: str, pieces: Sequence[Piece], piece: Piece) -> bool:
        """True where somebody else is named who is no company: "by GP", not "with mother"; nor "mum
        present", where the cell says nothing more.
        """
        return any(
            not _SOMEBODY_ELSE.isdisjoint(one.kinds)
            and not self._stands_behind_with(piece, one)
            and (not self._is_there(piece, one) or self._says_more(cell, pieces))
            for one in piece.mentions
        )

    def _stands_behind_with(self, piece: Piece, one: Mention) -> bool:
        return bool(one.first) and piece.words[one.first - 1].text in self._company

    def _is_there(self, piece: Piece, one: Mention) -> bool:
        """True for "mum present" and "seen with nan", with nothing else in the piece that says what
        she did: "with mum absent", "discussed with mum", "no parent there".
        """
        if Kind.ADULT not in one.kinds:
            return False
        words = piece.words
        behind_with = self._stands_behind_with(piece, one)
        children = {
            at
            for other in piece.mentions
            if other is not one and not _CHILDREN.isdisjoint(other.kinds)
            for at in range(other.first, other.last)
        }
        before = range(piece.places[0], one.first - behind_with)
        behind = [words[at].text for at in range(one.last, piece.places[-1] + 1)]
        return (
            all(at in children or words[at].text in self._before_company for at in before)
            and self._there.issuperset(behind)
            and (behind_with or bool(behind))
        )

    def _says_more(self, cell: str, pieces: Sequence[Piece]) -> bool:
        """True where the cell says more than answers, names, and who was there."""
        told = set(fold(cell).split())
        for piece in pieces:
            for one in piece.mentions:
                told -= {word.text for word in piece.words[one.first : one.last]}
        return not told <= self._plain

    def find_answer(self, part: Part, question: Question, *, behind: bool) -> CellAnswer | None:
        """What the part answers; None where it holds no words of the column, or is a mere remark
        `behind` an answer: "no concerns", "yes last week".
        """
        rule = self.find_rule(part.rest, question)
        if rule is None or (behind and rule.answer is Answer.NO and part.harmless):
            return None
        answer = CellAnswer(rule.answer, rule.reason, rule.id)
        if question is Question.VIEWS:
            return answer
        counted = part.rest not in rule.words and any(map(str.isdigit, part.rest.split()))
        if rule.answer is Answer.YES and (
            part.doubted or counted or self._holds_no(part.rest, question)
        ):
            return None if behind else CellAnswer(Answer.UNCLEAR, Reason.DOUBT, rule.id)
        doubted = part.doubted and (part.leads or part.rest not in rule.words)
        if rule.answer is Answer.NO and len(part.children) > 1 and doubted:
            return CellAnswer(Answer.UNCLEAR, Reason.DOUBT, rule.id)
        return answer

    def restricts(self, part: Part) -> bool:
        """True for a remark behind an answer that says whose it is: "K playing"; not who was alone
        besides ("T alone").
        """
        told = part.accompanied or holds_any(part.rest, self._told_beside)
        return bool(part.children) and not told

    def tells_absence(self, part: Part) -> bool:
        """True for words that say that somebody was not there: "K out"."""
        return holds_any(part.rest, self._absent)

    def find_company(self, part: Part) -> CellAnswer | None:
        """Who was there, told behind an answer to another question: "yes with mum"."""
        words = part.rest.split()
        while words and words[0] in self._before_company:
            words = words[1:]
        rest = " ".join(words)
        if holds_any(rest, self._told_beside):
            return self.find_answer(replace(part, rest=rest), Question.ALONE, behind=False)
        return _ACCOMPANIED if part.accompanied else None

    def tells_alone(self, part: Part) -> bool:
        """True where a part says nothing beside its names but that they were alone: "K alone"."""
        rule = self.find_rule(part.rest, Question.ALONE) if part.rest in self._told_beside else None
        return rule is not None and rule.answer is Answer.YES

    def _holds_no(self, rest: str, question: Question) -> bool:
        """True where a no stands in the words of a yes, but for "no concerns"."""
        for words in self._harmless:
            rest = f" {rest} ".replace(f" {words} ", " ").strip()
        return any(
            one.answer is Answer.NO and holds(rest, words)
            for words, one in self._known[question].items()
        )

    def _find_rule(self, rest: str, question: Question) -> ColumnWords | None:
        """The rule of the whole part, else of its beginning; "seen on screen" is the weaker."""
        if rest in self._childs_letters:
            return None
        known = self._known[question]
        whole = known.get(rest)
        if whole is not None or not rest:
            return whole
        words = rest.split()
        starts = (known.get(" ".join(words[:size])) for size in range(len(words), 0, -1))
        first = next((one for one in starts if one is not None and not one.whole), None)
        if first is None or first.answer is not Answer.YES:
            return first
        weak = (
            one
            for text, one in known.items()
            if one.answer in _WEAK and not one.whole and holds(rest, text)
        )
        return min((first, *weak), key=lambda one: STRENGTH.index(one.answer))
