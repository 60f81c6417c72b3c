"""A gap in words, the same in every form of output. They claim no more than the returns do."""

from collections import Counter
from collections.abc import Iterable

from chronolator.model import Case, Chance, Clock, Gap, Question, Reason
from chronolator.rows import name_day

AS = {
    Question.SEEN: "seen",
    Question.ALONE: "seen alone",
    Question.VIEWS: "having views recorded",
}
"""What the child is not recorded as."""

ANYONE = "any agency"
OPEN_STAY = "It begins with an admission, and no discharge that ends it was found in the returns"
_COLUMN_SAYS = {
    Question.SEEN: "marked as not seen",
    Question.ALONE: "marked as not alone",
    Question.VIEWS: "marked as no views",
}
_REASONS = {
    Reason.AUTHOR: "by your correction",
    Reason.SIBLING_ONLY: "sibling seen only",
    Reason.LEFT_BEFORE_SEEN: "left before seen",
}


def name_reason(chance: Chance, of: Question) -> str:
    """Why the entry is no sighting, or none `of` what was asked, in a few plain words."""
    if chance.reason is Reason.COLUMN:
        return _COLUMN_SAYS[of]
    return _REASONS.get(chance.reason, chance.reason.value)


def tell_reasons(gap: Gap) -> str:
    """Why its chances came to nothing, in the order of their first days, and how often: "no access
    (2), away (1)".
    """
    counts = Counter(name_reason(one, gap.of) for one in gap.chances)
    return ", ".join(f"{reason} ({times:,})" for reason, times in counts.items())


def tell_counts(counts: dict[str, int]) -> str:
    """Names with their numbers: "Police 2, School 1"."""
    return ", ".join(f"{name} {number:,}" for name, number in counts.items())


def tell_doubt(gap: Gap) -> str:
    """How long it can have been, and why that is not sure; "" where it is."""
    span = f"it can be {gap.shortest:,} to {gap.longest:,} days."
    if not gap.certain:
        return f"An entry that may lie inside is unclear: {span}"
    if gap.shortest < gap.longest:
        return f"A date at its end is not exact: {span}"
    return ""


def tell_gap(gap: Gap) -> str:
    """The gap as a sentence, and what is not sure about it."""
    by = f" by {gap.by}" if gap.by else ""
    told = (
        f"From {name_day(gap.first)} to {name_day(gap.last)} ({gap.days:,} days) {gap.child} "
        f"is not recorded in the returns as {AS[gap.of]}{by}."
    )
    stay = f"{OPEN_STAY}." if gap.open_stay else ""
    return " ".join(filter(None, (told, tell_others(gap), tell_doubt(gap), stay)))


def tell_others(gap: Gap) -> str:
    """What the other agencies saw meanwhile; "" where any agency counts."""
    if gap.unseen_by_anyone is None:
        return ""
    if not gap.by_others:
        return "Nor by any other agency."
    return (
        f"Other agencies: {len(gap.by_others):,} meanwhile; the most days without any are "
        f"{gap.unseen_by_anyone:,}."
    )


def find_undated(gap: Gap, clocks: Iterable[Clock]) -> tuple[str, ...]:
    """The entries without a date that are or may be a sighting: they could lie in the gap."""
    same = (one for one in clocks if (one.child, one.of, one.by) == (gap.child, gap.of, gap.by))
    return next((clock.undated for clock in same), ())


def tell_undated(clocks: Iterable[Clock], case: Case) -> list[str]:
    """What entries without a date can change, one sentence a child."""
    undated = {
        clock.child: len(clock.undated) for clock in clocks if clock.by is None and clock.undated
    }
    return [
        f"{name}: {number:,} {'entry' if number == 1 else 'entries'} without a date "
        f"{'is or may be a sighting' if number == 1 else 'are or may be sightings'}, and could lie "
        "in any of these gaps."
        for child in case.children
        if (number := undated.get(name := child.name, 0))
    ]
