"""Proves the examples of one_sided.toml."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from chronolator.contacts.one_sided.phrases import make_phrases
from chronolator.contacts.one_sided.tellings import read_tellings
from chronolator.contacts.reading import read_account
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Case, Event, Origin, Precision, Qualifier, Rules, When
from chronolator.proof.nouns import Proof
from chronolator.rules.one_sided import read_one_sided

_FILE, _MEETING = "one_sided.toml", "meeting"
_DAY = date(2019, 3, 12)
_WHEN = When("12/03/2019", _DAY, _DAY, None, None, Precision.DAY, Qualifier.EXACT)
_WRITER = "Zebra Trust"
_BRACKETED = re.compile(r"\[([^\]]+)\]")


def prove_one_sided(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example tells of a contact of its kind with the agencies in square brackets and no
    others; no counter-example of one of its kind.
    """
    file = read_one_sided(folder)
    vocabulary = _make_vocabulary(rules)
    meetings = {one.id for one in rules.evidence.kinds} - {one.id for one in file.kind}
    told = [(one.id, {one.id}, one.examples, one.not_examples) for one in file.kind]
    told.append((_MEETING, meetings, file.meeting.examples, file.meeting.not_examples))
    for rule, kinds, examples, not_examples in told:
        for texts, wanted in ((examples, True), (not_examples, False)):
            for text in texts:
                words = _BRACKETED.findall(text) if wanted else []
                named = {_name_kind(word, rules) for word in words}
                found = _list_told(_BRACKETED.sub(r"\1", text), kinds, vocabulary, rules)
                expected, got = (", ".join(sorted(one)) or "nothing" for one in (named, found))
                yield Proof(_FILE, rule, text, expected, got, expected == got)


def _make_vocabulary(rules: Rules) -> Vocabulary:
    """That of a case with one agency of each kind, and another one that writes."""
    names = (_WRITER, *(kind.words[0] for kind in rules.agencies.kinds))
    events = [Event(name, _WHEN, name, "", Origin("")) for name in names]
    return Vocabulary(events, Case(), rules.evidence, rules.agencies)


def _name_kind(words: str, rules: Rules) -> str:
    """The kind of agency that other agencies call so."""
    found = (one.kinds[0] for one in rules.evidence.parties if words.lower() in one.words)
    return next(found, words)


def _list_told(text: str, kinds: set[str], vocabulary: Vocabulary, rules: Rules) -> set[str]:
    """The kinds of agency with which a row of this text tells of such a contact."""
    account = read_account(Event(_WRITER, _WHEN, _WRITER, text, Origin("")), vocabulary)
    if account is None:
        return set()
    names = {bit: name for name, bit in vocabulary.bits.items()}
    tellings = read_tellings(account, vocabulary, make_phrases(rules.one_sided))
    return {vocabulary.agency_kinds[names[one.target]] for one in tellings if one.kind in kinds}
