"""Which readers there are, and which one a sheet belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import entry_points

from chronolator.errors import ReaderError
from chronolator.model import Layout, Sheet
from chronolator.model.values import show_value
from chronolator.readers.protocol import ENTRY_POINTS, Reader, Settings


@dataclass(frozen=True, slots=True)
class FoundReader:
    """An installed reader and where it comes from. `fault` says why it cannot be used, or ""."""

    name: str
    origin: str
    reader: Reader | None
    fault: str = ""


def find_readers() -> tuple[FoundReader, ...]:
    """All readers that the installed packages offer, by name. One that fails costs only itself."""
    return tuple(
        _load(point) for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: one.name)
    )


def select_readers(name: str | None = None) -> tuple[Reader, ...]:
    """The readers that can be used: all, or the one named.

    Raises `ReaderError` where there is none of that name, or it cannot be used.
    """
    found = find_readers()
    if name is None:
        return tuple(one.reader for one in found if one.reader is not None)
    for one in found:
        if one.name == name:
            if one.reader is None:
                raise ReaderError(
                    f"The reader {name} of {one.origin} cannot be used: {one.fault}",
                    hint="Install it again, or ask its author.",
                )
            return (one.reader,)
    names = ", ".join(one.name for one in found)
    raise ReaderError(f"There is no reader {name}", hint=f"Installed are: {names}.")


def choose_reader(
    sheet: Sheet,
    readers: Sequence[Reader],
    settings: Settings,
    before: Mapping[str, Layout] | None = None,
) -> tuple[Reader, Layout] | None:
    """The one reader that recognises the sheet, and how; None where none does.

    `before`: how the last sheet of the file was laid out that each reader took, by its name.
    Raises `ReaderError` naming both where two do: no order decides.
    """
    claims = []
    for reader in readers:
        known = (before or {}).get(reader.name)
        layout = _ask(reader, sheet, replace(settings, before=known) if known else settings)
        if layout is not None:
            claims.append((reader, layout))
    if len(claims) > 1:
        names = " and ".join(reader.name for reader, _ in claims)
        raise ReaderError(
            f"the readers {names} both claim the sheet",
            hint=f"Choose one with --reader, for instance --reader {claims[0][0].name}.",
        )
    return claims[0] if claims else None


def list_not_blank(sheet: Sheet) -> list[int]:
    """The rows, from 1, in which a cell is not blank. White space alone is blank."""
    return [
        number
        for number, row in enumerate(sheet.rows, start=1)
        if any(show_value(value) for value in row)
    ]


def show_row(sheet: Sheet, row: int) -> str:
    """The cells of a row as text, those that are not blank, parted by strokes."""
    return " | ".join(text for value in sheet.rows[row - 1] if (text := show_value(value)))


def _ask(reader: Reader, sheet: Sheet, settings: Settings) -> Layout | None:
    try:
        return reader.recognise(sheet, settings)
    except Exception as error:
        raise ReaderError(
            f"the reader {reader.name} failed ({type(error).__name__})",
            hint="Tell its author, or choose another with --reader.",
        ) from error


def _load(point: object) -> FoundReader:
    name, dist = getattr(point, "name", ""), getattr(point, "dist", None)
    origin = f"{dist.name} {dist.version}" if dist else "unknown"
    try:
        return FoundReader(name, origin, point.load()())  # type: ignore[attr-defined]
    except Exception as error:  # noqa: BLE001  a plug-in may fail in any way
        return FoundReader(name, origin, None, f"{type(error).__name__}: {error}")
