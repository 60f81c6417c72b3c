"""What came of an example."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """An example of a rule, and what came of it.

    `expected` and `got` are words. `met` are the ids of the rules that the example met, where such
    are told. `holds`: it came out as the rule's file says.
    """

    file: str
    rule: str
    example: str
    expected: str
    got: str
    holds: bool
    met: tuple[str, ...] = ()
