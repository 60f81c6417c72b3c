"""people.toml -> PeopleRules."""

from pathlib import Path

import msgspec

from chronolator.model import Kind, NameWords, PeopleRules, PeopleWords
from chronolator.rules.files import read_rules
from chronolator.rules.spelling import clip, misspell


class _Who(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: Kind
    words: tuple[str, ...]
    gender: str = ""
    under: int = 0
    titled: bool = True
    oldest: int = 0
    youngest: int = 0
    whole: int = 0
    twins: bool = False
    members: str = ""
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Spelling(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    real: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _NamesExample(msgspec.Struct, forbid_unknown_fields=True):
    cell: str
    names: tuple[str, ...]


class _Names(msgspec.Struct, forbid_unknown_fields=True):
    particles: tuple[str, ...]
    joins: tuple[str, ...]
    ends: tuple[str, ...]
    initials: int
    example: tuple[_NamesExample, ...] = ()


class PeopleFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    who: tuple[_Who, ...]
    names: _Names
    joins: tuple[str, ...]
    choices: tuple[str, ...]
    short: tuple[str, ...]
    short_within: tuple[str, ...]
    gone: tuple[str, ...]
    besides: tuple[str, ...]
    excepting: tuple[str, ...]
    excepted: tuple[str, ...]
    including: tuple[str, ...]
    dressings: tuple[str, ...]
    every: tuple[str, ...]
    counts: dict[str, int]
    multiples: tuple[str, ...]
    definite: tuple[str, ...]
    after_all: tuple[str, ...]
    owners: tuple[str, ...]
    own_things: tuple[str, ...]
    selves: tuple[str, ...]
    objects: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    occasions: tuple[str, ...]
    dealings: tuple[str, ...]
    relatives: tuple[str, ...]
    absent: tuple[str, ...]
    neither: tuple[str, ...]
    articles: tuple[str, ...]
    ages: tuple[str, ...]
    elders: tuple[str, ...]
    staff_titles: tuple[str, ...]
    ranks: tuple[str, ...]
    strangers: tuple[str, ...]
    others: tuple[str, ...]
    afar: tuple[str, ...]
    indefinite: tuple[str, ...]
    both: tuple[str, ...]
    ourselves: tuple[str, ...]
    half: tuple[str, ...]
    sides: tuple[str, ...]
    sided: tuple[str, ...]
    nurses: tuple[str, ...]
    kin: tuple[str, ...]
    posts: tuple[str, ...]
    rest: tuple[str, ...]
    twins: tuple[str, ...]
    older: tuple[str, ...]
    younger: tuple[str, ...]
    after_pronoun: tuple[str, ...]
    companions: tuple[str, ...]
    company: tuple[str, ...]
    meanwhile: tuple[str, ...]
    inside: tuple[str, ...]
    aside: tuple[str, ...]
    messages: tuple[str, ...]
    stationed: tuple[str, ...]
    attending: tuple[str, ...]
    single: tuple[str, ...]
    identities: tuple[str, ...]
    belonging: tuple[str, ...]
    spokesmen: tuple[str, ...]
    wishing: tuple[str, ...]
    vouching: tuple[str, ...]
    vouched: tuple[str, ...]
    calling: tuple[str, ...]
    accounting: tuple[str, ...]
    confiding: tuple[str, ...]
    departed: tuple[str, ...]
    list_heads: tuple[str, ...]
    list_asides: tuple[str, ...]
    name_verbs: tuple[str, ...]
    no_names: tuple[str, ...]
    behind_is: tuple[str, ...]
    before_owner: tuple[str, ...]
    organisations: tuple[str, ...]
    before_homes: tuple[str, ...]
    homes_of: tuple[str, ...]
    no_homes: tuple[str, ...]
    letter_heads: tuple[str, ...]
    letter_things: tuple[str, ...]
    letter_writers: tuple[str, ...]
    behind_others: tuple[str, ...]
    letter_before: tuple[str, ...]
    letter_behind: tuple[str, ...]
    letter_others: tuple[str, ...]
    no_deeds: tuple[str, ...]
    no_initials: tuple[str, ...]
    letter_pairs: tuple[str, ...]
    gender_weights: dict[str, int]
    first_names: dict[str, tuple[str, ...]]
    nicknames: dict[str, tuple[str, ...]]
    no_surnames: tuple[str, ...]
    breaks: tuple[str, ...]
    turns: tuple[str, ...]
    wholes: tuple[str, ...]
    fronts: tuple[str, ...]
    openers: tuple[str, ...]
    postposed: tuple[str, ...]
    pairs: tuple[str, ...]
    shorthand: dict[str, str]
    spelling: _Spelling
    clipped: _Spelling


def read_people(folder: Path | None = None) -> PeopleFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("people.toml", PeopleFile, folder)


def load_people(folder: Path | None = None) -> PeopleRules:
    """Who is who by role, with a board's own over ours. Raises `RulesError`."""
    file = read_people(folder)
    lists = msgspec.structs.asdict(file)
    for key in ("who", "names", "spelling", "clipped", "shorthand"):
        del lists[key]
    return PeopleRules(
        words=tuple(
            PeopleWords(
                one.id,
                one.kind,
                one.words,
                one.gender,
                one.under,
                one.titled,
                one.oldest,
                one.youngest,
                one.whole,
                one.twins,
                one.members,
            )
            for one in file.who
        ),
        names=NameWords(
            frozenset(file.names.particles),
            file.names.joins,
            file.names.ends,
            file.names.initials,
        ),
        shorthand=clip(file.clipped.words, file.clipped.real)
        | misspell(file.spelling.words, file.spelling.real)
        | file.shorthand,
        **lists,
    )
