"""Proves the examples of anonymise.toml."""

import re
from collections.abc import Iterator
from pathlib import Path

from chronolator.anonymise import Anonymiser
from chronolator.anonymise.codes import find_role
from chronolator.model import Case, Rules
from chronolator.proof.nouns import Proof
from chronolator.rules.anonymise import read_anonymise

_FILE = "anonymise.toml"
_BRACKETED = re.compile(r"\[([^\]]+)\]")


def prove_anonymise(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """A role has its code, and no counter-example has it; of an example of numbers what stands in
    square brackets is replaced by the code, and nothing of a counter-example is.
    """
    file = read_anonymise(folder)
    for role in file.role:
        for texts, wanted in ((role.examples, True), (role.not_examples, False)):
            for text in texts:
                found_role = find_role(text, rules.anonymise)
                got = found_role.code if found_role else ""
                expected = role.code if wanted else f"not {role.code}"
                holds = (got == role.code) is wanted
                yield Proof(_FILE, role.id, text, expected, got or "no code", holds)
    for number in file.number:
        for texts, wanted in ((number.examples, True), (number.not_examples, False)):
            for text in texts:
                plain = _BRACKETED.sub(r"\1", text)
                swaps = Anonymiser(Case(), rules).find(plain)
                found = [
                    plain[one.start : one.end]
                    for one in swaps
                    if one.code.startswith(f"{number.code} ")
                ]
                expected_words = _BRACKETED.findall(text) if wanted else []
                told, got = (
                    f"{number.code}: {', '.join(words) or 'nothing'}"
                    for words in (expected_words, found)
                )
                yield Proof(_FILE, number.id, text, told, got, found == expected_words)
