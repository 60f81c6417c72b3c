"""Which children of a case an agency has to do with, by their age."""

from collections.abc import Sequence

from chronolator.model import Child, Event, ServedRules
from chronolator.seen.ages import can_be_aged, is_unborn
from chronolator.words.agencies import part_name
from chronolator.words.fold import holds_any
from chronolator.words.mention import NOBODY


def find_served(name: str, rules: Sequence[ServedRules]) -> ServedRules | None:
    """The rule of the agency of that name; None where it may serve children of any age. One that is
    `general` counts where no other meets the name.
    """
    told = part_name(name)
    met = [one for one in rules if holds_any(told, one.words)]
    meant = [one for one in met if not one.general] or met
    if len(meant) != 1 or holds_any(told, meant[0].unless):
        return None
    return meant[0]


class Served:
    """The children of a case, by the agencies that serve their age."""

    def __init__(self, children: Sequence[Child], rules: Sequence[ServedRules]) -> None:
        """Each agency's name is looked up once."""
        self._children = children
        self._rules = rules
        self._known: dict[tuple[str, str], ServedRules | None] = {}

    def find(self, event: Event, *, school: bool) -> frozenset[int]:
        """The children of the case who can be meant in the agency's record of that day; nobody
        where age tells nothing. A general rule is of a `school` alone.
        """
        name = event.service, event.agency
        if name not in self._known:
            self._known[name] = find_served(" ".join(name), self._rules)
        rule = self._known[name]
        if rule is None or (rule.general and not school):
            return NOBODY
        return frozenset(
            number
            for number, child in enumerate(self._children)
            if not is_unborn(child, event) and can_be_aged(child, event, rule.first, rule.before)
        )
