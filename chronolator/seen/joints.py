"""The words by which a sentence joins people to what it tells of."""

from typing import NamedTuple

from chronolator.model import PeopleRules


class Joints(NamedTuple):
    """The words that tell what a person does in a sentence, as `PeopleRules` has them: `companions`
    with `aside`, `company`, `meanwhile`, `aside` alone, `occasions`, `joins`, `relatives`,
    `absent`, `gone`, `messages` and `stationed`.
    """

    companions: frozenset[str]
    company: frozenset[str]
    meanwhile: frozenset[str]
    aside: frozenset[str]
    occasions: frozenset[str]
    joins: frozenset[str]
    relatives: frozenset[str]
    absent: frozenset[str]
    gone: frozenset[str]
    messages: frozenset[str]
    stationed: frozenset[str]


def take_joints(rules: PeopleRules) -> Joints:
    """The words of the rules, once for all texts."""
    aside = frozenset(rules.aside)
    return Joints(
        aside.union(rules.companions),
        frozenset(rules.company),
        frozenset(rules.meanwhile),
        aside,
        frozenset(rules.occasions),
        frozenset(rules.joins),
        frozenset(rules.relatives),
        frozenset(rules.absent),
        frozenset(rules.gone),
        frozenset(rules.messages),
        frozenset(rules.stationed),
    )
