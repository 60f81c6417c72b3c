"""From events to contacts."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences import Comparer, Flags, find_unanswered
from chronolator.contacts.groups import Group, find_linked, group_accounts, hold_together, list_open
from chronolator.contacts.reading import read_account, read_decided
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.contacts.weighing import Scale, Weighed
from chronolator.model import (
    AgencyRules,
    Case,
    Contact,
    ContactStatus,
    Decided,
    Difference,
    Event,
    EvidenceRules,
    Flag,
    Question,
    Silence,
)
from chronolator.model.values import join_words

_UNDECIDED = Decided()
Told = tuple[tuple[Difference, ...], tuple[Silence, ...]]
"""What the words of the accounts of one contact tell: where they differ, on what one is silent."""
_NAMES = {ContactStatus.LINKED: "Contact", ContactStatus.POSSIBLE: "Possible"}


@dataclass(frozen=True, slots=True)
class Linked:
    """Groups of accounts held to be of one contact, each with its status, before their differences
    are looked for; and the `pairs` that they were found among. `accounts` are all that are known to
    the day, by time; `vague` those that are not, and that the author `decided` to be of a contact.
    """

    groups: tuple[tuple[ContactStatus, Group], ...]
    pairs: tuple[Weighed, ...]
    accounts: tuple[Account, ...]
    scale: Scale
    vocabulary: Vocabulary
    comparer: Comparer
    vague: tuple[Account, ...] = ()
    decided: Decided = _UNDECIDED

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the accounts, by time."""
        return tuple(one.event for one in (*self.accounts, *self.vague))


def link_events(
    events: Sequence[Event],
    case: Case,
    rules: EvidenceRules,
    agencies: AgencyRules,
    decided: Decided = _UNDECIDED,
) -> Linked:
    """Which events of several agencies are accounts of one contact.

    Every event is in at most one contact that is linked; one that is in none of these in at most
    one that is possible, be it with an event that is linked. A contact has at most one event of an
    agency, and none that is not known to the day; but what the author `decided` goes before all
    that. The order of the events changes nothing.
    """
    vocabulary = Vocabulary(events, case, rules, agencies)
    read = (read_account(event, vocabulary) for event in events if event.agency)
    accounts = sorted(filter(None, read), key=lambda one: (one.first, one.event.id))
    scale = Scale(accounts, vocabulary)
    held = [hold_together(group, scale.weigh) for group in _read_held(events, vocabulary, decided)]
    near = tuple(_weigh_pairs(accounts, scale, rules))
    found = find_linked(near, scale.weigh, rules.limits, decided) if held else []
    pairs = tuple(list_open(near, held, decided))
    linked, possible = group_accounts(pairs, scale.weigh, rules.limits, held, decided, found)
    groups = (
        *((ContactStatus.LINKED, group) for group in linked),
        *((ContactStatus.POSSIBLE, group) for group in possible),
    )
    by_time = sorted(accounts, key=lambda one: (one.first, one.at is None, one.at, one.event.id))
    known = {one.event.id for one in accounts}
    vague = tuple(one for group in held for one in group.accounts if one.event.id not in known)
    comparer = Comparer(vocabulary)
    return Linked(groups, pairs, tuple(by_time), scale, vocabulary, comparer, vague, decided)


def _read_held(
    events: Sequence[Event], vocabulary: Vocabulary, decided: Decided
) -> Iterator[list[Account]]:
    """The accounts of each contact that the author decided."""
    named = {event.id: event for event in events}
    for group in sorted(decided.join(named), key=min):
        yield [read_decided(named[one], vocabulary) for one in sorted(group)]


def compare_words(linked: Linked) -> list[Told]:
    """Where the accounts of each group differ, and on what one is silent, by their own words: no
    flags are needed.
    """
    comparer = linked.comparer
    groups = [_sort(group) for _, group in linked.groups]
    return [(comparer.compare_words(one), comparer.find_silences(one)) for one in groups]


def gather_contacts(linked: Linked) -> tuple[Contact, ...]:
    """The contacts as `describe_contacts` gives them, but for what their accounts say: all that is
    known of them before the flags are.
    """
    bare = [
        Contact(
            id="",
            events=tuple(one.event.id for one in _sort(group)),
            weight=0.0,
            evidence=(),
            status=status,
        )
        for status, group in linked.groups
    ]
    return number_contacts(bare, linked.events)


def describe_contacts(
    linked: Linked,
    flags: Sequence[Flag],
    told: Sequence[Told] | None = None,
) -> tuple[Contact, ...]:
    """The contacts with their evidence, where their accounts differ, and on what one of them is
    silent, also by the `flags`.

    They are numbered by day and time; `number_contacts` numbers them by the chronology's order.
    `told` is what `compare_words` gave, where that is known already.
    """
    answers: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in flags:
        answers[flag.event].append(flag)
    words = compare_words(linked) if told is None else told
    found = [
        _make_contact(group, status, linked, said, answers)
        for (status, group), said in zip(linked.groups, words, strict=True)
    ]
    return number_contacts(found, linked.events)


def number_contacts(contacts: Iterable[Contact], events: Iterable[Event]) -> tuple[Contact, ...]:
    """The contacts with new ids, in the order of their first events: the linked ones come first."""
    place = {event.id: number for number, event in enumerate(events)}
    ordered = sorted(
        contacts,
        key=lambda one: (
            one.status is not ContactStatus.LINKED,
            sorted(place[event] for event in one.events),
        ),
    )
    numbers = dict.fromkeys(ContactStatus, 0)
    numbered = []
    for contact in ordered:
        numbers[contact.status] += 1
        name = f"{_NAMES[contact.status]} {numbers[contact.status]}"
        events_in_order = tuple(sorted(contact.events, key=place.__getitem__))
        numbered.append(replace(contact, id=name, events=events_in_order))
    return tuple(numbered)


def _weigh_pairs(
    accounts: Sequence[Account], scale: Scale, rules: EvidenceRules
) -> Iterator[Weighed]:
    """The pairs of different agencies, near in time, that may be one contact."""
    days = [one.first for one in accounts]
    limits = rules.limits
    for number, a in enumerate(accounts):
        end = bisect_right(days, a.last + limits.most_days, lo=number)
        for b in accounts[number + 1 : end]:
            if a.bit != b.bit and scale.worth_weighing(a, b):
                weighed = scale.weigh(a, b)
                if weighed.weight >= limits.possible:
                    yield weighed


def _sort(group: Group) -> list[Account]:
    return sorted(group.accounts, key=lambda one: (one.first, one.at or 0, one.event.id))


def _make_contact(
    group: Group,
    status: ContactStatus,
    linked: Linked,
    said: Told,
    flags: Flags,
) -> Contact:
    accounts = _sort(group)
    differ, silent = said
    seen = {
        one.event.id: [
            flag for flag in flags.get(one.event.id, ()) if flag.question is Question.SEEN
        ]
        for one in accounts
    }
    told = (text for pair in group.pairs for text in linked.scale.tell(pair))
    return Contact(
        id="",
        events=tuple(one.event.id for one in accounts),
        weight=min((pair.weight for pair in group.pairs), default=0.0),
        evidence=tuple(
            dict.fromkeys(
                (*_tell_decided(group, linked.decided), *told, *_tell_against(group, linked.scale))
            )
        ),
        differences=linked.comparer.add_sightings(differ, accounts, seen),
        silences=(*find_unanswered(accounts, flags), *silent),
        status=status,
    )


def _tell_against(group: Group, scale: Scale) -> Iterator[str]:
    """Which accounts that are linked with one of these do not agree, and what tells so."""
    for pair in group.against:
        member = pair.b if pair.a in group.accounts else pair.a
        says = [told for told, weight in scale.list_evidence(pair) if weight < 0]
        why = "; ".join(says) or "they have too little in common"
        yield f"but the account of {member.event.agency}, linked with one of these, differs: {why}"


def _tell_decided(group: Group, decided: Decided) -> Iterator[str]:
    """That the author says so, of whose accounts where it is not of all, and why."""
    for held in group.decided:
        named = sorted({one.event.agency for one in group.accounts if one.event.id in held})
        whole = len(held) == len(group.accounts)
        of = "these" if whole else f"the accounts of {join_words(named)}"
        told = f"you decided that {of} are one contact"
        whys = dict.fromkeys(why for pair, why in decided.whys.items() if pair <= held)
        yield f"{told}: {'; '.join(whys)}" if whys else told
