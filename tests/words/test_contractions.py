"""What is drawn together with an apostrophe."""

import pytest

from chronolator.rules import load_rules
from chronolator.words.clauses import split_clauses
from chronolator.words.contractions import Contractions

CONTRACTIONS = Contractions(load_rules().seen.people, {"dale"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mum's out.", "mum is out"),
        ("Robin's gone to nan's for tea.", "robin is gone to nan for tea"),
        ("Kid\u2019s asleep upstairs", "kid is asleep upstairs"),
        ("At Mum's with nan", "at mum with nan"),
        ("At her Nan's in Leeds", "at her nan in leeds"),
        ("Mum's partner in", "mum partner in"),
        ("Mum's, at last", "mum at last"),
    ],
)
def test_is_stands_for_itself_where_nothing_is_owned(text: str, words: str) -> None:
    told = CONTRACTIONS.write_out(split_clauses(text))
    assert " ".join(one.text for one in told) == words
    assert all(text[one.start : one.end] for one in told)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Robin is at nans", ["nan"]),
        ("gone to her dads for tea", ["dad"]),
        ("staying at Dales", ["dale"]),
        ("round at her aunties house", ["auntie"]),
        ("letter to mums group", []),
        ("talk to dads and carers", []),
        ("Mums at the gate said so", []),
        ("at Robins", []),
    ],
)
def test_whoever_has_a_home_owns_it_without_an_apostrophe(text: str, owners: list[str]) -> None:
    told = CONTRACTIONS.write_out(split_clauses(text))
    assert [one.text for one in told if one.possessive] == owners
    assert len(told) == len(text.split())
