"""Proves the examples of people.toml."""

from collections.abc import Iterator
from pathlib import Path

from chronolator.model import Case, Child, Rules
from chronolator.proof.nouns import Proof
from chronolator.proposals import NameReader
from chronolator.rules.people import read_people
from chronolator.words.clauses import split_clauses
from chronolator.words.names import People

_FILE = "people.toml"
_CASE = Case(children=(Child("Robin Ashdown"),))


def prove_people(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example names somebody of its kind, and no counter-example does; a slip is one, and
    so is a short form.
    """
    ours = rules.seen.people
    file = read_people(folder)
    for rule, table, told in (
        ("spelling", file.spelling, "misspelt word"),
        ("clipped", file.clipped, "clipped word"),
    ):
        for texts, wanted in ((table.examples, True), (table.not_examples, False)):
            for text in texts:
                got = ours.shorthand.get(text, "")
                expected = f"a {told}" if wanted else f"no {told}"
                yield Proof(_FILE, rule, text, expected, got or "a word", bool(got) is wanted)
    reader = NameReader(ours.names)
    for example in file.names.example:
        expected, got = (" | ".join(one) for one in (example.names, reader.read(example.cell)))
        yield Proof(_FILE, "names", example.cell, expected, got, expected == got)
    people = People(_CASE, ours)
    for one in file.who:
        for texts, wanted in ((one.examples, True), (one.not_examples, False)):
            for text in texts:
                words = split_clauses(text, ours.breaks, ours.turns, ours.stops)
                found = people.find(words)
                named = {
                    " ".join(word.text for word in words[who.first : who.last]) for who in found
                }
                kinds = dict.fromkeys(kind for who in found for kind in who.kinds)
                met = tuple(rule.id for rule in ours.words if named.intersection(rule.words))
                expected = one.kind if wanted else f"nobody of the kind {one.kind}"
                got = ", ".join(kinds) or "nobody"
                yield Proof(_FILE, one.id, text, expected, got, (one.kind in kinds) is wanted, met)
