"""Proves the examples of evidence.toml."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from chronolator.contacts.differences import Comparer
from chronolator.contacts.reading import read_account
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Case, Event, EvidenceRules, Origin, Precision, Qualifier, Rules, When
from chronolator.proof.nouns import Proof
from chronolator.rules.evidence import read_evidence

_FILE = "evidence.toml"
_DAY = date(2019, 3, 12)
_WHEN = When("12/03/2019", _DAY, _DAY, None, None, Precision.DAY, Qualifier.EXACT)
_AGENCIES = ("Zebra Trust", "Yak Trust")


def prove_evidence(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example of a kind of contact tells of it, those of a claim, a doing or a detail differ
    in it; no counter-example does. An example that differs without it proves nothing of it.
    """
    file = read_evidence(folder)
    for kind in file.kind:
        for texts, wanted in ((kind.examples, True), (kind.not_examples, False)):
            for text in texts:
                told = _list_kinds(text, rules, kind.told_by)
                expected = kind.id if wanted else f"not {kind.id}"
                got = ", ".join(told) or "no kind of contact"
                yield Proof(_FILE, kind.id, text, expected, got, (kind.id in told) is wanted, told)
    opposed = [(one.id, one.examples, one.not_examples) for one in file.claim]
    opposed += [(one.id, one.examples, one.not_examples) for one in file.doing]
    opposed += [(one.id, one.examples, one.not_examples) for one in file.detail]
    for rule, examples, not_examples in opposed:
        for pairs, wanted in ((examples, True), (not_examples, False)):
            for pair in pairs:
                differ = _differ(pair.a, pair.b, rule, rules)
                expected, got = (_DIFFER[one] for one in (wanted, differ))
                holds = differ is wanted
                if holds and differ and _differ(pair.a, pair.b, "", rules):
                    holds, got = False, "they differ in something else too"
                example = f"{pair.a} / {pair.b}"
                yield Proof(_FILE, rule, example, expected, got, holds)


_DIFFER = {True: "they differ", False: "they do not differ"}


def _make_event(number: int, text: str) -> Event:
    return Event(f"C-{number}", _WHEN, _AGENCIES[number], text, Origin(f"{number}.csv"))


def _list_kinds(text: str, rules: Rules, told_by: Sequence[str]) -> tuple[str, ...]:
    """The kinds of contact that a row of this text tells of, from one of these kinds of agency."""
    event = _make_event(0, text)
    if told_by:
        event = replace(event, agency=told_by[0])
    account = read_account(event, Vocabulary([event], Case(), rules.evidence, rules.agencies))
    kinds = account.kinds if account else 0
    return tuple(one.id for place, one in enumerate(rules.evidence.kinds) if kinds >> place & 1)


def _differ(a: str, b: str, rule: str, rules: Rules) -> bool:
    """True where two rows of one contact, with these texts, differ by that `rule` (by all
    that is no claim, doing or detail, where it names none).
    """
    rows = [_make_event(0, a), _make_event(1, b)]
    vocabulary = Vocabulary(rows, Case(), rules.evidence, rules.agencies)
    accounts = [account for row in rows if (account := read_account(row, vocabulary))]
    comparer = Comparer(vocabulary.take_rules(_keep(rules.evidence, rule)))
    return bool(comparer.find_differences(accounts, {}))


def _keep(evidence: EvidenceRules, rule: str) -> EvidenceRules:
    """The rules with the claim, doing or detail of that id alone; nothing is denied by them."""
    claims = tuple(one for one in evidence.claims if one.id == rule)
    doings = tuple(one for one in evidence.doings if one.id == rule)
    details = tuple(one for one in evidence.details if one.id == rule)
    words = replace(evidence.topic_words, denying=())
    return replace(evidence, claims=claims, doings=doings, details=details, topic_words=words)
