"""Which agency's a file is, by the patterns of the case file, on any system."""

from pathlib import PureWindowsPath

import pytest

from chronolator.model import Agency, Case, Counts, Earlier, Source
from chronolator.notes import find_missing_returns
from chronolator.words.files import find_agency_of_file, fits

CASE = Case(
    agencies=(
        Agency("Eastvale Constabulary", files=("Eastvale*",), supersedes=("*draft*",)),
        Agency("Surgery", files=("gp.xls", "GP [[]old].csv")),
    )
)


@pytest.mark.parametrize(
    ("file", "agency"),
    [
        ("Eastvale 2019.xlsx", "Eastvale Constabulary"),
        ("EASTVALE.XLSX", "Eastvale Constabulary"),
        ("police/Eastvale.csv", "Eastvale Constabulary"),
        (str(PureWindowsPath("agency") / "police" / "eastvale.csv"), "Eastvale Constabulary"),
        (r"\\server\share\Case 7\Eastvale.csv", "Eastvale Constabulary"),
        ("first draft.csv", "Eastvale Constabulary"),
        ("Eastvale/other.csv", None),
        (r"Eastvale\other.csv", None),
        ("GP.xls", "Surgery"),
        ("gp [old].csv", "Surgery"),
        ("gp.xlsx", None),
    ],
)
def test_the_agency_of_a_file(file: str, agency: str | None) -> None:
    found = find_agency_of_file(file, CASE)
    assert (found.name if found else None) == agency


def test_no_pattern_fits_nothing() -> None:
    assert not fits("a.csv", ())


@pytest.mark.parametrize(
    "given", ["police/School.csv", r"police\school.csv", r"C:\Case\SCHOOL.CSV"]
)
def test_a_return_is_the_same_by_its_name_on_any_system(given: str) -> None:
    def make(file: str, sha256: str) -> Source:
        return Source(file, "", "layout", 1, {}, Counts(), sha256)

    earlier = Earlier("out.xlsx", Case(), sources=(make(r"police\School.csv", "aa"),))
    assert find_missing_returns(earlier, (make(given, "bb"),), ()) == ()
    assert find_missing_returns(earlier, (make("School 2.csv", "aa"),), ()) == ()
    assert find_missing_returns(earlier, (make("School 2.csv", "bb"),), ()) == earlier.sources
