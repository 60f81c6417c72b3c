"""Cells of the columns that ask, of which no rule knows the words: heard as a text is."""

import re
from collections.abc import Container

from chronolator.model import Answer, Evidence, Field, Means, Question, Reason
from chronolator.seen.decide import Finding, find_answers, settle
from chronolator.seen.heard import Heard
from chronolator.seen.meet import meet
from chronolator.seen.observed import Row
from chronolator.seen.targets import Listener
from chronolator.words.names import NOBODY

CHILDS_WORDS = "views-words"
_UNREAD = "column-unread"
_ASKED = re.compile(r"^.*[:?]\s*(\S+)\s*$", re.MULTILINE)
_PLAIN = frozenset({Answer.YES, Answer.NO})
_WORDS_OF_A_CELL = 2  # a views cell of fewer words that no rule knows tells nothing


def hear_seen(listener: Listener, row: Row, child: int) -> Finding | None:
    """What a cell of the seen column tells of the child; unclear where nobody understands it."""
    cell = row.event.child_seen
    whose = row.whose.children | row.whose.perhaps
    if child not in whose or (row.named and child not in row.named):
        return None  # the row is somebody else's
    everyone = row.whose._replace(children=row.named or whose, perhaps=NOBODY)
    heard = listener.hear(cell, row.kind, row.day, everyone)
    found = settle(find_answers(heard, child, cell, Field.CHILD_SEEN), Question.SEEN)
    named = any(child in one.children for one in heard.mentions)
    unread = {Reason.SILENT, Reason.SIBLING_ONLY, Reason.ADULT_ONLY} if named else {Reason.SILENT}
    if found.answer is not Answer.NOT_RECORDED or found.reason not in unread:
        return found
    whole = Evidence(cell, Field.CHILD_SEEN, 0, len(cell))
    return Finding(Question.SEEN, Answer.UNCLEAR, Reason.UNREAD, (whole,), _UNREAD)


def hear_views(
    listener: Listener, row: Row, child: int, everyone: frozenset[int]
) -> Finding | None:
    """A cell of the views column, if it can be what the child said."""
    cell = row.event.views
    heard = listener.hear(cell, row.kind, row.day, row.whose)
    found = [
        one
        for one in find_answers(heard, child, cell, Field.VIEWS)
        if one.question is Question.VIEWS
    ]
    declined = [one for one in found if one.answer is Answer.NO]
    spoken = any(one.answer is Answer.YES for one in found)
    speakers = _find_speakers(row, heard, everyone)
    whole = Evidence(cell, Field.VIEWS, 0, len(cell))
    if declined and not spoken:
        return declined[0] if child in speakers else None
    told = heard.holds(Means.HEARSAY)
    if len(cell.split()) < _WORDS_OF_A_CELL or (told is not None and told.start == 0):
        return None
    if child not in speakers:
        return None
    if len(speakers) > 1:
        return Finding(Question.VIEWS, Answer.UNCLEAR, Reason.DOUBT, (whole,), CHILDS_WORDS)
    return Finding(Question.VIEWS, Answer.YES, Reason.OWN_WORDS, (whole,), CHILDS_WORDS)


def _find_speakers(row: Row, heard: Heard, everyone: frozenset[int]) -> frozenset[int]:
    """Whose words they can be: the record's child, who begins the cell, whom the text names."""
    if row.whose.children:
        return row.whose.children
    first = next(iter(heard.mentions), None)
    if first is not None and first.first == 0 and not first.owner and first.children:
        return first.children
    return row.named or everyone


def give_way(column: Finding | None, other: Finding) -> Finding | None:
    """The column's answer, but None for a cell that cannot be understood beside a plain answer."""
    unread = column is not None and column.reason is Reason.UNREAD
    return None if unread and other.answer in _PLAIN else column


def join_columns(present: Finding, column: Finding | None) -> Finding:
    """What two columns that ask answer together; a cell that cannot be read gives way."""
    column = give_way(column, present)
    return present if column is None else meet(present, column)


def blank_denied(contact_type: str, denied: Container[str]) -> str:
    """The kind of contact without the lines of its columns that say one of `denied`: "F2F?: No"."""
    return _ASKED.sub(
        lambda line: " " * len(line[0]) if line[1].casefold() in denied else line[0], contact_type
    )
