"""A row of the chronology -> the cells of its row on the page."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, time

from chronolator.columns import Column, cell_text, clean_text
from chronolator.model import Answer, Chronology, ContactStatus, Question
from chronolator.model.values import show_value
from chronolator.rows import Row, RowValue, tell_standing
from chronolator.rows.by_contact import ContactRow
from chronolator.rows.days import name_time, name_times, name_weekday, name_weekdays
from chronolator.write.evidence import Look, list_pieces
from chronolator.write.palette import colour_agencies
from chronolator.write.word.blocks import TEXT, Block
from chronolator.write.word.markup import Cell, Paragraph, Run, make_text
from chronolator.write.word.styles import ANSWERS, NO_ALARM, QUIET_WORDS, SMALL

NOTES_PAPER = "#FFFAE8"
_NO_DATE = "No date"
_OWN = "Added by the author"
_CORRECTED = "corrected by the author"
_BY_HER = f" ({_CORRECTED})"
_EMPTIED = "emptied by the author"
_SAID = {answer.capitalize(): answer for answer in Answer}


class EntryWriter:
    """Makes cells; what is the same for every row is settled once."""

    def __init__(
        self, blocks: Sequence[Block], rows: Sequence[ContactRow], chronology: Chronology
    ) -> None:
        self._blocks = blocks
        self._case = chronology.case
        self._linked = {one.id for one in chronology.contacts if one.status is ContactStatus.LINKED}
        agencies = [one.event.agency for row in rows for one in row.events]
        self._colours = colour_agencies(agencies)
        self._drawn: dict[str, Callable[[ContactRow], Cell]] = {
            "date": self._draw_days,
            "time": self._draw_times,
            "agency": self._draw_agencies,
            "contact": self._draw_contacts,
        }

    def make_row(self, row: ContactRow) -> list[Cell]:
        """The cells of the row, one a block."""
        return [self._draw(block, row) for block in self._blocks]

    def _draw(self, block: Block, row: ContactRow) -> Cell:
        if block.is_answers:
            return Cell(tuple(_tell_answers(block, row)))
        if block.is_notes:
            return Cell(tuple(_tell_notes(block, row)), paper=NOTES_PAPER)
        if block.key == TEXT:
            return Cell(tuple(self._tell_accounts(block, row)))
        if block.key in self._drawn:
            return self._drawn[block.key](row)
        return Cell(tuple(_tell_column(block.columns[0], row, SMALL)))

    def _draw_days(self, row: ContactRow) -> Cell:
        days = [name_weekdays(one.event.when) for one in row.events]
        told = [
            Paragraph((Run(day) if day else Run(_NO_DATE, style=QUIET_WORDS),))
            for day in dict.fromkeys(days)
        ]
        return Cell((*told, *_tell_corrected("date", row)))

    def _draw_times(self, row: ContactRow) -> Cell:
        times = dict.fromkeys(filter(None, (name_times(one.event.when) for one in row.events)))
        return Cell((*(Paragraph((Run(one),)) for one in times), *_tell_corrected("time", row)))

    def _draw_agencies(self, row: ContactRow) -> Cell:
        """Each agency's name beside its colour: along the whole row, where it is the only one."""
        names = dict.fromkeys(one.event.agency for one in row.events)
        alone = len(names) == 1
        told = [
            Paragraph((Run(name, Look.NAME),), bar="" if alone else self._colours[name])
            for name in names
        ]
        if any(one.event.own for one in row.events):
            told.append(Paragraph((Run(_OWN, style=QUIET_WORDS),), SMALL))
        told += _tell_corrected("agency", row)
        return Cell(tuple(told), bar=self._colours[next(iter(names))] if alone else "")

    def _draw_contacts(self, row: ContactRow) -> Cell:
        """The numbers of the contacts; those that are only possible are for the author's eyes."""
        lines = str(row.cells["contact"] or "").split("\n")
        linked = [line for line in lines if line.partition(":")[0] in self._linked]
        return Cell(tuple(make_text(line, SMALL) for line in linked))

    def _tell_accounts(self, block: Block, row: ContactRow) -> Iterator[Paragraph]:
        """Each account's words, below its agency's name where there are several."""
        _, *under = block.columns
        accounts = row.accounts.get(TEXT, ())
        if not accounts:
            yield from self._tell_account(row.events[0], under, "")
        for account in accounts:
            bar = self._colours[account.row.event.agency]
            yield Paragraph((Run(account.lead.rstrip(" :"), Look.NAME),), bar=bar)
            yield from self._tell_account(account.row, under, bar)
        for column in under:
            if column.key not in row.events[0].cells:  # of the row, and of no account in it
                yield from _tell_labelled(column, str(row.cells[column.key] or ""))

    def _tell_account(self, row: Row, under: Sequence[Column], bar: str) -> Iterator[Paragraph]:
        words = str(row.cells[TEXT] or "")
        yield Paragraph(_make_runs(row, TEXT, words), bar=bar)
        if TEXT in row.said:
            yield _quieten(_CORRECTED.capitalize(), bar)
        for column in under:
            value = row.cells.get(column.key)
            hers = column.key in row.said
            words = value if isinstance(value, str) else show_value(value)
            if words or hers:
                label = Run(f"{column.heading}: ", style=QUIET_WORDS)
                runs = _make_runs(row, column.key, words) if words else ()
                by_her = (Run(_BY_HER if words else _EMPTIED, style=QUIET_WORDS),) if hers else ()
                yield Paragraph((label, *runs, *by_her), SMALL, bar)
        if remarks := "; ".join(tell_standing(row.event, self._case)):
            yield _quieten(remarks, bar)


def _tell_answers(block: Block, row: ContactRow) -> Iterator[Paragraph]:
    """Each answer behind its question; one line where none is recorded."""
    said = [_SAID[str(row.cells[column.key])] for column in block.columns]
    corrected = [any(column.key in one.said for one in row.events) for column in block.columns]
    if set(said) == {Answer.NOT_RECORDED} and not any(corrected):
        yield Paragraph((_say(block.columns[0], Answer.NOT_RECORDED),), SMALL)
        return
    for column, answer, hers in zip(block.columns, said, corrected, strict=True):
        question = column.key.partition(" ")[0].capitalize()
        asked = (Run(f"{question}: ", style=QUIET_WORDS),) if len(block.columns) > 1 else ()
        by_her = (Run(_BY_HER, style=QUIET_WORDS),) if hers else ()
        yield Paragraph((*asked, _say(column, answer), *by_her), SMALL)


def _say(column: Column, answer: Answer) -> Run:
    alarming = column.key.startswith(f"{Question.SEEN} ")
    if answer is Answer.NO and not alarming:
        return Run(answer.capitalize(), style=NO_ALARM)
    return Run(answer.capitalize(), style=ANSWERS.get(answer, QUIET_WORDS))


def _tell_notes(block: Block, row: ContactRow) -> Iterator[Paragraph]:
    for column in block.columns:
        if value := _tell_value(row.cells[column.key]):
            if len(block.columns) > 1:
                yield from _tell_labelled(column, value)
            else:
                yield make_text(value, SMALL)


def _tell_column(column: Column, row: ContactRow, style: str) -> Iterator[Paragraph]:
    """What stands in any other column: of several accounts each behind its agency's name."""
    key = column.key
    for account in row.accounts.get(key, ()):
        pieces = _make_runs(account.row, key, account.words)
        yield Paragraph((Run(account.lead, Look.NAME), *pieces), style)
    value = _tell_value(row.cells[key])
    if value and key not in row.accounts:
        alone = row.events[0]
        struck = len(row.events) == 1 and key in alone.event.withdrawn
        yield Paragraph(_make_runs(alone, key, value) if struck else (Run(value),), style)
    yield from _tell_corrected(key, row)


def _tell_labelled(column: Column, value: str) -> Iterator[Paragraph]:
    if value:
        yield Paragraph((Run(f"{column.heading}: ", style=QUIET_WORDS), Run(value)), SMALL)


def _tell_corrected(key: str, row: ContactRow) -> Iterator[Paragraph]:
    """That the author corrected the cell: what the agency said stands below its words."""
    if any(key in one.said for one in row.events):
        yield _quieten(_CORRECTED.capitalize(), "")


def _quieten(words: str, bar: str) -> Paragraph:
    return Paragraph((Run(words, style=QUIET_WORDS),), SMALL, bar)


def _make_runs(row: Row, key: str, words: str) -> tuple[Run, ...]:
    pieces = list_pieces(row, key, clean_text(words))
    return tuple(Run(piece, look) for look, piece in pieces)


def _tell_value(value: RowValue) -> str:
    match value:
        case None:
            return ""
        case date():
            return name_weekday(value)
        case time():
            return name_time(value)
        case _:
            return cell_text(value)
