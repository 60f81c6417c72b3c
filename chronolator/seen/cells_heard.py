"""Cells of the columns that ask, of which no rule knows the words: heard as a text is."""

import re
from collections.abc import Container, Sequence

from chronolator.model import Answer, Evidence, Field, Means, Question, Reason
from chronolator.seen.columns import Cells
from chronolator.seen.decide import Finding, find_answers, settle
from chronolator.seen.heard import Heard, How
from chronolator.seen.meet import meet
from chronolator.seen.observed import Row
from chronolator.seen.subject_cells import make_mention
from chronolator.seen.targets import Listener
from chronolator.words.mention import NOBODY, Mention

CHILDS_WORDS = "views-words"
_UNREAD = "column-unread"
_ASKED = re.compile(r"^.*[:?]\s*(\S+)\s*$", re.MULTILINE)
_PLAIN = frozenset({Answer.YES, Answer.NO})
_TELLING = (Answer.NOT_RECORDED, Answer.NO, Answer.UNCLEAR, Answer.YES)
_WORDS_OF_A_CELL = 2  # a views cell of fewer words that no rule knows tells nothing


def hear_seen(listener: Listener, cells: Cells, row: Row, child: int) -> Finding | None:
    """What a cell of the seen column tells of the child; unclear where nobody understands it."""
    cell = cells.blank_asked(row.event.child_seen)
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
    written = row.event.child_seen
    whole = Evidence(written, Field.CHILD_SEEN, 0, len(written))
    return Finding(Question.SEEN, Answer.UNCLEAR, Reason.UNREAD, (whole,), _UNREAD)


def hear_views(
    listener: Listener,
    cells: Cells,
    row: Row,
    child: int,
    able: frozenset[int],
    shown: frozenset[int],
) -> Finding | None:
    """A cell of the views column, if it can be what the child said. `able`: the children who were
    born and can speak; `shown`: those whom the row's words show.

    What begins as an answer of its own ("None - asleep") is one, unless words of the child follow.
    Of a cell that joins several questions the one counts in whose answer the child speaks.
    """
    if child not in able:
        return None
    meant = _find_meant(row, able, shown)
    parts = cells.part_asked(row.event.views, Question.VIEWS)
    found = [_hear_part(listener, cells, row, child, meant, part) for part in parts]
    told = [one for one in found if one is not None]
    return max(told, key=lambda one: _TELLING.index(one.answer), default=None)


def _hear_part(
    listener: Listener, cells: Cells, row: Row, child: int, meant: frozenset[int], cell: str
) -> Finding | None:
    whose = row.whose._replace(perhaps=row.whose.perhaps & meant)  # "both" are the two meant
    if len(meant) == 1:
        whose = row.whose._replace(children=meant, perhaps=NOBODY)
    heard = listener.hear(cell, row.kind, row.day, whose)
    speakers = _find_speakers(row, heard, meant)
    answered = [one for one in heard.mentions if one.children and _answers(heard, one)]
    if answered and (not row.whose.children or child in row.whose.children):
        cell = _keep_answers(heard, answered, cell, child, cells)
        speakers = frozenset({child})
        heard = listener.hear(cell, row.kind, row.day, make_mention(speakers))
    if not cell.strip():
        return None
    begins = cells.read_start(cell, Question.VIEWS)
    about = _is_about(heard, speakers, listener.rules.cells.described)
    return _judge_words(heard, cell, child, speakers, begins, about=about)


def _judge_words(
    heard: Heard,
    cell: str,
    child: int,
    speakers: frozenset[int],
    begins: Finding | None,
    *,
    about: bool,
) -> Finding | None:
    found = [
        one
        for one in find_answers(heard, child, cell, Field.VIEWS)
        if one.question is Question.VIEWS
    ]
    declined = [one for one in found if one.answer is Answer.NO]
    spoken = any(one.answer is Answer.YES for one in found)
    if begins is not None and begins.answer is not Answer.YES and not spoken:
        quoted = sum(one.quoted for one in heard.words) >= _WORDS_OF_A_CELL
        if not quoted:
            return begins if child in speakers else None
    if declined and not spoken:
        return declined[0] if child in speakers else None
    told = heard.holds(Means.HEARSAY)
    if len(cell.split()) < _WORDS_OF_A_CELL or (told is not None and told.start == 0):
        return None
    own = any(one.answer is Answer.YES and _names(one, child) for one in found)
    if child not in speakers and not own:
        return None
    start, end = len(cell) - len(cell.lstrip()), len(cell.rstrip())
    whole = Evidence(cell[start:end], Field.VIEWS, start, end)
    if (len(speakers) > 1 and not own) or (not spoken and about):
        return Finding(Question.VIEWS, Answer.UNCLEAR, Reason.DOUBT, (whole,), CHILDS_WORDS)
    return Finding(Question.VIEWS, Answer.YES, Reason.OWN_WORDS, (whole,), CHILDS_WORDS)


def _find_meant(row: Row, able: frozenset[int], shown: frozenset[int]) -> frozenset[int]:
    """Whose words they can be where the cell names nobody: the record's child, or whom the text
    names; of several those who can speak, and whom the row shows.
    """
    if row.whose.children:
        return row.whose.children
    speakers = (row.named & able) or able
    return (speakers & shown) or speakers


def _find_speakers(row: Row, heard: Heard, meant: frozenset[int]) -> frozenset[int]:
    """Whose words they can be: who begins the cell, else who is `meant` without a name."""
    if row.whose.children:
        return row.whose.children
    first = next(iter(heard.mentions), None)
    if first is not None and first.first == 0 and not first.owner and first.children:
        return first.children
    return meant


def _is_about(heard: Heard, speakers: frozenset[int], described: Container[str]) -> bool:
    """True where the words tell of the child and quote nothing: "J has his own bed"."""
    first = next(iter(heard.mentions), None)
    if first is None or first.first or first.children != speakers or _answers(heard, first):
        return False
    behind = heard.words[first.last : first.last + 1]
    told = any(word.text in described for word in behind)
    return told and not any(word.quoted for word in heard.words)


def _answers(heard: Heard, one: Mention) -> bool:
    """True for a name that stands alone before what is its child's: "RA: ", "RA - "."""
    before, behind = heard.words[: one.first][-1:], heard.words[one.last : one.last + 1]
    last = heard.words[one.last - 1]
    begins = all(word.sentence != last.sentence for word in before)
    return begins and (last.colon or any(word.segment != last.segment for word in behind))


def _keep_answers(
    heard: Heard, answered: Sequence[Mention], cell: str, child: int, cells: Cells
) -> str:
    """The cell with nothing but what is the child's, at its place; not what is asked once more."""
    kept = [" " * len(cell)]
    ends = [*(heard.words[one.first].start for one in answered[1:]), len(cell)]
    for one, end in zip(answered, ends, strict=True):
        start = heard.words[one.last - 1].end
        if child in one.children:
            told = cell[start:end].lstrip(":-\u2013\u2014 ")
            told = told[cells.skip_asked(told) :]
            kept.append(" " * start + told.rjust(end - start))
    return max(kept, key=lambda text: len(text.strip()))


def _names(one: Finding, child: int) -> bool:
    """True where the child itself is named in what it says: "Jack said", behind what Mia did."""
    target = one.target
    return target is not None and target.how is How.IN_WORDS and child in target.who.children


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
