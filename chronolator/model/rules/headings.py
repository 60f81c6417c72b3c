"""Which heading names which field, and which rows are no events."""

from dataclasses import dataclass

from chronolator.model.fields import Field


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """Phrases that name a field (None: a known heading that is no field).

    `words` count as the whole heading or inside it, `only` as the whole heading alone. `decisive`
    phrases count before all others, wherever they stand in the heading; where `beside` is not
    empty, only beside one of its words. `opens`: phrases with which the heading begins, and which
    say what it is whatever follows, `beside` as well. `asked`: decisive in a heading that asks for
    yes or no. `made_of`: two or more of these, one of `beside` among them, are the whole heading.
    `closes`: the phrases name the end of a span, as "end time". `stands_in`: where the sheet has no
    better column of dates, one of these is taken. `parts`: they name parts of an organisation, and
    agencies only where the cells name several; `places`: else they say where it was.
    """

    id: str
    field: Field | None
    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    made_of: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    closes: bool = False
    stands_in: bool = False
    parts: bool = False
    places: bool = False


@dataclass(frozen=True, slots=True)
class RowRule:
    """Folded texts with which a row that holds little else is no event, and the reason.

    A number stands in them as "#". `begins` are the beginnings of such a text where it is short,
    `labels` what stands in it before a colon or a line to write on. `opens`: the rows below are of
    it too, until a dated one; they may begin with one of the labels `within`, dated or not.
    `explains`: they explain words. `nil`: the agency says that it has nothing to tell; a letter
    that holds one of the words of `says` says so too.
    """

    reason: str
    texts: tuple[str, ...] = ()
    opens: bool = False
    begins: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    explains: bool = False
    nil: bool = False
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AsideRule:
    """A table or a sheet that comes with a chronology and is none, and the reason.

    Its headings are all among `headings` and `beside`, one at least among the first. A sheet is
    known by its `names` too, and by `labels` that stand beside their values in most of its rows.
    `explains`: the first column holds words, the second what they mean.
    """

    reason: str
    headings: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    explains: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class HeadingRules:
    """The rules by which a sheet's headings and its rows round the table are read.

    Told apart by identity: what is worked out from them once is kept by them.

    `dropped` words say nothing in a heading, `hints` (phrases) how to fill the column; `breaks`
    are words before which a heading's head ends, as it does before one of `articles` behind
    another word, and of these `joins` part what stands side by side, and before one of `tells`
    stands what could be a heading alone. `yes_no` are the hints that ask for yes or no, as does
    a heading that begins with one of `asks`, or ends in a question mark and begins with none of
    `questions`; one of `leads` at the beginning says nothing, and words in brackets that begin
    with one of `denials` say what the heading is not. `same` gives a word and those that are
    read as it. A heading's last word that is one of `carriers` says in what form the thing
    before it is given, and its first words that are one of `containers` say nothing of what
    follows; behind one of `asking` stands what is asked for. After a heading that is one of
    `bare` the words in brackets say what is meant. What is `perceived` of one of `others` is
    not perceived of the child; the subject stands behind one of `clauses`.
    Headings of `elsewhere` show a table of another kind. Cells with one of `contacts` tell kinds of
    contact, and no agency; one of `sighted` in the cells under a child's name tells if the child
    was seen. A column under one of `loose` tells what happened where the one that should holds a
    few words a row.
    `months` are the beginnings of the months' names. `asides` are the tables and sheets that come
    with a chronology.

    A banner that names a period may hold `period_words` besides, and no banner holds one of
    `event_words`, which say that something happened; behind `birth_words` in a banner
    stands no date of the rows below. The name of a sheet that holds one of `version_words` names no
    period. A text that begins with one of `no_story` lists dates and tells no event for each.

    In the titles, `agency_labels` stand before an agency's name; one of `title_marks` shows the
    title of a chronology, whose `title_words` belong to no name at its beginning or end and whose
    `title_ends` end a name. Words that hold one of `title_reviews` name the review.
    """

    rules: tuple[HeadingRule, ...] = ()
    rows: tuple[RowRule, ...] = ()
    dropped: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    yes_no: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    perceived: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    same: tuple[tuple[str, tuple[str, ...]], ...] = ()
    carriers: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    sighted: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    asides: tuple[AsideRule, ...] = ()
    period_words: tuple[str, ...] = ()
    event_words: tuple[str, ...] = ()
    birth_words: tuple[str, ...] = ()
    version_words: tuple[str, ...] = ()
    no_story: tuple[str, ...] = ()
    agency_labels: tuple[str, ...] = ()
    title_marks: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    title_ends: tuple[str, ...] = ()
    title_reviews: tuple[str, ...] = ()
