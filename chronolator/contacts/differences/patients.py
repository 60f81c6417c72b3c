"""Whose an injury is where an account does not name whom it tells of."""

from collections import defaultdict

from chronolator.contacts.accounts import Account
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


def name_patient(told: defaultdict[str, list[tuple[Account, Injury]]], unnamed: str) -> None:
    """What is said of nobody who is named is of the only one of whom another account tells the same
    harm: crew and police do not name a patient twice.
    """
    others = [key for key in told if key != unnamed]
    if unnamed not in told or len(others) != 1:
        return
    named = told[others[0]]
    accounts = {id(account) for account, _ in named}
    harms = {harm for _, injury in named for harm in injury.harms}
    if all(id(one) not in accounts and injury.harms & harms for one, injury in told[unnamed]):
        told[others[0]] += told.pop(unnamed)
