"""people.toml -> PeopleRules."""

from pathlib import Path

import msgspec

from chronolator.model import Kind, PeopleRules, PeopleWords
from chronolator.rules.files import read_rules
from chronolator.rules.spelling import misspell


class _Who(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: Kind
    words: tuple[str, ...]
    gender: str = ""
    under: int = 0
    titled: bool = True
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Spelling(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    real: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class PeopleFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    who: tuple[_Who, ...]
    joins: tuple[str, ...]
    choices: tuple[str, ...]
    short: tuple[str, ...]
    short_within: tuple[str, ...]
    gone: tuple[str, ...]
    besides: tuple[str, ...]
    including: tuple[str, ...]
    dressings: tuple[str, ...]
    every: tuple[str, ...]
    counts: tuple[str, ...]
    definite: tuple[str, ...]
    owners: tuple[str, ...]
    selves: tuple[str, ...]
    objects: tuple[str, ...]
    occasions: tuple[str, ...]
    relatives: tuple[str, ...]
    absent: tuple[str, ...]
    elders: tuple[str, ...]
    strangers: tuple[str, ...]
    others: tuple[str, ...]
    after_pronoun: tuple[str, ...]
    companions: tuple[str, ...]
    inside: tuple[str, ...]
    aside: tuple[str, ...]
    messages: tuple[str, ...]
    list_heads: tuple[str, ...]
    name_verbs: tuple[str, ...]
    no_names: tuple[str, ...]
    no_initials: tuple[str, ...]
    no_surnames: tuple[str, ...]
    breaks: tuple[str, ...]
    turns: tuple[str, ...]
    wholes: tuple[str, ...]
    postposed: tuple[str, ...]
    pairs: tuple[str, ...]
    shorthand: dict[str, str]
    spelling: _Spelling


def read_people(folder: Path | None = None) -> PeopleFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("people.toml", PeopleFile, folder)


def load_people(folder: Path | None = None) -> PeopleRules:
    """Who is who by role, with a board's own over ours. Raises `RulesError`."""
    file = read_people(folder)
    return PeopleRules(
        words=tuple(
            PeopleWords(one.id, one.kind, one.words, one.gender, one.under, one.titled)
            for one in file.who
        ),
        joins=file.joins,
        choices=file.choices,
        short=file.short,
        short_within=file.short_within,
        gone=file.gone,
        besides=file.besides,
        including=file.including,
        dressings=file.dressings,
        every=file.every,
        counts=file.counts,
        definite=file.definite,
        owners=file.owners,
        selves=file.selves,
        objects=file.objects,
        occasions=file.occasions,
        relatives=file.relatives,
        absent=file.absent,
        elders=file.elders,
        strangers=file.strangers,
        others=file.others,
        after_pronoun=file.after_pronoun,
        companions=file.companions,
        inside=file.inside,
        aside=file.aside,
        messages=file.messages,
        list_heads=file.list_heads,
        name_verbs=file.name_verbs,
        no_names=file.no_names,
        no_initials=file.no_initials,
        no_surnames=file.no_surnames,
        breaks=file.breaks,
        turns=file.turns,
        wholes=file.wholes,
        postposed=file.postposed,
        pairs=file.pairs,
        shorthand=misspell(file.spelling.words, file.spelling.real) | file.shorthand,
    )
