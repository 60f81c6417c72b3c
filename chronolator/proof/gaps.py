"""Proves the examples of gaps.toml."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from chronolator.gaps.periods import begins_with_no_contact
from chronolator.gaps.stays import names_ward, tells_stay
from chronolator.model import Event, Origin, Rules, When
from chronolator.proof.nouns import Proof
from chronolator.rules.gaps import read_gaps

_FILE, _RULE = "gaps.toml", "no_contact"
_ROW = Event("", When("", date(2019, 3, 1), date(2019, 5, 31)), "", "", Origin(""))
_STAY = {True: "one stay", False: "no one stay"}
_WARD = {True: "a ward", False: "no ward"}
_SAYS = {True: "no contact", False: "something else"}


def prove_gaps(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example tells of a stay, names a ward, or tells of a period without contact, and no
    counter-example.
    """
    file = read_gaps(folder)
    row = file.stay_row
    for texts, wanted in ((row.examples, True), (row.not_examples, False)):
        for text in texts:
            got = tells_stay(replace(_ROW, text=text), rules.gaps)
            yield Proof(_FILE, "stay_row", text, _STAY[wanted], _STAY[got], got is wanted)
    for texts, wanted in ((file.stay.examples, True), (file.stay.not_examples, False)):
        for text in texts:
            got = names_ward(text, rules.gaps)
            yield Proof(_FILE, "stay", text, _WARD[wanted], _WARD[got], got is wanted)
    told = file.no_contact
    for texts, wanted in ((told.examples, True), (told.not_examples, False)):
        for text in texts:
            got = begins_with_no_contact(text, rules.gaps)
            yield Proof(_FILE, _RULE, text, _SAYS[wanted], _SAYS[got], got is wanted)
