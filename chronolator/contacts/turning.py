"""Whether two accounts name each other's agencies, and who turned to whom."""

from collections.abc import Iterator

from chronolator.contacts.accounts import Account
from chronolator.contacts.kinds import are_messages, find_mode
from chronolator.contacts.lexicon import MESSAGES
from chronolator.contacts.pieces import Piece, Quote, quote_naming, with_article
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Mode

FROM_ANOTHER = "both had it from another"
"""The piece of evidence that both accounts are what a third sent to both."""

TOLD_BY_ANOTHER = "both were told by another"
"""The piece of evidence that a third turned to both, be it in two talks."""


def compare_naming(a: Account, b: Account, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Whether each names the other's agency, and tells that they were together."""
    a_names, b_names = _quote(a, b), _quote(b, a)
    if a_names and b_names:
        yield "both name the other", a_names, b_names
    elif a_names or b_names:
        yield "one names the other", a_names or b_names, ""
    if are_messages(a, b, vocabulary):
        return
    a_with, b_with = _meets(a, b, vocabulary), _meets(b, a, vocabulary)
    if a_with and b_with:
        yield "both tell of being together", a_names, b_names
    elif a_with or b_with:
        yield "one tells of being together", a_names if a_with else b_names, ""
    for one, other in ((a, b), (b, a)):
        if not one.apart or a.joint | b.joint or _is_of_another(one, one.apart[0], vocabulary):
            continue
        if _is_near(one, one.apart[0], other):
            yield "apart", (one, *one.apart), ""
            return


def compare_turning(a: Account, b: Account, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Who turned to whom, where both tell of a talk or of something sent."""
    if not _tell_of_talk(a, b, vocabulary):
        return
    a_partner, b_partner = _partners(a) & b.bit, _partners(b) & a.bit
    if _both_received(a, b, vocabulary) and not (a_partner or b_partner):
        third = a.takes & b.takes
        yield FROM_ANOTHER, quote_naming(a, third), ""
        return
    if third := _find_teller(a, b):
        yield TOLD_BY_ANOTHER, quote_naming(a, third), ""
        return
    a_elsewhere = _turned_elsewhere(a, b, vocabulary)
    b_elsewhere = _turned_elsewhere(b, a, vocabulary)
    if a_partner and b_partner:
        agree = "both say that they turned to the other" if _contradict(a, b) else _AGREE
        yield agree, _quote(a, b), _quote(b, a)
    elif a_elsewhere or b_elsewhere:
        one = a if a_elsewhere else b
        yield "with somebody else", quote_naming(one, _partners(one)) or "family", ""
    elif a_partner or b_partner:
        yield "told or received", _quote(a, b) if a_partner else _quote(b, a), ""
    elif (a.sent and b.received) or (a.received and b.sent):
        yield "sent and received", with_article(vocabulary.lexicon.kinds[a.kind].id), ""


def _meets(one: Account, other: Account, vocabulary: Vocabulary) -> bool:
    """True where it tells of being there with the other: a talk with it is none."""
    return bool(one.together & other.bit) and find_mode(one, vocabulary) not in MESSAGES


_AGREE = "told and received"
_NEAR = 10
_BEFORE = 2


def _quote(one: Account, other: Account) -> Quote:
    """The words with which `one` names the agency of `other`, or a notice that only it sends."""
    if not one.mentions & other.bit:
        return ""
    return quote_naming(one, other.bit) or other.event.agency


def _is_near(one: Account, place: int, other: Account) -> bool:
    """True where the account names the other's agency near that place."""
    spans = (span for mask, span in one.party_at.items() if mask & other.bit)
    return any(abs(span[0] - place) <= _NEAR for span in spans)


def _is_of_another(one: Account, place: int, vocabulary: Vocabulary) -> bool:
    """True where right before that place somebody of no agency is named: "K had already gone"."""
    words, before = one.words, range(max(0, place - _BEFORE), place)
    spans = one.party_at.values()
    if any(start - _BEFORE < place <= end + _BEFORE for start, end in spans):
        return False
    if any(at in before for at, _, _ in vocabulary.who.find(words.lower, 0, place)):
        return True
    return any(
        words.written[at][0].isupper() and words.lower[at] not in vocabulary.lexicon.dull
        for at in before
    )


def _tell_of_talk(a: Account, b: Account, vocabulary: Vocabulary) -> bool:
    """True where one is mainly about a talk or something sent, and the other tells of one too."""
    modes = find_mode(a, vocabulary), find_mode(b, vocabulary)
    if modes[0] not in MESSAGES and modes[1] not in MESSAGES:
        return False
    return all(
        mode in MESSAGES or one.kinds & vocabulary.lexicon.talks
        for one, mode in zip((a, b), modes, strict=True)
    )


def _both_received(a: Account, b: Account, vocabulary: Vocabulary) -> bool:
    """True where both tell of something sent that came from one third agency."""
    notices = all(find_mode(one, vocabulary) is Mode.NOTICE for one in (a, b))
    return notices and bool(a.takes & b.takes) and not (a.gives or b.gives)


def _find_teller(a: Account, b: Account) -> int:
    """The third agency that turned to both, of which neither turned to the other; 0 for none."""
    if (_partners(a) & b.bit) or (_partners(b) & a.bit):
        return 0
    return a.takes & b.takes & ~(a.bit | b.bit)


def _partners(one: Account) -> int:
    return one.gives | one.takes | one.together


def _turned_elsewhere(one: Account, other: Account, vocabulary: Vocabulary) -> bool:
    """True where it tells of a talk with others, and not with the other account's agency. Whom the
    public rings tells of the caller alone, and the other of what it then heard.
    """
    partners = _partners(one)
    if one.received and other.received and not _partners(other):
        return False  # it may have had it from the same
    elsewhere = one.elsewhere and not one.bit & vocabulary.public
    return bool(partners or elsewhere) and not partners & other.bit


def _contradict(a: Account, b: Account) -> bool:
    a_gives, b_gives = a.gives & b.bit, b.gives & a.bit
    a_takes, b_takes = a.takes & b.bit, b.takes & a.bit
    both_gave = a_gives and b_gives and not (a_takes or b_takes)
    both_took = a_takes and b_takes and not (a_gives or b_gives)
    return bool(both_gave or both_took)
