"""Returns that an earlier workbook was made from, and that are not given now."""

from collections.abc import Collection, Sequence
from pathlib import PureWindowsPath

from chronolator.model import Earlier, Source
from chronolator.words.fold import fold


def find_missing_returns(
    earlier: Earlier, sources: Sequence[Source], without: Collection[str]
) -> tuple[Source, ...]:
    """The returns that the earlier workbook was made from and that are not read now, one source a
    file. One that was never read is none.

    A file is known by the last part of its path, capitals aside, else by its content. Those are
    left out on purpose whose agency, by a name or the short one, or whose file stands in `without`.
    """
    read = [one for one in sources if one.reader]
    given = {_name_file(one) for one in read}
    contents = {one.sha256 for one in read}
    excused = {fold(one) for one in without}
    for agency in earlier.case.agencies:
        called = {fold(agency.name), fold(agency.short or agency.name)}
        excused |= called if called & excused else set()
    missing: dict[str, Source] = {}
    for one in earlier.sources:
        name = _name_file(one)
        if not one.reader or name in given or one.sha256 in contents:
            continue
        if not excused & {fold(one.agency), fold(name), fold(PureWindowsPath(name).stem)}:
            missing.setdefault(name, one)
    return tuple(missing.values())


def _name_file(source: Source) -> str:
    return PureWindowsPath(source.file).name.casefold()
