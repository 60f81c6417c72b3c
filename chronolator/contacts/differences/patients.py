"""Whose an injury is where an account does not name whom it tells of."""

from collections import defaultdict
from collections.abc import Mapping

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.causes import Cause
from chronolator.contacts.differences.injury import Injury

CLIENT = "client"


def name_client(told: defaultdict[str, list[tuple[Account, Injury]]]) -> None:
    """What is said of "client" and "tenant" is of the only other of whom accounts tell, where that
    is another's account.
    """
    others = [key for key in told if key and key != CLIENT]
    if CLIENT in told and len(others) == 1:
        accounts = {id(account) for account, _ in told[others[0]]}
        if not any(id(account) in accounts for account, _ in told[CLIENT]):
            told[others[0]] += told.pop(CLIENT)


def name_patient(
    told: defaultdict[str, list[tuple[Account, Injury]]],
    unnamed: str,
    causes: Mapping[int, frozenset[Cause]],
) -> None:
    """What is said of nobody who is named is of the only one of whom another account tells the same
    harm, come about alike: crew and police do not name a patient twice. `causes` are those that an
    account tells, by its identity.
    """
    others = [key for key in told if key != unnamed]
    if unnamed not in told or len(others) != 1 or others[0] == CLIENT:
        return
    named = told[others[0]]
    if all(
        any(
            one is not account
            and harm.harms & injury.harms
            and causes[id(one)] & causes[id(account)]
            for account, injury in named
        )
        and all(one is not account for account, _ in named)
        for one, harm in told[unnamed]
    ):
        told[others[0]] += told.pop(unnamed)
