"""Office files that ask for a password -> the same files without, in memory. Runs in a worker."""

import io
import types
from collections.abc import Iterable, Iterator

from msoffcrypto import OfficeFile
from msoffcrypto.format import xls97

from chronolator.errors import ReaderError
from chronolator.readers.unread import tell_locked

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
        opened = _unlock(data, password)
        if opened is not None:
            return opened
    raise tell_locked(label)


def _try_each(passwords: Iterable[str]) -> Iterator[str]:
    yield _DEFAULT
    yield from (password for password in passwords if password)


def _unlock(data: bytes, password: str) -> bytes | None:
    opened = io.BytesIO()
    try:
        # A new one for each: an attempt changes it.
        locked = OfficeFile(io.BytesIO(data))
        if locked.format == "ooxml":
            locked.load_key(password=password, verify_password=True)
        else:
            locked.load_key(password=password)
        locked.decrypt(opened)
    except Exception:  # noqa: BLE001  a wrong password fails in many ways, and none is told apart
        return None
    return opened.getvalue()


def _tell_unknown(label: str) -> ReaderError:
    return ReaderError(
        f"{label}: protected with a password in a way that is not known here",
        hint="Open it in Excel or Word, save it anew with a password or without, and merge that.",
    )
