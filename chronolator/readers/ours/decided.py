"""What the author decided in a workbook of ours, wherever she moved its columns and rows."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from chronolator.columns import (
    CONTACTS_CHOICES,
    CONTACTS_KEYS,
    CONTACTS_SHEET,
    DECISIONS_HEADINGS,
    DECISIONS_SHEET,
    DUPLICATES_CHOICES,
    DUPLICATES_KEYS,
    DUPLICATES_SHEET,
    NOT_FOLLOWED,
    ON_LINE,
    POSSIBLE_SHEET,
    ROW_MARK,
    THIS_WORKBOOK,
    UNKNOWN_ROW,
    YOUR_DECISION,
)
from chronolator.model import (
    Decision,
    DecisionKind,
    Origin,
    Problem,
    ProblemKind,
    Sheet,
)
from chronolator.model.review import UnreadDecision
from chronolator.model.written import find_refs, read_kind, read_ref
from chronolator.readers.ours.headed import HeadedRow, find_headed, list_headed

_CONTACT = re.compile(r"(contact|possible) \d+")
_PLACE = re.compile(rf"(.+?)(?:{ON_LINE}(\d+))?")
_KEYS = {
    CONTACTS_SHEET: CONTACTS_KEYS,
    POSSIBLE_SHEET: CONTACTS_KEYS,
    DUPLICATES_SHEET: DUPLICATES_KEYS,
}
"""The sheets with a column to decide, and by what its rows are known."""
_FEWEST = 2
_SHOWN = 3
_LOST = "the sheet is gone, or its headings are: what you decided before does not count any more"
_LOST_HINT = (
    "If it should, take the sheet from the backup, which is beside the workbook, and merge again."
)
_AGAIN = "What you wrote stands in the backup."
_MEND = "It stays on the sheet Decisions. Mend it there, or delete its row, and merge again."
_OF_FILE = f"Correct it in the file that holds it, and merge again. {_AGAIN}"
_BY_REFS = (
    "Where you mean two rows, write a decision with their Refs on the sheet Decisions. " + _AGAIN
)


@dataclass(frozen=True, slots=True)
class DecidedSheets:
    """`new` decisions that she wrote since the workbook was made, those that it lists (`listed`),
    those on their sheet that cannot be read (`unread`),
    `doubts` about what cannot be understood, and the names of the `sheets` that they stand on.
    """

    new: tuple[Decision, ...] = ()
    listed: tuple[Decision, ...] = ()
    unread: tuple[UnreadDecision, ...] = ()
    doubts: tuple[Problem, ...] = ()
    sheets: tuple[str, ...] = ()


@dataclass
class _Found:
    path: str
    new: list[Decision] = field(default_factory=list)
    listed: list[Decision] = field(default_factory=list)
    unread: list[UnreadDecision] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)

    def doubt(self, sheet: Sheet, row: HeadedRow | None, what: str, hint: str) -> None:
        """Tell what cannot be understood, with its place."""
        place = Origin(self.path, sheet.name, row.number if row else 0)
        self.doubts.append(Problem(place, ProblemKind.DECISION, f"{place}: {what}", hint))


def read_decided(
    path: str, sheets: Sequence[Sheet], written: Collection[str] = ()
) -> DecidedSheets:
    """The decisions in the sheets of the workbook, that of the chronology aside. Nothing that she
    wrote there is passed over: what is no decision is told in a problem, and so is a sheet that is
    not found any more among those that chron had `written`.
    """
    found = _Found(path)
    linked = _find_contacts(sheets, CONTACTS_SHEET, written)
    others = [sheet for sheet in sheets if sheet is not linked]
    listed = find_headed(sheets, DECISIONS_SHEET, DECISIONS_HEADINGS[:2])
    named = [
        (linked, _read_contacts),
        (_find_contacts(others, POSSIBLE_SHEET, written), _read_contacts),
        (find_headed(sheets, DUPLICATES_SHEET, (*DUPLICATES_KEYS, YOUR_DECISION)), _read_repeats),
        (listed, _read_listed),
    ]
    for sheet, read in named:
        if sheet is not None:
            read(sheet, found)
    if DECISIONS_SHEET in written:  # made since decisions are asked for
        _tell_lost_columns(sheets, found)
        if listed is None:
            found.doubt(Sheet(path, DECISIONS_SHEET, ()), None, _LOST, _LOST_HINT)
    names = tuple(sheet.name for sheet, _ in named if sheet is not None)
    return DecidedSheets(
        tuple(dict.fromkeys(found.new)),
        tuple(found.listed),
        tuple(found.unread),
        tuple(found.doubts),
        names,
    )


def _find_contacts(sheets: Sequence[Sheet], name: str, written: Collection[str]) -> Sheet | None:
    """The sheet of that name, wherever she moved its columns; one that chron had `written` under
    it also where she renamed it.
    """
    headings = (*CONTACTS_KEYS, YOUR_DECISION)
    ours = [one for one in sheets if one.name.casefold() == name.casefold()]
    if name in written or not written:
        ours += [one for one in sheets if one.name not in written]
    return find_headed(ours, name, headings)


def _tell_lost_columns(sheets: Sequence[Sheet], found: _Found) -> None:
    for sheet in sheets:
        keys = _KEYS.get(sheet.name)
        if keys and find_headed([sheet], sheet.name, keys[:1]):
            if find_headed([sheet], sheet.name, (*keys, YOUR_DECISION)):
                continue
            what = f"its columns {', '.join((*keys, YOUR_DECISION))} are not all there any more"
            hint = "What you decided on that sheet, if anything, was not read. " + _BY_REFS
            found.doubt(sheet, None, what, hint)


def _read_contacts(sheet: Sheet, found: _Found) -> None:
    """What stands beside the accounts of a contact: each is, or is not, of one with the others."""
    contact_key, ref_key = CONTACTS_KEYS
    contacts: defaultdict[str, list[tuple[str, DecisionKind | None]]] = defaultdict(list)
    decided: dict[str, HeadedRow] = {}
    for row in list_headed(sheet, (*CONTACTS_KEYS, YOUR_DECISION)):
        contact, ref = row.texts[contact_key].casefold(), read_ref(row.texts[ref_key])
        kind = _read_choice(sheet, row, CONTACTS_CHOICES, found)
        if ref and _CONTACT.fullmatch(contact):
            contacts[contact].append((ref, kind))
            if kind:
                decided[contact] = row
        elif kind:
            what = f"“{YOUR_DECISION}” is filled beside no account of a contact"
            found.doubt(sheet, row, what, _BY_REFS)
    for contact, row in decided.items():
        kinds = dict(contacts[contact])
        if len(kinds) < _FEWEST:
            what = f"“{YOUR_DECISION}” is filled, and no other row of the contact is there"
            found.doubt(sheet, row, what, _BY_REFS)
            continue
        made = [*_decide_contact(kinds)]
        if DecisionKind.SAME in kinds.values() and all(
            one.kind is DecisionKind.NOT_SAME for one in made
        ):
            what = (
                "“same contact” stands beside a row that “not the same” parts from all the others"
            )
            found.doubt(sheet, row, what, _BY_REFS)
        found.new += made


def _decide_contact(kinds: dict[str, DecisionKind | None]) -> Iterator[Decision]:
    """`kinds` are what she chose beside each account."""
    others = [ref for ref, kind in kinds.items() if kind is DecisionKind.NOT_SAME]
    for one, other in combinations(kinds, 2):
        if one in others or other in others:
            yield Decision(DecisionKind.NOT_SAME, (one, other))
    rest = tuple(ref for ref in kinds if ref not in others)
    if DecisionKind.SAME in kinds.values() and len(rest) >= _FEWEST:
        yield Decision(DecisionKind.SAME, rest)


def _read_repeats(sheet: Sheet, found: _Found) -> None:
    for row in list_headed(sheet, (*DUPLICATES_KEYS, YOUR_DECISION)):
        kind = _read_choice(sheet, row, DUPLICATES_CHOICES, found)
        if not kind:
            continue
        refs = [ref for key in DUPLICATES_KEYS if (ref := read_ref(row.texts[key]))]
        if len(set(refs)) == _FEWEST:
            found.new.append(Decision(kind, tuple(refs)))
        else:
            what = f"“{YOUR_DECISION}” is filled, and the Refs of its two rows are not there"
            found.doubt(sheet, row, what, _BY_REFS)


def _read_choice(
    sheet: Sheet, row: HeadedRow, choices: Sequence[DecisionKind], found: _Found
) -> DecisionKind | None:
    text = row.texts[YOUR_DECISION]
    kind = read_kind(text)
    if kind in choices or not text:
        return kind
    named = " or ".join(f"“{one}”" for one in choices)
    what = f"“{text}” stands under “{YOUR_DECISION}”, and is not {named}"
    found.doubt(sheet, row, what, f"Choose one of them, and merge again. {_AGAIN}")
    return None


def _read_listed(sheet: Sheet, found: _Found) -> None:
    kind_key, refs_key, why_key, tell_key, became_key, written_key = DECISIONS_HEADINGS
    for row in list_headed(sheet, DECISIONS_HEADINGS):
        kind_text, refs_text, why = (row.texts[key] for key in (kind_key, refs_key, why_key))
        written = row.texts[written_key]
        if not (kind_text or refs_text or why) or (written and not kind_text):
            continue  # nothing is written, or a decision is taken back
        place = _PLACE.fullmatch(written)
        ours = not place or place[1].casefold() == THIS_WORKBOOK
        kind, (refs, others) = read_kind(kind_text), find_refs(refs_text)
        refs = tuple(dict.fromkeys(refs))
        if kind is None or others or len(refs) < _FEWEST:
            wrong = (
                f"under “{kind_key}” stands none of the choices"
                if kind is None
                else _tell_no_refs(others, len(refs))
                if others
                else "there are not two Refs"
            )
            said = " ".join(f"“{text}”" for text in (kind_text, refs_text, why) if text)
            what = f"no decision can be read in {said}: {wrong}"
            found.doubt(sheet, row, what, _MEND if ours else _OF_FILE)
            if ours:
                found.unread.append(UnreadDecision(kind_text, refs_text, why, wrong))
            continue
        told = row.texts[tell_key].split("\n")
        became, _, remark = row.texts[became_key].partition("\n")
        decision = Decision(
            kind,
            refs,
            why,
            "" if ours or not place else place[1],
            int(place[2] or 0) if place and not ours else 0,
            _take_rows(told, refs),
            honoured=bool(written) and not became.startswith(NOT_FOLLOWED),
            remark=remark if written else "",
        )
        (found.listed if written else found.new).append(decision)


def _tell_no_refs(others: Sequence[str], good: int) -> str:
    """Which of what she named are no Refs, and that the others are."""
    first, *more = (f"“{one}”" for one in others[:_SHOWN])
    told = f"{first} is no Ref" + "".join(f", nor is {one}" for one in more)
    if len(others) > _SHOWN:
        told += f", nor are {len(others) - _SHOWN} more"
    if not good:
        return told
    return f"{told}; the other {good} {'is one' if good == 1 else 'are Refs'}"


def _take_rows(told: Sequence[str], refs: Sequence[str]) -> tuple[str, ...]:
    if len(told) != len(refs):
        return ()
    lines = (one.removeprefix(ROW_MARK) for one in told)
    return tuple("" if one == UNKNOWN_ROW else one for one in lines)
