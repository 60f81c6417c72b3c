"""The colours that every form of output shares. None of them tells anything by itself."""

from collections.abc import Sequence

from chronolator.model import Answer

INK = "#1F2933"
QUIET = "#67737F"
RULE = "#D5DBE1"
AGENCY_COLOURS = (
    "#1F5A9E",
    "#BC5318",
    "#1B7A4B",
    "#7B3FA0",
    "#B3202C",
    "#7A6200",
    "#00788C",
    "#5B6470",
    "#A8336F",
    "#3E4FA8",
    "#5C7A1B",
    "#8C4A2F",
)
"""Told apart by the author beside the agency's name, never instead of it."""
ANSWER_INKS = {Answer.YES: "#0B5138", Answer.NO: "#8C1A11", Answer.UNCLEAR: "#664A00"}
"""Dark enough to be read on white, and on the pale colours of the workbook."""


def colour_agencies(named: Sequence[str]) -> dict[str, str]:
    """A colour for each agency, in their order; the same again after the last colour."""
    order = dict.fromkeys(named)
    return {name: AGENCY_COLOURS[i % len(AGENCY_COLOURS)] for i, name in enumerate(order)}
