"""Contacts at which nobody can have been in sight, by their kind or as their text begins."""

from dataclasses import replace

from chronolator.model import (
    Answer,
    Evidence,
    Field,
    Kind,
    Means,
    Question,
    Reason,
    Says,
    SeenRules,
)
from chronolator.seen.decide import Finding
from chronolator.seen.heard import Heard
from chronolator.seen.observed import Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.seen.tells import TELLS
from chronolator.words.fold import fold, match_any

UNMET = "unmet"
"""The rule of a column that answers nothing, since nobody can have been in sight."""
_NOT_ASKED = "not-asked"
"""The rule of a column by which the question does not arise."""
_SAID_TO_BE_ELSEWHERE = frozenset({Says.AWAY, Says.AT_SCHOOL, Says.LEFT_ASLEEP})
"""Where a parent at the other end says a child is answers nothing; that it is missing does."""
_AWAY = frozenset({Means.VIDEO, Means.REMOTE})
_OVER = {Means.MEETING: Reason.MEETING, Means.VIDEO: Reason.VIDEO}


class Unmet:
    """The rules' kinds of contact at which nobody can have been in sight."""

    def __init__(self, rules: SeenRules) -> None:
        """Prepare once for all rows."""
        self._words = match_any(rules.unmet.words)
        self._met = match_any(rules.unmet.met)
        self._calls = match_any(rules.unmet.calls)
        self._beside = frozenset(rules.unmet.beside)
        self._papers = match_any(rules.unmet.papers)
        self._there = frozenset((*rules.unmet.called_out, *rules.pupils))
        self._not_asked = frozenset(rules.cells.not_asked)
        self._bare = frozenset(rules.cells.denied)

    def is_kind(self, contact_type: str) -> bool:
        """True for words that name a kind of contact at which nobody can have been in sight."""
        told = fold(contact_type)
        return bool(self._words.search(told)) and not self._met.search(told)

    def is_call(self, contact_type: str) -> bool:
        """True for words that name nothing but a call, a message or a letter: "Phone - in"."""
        told = fold(contact_type)
        rest = self._calls.sub(" ", told)
        made = rest != told and self._beside.issuperset(rest.split())
        return made and not self._met.search(told)

    def is_familys_call(self, contact_type: str, heard: Heard) -> bool:
        """The same, where no professional is named first, who may tell what was seen that day."""
        return self.is_call(contact_type) and not any(
            Kind.PROFESSIONAL in one.kinds and heard.words[one.first].sentence == 0
            for one in heard.mentions
        )

    @staticmethod
    def is_from_worker(heard: Heard) -> bool:
        """True where the first clause does no more than name a worker, as a note of a call begins
        with whom it was: "K Binns, nursery. Robin is in today".
        """
        first = [at for at, word in enumerate(heard.words) if word.clause == heard.words[0].clause]
        workers = [one for one in heard.mentions if one.kinds == (Kind.PROFESSIONAL,)]
        return bool(first) and any(one.first == 0 and one.last == len(first) for one in workers)

    def find_away(self, row: Row) -> Evidence | None:
        """What tells of a telephone or a screen: the kind of contact, or words of the text that do
        not only name a paper behind its first sentence ("Referral to"). The text of who was called
        out tells of none, nor that of a school, where children are whoever rings.
        """
        for heard, text, field in (
            (row.contact, row.event.contact_type, Field.CONTACT_TYPE),
            (row.heard, row.event.text, Field.TEXT),
        ):
            if field is Field.TEXT and row.kind in self._there:
                break
            for one in heard.cues:
                words = text[one.start : one.end]
                papers = (
                    field is Field.TEXT
                    and self._papers.search(fold(words))
                    and heard.find_sentence(one) > 0
                )
                if one.cue.means in _AWAY and not papers:
                    return Evidence(words, field, one.start, one.end)
        return None

    def silence(self, row: Row, column: Finding | None, text: Finding) -> Finding | None:
        """What the column that asks answers: nothing, with the reason, for a bare "N" where nobody
        can have been in sight and the row's own words neither deny nor show the child; and for an
        "N/A" there, whatever they deny but that the child is missing.
        """
        if column is not None and self._is_not_asked(column) and text.answer is Answer.NO:
            kind = None if text.reason is Reason.MISSING else self._find_kind(row)
            return column if kind is None else replace(column, reason=kind[1], rule=_NOT_ASKED)
        if column is None or column.answer is not Answer.NO or not self._is_bare(row, column):
            return column
        told = text.answer is not Answer.NOT_RECORDED and text.reason is not Reason.SECOND_HAND
        hinted = text.answer is Answer.YES and text.implied
        where = None if told and not hinted else self._find(row, text)
        if where is None:
            return column
        evidence, reason = where
        return Finding(
            Question.SEEN, Answer.NOT_RECORDED, reason, (*column.evidence, evidence), UNMET
        )

    def _is_not_asked(self, column: Finding) -> bool:
        """True for "N/A"."""
        told = {fold(one.words) for one in column.evidence if one.field == Field.CHILD_SEEN}
        return bool(told) and told <= self._not_asked

    def _is_bare(self, row: Row, column: Finding) -> bool:
        """True where the cell's answer is no more than a no, and nothing stands behind it."""
        ends = fold(row.event.child_seen).rpartition(" ")[2]
        words = {fold(one.words) for one in column.evidence if one.field == Field.CHILD_SEEN}
        return ends in self._bare and bool(words) and words <= self._bare

    def _find(self, row: Row, text: Finding) -> tuple[Evidence, Reason] | None:
        """What tells that nobody was in sight, and how they were in touch."""
        means = {one.cue.means for one in row.contact.cues}
        if self._met.search(fold(row.event.contact_type)) or Means.IN_PERSON in means:
            return None
        kind = self._find_kind(row)
        if kind is not None:
            return kind
        denies = text.says in TELLS and TELLS[text.says][1] is Answer.NO
        if denies and text.says not in _SAID_TO_BE_ELSEWHERE:
            return None  # "mother rang: still missing"
        return self._find_in_text(row)

    def _find_kind(self, row: Row) -> tuple[Evidence, Reason] | None:
        """The same by the kind of contact."""
        kind = row.event.contact_type
        over = next((one for one in row.contact.cues if one.cue.means in AT_A_DISTANCE), None)
        met = self._met.search(fold(kind)) or row.contact.holds(Means.IN_PERSON)
        if met or (over is None and not self.is_kind(kind)):
            return None
        whole = Evidence(kind, Field.CONTACT_TYPE, 0, len(kind))
        return whole, _OVER.get(over.cue.means if over else Means.REMOTE, Reason.REMOTE)

    def _find_in_text(self, row: Row) -> tuple[Evidence, Reason] | None:
        """The same by the text, which begins with a call or a letter and tells of nobody met."""
        heard = row.heard
        if heard.holds(Means.IN_PERSON, Means.AT_THE_DOOR, Means.CAME_TO_SEE):
            return None
        over = heard.holds(*AT_A_DISTANCE)
        if over is None or not heard.words:
            return None
        at = next((one for one in heard.words if one.start >= over.start), heard.words[-1])
        if at.sentence != heard.words[0].sentence:
            return None
        words = row.event.text[over.start : over.end]
        reason = _OVER.get(over.cue.means, Reason.REMOTE)
        return Evidence(words, Field.TEXT, over.start, over.end), reason
