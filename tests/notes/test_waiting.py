"""Notes that stand beside no row, and the rows that are offered for them."""

import pytest

from chronolator.model import Event, Note, Origin, UnplacedNote, When
from chronolator.notes.waiting import offer_rows

ROWS = [Event(ref, When(""), "Police", "words", Origin("a")) for ref in ("C-NEW", "C-STAYS")]


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        (("C-STAYS",), ("C-STAYS",)),
        (("C-OLD", "C-STAYS"), ("C-NEW", "C-STAYS")),
        (("C-OLD", "C-NEW"), ("C-NEW",)),
        (("C-GONE",), ()),
    ],
)
def test_a_row_that_was_offered_is_offered_by_the_ref_that_it_has_now(
    before: tuple[str, ...], offered: tuple[str, ...]
) -> None:
    waiting = UnplacedNote(Note("", "Practice", "hers"), "", "", "", candidates=before)
    homes = {"C-OLD": "C-NEW", "C-NEW": "C-NEW", "C-STAYS": "C-STAYS"}
    (told,) = offer_rows([waiting], ROWS, homes, lambda _: ())
    assert told.candidates == offered
