"""What is not read, by what the bytes say, and what to do about it: a table of values."""

import contextlib
import email.parser
import email.policy
import fnmatch
import zipfile
import zlib
from dataclasses import dataclass

from chronolator.errors import PasswordError, ReaderError
from chronolator.readers.formats.compound import Compound

_LOOKED_AT = 4096
_MOST_MANIFEST = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Unread:
    """A kind of file that is not read: what it is, and what to do."""

    what: str
    remedy: str

    def tell(self, label: str) -> ReaderError:
        """What stops at such a file."""
        return ReaderError(f"{label}: {self.what}, which is not read", hint=self.remedy)


_MADE_FROM = "Ask the agency for the Word or Excel file that it was made from."
_AS_WORD = "Open it in Word, save it as a Word document (.docx), and merge that."
_AS_EXCEL = "Open it in Excel, save it as an Excel workbook (.xlsx), and merge that."
_BY_LIBREOFFICE = (
    "Open it in LibreOffice, save it as an Excel workbook (.xlsx), with a password or without, and "
    "merge that."
)
_UNPACK = "Unpack it, and merge the files in it."

_PDF = Unread("a PDF", _MADE_FROM)
_PICTURE = Unread("a picture", "Ask the agency for the Word or Excel file that it shows.")
_RECORDING = Unread(
    "a recording of sound or pictures", "Ask the agency for its chronology in writing."
)
_ARCHIVE = Unread("an archive", _UNPACK)
_DATABASE = Unread("a database", "Ask the agency to export the table from it as an Excel workbook.")
_EMAIL = Unread("a saved e-mail", "Save what is attached to it, and merge that.")
_OLD_WORD = Unread("an old Word document", _AS_WORD)
_OLD_SHEET = Unread("a sheet in an old form of text (SYLK or DIF)", _AS_EXCEL)
_OLD_BOOK = Unread("a workbook of Excel 4 or older", _AS_EXCEL)
_RICH_TEXT = Unread("a document in rich text format", _AS_WORD)
_SLIDES = Unread("a presentation", _MADE_FROM)
_APPLE = Unread(
    "a document of Apple's Pages, Numbers or Keynote",
    "Ask the agency to export it, from Numbers as Excel, from Pages as Word.",
)
_ONENOTE = Unread(
    "a OneNote notebook",
    "Ask the agency to copy the table into an Excel workbook or Word document.",
)
_LINK = Unread("a link to a file and not the file", "Ask the agency for the file itself.")
_OTHER_XML = Unread("an XML file of another program", "Ask the agency for an Excel workbook.")
_OTHER_CIPHER = Unread(
    "an encrypted message", "Decrypt it with the program that it was made for, and merge that."
)
_LABELLED = Unread(
    "protected by a sensitivity label or rights management",
    "Ask the agency for a copy without that protection.",
)

_BEGINNINGS = (
    (b"{\\rtf", _RICH_TEXT),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"%!PS", Unread("a file for a printer", _MADE_FROM)),
    (b"RIFF", _RECORDING),
    (b"ID3\x02", _RECORDING),
    (b"ID3\x03", _RECORDING),
    (b"ID3\x04", _RECORDING),
    (b"OggS", _RECORDING),
    (b"fLaC", _RECORDING),
    (b"#!AMR", _RECORDING),
    (b"\x1aE\xdf\xa3", _RECORDING),
    (b"0&\xb2u\x8ef\xcf\x11", _RECORDING),
    (b"\xff\xfb", _RECORDING),
    (b"\xff\xf3", _RECORDING),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh91AY&SY", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"MSCF\x00", _ARCHIVE),
    (b"PK\x05\x06", Unread("an empty archive", "Ask the agency for its return.")),
    (b"\x00\x01\x00\x00Standard ", _DATABASE),
    (b"SQLite format 3\x00", _DATABASE),
    (b"!BDN", Unread("a store of e-mails", "Save what is attached to them, and merge that.")),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", _ONENOTE),
    (b"L\x00\x00\x00\x01\x14\x02\x00", _LINK),
    (b"[InternetShortcut]", _LINK),
    (b'{"url": "https://docs.google', _LINK),
    (b"-----BEGIN PGP", _OTHER_CIPHER),
    (b"BEGIN:VCALENDAR", Unread("a calendar", "Ask the agency for an Excel workbook.")),
    (b"ID;PWXL", _OLD_SHEET),
    (b"ID;PCALCOOO", _OLD_SHEET),
    (b"TABLE\r\n0,1", _OLD_SHEET),
    (b"TABLE\n0,1", _OLD_SHEET),
)
"""Of each kind the first bytes."""

_IN_PACKAGES = (
    ("ppt/*", _SLIDES),
    ("visio/*", Unread("a drawing", _MADE_FROM)),
    ("Index/*.iwa", _APPLE),
    ("Index.zip", _APPLE),
    ("FixedDocSeq.fdseq", Unread("a document for printing (XPS)", _MADE_FROM)),
)
"""Of each kind the pattern of a member that its zip has."""

_OPEN_DOCUMENTS = (
    (b"application/vnd.oasis.opendocument.text", Unread("an OpenDocument text", _AS_WORD)),
    (b"application/vnd.oasis.opendocument.presentation", _SLIDES),
    (b"application/vnd.oasis.opendocument.graphics", Unread("a drawing", _MADE_FROM)),
    (b"application/epub+zip", Unread("a book", _MADE_FROM)),
)

_IN_COMPOUNDS = (
    ("worddocument", _OLD_WORD),
    ("powerpoint document", _SLIDES),
    ("__properties_version1.0", _EMAIL),
    ("visiodocument", Unread("a drawing", _MADE_FROM)),
    ("quill", Unread("a Publisher document", _MADE_FROM)),
)
"""Of each kind a stream of its compound file, in small letters."""

_XML = (
    ('progid="word.document"', Unread("an old Word document in XML", _AS_WORD)),
    ("<w:worddocument", Unread("an old Word document in XML", _AS_WORD)),
    ("<pkg:package", Unread("a Word document in XML", _AS_WORD)),
    ("<office:document", Unread("an OpenDocument sheet in one XML file", _BY_LIBREOFFICE)),
    ("<svg", _PICTURE),
)

_OLD_BOOKS = (b"\x00", b"\x02", b"\x04", b"\x08")
"""By version, the second byte of the record that such a workbook begins with."""
_MEDIA_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")


def find_unread(data: bytes) -> Unread | None:
    """What the file is by its first bytes, where it is nothing that is read; None where it may be.

    Zip and compound files are looked into by `find_unread_package` and `find_unread_compound`.
    """
    head = data[:_LOOKED_AT]
    if b"%PDF-" in head[:1024]:
        return _PDF
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            picture = beginning == b"RIFF" and head[8:12] == b"WEBP"
            return _PICTURE if picture else kind
    if head[4:8] == b"ftyp":
        return _PICTURE if head[8:12] in _MEDIA_BRANDS else _RECORDING
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return _PICTURE
    if head[257:262] == b"ustar":
        return _ARCHIVE
    old = head[:1] == b"\x09" and head[1:2] in _OLD_BOOKS and head[3:4] == b"\x00"
    return _OLD_BOOK if old else None


def find_unread_text(beginning: str) -> Unread | None:
    """What a text that begins so, in small letters, is, where it is no table of a spreadsheet."""
    if beginning.startswith("<?xml"):
        return next((kind for words, kind in _XML if words in beginning), _OTHER_XML)
    head = email.parser.HeaderParser(policy=email.policy.compat32).parsestr(beginning)
    names = {name.casefold() for name in head}
    is_email = "from" in names and names & {"received", "message-id", "mime-version"}
    return _EMAIL if is_email else None


def tell_locked(label: str) -> PasswordError:
    """What stops at a file that asks for a password, where none opens it."""
    return PasswordError(
        f"{label}: protected with a password",
        hint="Give its password in case.toml, or run chron at a terminal, where it asks for it.",
    )


def find_unread_package(archive: zipfile.ZipFile) -> Unread | None:
    """What the zip is, where it is nothing that is read: an archive of files, for instance."""
    names = archive.namelist()
    for pattern, kind in _IN_PACKAGES:
        if fnmatch.filter(names, pattern):
            return kind
    mimetype = _read_start(archive, "mimetype")
    for beginning_of_type, kind in _OPEN_DOCUMENTS:
        if mimetype.startswith(beginning_of_type):
            return kind
    if b"encryption-data" in _read_start(archive, "META-INF/manifest.xml"):
        return Unread(
            "an OpenDocument file protected with a password",
            _BY_LIBREOFFICE,
        )
    if not {"content.xml", "[Content_Types].xml"} & set(names):
        return _describe_archive(archive)
    return None


def find_unread_compound(compound: Compound) -> Unread | None:
    """What the compound file is, where it is nothing that is read."""
    for name, kind in _IN_COMPOUNDS:
        if name in compound.names:
            return kind
    names = compound.names
    keyless = "encryptedpackage" in names and "encryptioninfo" not in names
    return _LABELLED if keyless or "drmcontent" in names else None


def _describe_archive(archive: zipfile.ZipFile) -> Unread:
    members = [one for one in archive.infolist() if not one.is_dir()]
    locked = any(one.flag_bits & 1 for one in members)
    count = len(members)
    what = (
        "an archive that holds one file" if count == 1 else f"an archive that holds {count} files"
    )
    if locked:
        return Unread(
            f"{what} and is protected with a password",
            "Unpack it with its password, and merge the files in it.",
        )
    return Unread(what, _UNPACK)


def _read_start(archive: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a member; b"" where there is none, or it cannot be unpacked."""
    with (
        contextlib.suppress(
            KeyError, OSError, RuntimeError, ValueError, EOFError, zlib.error, zipfile.BadZipFile
        ),
        archive.open(name) as member,
    ):
        return member.read(_MOST_MANIFEST)
    return b""
