import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

import chronolator.rules.evidence as loader
from chronolator.contacts.accounts import read_account
from chronolator.contacts.differences import Comparer
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.errors import RulesError
from chronolator.model import Case, Event, Mode, Origin, Precision, Qualifier, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import EvidenceFile, load_evidence

RULES = load_evidence()
AGENCIES = load_agencies()
FILE = msgspec.convert(
    tomllib.loads(Path(loader.__file__).with_suffix(".toml").read_text(encoding="utf-8")),
    EvidenceFile,
)
DAY = date(2019, 3, 12)
NUMBER = {kind.id: place for place, kind in enumerate(RULES.kinds)}


def tells(text: str, kind: str) -> bool:
    """True where a row of this text tells of the kind."""
    when = When("12/03/2019", DAY, DAY, None, None, Precision.DAY, Qualifier.EXACT)
    event = Event("C-1", when, "Zebra Trust", text, Origin("a.csv"))
    account = read_account(event, Vocabulary([event], Case(), RULES, AGENCIES))
    assert account is not None
    return bool(account.kinds >> NUMBER[kind] & 1)


@pytest.mark.parametrize(("text", "kind"), [(t, k.id) for k in FILE.kind for t in k.examples])
def test_every_example_tells_of_its_kind(text: str, kind: str) -> None:
    assert tells(text, kind)


@pytest.mark.parametrize(("text", "kind"), [(t, k.id) for k in FILE.kind for t in k.not_examples])
def test_no_counter_example_tells_of_the_kind(text: str, kind: str) -> None:
    assert not tells(text, kind)


def test_every_kind_with_words_has_its_proof() -> None:
    assert [
        one.id for one in FILE.kind if one.words and not (one.examples and one.not_examples)
    ] == []


def test_no_word_names_two_kinds_of_agency() -> None:
    words = [word for one in FILE.party for word in one.words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_agencies_are_of_kinds_that_are_known() -> None:
    known = {kind.name for kind in AGENCIES.kinds}
    named = {kind for one in FILE.party for kind in one.kinds}
    named |= {one.party for one in FILE.kind if one.party} | set(FILE.hosts.kinds)
    assert named - known == set()


def test_ids_are_used_once() -> None:
    for tables in (FILE.evidence, FILE.kind, FILE.party, FILE.part, FILE.harm, FILE.claim):
        ids = [one.id for one in tables]
        assert len(ids) == len(set(ids))


def list_broken() -> Iterator[tuple[str, str]]:
    yield '[[kind]]\nid = "zoo"\nmode = "direct"\nwords = ["zoo"]\nof = "park"\n', "no kind 'park'"
    yield (
        '[[kind]]\nid = "zoo"\nmode = "direct"\nwords = []\nmirrors = ["park"]\n',
        "no kind 'park'",
    )
    yield '[[part]]\nid = "tail"\nwords = ["tail"]\nof = "wing"\n', "no part 'wing'"
    yield "[clock]\nminutes = [5]\nweights = [1.0, 2.0]\n", "as many weights as minutes"
    yield "[days]\nmeeting = []\n", "days: meeting"
    yield '[limits]\nlinked = "3"\n', "linked"


@pytest.mark.parametrize(("text", "says"), [*list_broken()])
def test_what_does_not_fit_together_is_refused(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "evidence.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesError, match=says):
        load_evidence(tmp_path)


def test_a_board_changes_a_weight(tmp_path: Path) -> None:
    text = '[[evidence]]\nid = "same meeting"\nweight = 1.5\nsays = "both met: {a}"\n'
    (tmp_path / "evidence.toml").write_text(text, encoding="utf-8")
    rules = load_evidence(tmp_path)
    assert rules.weights["same meeting"].weight == 1.5
    assert rules.weights["same notice"] == RULES.weights["same notice"]


def test_a_board_changes_one_limit(tmp_path: Path) -> None:
    (tmp_path / "evidence.toml").write_text("[limits]\nlinked = 4\n", encoding="utf-8")
    rules = load_evidence(tmp_path)
    assert rules.limits == replace(RULES.limits, linked=4.0)


def test_every_mode_has_its_days() -> None:
    assert set(RULES.days) == set(Mode)


def differ(one: loader._Example, claim: str) -> bool:
    """True where two rows of one meeting differ in the claim."""
    when = When("12/03/2019", DAY, DAY, None, None, Precision.DAY, Qualifier.EXACT)
    rows = [
        Event("C-1", when, "Zebra Trust", one.a, Origin("a.csv")),
        Event("C-2", when, "Yak Trust", one.b, Origin("b.csv")),
    ]
    alone = replace(RULES, claims=tuple(c for c in RULES.claims if c.id == claim))
    vocabulary = Vocabulary(rows, Case(), alone, AGENCIES)
    accounts = [account for row in rows if (account := read_account(row, vocabulary))]
    return bool(list(Comparer((), vocabulary).find_differences(accounts)))


@pytest.mark.parametrize(("claim", "one"), [(c.id, one) for c in FILE.claim for one in c.examples])
def test_every_example_of_a_claim_is_a_difference(claim: str, one: loader._Example) -> None:
    assert differ(one, claim)


@pytest.mark.parametrize(
    ("claim", "one"), [(c.id, one) for c in FILE.claim for one in c.not_examples]
)
def test_no_counter_example_of_a_claim_is_one(claim: str, one: loader._Example) -> None:
    assert not differ(one, claim)


def test_every_claim_has_its_proof() -> None:
    assert [one.id for one in FILE.claim if not (one.examples and one.not_examples)] == []
