"""case.toml <-> Case, decisions.toml -> Decision. What is wrong is told by line, block and key."""

from chronolator.case.compose import compose_case
from chronolator.case.decisions import DECISIONS_FILE, load_decisions
from chronolator.case.load import decode_case, encode_case, load_case
from chronolator.case.people import compose_people, load_people
from chronolator.model.case import CASE_FILE

__all__ = [
    "CASE_FILE",
    "DECISIONS_FILE",
    "compose_case",
    "compose_people",
    "decode_case",
    "encode_case",
    "load_case",
    "load_decisions",
    "load_people",
]
