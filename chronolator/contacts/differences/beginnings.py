"""What was so at the beginning of a contact alone: "would not come down at first, then played"."""

from chronolator.contacts.accounts import Account
from chronolator.contacts.texts import PhraseBook
from chronolator.model import Flag

_NEAR = 5


def is_of_the_beginning(flag: Flag, account: Account, at_first: PhraseBook[bool]) -> bool:
    """True where one of the phrases stands near the words of the answer, in their sentence."""
    words = account.words
    for one in flag.evidence:
        if one.field != "text":
            continue
        start, end = words.count_before(one.start), words.count_before(one.end)
        for first, last in words.sentences:
            if first <= start < last:
                near = max(first, start - _NEAR), min(last, end + _NEAR)
                if at_first.find(words.lower, *near):
                    return True
    return False
