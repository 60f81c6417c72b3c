"""Proves the examples of seen.toml."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from chronolator.model import (
    Answer,
    Case,
    ColumnWords,
    Cue,
    Kind,
    Means,
    Of,
    Phrase,
    Question,
    Rules,
    Says,
    ServedRules,
)
from chronolator.proof.nouns import Proof
from chronolator.rules.seen import ServedRecord, read_seen
from chronolator.seen.columns import Cells
from chronolator.seen.decide import Finding, find_answers
from chronolator.seen.heard import Heard
from chronolator.seen.parts import STRENGTH
from chronolator.seen.present import Presence
from chronolator.seen.served import find_served
from chronolator.seen.targets import Listener
from chronolator.seen.tells import TELLS
from chronolator.seen.unmet import Unmet
from chronolator.words.mention import Mention

_FILE = "seen.toml"
_THE_CHILD = Mention(0, 0, (Kind.CHILD,), frozenset({0}))
_ANOTHER = Mention(0, 0, (Kind.CHILD,), frozenset({1}))
_USUAL = "social care"
"""The kind of agency in whose row an example stands, where its phrase counts in all."""
_HARMLESS = {
    Means.IN_PERSON,
    Means.INTERVIEW,
    Means.AT_THE_DOOR,
    Means.CAME_TO_SEE,
    Means.AGAIN,
    Means.TODAY,
    Means.SOURCE,
    Means.NEGATED,
}
"""Cues that take back no sighting."""


def prove_seen(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example of a phrase is told by it, of a cue meets it and is no sighting, of a column is
    answered by its rule, all in rows of "the child"; and no counter-example is.

    What says nothing leaves its examples silent, and its counter-examples alone.
    """
    file, seen = read_seen(folder), rules.seen
    listener = Listener(seen, Case())
    for phrase, told in zip(seen.phrases, file.phrase, strict=True):
        prove = _prove_mask if set(phrase.says) == {Says.NOTHING} else _prove_phrase
        for texts, wanted in ((told.examples, True), (told.not_examples, False)):
            yield from (prove(phrase, text, listener, wanted=wanted) for text in texts)
    for cue, given in zip(seen.cues, file.cue, strict=True):
        for texts, wanted in ((given.examples, True), (given.not_examples, False)):
            yield from (_prove_cue(cue, text, listener, wanted=wanted) for text in texts)
    presence = Presence(listener)
    for texts, wanted in ((file.presence.examples, True), (file.presence.not_examples, False)):
        yield from (
            _prove_heading(heading, presence.asks, "asks who was present", wanted=wanted)
            for heading in texts
        )
    for texts, wanted in (
        (file.presence.company_examples, True),
        (file.presence.company_not_examples, False),
    ):
        yield from (
            _prove_heading(heading, presence.asks_for_company, "asks for company", wanted=wanted)
            for heading in texts
        )
    unmet, kinds = Unmet(seen), file.unmet
    for asks, texts, wanted in (
        (unmet.is_kind, kinds.examples, True),
        (unmet.is_kind, kinds.not_examples, False),
        (unmet.is_call, kinds.calls_examples, True),
        (unmet.is_call, kinds.calls_not_examples, False),
    ):
        yield from (_prove_unmet(kind, asks, wanted=wanted) for kind in texts)
    yield from _prove_all_served(file.served, seen.served)
    cells = Cells(listener)
    for column, asked in zip(seen.columns, file.column, strict=True):
        for texts, wanted in ((asked.examples, True), (asked.not_examples, False)):
            yield from (_prove_column(column, text, cells, wanted=wanted) for text in texts)


def _prove_phrase(phrase: Phrase, text: str, listener: Listener, *, wanted: bool) -> Proof:
    """The first thing that the phrase says is answered by it, or is not; where it speaks of others,
    in the record of another child.
    """
    says = next(one for one in phrase.says if one is not Says.NOTHING)
    question, answer, _ = TELLS[says]
    whose = _ANOTHER if phrase.of is Of.OTHERS else _THE_CHILD
    heard = _hear(text, listener, phrase.agencies, whose)
    found = find_answers(heard, 0, text, "text")
    mine = {one.answer for one in found if (one.rule, one.question) == (phrase.id, question)}
    expected = f"{question}: {answer}, by this phrase"
    holds = (answer in mine) is wanted
    told = expected if wanted else f"anything but {expected}"
    return Proof(_FILE, phrase.id, text, told, _tell(found), holds, _list_met(heard, listener))


def _prove_mask(phrase: Phrase, text: str, listener: Listener, *, wanted: bool) -> Proof:
    heard = _hear(text, listener, phrase.agencies)
    found = find_answers(heard, 0, text, "text")
    silent = {one.answer for one in found} <= {Answer.NOT_RECORDED}
    expected = "nothing is said" if wanted else "something is said"
    met = _list_met(heard, listener)
    return Proof(_FILE, phrase.id, text, expected, _tell(found), silent is wanted, met)


def _prove_cue(cue: Cue, text: str, listener: Listener, *, wanted: bool) -> Proof:
    heard = _hear(text, listener, ())
    met = cue.id in {told.cue.id for told in heard.cues}
    found = find_answers(heard, 0, text, "text")
    seen = any((one.question, one.answer) == (Question.SEEN, Answer.YES) for one in found)
    holds = met is wanted
    expected = "the cue is met" if wanted else "the cue is not met"
    if wanted and cue.means not in _HARMLESS:
        expected += ", no sighting"
        holds = holds and not seen
    got = f"{'met' if met else 'not met'}; {_tell(found)}"
    return Proof(_FILE, cue.id, text, expected, got, holds, _list_met(heard, listener))


def _prove_heading(heading: str, asks: Callable[[str], bool], what: str, *, wanted: bool) -> Proof:
    found = asks(heading)
    told = {True: what, False: "asks something else"}
    return Proof(_FILE, "presence", heading, told[wanted], told[found], found is wanted)


def _prove_unmet(kind: str, asks: Callable[[str], bool], *, wanted: bool) -> Proof:
    found = asks(kind)
    told = {True: "nobody is in sight", False: "somebody may be in sight"}
    return Proof(_FILE, "unmet", kind, told[wanted], told[found], found is wanted)


def _prove_all_served(
    file: Iterable[ServedRecord], served: Sequence[ServedRules]
) -> Iterator[Proof]:
    for one in file:
        for texts, wanted in ((one.examples, True), (one.not_examples, False)):
            yield from (_prove_served(one.id, name, served, wanted=wanted) for name in texts)


def _prove_served(rule: str, name: str, served: Sequence[ServedRules], *, wanted: bool) -> Proof:
    found = find_served(name, served)
    told = f"an agency that serves {rule}"
    got = found.id if found else "children of any age"
    holds = (found is not None and found.id == rule) is wanted
    return Proof(_FILE, f"served-{rule}", name, told if wanted else f"not {told}", got, holds)


def _prove_column(column: ColumnWords, cell: str, cells: Cells, *, wanted: bool) -> Proof:
    """Of several parts of a cell the weakest counts."""
    told = [one.finding for one in cells.read(cell, column.question)]
    counts = min(told, key=lambda one: STRENGTH.index(one.answer), default=None)
    expected = f"{column.question}: {column.answer}, by this rule"
    holds = (counts is not None and counts.rule == column.id) is wanted
    met = tuple(dict.fromkeys(one.rule for one in told))
    said = expected if wanted else f"anything but {expected}"
    return Proof(_FILE, column.id, cell, said, _tell(told), holds, met)


def _hear(
    text: str, listener: Listener, agencies: tuple[str, ...], whose: Mention = _THE_CHILD
) -> Heard:
    return listener.hear(text, agencies[0] if agencies else _USUAL, None, whose)


def _tell(found: Iterable[Finding]) -> str:
    """What was found, in its order."""
    told = (f"{one.question}: {one.answer} ({one.reason})" for one in found)
    return "; ".join(dict.fromkeys(told)) or "nothing"


def _list_met(heard: Heard, listener: Listener) -> tuple[str, ...]:
    """The phrases that count, those too that say nothing, and the cues."""
    spans = (*heard.met.phrases, *heard.met.cues)
    return tuple(dict.fromkeys(listener.find_rule(one.meaning).id for one in spans))
