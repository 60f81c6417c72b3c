"""What there is to say about a date that is not plain."""

from datetime import date

from chronolator.dates.items import Mark
from chronolator.dates.reading import Doubt
from chronolator.model import ProblemKind

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ASK = "Ask the agency for the date, and correct it in its file."
_MONTHS = 12
_EXCEL_ZERO = {1899, 1900}


def no_such_day(written: str, mark: Mark, years: tuple[int, int]) -> Doubt:
    """A day that the calendar does not have, or a year out of all reason."""
    if mark.year in _EXCEL_ZERO and not mark.short:
        return _date(
            f'"{written}" is what Excel shows for an empty or a zero cell: the row is undated', _ASK
        )
    if mark.year and not mark.broken and not years[0] <= mark.year <= years[1]:
        return _date(f'"{written}" names a year that cannot be meant: the row is undated', _ASK)
    american = mark.month and mark.day and mark.month > _MONTHS >= mark.day
    hint = "Perhaps the month stands first. " if american else ""
    return _date(f'"{written}" is no date of the calendar: the row is undated', hint + _ASK)


def no_year(written: str) -> Doubt:
    """A date without its year."""
    return _date(f'"{written}" names no year: the row is undated', _ASK)


def no_date(written: str) -> Doubt:
    """Words or numbers that are no date."""
    return _date(f'"{written}" is not understood as a date: the row is undated', _ASK)


def several_dates() -> Doubt:
    """Two dates that nothing joins."""
    return _date(
        "Several dates stand in one cell; the row is taken to span them",
        "See in the text which of them is the event's.",
    )


def date_beside(written: str) -> Doubt:
    """A date of writing down beside the event's."""
    return _date(
        f'In "{written}" the date of recording is left aside', "See that the other is the event's."
    )


def turned_round() -> Doubt:
    """An end before the beginning."""
    return _date("The end lies before the beginning; the two are taken the other way round", _ASK)


def words_beside(written: str) -> Doubt:
    """A month or a year among other words."""
    return _date(
        f'"{written}" holds more than a date; it is taken as approximate',
        "See in the text when it was.",
    )


def other_weekday(day: date, said: int) -> Doubt:
    """A weekday that contradicts the date."""
    return _date(
        f"{day:%d/%m/%Y} was a {_DAYS[day.isoweekday() - 1]}, not a {_DAYS[said - 1]}; "
        "the date is kept",
        "Ask the agency which of the two is meant.",
    )


def other_century(year: int) -> Doubt:
    """A year of two digits that could lie soon after the review period."""
    return _date(
        f"The year of two digits is read as {year}, since it would lie after the review period",
        "Ask the agency to write the year with four digits.",
    )


def letters_for_digits(written: str) -> Doubt:
    """Letters among the digits of a date."""
    return _date(
        f'"{written}" has letters where digits belong, and is read with those: approximate',
        _ASK,
    )


def in_the_future(written: str) -> Doubt:
    """A date after the day on which the returns are merged."""
    return _date(f'"{written}" lies in the future; the date is kept', _ASK)


def no_such_time(written: str) -> Doubt:
    """A time that no clock shows."""
    return _time(f'"{written}" holds no time of the clock; the day is kept', _ASK_TIME)


def several_times(written: str) -> Doubt:
    """Two times that nothing joins."""
    return _time(f'"{written}" holds several times; its first and last count', _ASK_TIME)


def two_cells(written: str) -> Doubt:
    """The date's cell and the time's cell tell different times."""
    return _time(f'"{written}" tells two times; the time column is taken', _ASK_TIME)


def midnight(written: str) -> Doubt:
    """Midnight as a word."""
    return _time(
        f'"{written}": midnight can be the beginning or the end of the day; it is taken as 00:00',
        _ASK_TIME,
    )


def zone(written: str) -> Doubt:
    """A time of another zone, or of a computer's clock."""
    return _time(
        f'"{written}" names a time zone; the time is kept as written',
        "In summer the clock in the United Kingdom is an hour ahead of UTC.",
    )


_ASK_TIME = "Ask the agency for the time, and correct it in its file."


def _date(message: str, hint: str) -> Doubt:
    return Doubt(ProblemKind.DATE, message, hint)


def _time(message: str, hint: str) -> Doubt:
    return Doubt(ProblemKind.TIME, message, hint)
