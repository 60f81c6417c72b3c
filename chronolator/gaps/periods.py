"""Rows that tell of a period without contact."""

import re

from chronolator.model import Event, GapRules, When
from chronolator.words.fold import fold

_SENTENCE_ENDS = re.compile(r"[.;:!?\n]")


def says_no_contact(event: Event, rules: GapRules) -> bool:
    """True for a row for a period that begins with saying that there was no contact in it.

    On a single day the same words tell of a visit that came to nothing.
    """
    written = fold(event.when.written)
    return _is_period(event.when) and (
        any(begins_with_no_contact(text, rules) for text in (event.when.written, event.text))
        or any(f" {written}".endswith(f" {words}") for words in rules.no_contact)
    )


def begins_with_no_contact(text: str, rules: GapRules) -> bool:
    """True where the first sentence says no more than that there was no contact."""
    sentence = fold(_SENTENCE_ENDS.split(text.strip(), maxsplit=1)[0])
    led = any(f"{sentence} ".startswith(f"{lead} ") for lead in rules.no_contact_leads)
    for words in rules.no_contact:
        before, found, rest = f" {sentence} ".partition(f" {words} ")
        soon = led and len(before.split()) <= rules.lead_words
        if found and (not before.strip() or soon) and _is_all(rest.strip(), rules):
            return True
    return False


def _is_all(rest: str, rules: GapRules) -> bool:
    return (
        not rest
        or rest[0].isdigit()
        or any(f"{rest} ".startswith(f"{then} ") for then in rules.no_contact_then)
    )


def _is_period(when: When) -> bool:
    return when.known_day is not None and when.first != when.last
