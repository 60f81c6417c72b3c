"""What stops a run.

    ChronolatorError
    ├── ReaderError   a file, or one of its sheets, cannot be read
    │   └── PasswordError   it asks for a password, and none that is known opens it
    ├── CaseError     the case file is not as it should be
    ├── RulesError    a file of rules is not as it should be
    └── OutputError   the result cannot be written where it should go

Everything about one row is a `Problem` (see `chronolator.model`): data that goes with the result.
"""


class ChronolatorError(Exception):
    """An error that a user can do something about.

    `str(error)` is the message, "place: what"; `hint` is one sentence: what to do.
    Neither holds words of a record.
    """

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Both texts come through where the error crosses from one process to another."""
        return _remake, (type(self), str(self), self.hint)


class ReaderError(ChronolatorError):
    """A file, or one of its sheets, cannot be read."""


class PasswordError(ReaderError):
    """A file asks for a password, and none that is known opens it."""


class CaseError(ChronolatorError):
    """The case file is not as it should be."""


class RulesError(ChronolatorError):
    """A file of rules is not as it should be."""


class OutputError(ChronolatorError):
    """The result cannot be written where it should go."""


def _remake(kind: type[ChronolatorError], message: str, hint: str) -> ChronolatorError:
    return kind(message, hint=hint)
