"""Why an answer is what it is, as the column "why" of a workbook of ours tells it."""

import re
from collections.abc import Iterator, Mapping

from chronolator.model import Event, Evidence, Question, Reason

_QUESTIONS = {question.capitalize(): question for question in Question}
_BEGINS = re.compile(rf"^({'|'.join(_QUESTIONS)}): ", re.MULTILINE)
_LONGEST_FIRST = sorted(map(str, Reason), key=len, reverse=True)
_REASON = re.compile(rf"({'|'.join(map(re.escape, _LONGEST_FIRST))})(?:: |\Z)")
_WORDS = re.compile(r"“(.*?)”(?: in ([^“”]+?))?(?=; “|\s*\Z)", re.DOTALL)


def read_reasons(
    why: str, event: Event, fields: Mapping[str, str]
) -> dict[Question, tuple[Reason, tuple[Evidence, ...]]]:
    """By question: the reason that the cell `why` gives for the answer, and its words, where each
    stands in the event; words that do not stand there any more are left out. Silence where the cell
    gives no reason of ours; a question of which it tells nothing is left out. `fields` are the
    fields of our headings.
    """
    parts = _BEGINS.split(why)  # up to the next question, since words may have lines of their own
    read: dict[Question, tuple[Reason, tuple[Evidence, ...]]] = {}
    for name, line in zip(parts[1::2], parts[2::2], strict=True):
        told = line.rstrip()
        found = _REASON.match(told)
        if _QUESTIONS[name] in read or found is None:
            read.setdefault(_QUESTIONS[name], (Reason.SILENT, ()))
            continue
        words = tuple(_find_words(told[found.end() :], event, fields))
        read[_QUESTIONS[name]] = Reason(found[1]), words
    return read


def _find_words(told: str, event: Event, fields: Mapping[str, str]) -> Iterator[Evidence]:
    reached: dict[str, int] = {}
    for words, heading in _WORDS.findall(told):
        field = fields.get(heading, "") if heading else "text"
        text = getattr(event, field, "") if field else ""
        start = text.find(words, reached.get(field, 0))
        if start < 0:
            start = text.find(words)
        if words and start >= 0:
            reached[field] = start + len(words)
            yield Evidence(words, field, start, reached[field])
