"""questions.toml -> QuestionRules."""

from pathlib import Path

import msgspec

from chronolator.model import CutLength, QuestionRules
from chronolator.rules.files import read_rules


class _Yours(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    addressing: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Undated(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Months(msgspec.Struct, forbid_unknown_fields=True):
    shown: int


class _Order(msgspec.Struct, forbid_unknown_fields=True):
    days: int
    share: float


class _Length(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    characters: int
    texts: int
    why: str = ""


class _CutOff(msgspec.Struct, forbid_unknown_fields=True):
    sentence_ends: tuple[str, ...]
    any_texts: int
    any_length: int


class _Known(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Abbreviations(msgspec.Struct, forbid_unknown_fields=True):
    shortest: int
    longest: int
    shown: int
    shouted_words: int
    shouted_share: float
    titles: tuple[str, ...]


class QuestionFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    yours: _Yours
    undated: _Undated
    months: _Months
    order: _Order
    cut_off: _CutOff
    abbreviations: _Abbreviations
    length: tuple[_Length, ...] = ()
    known: tuple[_Known, ...] = ()


def read_questions(folder: Path | None = None) -> QuestionFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("questions.toml", QuestionFile, folder, last_counts=True)


def load_questions(folder: Path | None = None) -> QuestionRules:
    """What to ask an agency, with a board's own over ours. Raises `RulesError`."""
    file = read_questions(folder)
    return QuestionRules(
        asking=file.yours.words,
        addressing=file.yours.addressing,
        undated=file.undated.words,
        months_shown=file.months.shown,
        order_days=file.order.days,
        order_share=file.order.share,
        sentence_ends=file.cut_off.sentence_ends,
        any_texts=file.cut_off.any_texts,
        any_length=file.cut_off.any_length,
        lengths=tuple(CutLength(one.characters, one.texts, one.why) for one in file.length),
        shortest=file.abbreviations.shortest,
        longest=file.abbreviations.longest,
        abbreviations_shown=file.abbreviations.shown,
        shouted_words=file.abbreviations.shouted_words,
        shouted_share=file.abbreviations.shouted_share,
        titles=file.abbreviations.titles,
        known=frozenset(word for one in file.known for word in one.words),
    )
