"""Locked files are opened in memory, by the case file, a variable, or what the user types."""

import io
import struct
import sys
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import md5, sha256
from pathlib import Path

import olefile
import openpyxl
import pytest
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.rc4 import DocumentRC4
from msoffcrypto.method.xor_obfuscation import DocumentXOR
from xlwt.CompoundDoc import XlsDoc

from chronolator.errors import PasswordError, ReaderError
from chronolator.model import Agency, Case
from chronolator.readers.formats.decrypt import decrypt
from chronolator.readers.open import open_file, read_bytes
from chronolator.readers.passwords import Passwords

SECRET = "open s\u00e9same"  # noqa: S105  what must not come out
PLAIN = "sesame15"
ROWS = [["Date", "Event"], ["12/03/2019", "Child seen at home."]]
BOF, FILE_PASS, BOUND_SHEET = 0x0809, 0x002F, 0x0085
UNKNOWN = 0x0FFF
SALT = bytes(range(16))
IN_CLEAR = {BOF, FILE_PASS, UNKNOWN, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138}
CONTENT_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def make_xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    plain = io.BytesIO()
    book.save(plain)
    return plain.getvalue()


def make_docx() -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    cells = "".join(f"<w:tr>{''.join(map(cell.format, row))}</w:tr>" for row in ROWS)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "word/media/filler.bin": "x" * 5000,  # smaller files are stored in another way
        "[Content_Types].xml": f'<Types xmlns="{kinds}"><Override PartName="/word/document.xml" '
        f'ContentType="{CONTENT_TYPES}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
        f'Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body><w:tbl>{cells}</w:tbl>'
        "</w:body></w:document>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


@cache
def lock(plain: bytes, password: str = SECRET) -> bytes:
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(plain)).encrypt(password, locked)
    return locked.getvalue()


def list_records(stream: bytes) -> list[tuple[int, bytes]]:
    records, place = [], 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        if kind:  # zeros fill the stream up
            records.append((kind, stream[place + 4 : place + 4 + size]))
        place += 4 + size
    return records


@cache
def make_xls(how: str, password: str) -> bytes:
    """A workbook of Excel 97 to 2003, its records locked as MS-XLS 2.2.10 says: by RC4 in blocks of
    1,024 bytes, or by XOR obfuscation.
    """
    book = xlwt.Workbook()
    sheet = book.add_sheet("2019")
    for number, row in enumerate(ROWS):
        for place, text in enumerate(row):
            sheet.write(number, place, text)
    saved = io.BytesIO()
    book.save(saved)
    with olefile.OleFileIO(saved) as compound:
        records = list_records(compound.openstream("Workbook").read())
    told = tell_rc4(password) if how == "rc4" else tell_xor(password)
    odd = -(sum(4 + len(body) for _, body in records) + 4 + len(told)) % 4
    added = [(FILE_PASS, told), (UNKNOWN, bytes(odd))]
    shift = sum(4 + len(body) for _, body in added)
    stream = b""
    secret: list[tuple[int, int, int]] = []
    for kind, body in (records[0], *added, *records[1:]):
        begin = len(stream) + 4
        stream += struct.pack("<HH", kind, len(body))
        if kind == BOUND_SHEET:  # where its sheet begins is not locked
            (place,) = struct.unpack_from("<I", body)
            stream += struct.pack("<I", place + shift) + body[4:]
            secret.append((begin + 4, begin + len(body), 4))
        else:
            stream += body
            if kind not in IN_CLEAR:
                secret.append((begin, begin + len(body), 0))
    saved = io.BytesIO()
    XlsDoc().save(saved, hide(stream, secret, how, password))
    return saved.getvalue()


def tell_rc4(password: str) -> bytes:
    proof = bytes(range(16, 32))
    proof += md5(proof).digest()  # noqa: S324  the file format's own
    hidden = DocumentRC4.decrypt(password, SALT, io.BytesIO(proof), 1024).read()
    return struct.pack("<HHH", 1, 1, 1) + SALT + bytes(hidden)


def tell_xor(password: str) -> bytes:
    check = next(one for one in range(2**16) if DocumentXOR.verifypw(password, one))
    return struct.pack("<HHH", 0, DocumentXOR.create_xor_key_method1(password), check)


def hide(stream: bytes, secret: list[tuple[int, int, int]], how: str, password: str) -> bytes:
    hidden = bytearray(stream)
    if how == "rc4":
        coded = DocumentRC4.decrypt(password, SALT, io.BytesIO(stream), 1024).read()
        for begin, end, _ in secret:
            hidden[begin:end] = coded[begin:end]
        return bytes(hidden)
    codes = DocumentXOR.create_xor_array_method1(password)
    for begin, end, clear in secret:
        for place in range(begin, end):
            code = codes[(place + end - begin + clear) % 16]
            hidden[place] = DocumentXOR.rol(stream[place], 5, 8) ^ code
    return bytes(hidden)


LOCKED = {
    "return.xlsx": lambda: (lock(make_xlsx()), SECRET),
    "return.docx": lambda: (lock(make_docx()), SECRET),
    "return.xls": lambda: (make_xls("rc4", SECRET), SECRET),
    "older.xls": lambda: (make_xls("xor", PLAIN), PLAIN),
}


@pytest.mark.parametrize("name", LOCKED)
def test_a_locked_file_is_opened_by_its_password(tmp_path: Path, name: str) -> None:
    data, password = LOCKED[name]()
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PasswordError, match=f"{name}: protected with a password"):
        open_file(str(path), name)
    with pytest.raises(PasswordError):
        open_file(str(path), name, ["wrong", "", f"{password} "])
    opened = open_file(str(path), name, ["wrong", password])
    assert [list(row) for row in opened.sheets[0].rows] == ROWS
    assert opened.sha256 == sha256(data).hexdigest()


@pytest.mark.parametrize("name", LOCKED)
def test_nothing_is_written_to_the_disk_to_open_it(name: str) -> None:
    data, password = LOCKED[name]()
    read_bytes(decrypt(data, [password], name), name)  # what is imported is imported
    written: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in {"open", "os.mkdir", "tempfile.mkstemp", "tempfile.mkdtemp"}:
            written.append(f"{event} {arguments}")

    watching = False
    sys.addaudithook(watch)
    watching = True
    read_bytes(decrypt(data, [password], name), name)
    watching = False
    assert written == []


@pytest.mark.parametrize(
    "data",
    [lambda: lock(make_xlsx(), "VelvetSweatshop"), lambda: make_xls("rc4", "VelvetSweatshop")],
)
def test_a_file_protected_against_changes_alone_is_opened_unasked(
    data: Callable[[], bytes],
) -> None:
    assert [list(row) for row in read_bytes(decrypt(data(), [], "x"), "x")[0].rows] == ROWS


def test_what_is_unlocked_goes_through_the_same_door(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("chronolator.readers.package.MOST_BYTES", 10)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(lock(make_xlsx()))
    with pytest.raises(ReaderError, match=r"bomb.xlsx: unpacks to"):
        open_file(str(path), "bomb.xlsx", [SECRET])


def test_what_is_damaged_behind_its_lock_is_not_called_a_wrong_password() -> None:
    data = lock(make_xlsx())
    with pytest.raises(ReaderError) as caught:
        decrypt(data[: len(data) // 2], [SECRET], "x")
    assert not isinstance(caught.value, PasswordError)


GP = Agency("GP", files=("GP*",))
POLICE = Agency("Police", files=("Police*",), password="a")  # noqa: S106  no secret
BY_NAME = Agency("GP", files=("GP*",), password_env="GP_WORD")  # noqa: S106  a name


class Door:
    """Opens by one password alone, and remembers what it was tried with."""

    def __init__(self, password: str) -> None:
        self.password = password
        self.tried: list[list[str]] = []

    def __call__(self, passwords: Sequence[str]) -> str:
        self.tried.append(list(passwords))
        if self.password in passwords:
            return "opened"
        raise PasswordError("x: protected with a password", hint="Give it.")


class User:
    """Types one thing whatever she is asked."""

    def __init__(self, types: str) -> None:
        self.types = types
        self.asked: list[str] = []

    def __call__(self, question: str) -> str:
        self.asked.append(question)
        return self.types


def test_the_password_of_the_case_file_is_its_agencys() -> None:
    door = Door("a")
    assert Passwords(Case(agencies=(POLICE, GP))).open("Police 2019.xlsx", door) == "opened"
    assert door.tried == [["a"]]
    with pytest.raises(PasswordError, match="protected with a password"):
        Passwords(Case(agencies=(POLICE, GP))).open("GP.xlsx", door)
    assert door.tried[1:] == [[]]


def test_a_file_of_no_agency_is_tried_with_every_password_of_the_case() -> None:
    school = Agency("School", password="b")  # noqa: S106  no secret
    case = Case(agencies=(POLICE, school))
    assert Passwords(case).open("chronology.xlsx", Door("b")) == "opened"


def test_a_wrong_password_of_the_case_file_is_told_and_nobody_is_asked() -> None:
    user = User("b")
    passwords = Passwords(Case(agencies=(POLICE,)), user)
    with pytest.raises(PasswordError) as caught:
        passwords.open("Police.xlsx", Door("b"))
    assert str(caught.value) == "Police.xlsx: the password in case.toml does not open it"
    assert "Police" in caught.value.hint
    assert user.asked == []


def test_a_variable_holds_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    passwords = Passwords(Case(agencies=(BY_NAME,)))
    monkeypatch.delenv("GP_WORD", raising=False)
    with pytest.raises(PasswordError, match=r"variable GP_WORD, in which .* is not set"):
        passwords.open("GP.xlsx", Door("b"))
    monkeypatch.setenv("GP_WORD", "b")
    assert passwords.open("GP.xlsx", Door("b")) == "opened"
    with pytest.raises(PasswordError, match=r"GP.xlsx: the password in the variable GP_WORD does"):
        passwords.open("GP.xlsx", Door("c"))


def test_a_password_is_asked_for_three_times_at_most() -> None:
    user = User("wrong")
    passwords = Passwords(Case(), user)
    with pytest.raises(PasswordError, match="protected with a password"):
        passwords.open("GP.xlsx", Door("b"))
    assert len(user.asked) == 3
    assert all("GP.xlsx" in one for one in user.asked)
    assert len(set(user.asked)) == 2


def test_the_user_may_pass() -> None:
    user = User("")
    passwords = Passwords(Case(), user)
    with pytest.raises(PasswordError):
        passwords.open("GP.xlsx", Door("b"))
    assert len(user.asked) == 1


def test_what_was_typed_for_one_file_is_tried_on_the_next() -> None:
    typed = iter(["wrong", "b"])
    passwords = Passwords(Case(), lambda _: next(typed))
    assert passwords.open("GP 1.xlsx", Door("b")) == "opened"
    door = Door("b")
    assert passwords.open("GP 2.xlsx", door) == "opened"
    assert door.tried == [["b"]]
