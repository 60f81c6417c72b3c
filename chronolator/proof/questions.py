"""Proves the examples of questions.toml."""

import re
from collections.abc import Iterator
from pathlib import Path

from chronolator.model import Rules
from chronolator.proof.nouns import Proof
from chronolator.questions.asked import asks_agency
from chronolator.questions.dates import says_unknown
from chronolator.questions.terms import count_abbreviations
from chronolator.rules.questions import read_questions

_FILE = "questions.toml"
_UNDATED = {True: "nobody knows the date", False: "a date to ask for"}
_BRACKETED = re.compile(r"\[(\w+)\]")


def prove_questions(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """A heading asks the agency or does not; of the words that are known nothing of an example is
    asked, and of a counter-example what stands in square brackets.
    """
    file = read_questions(folder)
    for headings, wanted in ((file.yours.examples, True), (file.yours.not_examples, False)):
        for heading in headings:
            told, got = (
                "asks the agency" if asks else "asks nobody"
                for asks in (wanted, asks_agency(heading, rules.questions))
            )
            yield Proof(_FILE, "yours", heading, told, got, told == got)
    for texts, wanted in ((file.undated.examples, True), (file.undated.not_examples, False)):
        for text in texts:
            told, got = (_UNDATED[says] for says in (wanted, says_unknown(text, rules.questions)))
            yield Proof(_FILE, "undated", text, told, got, told == got)
    for one in file.known:
        for texts, wanted in ((one.examples, False), (one.not_examples, True)):
            for text in texts:
                expected = _BRACKETED.findall(text) if wanted else []
                plain = _BRACKETED.sub(r"\1", text) if wanted else text
                asked = [word for word, _ in count_abbreviations([plain], rules.questions)]
                told, got = (f"asks {', '.join(words) or 'nothing'}" for words in (expected, asked))
                yield Proof(_FILE, one.id, text, told, got, asked == expected)
