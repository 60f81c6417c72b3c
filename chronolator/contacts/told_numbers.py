"""Numbers that tell of which incident, or of whom, a row is: "crime no. 77102", "4yo", "5/52"."""

import re
from collections.abc import Iterator

from chronolator.contacts.lexicon import Lexicon
from chronolator.contacts.texts import Words

REFERENCE, AGE = "@", "~"
"""Begin the keys of reference numbers and of ages among the keys of words that can be rare."""

_NUMBER = re.compile(r"(\d{1,2})([a-z]*)")
_PART = re.compile(r"\d+/\d+(?![/\d])")
_FARTHEST = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = "years"

Told = tuple[int, int, str]


def find_references(words: Words, lexicon: Lexicon) -> Iterator[Told]:
    """The reference numbers with their places: of some digits, shortly behind a word for one, and
    none that can be a year or a time.
    """
    rules = lexicon.numbers
    for at, word in enumerate(words.lower):
        if sum(map(str.isdigit, word)) < rules.digits or _YEAR.fullmatch(word):
            continue
        for before in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
            if words.lower[before] in lexicon.references:
                yield before, at + 1, f"{REFERENCE}{word}"
                break
            if words.lower[before] not in rules.reference_over:
                break


def find_ages(words: Words, lexicon: Lexicon) -> Iterator[Told]:
    """The ages with their places: "3M", "4yo", "4 yr old", "aged 4", "5/52", "Gus, 7,"."""
    for at, word in enumerate(words.lower):
        if not (word in lexicon.counts or word[0].isdigit()):
            continue
        match = _NUMBER.fullmatch(word)
        count, joined = (int(match[1]), match[2]) if match else (lexicon.counts.get(word, 0), "")
        if not count:
            continue
        end, unit = _read_unit(words, at, joined, lexicon)
        if unit:
            yield at, end, f"{AGE}{count} {unit}"


def _read_unit(words: Words, at: int, joined: str, lexicon: Lexicon) -> tuple[int, str]:
    """Where the age ends whose number stands at `at`, and its unit; "" where it is none."""
    lower, rules = words.lower, lexicon.numbers
    if joined:
        sex = words.written[at][-1] in rules.sexes
        return at + 1, _YEARS if sex else lexicon.units.get(joined, "")
    following = [*lower[at + 1 : at + 3], "", ""]
    if lower[at].isdigit() and following[0] in rules.parts_of_a_year:
        shown = words.quote(at, min(at + 3, len(lower)))
        return at + 2, rules.parts_of_a_year[following[0]] if _PART.match(shown) else ""
    unit = lexicon.units.get(following[0], "")
    if unit and (following[1] in rules.old or following[0] in rules.old):
        return at + 2, unit
    before = lower[at - 1] if at else ""
    if before in rules.aged:
        return at + 1, unit or _YEARS
    behind_name = at > 1 and before in {",", "("} and words.written[at - 2][0].isupper()
    return at + 1, _YEARS if behind_name and following[0] in {",", ")"} else ""
