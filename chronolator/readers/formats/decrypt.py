"""Office files that ask for a password -> the same files without, in memory. Runs in a worker."""

import io
import types
from collections.abc import Iterable, Iterator
from typing import Any

from msoffcrypto import OfficeFile
from msoffcrypto.format import xls97

from chronolator.errors import ReaderError
from chronolator.readers.formats.unread import tell_locked

_DEFAULT = "VelvetSweatshop"
"""Excel writes a workbook encrypted with this where it is protected against changes alone, and
opens it without asking (MS-OFFCRYPTO 2.4.2.3)."""

# It writes the decrypted workbook into a temporary file; here that file is memory.
setattr(xls97, "tempfile", types.SimpleNamespace(TemporaryFile=io.BytesIO))  # noqa: B010  a module


def decrypt(data: bytes, passwords: Iterable[str], label: str) -> bytes:
    """The locked file without its password, by the first of the passwords that opens it.

    Raises `PasswordError` where none opens it, `ReaderError` where it is locked in a way that is
    not known. No error holds a password.
    """
    try:
        known = OfficeFile(io.BytesIO(data)).is_encrypted()
    except Exception as error:
        raise _tell_unknown(label) from error
    if not known:
        raise _tell_unknown(label)
    for password in _try_each(passwords):
        locked = OfficeFile(io.BytesIO(data))  # a new one for each: an attempt changes it
        if _fits(locked, password):
            return _unlock(locked, label)
    raise tell_locked(label)


def _try_each(passwords: Iterable[str]) -> Iterator[str]:
    yield from (password for password in passwords if password)
    yield _DEFAULT


def _fits(locked: Any, password: str) -> bool:  # noqa: ANN401  the library has no types
    proves = {"verify_password": True} if locked.format == "ooxml" else {}
    try:
        locked.load_key(password=password, **proves)
    except Exception:  # noqa: BLE001  a wrong one fails in many ways
        return False
    return True


def _unlock(locked: Any, label: str) -> bytes:  # noqa: ANN401  the same
    opened = io.BytesIO()
    try:
        locked.decrypt(opened)
    except Exception as error:
        raise ReaderError(
            f"{label}: the password is right, but what is behind it is damaged",
            hint="Open it in Excel or Word and save it anew, or ask the agency for it again.",
        ) from error
    return opened.getvalue()


def _tell_unknown(label: str) -> ReaderError:
    return ReaderError(
        f"{label}: protected with a password in a way that is not known here",
        hint="Open it in Excel or Word, save it anew with a password or without, and merge that.",
    )
