"""How a name may be written where it stands: capitals, an "s" behind it, what parts its words."""

import itertools
import re
from collections.abc import Sequence

from chronolator.anonymise.nouns import Spelling
from chronolator.anonymise.pieces import Piece

POSSESSIVE = "s"
SIBILANT_END = "es"
JOINED_LETTERS = ("&", "/", "+")
"""What joins letters that are no initial: "A&E"."""
_AFTER_INITIAL = re.compile(r"\.?[ \u00a0]?")
_COMMA = re.compile(r", ?| {1,2}|\u00a0|_|-")
_SHORT = 2
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_IN_FILE_NAME = re.compile(
    r"[\w()-]*\.(?:xls[xmb]?|od[st]|doc[xm]?|rtf|csv|tsv|txt|pdf|html?|msg|eml|json|jpe?g|png)\b",
    re.IGNORECASE,
)
_SHORTEST_WITH_S = 4
_SURNAME_BEHIND = re.compile(r"[ \u00a0](?:[A-Z]['\u2019]?)?[A-Z][a-z]")


def is_written(
    text: str, there: Sequence[Piece], spelling: Spelling, joins: re.Pattern[str]
) -> bool:
    """True where these pieces stand as the spelling asks: its capitals, and what is between them
    as `joins` allow.
    """
    if spelling.exact:
        written = "".join(text[one.start : one.end] for one in there)
        whole = all(one.whole for one in there)
        as_it_is = written in {spelling.exact, spelling.exact + POSSESSIVE}
        if not whole or not as_it_is or _is_no_initial(text, there, spelling):
            return False
    elif spelling.capital and not _has_capitals(there):
        if not _IN_FILE_NAME.match(text, there[-1].end) or spelling.word:
            return False
    elif len(spelling.words[0]) <= _SHORT and not there[0].whole:
        return False
    for number, (one, following) in enumerate(itertools.pairwise(there)):
        between = text[one.end : following.start]
        form = _COMMA if spelling.comma and number == 0 else joins
        initial = one.end - one.start == 1 and _AFTER_INITIAL.fullmatch(between)
        if not (initial or form.fullmatch(between)):
            return False
    return True


def has_s(words: tuple[str, ...], spelling: Spelling, *, family: bool) -> bool:
    """True for "Robins mum", "CMs bag" and, as a `family`, "the Youngs", "the Marshes": the name
    with an "s" but without its apostrophe.
    """
    last = spelling.words[-1]
    if words[:-1] != spelling.words[:-1] or not words[-1].startswith(last):
        return False
    behind = words[-1].removeprefix(last)
    if spelling.exact:
        return behind == POSSESSIVE and len(spelling.words) == 1 < len(last)
    if len(words) == 1 and (
        (spelling.capital and not family) or len(words[-1]) <= _SHORTEST_WITH_S
    ):
        return False
    return behind == POSSESSIVE or (behind == SIBILANT_END and last.endswith(_SIBILANTS))


def is_short_form(pieces: Sequence[Piece], at: int, spelling: Spelling) -> bool:
    """True for "ED", "MO" where somebody is called Ed or Mo, unless all round it has capitals."""
    if not spelling.short or not pieces[at].shouted:
        return False
    beside = [
        one
        for one in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2])
        if not one.text.isdigit()
    ]
    return not beside or not all(one.shouted for one in beside)


def shouts(there: Sequence[Piece], spelling: Spelling) -> bool:
    """True where the whole name is in capitals, and so its code is."""
    letters = sum(one.end - one.start for one in there)
    return not spelling.exact and letters > _SHORT and all(one.shouted for one in there)


def _has_capitals(there: Sequence[Piece]) -> bool:
    """True where the first and the last word begin with one; "s" behind an apostrophe need not."""
    last = there[-2] if len(there) > 1 and there[-1].text == POSSESSIVE else there[-1]
    return there[0].capital and last.capital


def _is_no_initial(text: str, there: Sequence[Piece], spelling: Spelling) -> bool:
    """True for the "A" of "A&E" and of "A Bello", where a letter alone stands for somebody."""
    if len(spelling.exact) > 1:
        return False
    start, end = there[0].start, there[-1].end
    if _SURNAME_BEHIND.match(text, end):
        return True
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return before in JOINED_LETTERS or behind in JOINED_LETTERS
