"""Reads the parts of a file that goes out, writes them, and finds the backups beside it."""

import html
import re
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import ParseError

from chronolator.errors import ReaderError
from chronolator.readers.package import MOST_BYTES, check_size, parse_xml

PACKAGES = (".xlsx", ".docx")
ONE = ""
"""The name of the only part of a file that is no package."""
_MARKUP = (".xml", ".rels")
_BACKUP = ".backup-"
_END_OF_TEXT = re.compile(r"</(?:\w+:)?(?:p|si|is|c|text|td|div|li)>")
_TAG = re.compile(r"<[^>]*>")


def read_parts(source: Path) -> dict[str, bytes]:
    """The parts of the file, in their order: the file itself, where it is no package. Raises
    `ReaderError`.
    """
    try:
        if source.suffix.casefold() not in PACKAGES:
            if source.stat().st_size > MOST_BYTES:
                raise ReaderError(f"{source}: is too large", hint="Merge fewer files at a time.")
            return {ONE: source.read_bytes()}
        with zipfile.ZipFile(source) as archive:
            check_size(archive, str(source))
            members = [one for one in archive.infolist() if not one.is_dir()]
            if any(_leads_outside(one.filename) for one in members):
                raise ReaderError(
                    f"{source}: holds a part whose name leads outside of it",
                    hint="Open it in Excel or Word, save it under another name, and take that.",
                )
            return {one.filename: archive.read(one) for one in members}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, NotImplementedError) as error:
        raise ReaderError(
            f"{source}: cannot be read",
            hint="If it asks for a password, open it in Excel or Word and save it without one.",
        ) from error
    except OSError as error:
        raise ReaderError(
            f"{source}: cannot be opened ({error.strerror})", hint="Check the name."
        ) from error


def tell_roughly(data: bytes) -> str:
    """The words of a part without their markup, of whatever kind it is."""
    text = _TAG.sub("", _END_OF_TEXT.sub("\n", data.decode("utf-8", "ignore")))
    return html.unescape(text)


def _leads_outside(name: str) -> bool:
    """Whether a program that unpacks the copy would write beside its folder."""
    return ".." in name.split("/") or name.startswith("/") or ":" in name


def write_parts(path: Path, parts: dict[str, bytes]) -> None:
    """Write the parts in their order."""
    if ONE in parts:
        path.write_bytes(parts[ONE])
        return
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def is_whole(path: Path, parts: dict[str, bytes]) -> bool:
    """True where every part is there as it should be, and its markup is markup."""
    if ONE in parts:
        return path.read_bytes() == parts[ONE]
    with zipfile.ZipFile(path) as archive:
        if archive.namelist() != [*parts]:
            return False
        for name, data in parts.items():
            if archive.read(name) != data:
                return False
            if name.endswith(_MARKUP):
                try:
                    parse_xml(data)
                except ParseError:
                    return False
    return True


def find_backups(source: Path, target: Path) -> tuple[Path, ...]:
    """The backups beside the original and beside the copy: they hold all names."""
    found = []
    places = {one.parent.resolve(): one.parent for one in (target, source)}
    for place in places.values():
        stems = {source.stem, target.stem}
        found += [
            one
            for one in sorted(place.glob(f"*{_BACKUP}*"))
            if any(re.match(rf"{re.escape(stem)}\.backup-\d+\.", one.name) for stem in stems)
        ]
    return tuple(found)
