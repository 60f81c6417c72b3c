"""Which passwords a file is tried with: those of the case file, then those the user types.

A password is handed on as a value alone: it stands in no message, and goes to the worker by its
pipe.
"""

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

from chronolator.errors import PasswordError
from chronolator.model import Agency, Case
from chronolator.model.case import CASE_FILE
from chronolator.words.files import find_agency_of_file

AskPassword = Callable[[str], str]
"""Called with a sentence that names the file; gives what the user typed, "" where she passes."""

_ASKED_AT_MOST = 3
_Opened = TypeVar("_Opened")


class Passwords:
    """The passwords of one run. What the user types for one file is tried on the next ones too."""

    def __init__(self, case: Case, ask: AskPassword | None = None) -> None:
        self._case = case
        self._ask = ask
        self._typed: list[str] = []

    def list_for(self, label: str) -> list[str]:
        """The passwords that the file is tried with first."""
        agency = find_agency_of_file(label, self._case)
        # A file of no agency may be of any whose password is known: its titles cannot be read yet.
        known = (agency,) if agency else self._case.agencies
        return [*(word for one in known for word, _ in _list_known(one)), *self._typed]

    def open(self, label: str, open_with: Callable[[Sequence[str]], _Opened]) -> _Opened:
        """What `open_with` gives, called with passwords until one opens the file.

        Raises `PasswordError` where none does: the one of the case file is wrong, or there is none
        and nobody to ask.
        """
        agency = find_agency_of_file(label, self._case)
        try:
            return open_with(self.list_for(label))
        except PasswordError as error:
            if agency and _list_known(agency):
                raise _tell_wrong(label, agency) from error
            opened = self._ask_for(label, open_with, agency)
            if opened is None:
                raise (_tell_unset(label, agency) or error) from error
            return opened

    def _ask_for(
        self, label: str, open_with: Callable[[Sequence[str]], _Opened], agency: Agency | None
    ) -> _Opened | None:
        unset = f" ({agency.password_env} is not set)" if agency and agency.password_env else ""
        question = f"{label} is protected with a password{unset}."
        for _ in range(_ASKED_AT_MOST):
            typed = self._ask(question) if self._ask else ""
            if not typed:
                break
            try:
                opened = open_with([typed])
            except PasswordError:
                question = f"That does not open {label}."
            else:
                self._typed.append(typed)
                return opened
        return None


def _list_known(agency: Agency) -> list[tuple[str, str]]:
    """The passwords that the case file gives for the agency, each with where it stands."""
    found = [(agency.password, f"the password in {CASE_FILE}")]
    if name := agency.password_env:
        found.append((os.environ.get(name, ""), f"the password in the variable {name}"))
    return [(password, place) for password, place in found if password]


def _tell_wrong(label: str, agency: Agency) -> PasswordError:
    places = " and ".join(place for _, place in _list_known(agency))
    verb = "do" if " and " in places else "does"
    return PasswordError(
        f"{label}: {places} {verb} not open it",
        hint=f"Correct it for {agency.name}, or take it out of {CASE_FILE}: "
        "then chron asks for it at a terminal.",
    )


def _tell_unset(label: str, agency: Agency | None) -> PasswordError | None:
    if agency is None or not agency.password_env:
        return None
    return PasswordError(
        f"{label}: protected with a password, and the environment variable "
        f"{agency.password_env}, in which {CASE_FILE} says that it is, is not set",
        hint="Set it in the same window before you run chron, or give password in its place.",
    )
