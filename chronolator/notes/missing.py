"""Returns that an earlier workbook was made from, and that are not given now."""

from collections.abc import Collection, Sequence
from pathlib import PureWindowsPath

from chronolator.model import Case, Earlier, Source
from chronolator.model.values import join_words
from chronolator.words.files import find_agency_of_file
from chronolator.words.fold import fold

_ASIDE = (
    "That leaves out the missing file alone: all of the new one is read, and your notes follow."
)


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


def advise_missing(
    missing: Sequence[Source], earlier: Earlier, sources: Sequence[Source], case: Case
) -> str:
    """What to do about returns that are missing; the files that may have taken their places are
    named.
    """
    contents = {one.sha256 for one in earlier.sources}
    names = {_name_file(one) for one in earlier.sources}
    new = {
        one.file: known.name if (known := find_agency_of_file(one.file, case)) else one.agency
        for one in sources
        if one.reader and one.sha256 not in contents and _name_file(one) not in names
    }
    if not new:
        return (
            "Give them too. Where a later file took the place of one, or it is left out on "
            "purpose, say so with --without AGENCY."
        )
    options = dict.fromkeys(f'--without "{one.agency or one.file}"' for one in missing)
    told = (
        f"Give them too. New among the returns: {join_words([*new])}. Where a new one took the "
        f"place of one that is missing, merge again with {' '.join(options)}"
    )
    if all(one.agency in {*new.values(), ""} for one in missing):
        return f"{told}. {_ASIDE}"
    return (
        f"{told}; but first put its name into case.toml, in the list files of its agency, so that "
        f"its rows stay that agency's. {_ASIDE}"
    )


def _name_file(source: Source) -> str:
    return PureWindowsPath(source.file).name.casefold()
