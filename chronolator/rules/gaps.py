"""gaps.toml -> GapRules."""

from pathlib import Path

import msgspec

from chronolator.model import GapRules
from chronolator.rules.files import read_rules


class _Dates(msgspec.Struct, forbid_unknown_fields=True):
    approximate_days: int


class _Kinds(msgspec.Struct, forbid_unknown_fields=True):
    stays: tuple[str, ...]
    families: tuple[str, ...]


class _StayRow(msgspec.Struct, forbid_unknown_fields=True):
    days: int
    words: tuple[str, ...]
    but: tuple[str, ...]
    attendances: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Stay(msgspec.Struct, forbid_unknown_fields=True):
    days: int
    longest: int
    ends: tuple[str, ...]
    there: tuple[str, ...]
    wards: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _NoContact(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    leads: tuple[str, ...]
    lead_words: int
    then: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class GapFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    dates: _Dates
    kinds: _Kinds
    stay_row: _StayRow
    stay: _Stay
    no_contact: _NoContact


def read_gaps(folder: Path | None = None) -> GapFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("gaps.toml", GapFile, folder)


def load_gaps(folder: Path | None = None) -> GapRules:
    """What a gap is made of, with a board's own over ours. Raises `RulesError`."""
    file = read_gaps(folder)
    return GapRules(
        approximate_days=file.dates.approximate_days,
        stays=frozenset(file.kinds.stays),
        stay_words=file.stay_row.words,
        no_stay_words=file.stay_row.but,
        attendance_words=file.stay_row.attendances,
        stay_row_days=file.stay_row.days,
        stay_days=file.stay.days,
        longest_stay=file.stay.longest,
        wards=file.stay.wards,
        stay_ends=file.stay.ends,
        at_ward=file.stay.there,
        families=frozenset(file.kinds.families),
        no_contact=file.no_contact.words,
        no_contact_leads=file.no_contact.leads,
        lead_words=file.no_contact.lead_words,
        no_contact_then=file.no_contact.then,
    )
