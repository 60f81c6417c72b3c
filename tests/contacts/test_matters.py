"""What two texts are about, by the vectors of their words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from chronolator.contacts import link_events
from chronolator.contacts.explain import explain_pair
from chronolator.contacts.matters import (
    Matters,
    compare,
    find_likest,
    find_strangest,
    load_matters,
)
from chronolator.contacts.texts import split_words
from chronolator.model import Case, Event
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence
from chronolator.rules.matters import FILE

EVIDENCE, AGENCIES = load_evidence(), load_agencies()
DIRECTIONS = {"fit": (1, 0), "seizure": (1, 0), "rent": (0, 1), "the": (1, 1)}
WEIGHTS = {"fit": 2.0, "seizure": 4.0, "rent": 3.0, "the": 0.0}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Matters:
    file = tmp_path_factory.mktemp("matters") / "small.npz"
    np.savez(
        file,
        words=np.frombuffer("\n".join(DIRECTIONS).encode(), np.uint8),
        directions=np.array([*DIRECTIONS.values()], np.int8) * 127,
        weights=np.array([*WEIGHTS.values()], np.float16),
    )
    return Matters(file)


def test_words_of_one_direction_are_alike_and_what_weighs_nothing_does_not_count(
    small: Matters,
) -> None:
    fit, rent = (
        small.read(split_words("The fit.")),
        small.read(split_words("the rent, the seizure")),
    )
    assert (fit.places, rent.places) == ((1,), (1, 4))
    assert compare(fit, small.read(split_words("seizure"))) == pytest.approx(1)
    assert compare(fit, small.read(split_words("rent"))) == pytest.approx(0)
    assert compare(fit, rent) == pytest.approx(4 / 5)
    assert find_likest(rent, fit) == 4
    assert find_strangest(rent, fit) == 1
    assert find_likest(rent, fit, {4}) == 1
    assert find_likest(fit, rent, {1}) == 1


def test_a_text_without_a_word_that_is_known_is_like_nothing(small: Matters) -> None:
    nothing = small.read(split_words("Zorbed."))
    assert nothing.places == ()
    assert compare(nothing, small.read(split_words("fit"))) == 0


def test_the_published_vectors_know_other_words_for_one_thing() -> None:
    assert load_matters(FILE) is load_matters(FILE)
    assert FILE.stat().st_size < 500_000
    read = load_matters(FILE).read
    seizures, school, bail = (
        read(split_words(text))
        for text in (
            "epilepsy medication, last fit on Sunday",
            "suspended for two days after a fight in the playground",
            "arrested and bailed with conditions not to contact",
        )
    )
    other = read(split_words("on levetiracetam for seizures, midazolam prescribed"))
    assert compare(seizures, other) > 0.6
    assert max(compare(school, other), compare(bail, other), compare(school, bail)) < 0.5


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("T/c from GP: repeat for anti seizure medication not collected.", "both are about"),
        ("T/c from GP: carpet cleaned, rent arrears and eviction notice.", "something"),
    ],
)
def test_they_are_evidence_with_the_words_that_tell_it(
    text: str, piece: str, make_event: Callable[..., Event]
) -> None:
    a = make_event("GP", "T/c to SW. Epilepsy prescription not picked up, seizures worse.")
    b = make_event("Social Care", text)
    linked = link_events([a, b], Case(), EVIDENCE, AGENCIES)
    told = [says for says, _ in explain_pair(linked, a, b).evidence if piece in says]
    assert len(told) == 1
    assert '"' in told[0]
    without = replace(EVIDENCE, matters=type(EVIDENCE.matters)())
    plain = explain_pair(link_events([a, b], Case(), without, AGENCIES), a, b)
    assert not any(piece in says for says, _ in plain.evidence)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        Matters(tmp_path / "none.npz")
