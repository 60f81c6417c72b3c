"""Which heading names which field, and which rows are no events."""

from dataclasses import dataclass

from chronolator.model.fields import Field


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """Phrases that name a field (None: a known heading that is no field).

    `words` count as the whole heading or inside it, `only` as the whole heading alone. `decisive`
    phrases count before all others, wherever they stand in the heading; where `beside` is not
    empty, only beside one of its words.
    `closes`: the phrases name the end of a span, as "end time". `stands_in`: where the sheet has no
    better column of dates, one of these is taken.
    """

    id: str
    field: Field | None
    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    closes: bool = False
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class RowRule:
    """Folded texts with which a row that holds little else is no event, and the reason.

    `opens`: the rows below are of it too, until a dated one.
    """

    reason: str
    texts: tuple[str, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class HeadingRules:
    """The rules by which a sheet's headings and its rows round the table are read.

    Told apart by identity: what is worked out from them once is kept by them.

    `dropped` words say nothing in a heading, `hints` (phrases) how to fill the column; `breaks` are
    words before which a heading's head ends. Headings of `elsewhere` show a table of another kind.
    `months` are the beginnings of the months' names.

    In the titles, `agency_labels` stand before an agency's name; one of `title_marks` shows the
    title of a chronology, whose `title_words` belong to no name at its beginning or end and whose
    `title_ends` end a name.
    """

    rules: tuple[HeadingRule, ...] = ()
    rows: tuple[RowRule, ...] = ()
    dropped: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    agency_labels: tuple[str, ...] = ()
    title_marks: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    title_ends: tuple[str, ...] = ()
