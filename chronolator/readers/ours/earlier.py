"""A workbook that chron wrote -> `Earlier`: what its author left in it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from chronolator.columns import (
    BASE_SHEET,
    CASE_SHEET,
    CHECK_KEY,
    DELETED,
    SPARE_COLUMNS,
    OurLooks,
    cell_hash,
    key_of_child,
    list_columns,
)
from chronolator.errors import ReaderError
from chronolator.model import (
    Answer,
    Case,
    Check,
    Earlier,
    Field,
    Flag,
    Question,
    Reason,
    Sheet,
)
from chronolator.model.values import show_value
from chronolator.model.written import REF, read_ref
from chronolator.readers.ours.answers import read_answer
from chronolator.readers.ours.cleared import restore_refs, tell_restored
from chronolator.readers.ours.columns_found import FoundColumns, find_columns
from chronolator.readers.ours.copies import tell_copies, tell_stale
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.decided import read_decided
from chronolator.readers.ours.earlier_row import Row, make_event, mend_day
from chronolator.readers.ours.joined import join_base, join_parts
from chronolator.readers.ours.looks.dressed import dress
from chronolator.readers.ours.looks.found import FoundBook
from chronolator.readers.ours.looks.headings import put_back_headings
from chronolator.readers.ours.looks.jottings import read_jottings
from chronolator.readers.ours.looks.left_behind import (
    tell_headings,
    tell_jotted,
    tell_left_behind,
    tell_links,
)
from chronolator.readers.ours.looks.links import keep_links
from chronolator.readers.ours.looks.own import make_own
from chronolator.readers.ours.not_carried import list_above, list_not_carried
from chronolator.readers.ours.own_rows import list_notes, read_own, tell_put_aside
from chronolator.readers.ours.reasons import read_reasons
from chronolator.readers.ours.refs import find_main
from chronolator.readers.ours.repeated import read_repeated
from chronolator.readers.ours.stored import (
    list_her_sheets,
    read_case,
    read_history,
    read_our_looks,
    read_sheet_names,
)
from chronolator.readers.ours.torn import (
    leave_out,
    list_outside,
    mend,
    take_comments,
    tell_outside,
    tell_torn,
)
from chronolator.readers.ours.valued import fill_values
from chronolator.readers.ours.waiting import list_waiting

_DAYS = frozenset({"date", "date_to"})


def read_earlier(
    path: str,
    sheets: Sequence[Sheet],
    names: Mapping[str, tuple[str, str]],
    book: FoundBook | None = None,
) -> Earlier:
    """What stands in the sheets of a workbook of ours, however its author sorted and moved it.

    `names` are its defined names, `book` what was found of its looks. Raises `ReaderError` where no
    sheet with Refs is left.
    """
    sheets = [fill_values(sheet) for sheet in sheets]
    book, links = keep_links(book or FoundBook(), sheets)
    main = find_main(sheets, names)
    if main is None:
        raise ReaderError(
            f"{path}: the chronology's sheet is gone, or holds no Ref any more",
            hint="Take the backup beside it, or name another workbook with --notes-from.",
        )
    by_name = {sheet.name: sheet for sheet in sheets}
    if CASE_SHEET not in by_name or BASE_SHEET not in by_name:
        raise ReaderError(
            f"{path}: its hidden sheets are gone, so what its author corrected cannot be told "
            "(Excel's Document Inspector takes them away)",
            hint="Take a copy that still has them, as the backup beside it, copy the notes into it "
            "by the Refs, and name it with --notes-from.",
        )
    ours_given = read_our_looks(by_name[CASE_SHEET]) or OurLooks()
    sheets, headings = put_back_headings(sheets, ours_given.tables)
    by_name = {sheet.name: sheet for sheet in sheets}
    case, sources = read_case(path, by_name[CASE_SHEET])
    columns = list_columns(case)
    main, sheets, book = join_parts(main, sheets, columns, names, book)
    found = find_columns(main, columns, names)
    base = Base(join_base(by_name))
    listed = list(_list_rows(main, found, base.hashes))
    restored = restore_refs(listed, base, found.known)
    mended = mend(restored, base, found, [*ours_given.widths])
    fields = {column.heading: key for key, column in found.known.items() if key in set(Field)}
    others = [sheet for sheet in sheets if sheet is not main]
    written = read_sheet_names(by_name[CASE_SHEET])
    decided = read_decided(path, others, written)
    table = book.find(main.name).table
    outside, away = list_outside(main, mended.rows, base.hashes, found, table)
    rows = [leave_out(row, outside) for row in mended.rows]
    looks, commented = take_comments(book.find(main.name), restored, found, mended, outside)
    ours = [row for row in rows if row.ref]
    own = [read_own(row, found, base, main.name) for row in rows if not row.ref]
    known = {main.name, *decided.sheets, *written}
    hers = list(list_her_sheets(sheets, known))
    beside = {
        name: read_jottings(by_name[name], table, book.find(name))
        for name, table in ours_given.tables.items()
        if name in by_name
    }
    return Earlier(
        path=path,
        case=case,
        events=tuple(make_event(base.put_back(row)) for row in ours),
        flags=tuple(
            flag
            for row in ours
            for flag in _make_flags(row, base.hashes.get(row.ref, {}), case, fields)
        ),
        own=tuple(one for one, _ in own),
        notes=tuple(note for row in ours for note in list_notes(row, found)),
        checks=tuple(
            Check(row.ref, text) for row in ours if (text := show_value(row.cells.get(CHECK_KEY)))
        ),
        unplaced=(
            *list_waiting(others),
            *mended.waiting,
            *commented,
            *away,
        ),
        corrections=tuple(base.list_corrections(ours, found.known)),
        sources=sources,
        author_columns=_list_author_columns(listed, found),
        renamed=_list_renamed(found),
        not_carried=(
            *list_not_carried(ours, base, found),
            *mended.named,
            *list_above(main, found),
        ),
        deleted=tuple(sorted(_find_deleted(ours, base.hashes))),
        looks=dress(main, restored, found, looks, ours_given),
        own_sheets=tuple(make_own(sheet, book.find(sheet.name)) for sheet in hers),
        jottings=tuple(one for jotted in beside.values() for one in jotted.jottings),
        tables={name: jotted.look for name, jotted in beside.items()},
        left_behind=(
            *tell_left_behind(main, found, restored, book, hers, beside),
            *tell_jotted(beside),
            *tell_headings(main, found, headings),
            *tell_links(links),
        ),
        decided=decided.new,
        decisions=decided.listed,
        unread=decided.unread,
        doubts=(
            *decided.doubts,
            *tell_restored(path, listed, restored),
            *tell_torn(path, mended),
            *tell_outside(path, away),
            *tell_put_aside(path, own),
            *tell_copies(path, main, sheets, restored),
            *tell_stale(path, hers, ours_given.tables),
        ),
        repeated=read_repeated(others),
        history=read_history(path, by_name[CASE_SHEET]),
        taken_out=base.list_taken_out(ours, found.known),
    )


def _list_rows(sheet: Sheet, found: FoundColumns, known: Collection[str]) -> Iterator[Row]:
    """The rows with their Refs, as far as these are `known`: others chron never gave."""
    for number, row in enumerate(sheet.rows, start=1):
        cells = {
            key: row[place]
            for key, place in found.places.items()
            if place < len(row) and show_value(row[place])
        }
        written = show_value(cells.get("ref")).strip()
        meant = written if REF.fullmatch(written) else read_ref(written) or ""
        ref = meant if meant in known else ""
        if number == found.header_row or not set(cells) - {"number"}:
            continue
        if number < found.header_row and not ref:
            continue
        if ref:
            cells |= {key: mend_day(cells[key]) for key in _DAYS & cells.keys()}
        yield Row(ref, number, cells)


def _make_flags(
    row: Row, was: Mapping[str, str], case: Case, fields: Mapping[str, str]
) -> Iterator[Flag]:
    event = make_event(row)
    for child in case.children:
        told = read_reasons(show_value(row.cells.get(key_of_child("words", child))), event, fields)
        for question in Question:
            key = key_of_child(question, child)
            value = row.cells.get(key)
            answer = read_answer(value)
            if answer is None and show_value(value):  # words of hers that are none of the answers
                yield Flag(row.ref, child.name, question, Answer.UNCLEAR, Reason.DOUBT)
                continue
            answer = answer or Answer.NOT_RECORDED
            if key in was and was[key] != cell_hash(answer.capitalize()):
                yield Flag(row.ref, child.name, question, answer, Reason.AUTHOR)
                continue
            reason, evidence = told.get(question, (Reason.SILENT, ()))
            if reason is Reason.SILENT and answer is not Answer.NOT_RECORDED:
                reason = Reason.COLUMN
            yield Flag(row.ref, child.name, question, answer, reason, evidence)


def _find_deleted(rows: Sequence[Row], base: Mapping[str, Mapping[str, str]]) -> set[str]:
    """The rows that she deleted, and those marked so that came back before."""
    marked = {row.ref for row in rows if DELETED in show_value(row.cells.get("assumed")).casefold()}
    return marked | (base.keys() - {row.ref for row in rows})


def _list_author_columns(rows: Sequence[Row], found: FoundColumns) -> tuple[str, ...]:
    """The headings of the author's columns; of the spare ones those that she used."""
    used = {key for row in rows for key in row.cells}
    return tuple(
        heading
        for key, heading in found.notes.items()
        if key not in found.review and (heading not in SPARE_COLUMNS or key in used)
    )


def _list_renamed(found: FoundColumns) -> tuple[str, ...]:
    """Her headings of review columns that she renamed."""
    return tuple(found.notes[key] for key in found.notes if _is_renamed(key, found))


def _is_renamed(key: str, found: FoundColumns) -> bool:
    ours = key.partition(" ")[2].casefold()
    return key in found.review and found.notes[key].casefold() != ours
