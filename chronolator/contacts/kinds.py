"""Whether two accounts tell of one kind of contact, or of two that exclude each other."""

from collections.abc import Iterator

from chronolator.contacts.accounts import Account
from chronolator.contacts.lexicon import MESSAGES, NO_KIND
from chronolator.contacts.pieces import Piece, with_article
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Mode

_LOOSE = (Mode.INCIDENT, Mode.MESSAGE)
"""Modes in which one contact is often told by several kinds: a fight, an arrest, a crew."""

_IN_PERSON = {Mode.DIRECT, Mode.INCIDENT}
_IN_PASSING, _OTHER, _OTHERWISE = "told in passing", "other mode", "met otherwise"
_CONFLICTS = {Mode.MEETING: "other meeting", Mode.DIRECT: "other kind"}


def find_mode(one: Account, vocabulary: Vocabulary) -> Mode | None:
    """The mode of what the row is mainly about; None where it tells no kind of contact."""
    return vocabulary.lexicon.kinds[one.kind].mode if one.kind != NO_KIND else None


def are_messages(a: Account, b: Account, vocabulary: Vocabulary) -> bool:
    """True where both are mainly about a talk at a distance or something sent."""
    return find_mode(a, vocabulary) in MESSAGES and find_mode(b, vocabulary) in MESSAGES


def compare_kinds(a: Account, b: Account, vocabulary: Vocabulary) -> Iterator[Piece]:
    """What the kinds of contact say; nothing where one row tells none."""
    if NO_KIND in {a.kind, b.kind}:
        return
    kinds = vocabulary.lexicon.kinds
    names = with_article(kinds[a.kind].id), with_article(kinds[b.kind].id)
    if (
        vocabulary.lexicon.mirrors[a.kind] >> b.kind & 1
        or vocabulary.lexicon.mirrors[b.kind] >> a.kind & 1
    ):
        yield "mirrored kinds", *names
        return
    there = a.together & b.bit, b.together & a.bit
    both_named = bool(a.mentions & b.bit and b.mentions & a.bit)
    if not all(there) and (_at_home(a, b, vocabulary) or _at_home(b, a, vocabulary)):
        yield "other place", "", ""
    modes = find_mode(a, vocabulary), find_mode(b, vocabulary)
    shared = _find_shared(a, b, modes)
    if shared != NO_KIND:
        yield from _tell_shared(a, b, shared, names, vocabulary)
        if modes[0] is not modes[1] and not are_messages(a, b, vocabulary):
            yield _IN_PASSING, *names
    elif all(mode is Mode.MEETING for mode in modes) and (
        kinds[a.kind].loose or kinds[b.kind].loose
    ):
        yield "a meeting", *names
    elif conflict := _find_conflict(a, b, vocabulary):
        plain = vocabulary.lexicon.talk in {a.kind, b.kind}
        means = kinds[a.kind].means or kinds[b.kind].means
        met = both_named and any(there) and not means
        if met and plain:  # who was there may tell no more than that somebody spoke
            return
        if met and conflict == _OTHERWISE:
            conflict = _IN_PASSING
        yield (_IN_PASSING if conflict == _OTHER and (met or plain) else conflict), *names


def _tell_about(a: Account, b: Account, vocabulary: Vocabulary) -> Iterator[Piece]:
    """That one is a message about the meeting of which the other tells."""
    for one, other in ((a, b), (b, a)):
        message = find_mode(one, vocabulary) in MESSAGES
        about = vocabulary.lexicon.find_about_meeting(one.words.lower) if message else None
        if about and find_mode(other, vocabulary) is Mode.MEETING:
            yield "about the meeting", (one, *about), ""


def _find_conflict(a: Account, b: Account, vocabulary: Vocabulary) -> str:
    """The piece of evidence against two kinds that neither row tells both of; "" for none."""
    mode = find_mode(a, vocabulary)
    if are_messages(a, b, vocabulary):
        means = vocabulary.lexicon.kinds[a.kind].means and vocabulary.lexicon.kinds[b.kind].means
        return "other means" if means else ""
    if mode is not find_mode(b, vocabulary):
        return _tell_modes(a, b, vocabulary)
    return _CONFLICTS.get(mode, "") if mode else ""


def _at_home(one: Account, other: Account, vocabulary: Vocabulary) -> bool:
    """True where one tells of a home visit, and the other is a host that tells of none."""
    home = vocabulary.lexicon.home
    return bool(one.lineage & home and other.bit & vocabulary.hosts and not other.kinds & home)


def _find_shared(a: Account, b: Account, modes: tuple[Mode | None, Mode | None]) -> int:
    """The most special kind that both tell, one of them mainly; a form of it counts."""
    mainly = [
        (mode is not Mode.MEETING, one.kind)
        for one, other, mode in ((a, b, modes[0]), (b, a, modes[1]))
        if other.kinds >> one.kind & 1
    ]
    if mainly:  # of a call into a meeting, the meeting
        return min(mainly, key=lambda told: told[0])[1]
    if modes[0] is modes[1] and modes[0] in _LOOSE:
        return (a.kinds & b.kinds).bit_length() - 1
    return NO_KIND


def _tell_shared(
    a: Account, b: Account, kind: int, names: tuple[str, str], vocabulary: Vocabulary
) -> Iterator[Piece]:
    shared = vocabulary.lexicon.kinds[kind]
    general = vocabulary.lexicon.general >> kind & 1
    told = with_article(shared.id)
    if shared.mode is Mode.MEETING:
        yield ("a meeting", *names) if general else ("same meeting", told, "")
        yield from _tell_about(a, b, vocabulary)
    elif shared.mode is Mode.INCIDENT:
        yield ("an incident" if general else "same incident"), told, ""
    elif shared.mode is Mode.DIRECT:
        yield "same kind", told, ""
    elif shared.mode is Mode.NOTICE and not shared.means:
        yield "same notice", told, ""
    elif kind != vocabulary.lexicon.talk:
        yield "same means", told, ""


def _tell_modes(a: Account, b: Account, vocabulary: Vocabulary) -> str:
    """In passing, where one is a talk and the other tells, among other things, of one too."""
    for one, other in ((a, b), (b, a)):
        if find_mode(one, vocabulary) in MESSAGES and other.kinds & vocabulary.lexicon.talks:
            return _IN_PASSING
    in_person = {find_mode(a, vocabulary), find_mode(b, vocabulary)} == _IN_PERSON
    return _OTHERWISE if in_person else _OTHER
