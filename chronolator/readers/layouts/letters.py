"""Letters in which an agency answers that it has nothing to tell."""

from dataclasses import replace

from chronolator.model import (
    AgencyRules,
    HeadingRules,
    Problem,
    ProblemKind,
    Reading,
    RowRule,
)
from chronolator.readers.layouts.titles import find_agency
from chronolator.words.fold import fold, holds_any

_MOST_ROWS = 15
_MOST_WORDS = 200
_HINT = "Read it, to be sure that it tells of no contact. If it does, ask for a chronology."


def read_nil(
    reading: Reading, headings: HeadingRules, agencies: AgencyRules, known: tuple[str, ...] = ()
) -> Reading | None:
    """The reading of a file without an entry as a nil return, or None where it is none.

    A row says it, or a letter does. Only a short text without a table is taken for a letter; all of
    its rows stay among those that are no events, and a problem asks a person to read it.
    """
    nil = {rule.reason for rule in headings.rows if rule.nil}
    if not any(one.reason in nil for one in reading.not_events):
        letter = _read_letter(reading, headings)
        if letter is None:
            return None
        reading = letter
    agency = find_agency([[one.text] for one in reading.not_events], headings, agencies, known)
    sources = (replace(one, agency=one.agency or agency) for one in reading.sources)
    return replace(reading, sources=tuple(sources))


def _read_letter(reading: Reading, headings: HeadingRules) -> Reading | None:
    told = reading.not_events
    words = sum(len(one.text.split()) for one in told)
    if len(told) > _MOST_ROWS or words > _MOST_WORDS or any(one.reader for one in reading.sources):
        return None
    found = next(((one, rule) for one in told if (rule := _find_rule(one.text, headings))), None)
    if found is None:
        return None
    said, rule = found
    problem = Problem(
        said.origin,
        ProblemKind.READING_UNCERTAIN,
        f"{said.origin}: taken for a nil return: the agency answers that it has nothing to tell",
        _HINT,
    )
    others = (one for one in reading.problems if one.kind is not ProblemKind.SHEET_NOT_READ)
    return replace(
        reading,
        not_events=tuple(replace(one, reason=rule.reason) for one in told),
        problems=(problem, *others),
    )


def _find_rule(text: str, headings: HeadingRules) -> RowRule | None:
    told = fold(text)
    return next((rule for rule in headings.rows if holds_any(told, rule.says)), None)
