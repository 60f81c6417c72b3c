"""seen.toml -> SeenRules."""

from pathlib import Path

import msgspec

from chronolator.model import (
    Answer,
    CellRules,
    ColumnWords,
    Cue,
    Means,
    Of,
    Phrase,
    PresenceRules,
    Question,
    Reach,
    Reason,
    Says,
    SeenRules,
    ServedRules,
    TitleWords,
)
from chronolator.model.rules.seen import UnmetRules
from chronolator.model.rules.weights import Least, Weights
from chronolator.rules.files import read_rules
from chronolator.rules.people import load_people
from chronolator.rules.weights import FILES


class _Phrase(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    says: tuple[Says, ...]
    words: tuple[str, ...]
    negated: tuple[Says, ...] = ()
    implied: bool = False
    agencies: tuple[str, ...] = ()
    despite: tuple[Means, ...] = ()
    of: Of = Of.THE_ROW
    given: Means | None = None
    unless: tuple[Means, ...] = ()
    quotation: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Cue(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    means: Means
    reach: Reach
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Column(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    question: Question
    answer: Answer
    words: tuple[str, ...]
    reason: Reason = Reason.COLUMN
    whole: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Records(msgspec.Struct, forbid_unknown_fields=True):
    pupils: tuple[str, ...]
    spoken_for: tuple[str, ...]
    patients: tuple[str, ...]
    clients: tuple[str, ...]
    survivors: tuple[str, ...]
    expecting: tuple[str, ...]
    newborn_days: int
    speechless_months: int
    stays: tuple[str, ...]
    withdrawn: tuple[str, ...]
    mixed: tuple[str, ...]
    grown: tuple[str, ...]
    aged: tuple[str, ...]
    young: tuple[str, ...]
    subject_headings: tuple[str, ...]
    nominal_headings: tuple[str, ...]
    nominal_asides: tuple[str, ...]
    own_names: tuple[str, ...]
    subject_groups: dict[str, int]
    indoors: tuple[str, ...]
    helplines: tuple[str, ...]
    born: tuple[str, ...]


class _Cells(msgspec.Struct, forbid_unknown_fields=True):
    ticked: tuple[str, ...]
    crossed: tuple[str, ...]
    drawn: tuple[str, ...]
    empty: tuple[str, ...]
    crossed_alone: tuple[str, ...]
    answers: tuple[str, ...]
    choices: tuple[str, ...]
    denied: tuple[str, ...]
    doubtful: tuple[str, ...]
    denying: tuple[str, ...]
    no_letters: tuple[str, ...]
    not_asked: tuple[str, ...]
    placed: tuple[str, ...]
    told_by: tuple[str, ...]
    labels: tuple[str, ...]
    harmless: tuple[str, ...]
    doubts: tuple[str, ...]
    beside_names: tuple[str, ...]
    company: tuple[str, ...]
    there: tuple[str, ...]
    general: tuple[str, ...]
    described: tuple[str, ...]
    of_speech: tuple[str, ...]
    of_sight: tuple[str, ...]
    others: tuple[str, ...]
    after_others: tuple[str, ...]
    how: tuple[str, ...]


class ServedRecord(msgspec.Struct, forbid_unknown_fields=True):
    """Whom an agency serves, as the file has it, with its examples."""

    id: str
    words: tuple[str, ...]
    first: int
    before: int
    unless: tuple[str, ...] = ()
    general: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Titles(msgspec.Struct, forbid_unknown_fields=True):
    labels: tuple[str, ...]
    alone: tuple[str, ...]
    others: tuple[str, ...]
    reviews: tuple[str, ...]
    apart: tuple[str, ...]
    behind: tuple[str, ...]


class _Presence(msgspec.Struct, forbid_unknown_fields=True):
    headings: tuple[str, ...]
    company: tuple[str, ...]
    company_alone: tuple[str, ...]
    other_headings: tuple[str, ...]
    absent: tuple[str, ...]
    away: tuple[str, ...]
    plain: tuple[str, ...]
    held: tuple[str, ...]
    alone: tuple[str, ...]
    nobody: tuple[str, ...]
    nobody_alone: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    company_examples: tuple[str, ...] = ()
    company_not_examples: tuple[str, ...] = ()


class _Unmet(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    met: tuple[str, ...]
    calls: tuple[str, ...]
    beside: tuple[str, ...]
    papers: tuple[str, ...]
    called_out: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    calls_examples: tuple[str, ...] = ()
    calls_not_examples: tuple[str, ...] = ()


class _Least(msgspec.Struct, forbid_unknown_fields=True):
    stated: float
    hinted: float
    untold: float
    denied: float = 0.0


class _Weighed(msgspec.Struct, forbid_unknown_fields=True):
    fewest_words: int
    most_words: int
    surely: float
    doubtful: float
    workers: int
    seen: _Least
    alone: _Least
    views: _Least


class SeenFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    records: _Records
    list: dict[str, tuple[str, ...]]
    phrase: tuple[_Phrase, ...]
    cue: tuple[_Cue, ...]
    column: tuple[_Column, ...]
    cells: _Cells
    presence: _Presence
    unmet: _Unmet
    served: tuple[ServedRecord, ...]
    titles: _Titles
    weighed: _Weighed


def read_seen(folder: Path | None = None) -> SeenFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("seen.toml", SeenFile, folder)


def load_seen(folder: Path | None = None) -> SeenRules:
    """The rules of sightings, with a board's own over ours. Raises `RulesError`."""
    file = read_seen(folder)
    return SeenRules(
        people=load_people(folder),
        phrases=tuple(
            Phrase(
                one.id,
                one.says,
                one.words,
                one.negated,
                one.implied,
                one.agencies,
                one.despite,
                one.of,
                one.given,
                one.unless,
                one.quotation,
            )
            for one in file.phrase
        ),
        cues=tuple(Cue(one.id, one.means, one.reach, one.words) for one in file.cue),
        lists=file.list,
        columns=tuple(
            ColumnWords(one.id, one.question, one.answer, one.words, one.reason, one.whole)
            for one in file.column
        ),
        cells=CellRules(**msgspec.structs.asdict(file.cells)),
        presence=PresenceRules(
            headings=file.presence.headings,
            company=file.presence.company,
            other_headings=file.presence.other_headings,
            absent=file.presence.absent,
            away=file.presence.away,
            plain=file.presence.plain,
            held=file.presence.held,
            company_alone=file.presence.company_alone,
            alone=file.presence.alone,
            nobody=file.presence.nobody,
            nobody_alone=file.presence.nobody_alone,
        ),
        unmet=UnmetRules(
            file.unmet.words,
            file.unmet.met,
            file.unmet.calls,
            file.unmet.beside,
            file.unmet.papers,
            file.unmet.called_out,
        ),
        served=tuple(
            ServedRules(one.id, one.words, one.first, one.before, one.unless, one.general)
            for one in file.served
        ),
        titles=TitleWords(**msgspec.structs.asdict(file.titles)),
        weights=_load_weights(file.weighed),
        **msgspec.structs.asdict(file.records),
    )


def _load_weights(weighed: _Weighed) -> Weights:
    least = {
        Question.SEEN: weighed.seen,
        Question.ALONE: weighed.alone,
        Question.VIEWS: weighed.views,
    }
    told = {one: Least(*msgspec.structs.astuple(some)) for one, some in least.items()}
    limits = weighed.surely, weighed.most_words, weighed.doubtful, weighed.workers
    return Weights(FILES, weighed.fewest_words, told, *limits)
