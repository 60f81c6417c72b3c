"""What a file's name tells by the patterns of the case file."""

from fnmatch import fnmatchcase
from pathlib import PureWindowsPath

from chronolator.model import Agency, Case


def find_agency_of_file(file: str, case: Case) -> Agency | None:
    """The agency of the case one of whose `files` patterns fits the file's name, or None.

    Capitals and the folders before the name do not matter, on any system. A pattern of `supersedes`
    counts too: an earlier version is a file of its agency.
    """
    return next(
        (
            agency
            for agency in case.agencies
            if fits(file, agency.files) or fits(file, agency.supersedes or ())
        ),
        None,
    )


def fits(file: str, patterns: tuple[str, ...]) -> bool:
    """True where one of the patterns fits the last part of the path, capitals aside."""
    name = PureWindowsPath(file).name.casefold()
    return any(fnmatchcase(name, pattern.casefold()) for pattern in patterns)
