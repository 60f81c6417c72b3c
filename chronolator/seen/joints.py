"""The words by which a sentence joins people to what it tells of."""

from typing import NamedTuple

from chronolator.model import PeopleRules


class Joints(NamedTuple):
    """The words that tell what a person does in a sentence, as `PeopleRules` tells; but
    `companions` hold `aside` too.
    """

    companions: frozenset[str]
    company: frozenset[str]
    meanwhile: frozenset[str]
    aside: frozenset[str]
    occasions: frozenset[str]
    dealings: frozenset[str]
    joins: frozenset[str]
    relatives: frozenset[str]
    absent: frozenset[str]
    missing: frozenset[str]
    gone: frozenset[str]
    messages: frozenset[str]
    stationed: frozenset[str]
    attending: frozenset[str]
    single: frozenset[str]
    spokesmen: frozenset[str]
    calling: frozenset[str]
    confiding: frozenset[str]


def take_joints(rules: PeopleRules) -> Joints:
    """The words of the rules, once for all texts."""
    aside = frozenset(rules.aside)
    return Joints(
        companions=aside.union(rules.companions),
        company=frozenset(rules.company),
        meanwhile=frozenset(rules.meanwhile),
        aside=aside,
        occasions=frozenset(rules.occasions),
        dealings=frozenset(rules.dealings),
        joins=frozenset(rules.joins),
        relatives=frozenset(rules.relatives),
        absent=frozenset(rules.absent),
        missing=frozenset(rules.absent) | frozenset(rules.neither),
        gone=frozenset(rules.gone),
        messages=frozenset(rules.messages),
        stationed=frozenset(rules.stationed),
        attending=frozenset(rules.attending),
        single=frozenset(rules.single),
        spokesmen=frozenset(rules.spokesmen),
        calling=frozenset(rules.calling),
        confiding=frozenset(rules.confiding),
    )
