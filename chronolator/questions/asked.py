"""What the author asks, beside a row, and whose entry another agency's row lets one look for."""

from collections.abc import Iterator, Mapping

from chronolator.model import AgencyRules, Chronology, Event, Query, QueryKind, QuestionRules
from chronolator.questions.addressed import Addressees
from chronolator.rows import name_day
from chronolator.rows.days import name_when
from chronolator.words.fold import fold, holds_any


def asks_agency(heading: str, rules: QuestionRules) -> bool:
    """True for the heading of a column in which the author writes questions to an agency."""
    return holds_any(fold(heading), map(fold, rules.asking))


def list_asked(
    chronology: Chronology, rows: Mapping[str, Event], rules: QuestionRules, agencies: AgencyRules
) -> Iterator[Query]:
    """A query for each question of the author's, in the order of the chronology: for the agency
    that it names in front, else for that of its row. Of the row of another agency no place is told.
    """
    asking = {
        column
        for column in {note.column for note in chronology.notes}
        if asks_agency(column, rules)
    }
    addressees = Addressees(chronology, agencies, rules.addressing)
    places = {name: number for number, name in enumerate(rows)}
    asked = [note for note in chronology.notes if note.column in asking and note.id in rows]
    for note in sorted(asked, key=lambda one: places[one.id]):
        row = rows[note.id]
        for agency, words in addressees.part(note.text, row.agency):
            origins = () if row.own or agency != row.agency else (row.origin,)
            yield Query(agency, QueryKind.YOURS, words, origins, row.id)


def ask_one_sided(chronology: Chronology, rows: Mapping[str, Event]) -> Iterator[Query]:
    """A query for each contact of which the return of one agency has no entry."""
    for one in chronology.one_sided:
        row = rows[one.event]
        day = name_when(row.when)
        yield Query(
            one.agency,
            QueryKind.ONE_SIDED,
            f"{row.agency} records a contact with you ({one.kind}, {day}). Your return has no "
            f"entry of it from {name_day(one.first)} to {name_day(one.last)}. Please send it, or "
            "say that you have none.",
            (),
            row.id,
        )
