"""Why an answer is what it is, as the column "why" of a workbook of ours tells it."""

import re
from collections.abc import Iterator, Mapping

from chronolator.model import Event, Evidence, Question, Reason

_LONGEST_FIRST = sorted(Reason, key=lambda reason: -len(reason.value))
_BEGINS = re.compile(
    rf"^({'|'.join(question.capitalize() for question in Question)}): ", re.MULTILINE
)
_WORDS = re.compile(r"“(.*?)”(?: in ([^“”]+?))?(?=; “|\s*\Z)", re.DOTALL)


def read_reason(why: str, question: Question) -> Reason:
    """The reason that the cell `why` gives for the answer to the question; silence without one."""
    return _split_reason(_find_line(why, question))[0]


def read_evidence(
    why: str, question: Question, event: Event, fields: Mapping[str, str]
) -> tuple[Evidence, ...]:
    """The words that the cell `why` gives for the answer, where each stands in the event: words
    that do not stand there any more are left out. `fields` are the fields of our headings.
    """
    return tuple(_find_words(_split_reason(_find_line(why, question))[1], event, fields))


def _find_line(why: str, question: Question) -> str:
    """What is told of the question: up to the next one, since words may have lines of their own."""
    parts = _BEGINS.split(why)
    told = zip(parts[1::2], parts[2::2], strict=True)
    return next((rest.rstrip() for name, rest in told if name == question.capitalize()), "")


def _split_reason(told: str) -> tuple[Reason, str]:
    for reason in _LONGEST_FIRST:
        if told == reason.value:
            return reason, ""
        if told.startswith(f"{reason.value}: "):
            return reason, told.removeprefix(f"{reason.value}: ")
    return Reason.SILENT, ""


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
