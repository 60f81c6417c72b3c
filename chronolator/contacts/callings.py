"""What agencies are called in each other's rows, and who writes for them."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from chronolator.contacts.texts import PhraseBook, split_words
from chronolator.model import AgencyRules, Case, Event
from chronolator.words.fold import fold, part_words

_SHORTEST_NAME = 3
_SHORTEST_OWN_NAME = 4
_NAMES_PARTED = re.compile(r"[,;/&\n]|\band\b")
_WORDS_OF_A_NAME = 2
_TOLD_TWICE = 2
_UNIT = re.compile(r"\b([A-Z]\w+)\s+(?:at|from|of)\s+([A-Z][a-z']+(?:\s+[A-Z][a-z']+)+)")
_TWO_NAMES = re.compile(r"\b([A-Z][a-z]{2,})(?=\s+([A-Z]\w+))")
_SMALL = frozenset({"of", "the", "and", "for", "in"})


def list_own_names(
    bits: Mapping[str, int],
    case: Case,
    agencies: AgencyRules,
    proper: Collection[str],
    called_without: Collection[str],
    events: Sequence[Event] = (),
) -> Iterator[tuple[str, int]]:
    """The agencies' names (folded), each with its bit: whole, without the last word, by the
    initials (which no row of the `events` writes small, as it does "was" and "the"), and by the
    short name of the case.

    Those in `proper`, which have a name of their own, are also called by it alone: "St Wilfrid's"
    for St Wilfrids Primary School. So is one that has it before the last word, if the name is
    `called_without` that, and nobody of the case is called so. A name that two agencies share means
    neither.
    """
    folded = {name: fold(part_words(name)) for name in bits}
    general = {word for kind in agencies.kinds for phrase in kind.words for word in phrase.split()}
    yield from _list_unique({name: _leave_last(full) for name, full in folded.items()}, bits)
    initials = {name: _take_initials(full) for name, full in folded.items()}
    words = _find_words({text for text in initials.values() if text}, events)
    yield from (one for one in _list_unique(initials, bits) if one[0] not in words)
    ends = general | set(called_without)
    own = {name: _take_beginning(folded[name], ends) for name in proper}
    own |= _take_first_words(
        {name: full for name, full in folded.items() if name not in proper},
        called_without,
        case,
        events,
    )
    for text, bit in _list_unique(own, bits):
        yield text, bit
        if text.endswith("s"):  # the apostrophe of "St Wilfrid's" parts the word
            yield f"{text[:-1]} s", bit
    yield from ((full, bits[name]) for name, full in folded.items())
    for agency in case.agencies:
        if agency.short and agency.name in bits:
            yield fold(agency.short), bits[agency.name]


def list_beginnings(
    bits: Mapping[str, int],
    case: Case,
    agencies: AgencyRules,
    named: Collection[str],
    events: Sequence[Event],
) -> Iterator[tuple[str, int]]:
    """What stands before the words for its kind in the name of each agency that is `named`, as
    "Westmere" of Westmere Hospital, with its bit: mostly a town's name, which means the agency
    where it does something alone. None that another agency's name begins with, that a row writes
    small, or that is somebody's name.
    """
    folded = {name: fold(part_words(name)) for name in bits}
    ends = {word for kind in agencies.kinds for phrase in kind.words for word in phrase.split()}
    own = {name: _take_beginning(folded[name], ends) for name in named}
    people = " ".join([*(one.name for one in case.children), *(one.name for one in case.people)])
    taken = _find_words({text for text in own.values() if text}, events).union(fold(people).split())
    for name, text in own.items():
        others = (full for other, full in folded.items() if other != name)
        if text and text not in taken and not any(full.startswith(text) for full in others):
            yield text, bits[name]


def _list_unique(names: Mapping[str, str], bits: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    told = list(names.values())
    yield from (
        (text, bits[name]) for name, text in names.items() if text and told.count(text) == 1
    )


def _find_words(texts: Collection[str], events: Iterable[Event]) -> set[str]:
    """Those of the texts, in small letters, that a row writes so."""
    if not texts:
        return set()
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(texts))})\b")
    return {word for event in events for word in pattern.findall(event.text)}


def _leave_last(full: str) -> str:
    """Nothing where one word is left: "children s" is no name of a Children's Home."""
    head = full.rpartition(" ")[0]
    told = [word for word in head.split() if len(word) > 1]
    return head if len(told) >= _WORDS_OF_A_NAME else ""


def _take_initials(full: str) -> str:
    words = [word for word in full.split() if word not in _SMALL and len(word) > 1]
    return "".join(word[0] for word in words) if len(words) >= _SHORTEST_NAME else ""


def _take_beginning(full: str, general: Collection[str]) -> str:
    """What stands before the first word that tells the kind of agency."""
    words = full.split()
    end = next((at for at, word in enumerate(words) if word in general), len(words))
    own = " ".join(words[:end])
    return own if len(own) >= _SHORTEST_OWN_NAME and end < len(words) else ""


def _take_first_words(
    folded: Mapping[str, str], ends: Collection[str], case: Case, events: Iterable[Event]
) -> dict[str, str]:
    """Of each name that ends so what stands before, unless it is a word, or somebody's name."""
    firsts = {
        name: head
        for name, full in folded.items()
        if full.rpartition(" ")[2] in ends
        and len(head := full.rpartition(" ")[0]) >= _SHORTEST_NAME
    }
    people = " ".join([*(one.name for one in case.children), *(one.name for one in case.people)])
    taken = _find_words(set(firsts.values()), events).union(fold(people).split())
    return {name: head for name, head in firsts.items() if head not in taken}


def infer_kinds(
    unknown: Collection[str], events: Iterable[Event], case: Case, roles: PhraseBook[str]
) -> dict[str, str]:
    """The kinds of agencies whose names tell none, by the roles of those who wrote for them: as the
    author's cell tells them, else the case; of two that as many have, that of more rows, and none
    where these are as many too.
    """
    of_people = {
        word: held[0][2]
        for person in case.people
        if (held := roles.find(split_words(person.role).lower))
        for word in split_words(person.name).lower[-1:]
    }
    told_by: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    rows = Counter((e.agency, e.author) for e in events if e.agency in unknown)
    for (agency, author), count in sorted(rows.items()):
        words = split_words(author).lower
        told = [kind for _, _, kind in roles.find(words)]
        told += [of_people[word] for word in words if word in of_people]
        if told:
            told_by[agency][told[0]].append(count)
    found = {}
    for agency, kinds in told_by.items():
        weights = {kind: (len(counts), sum(counts)) for kind, counts in kinds.items()}
        most = [kind for kind, weight in weights.items() if weight == max(weights.values())]
        if len(most) == 1:
            found[agency] = most[0]
    return found


def find_units(
    events: Iterable[Event], people: Mapping[str, int], known: Collection[str]
) -> dict[str, int]:
    """What an agency's place is called where its people are named with it, as in "rang Donna at
    Larch House": folded, with the agency. It must be told twice, and of one agency alone.
    """
    told: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for event in events:
        for name, unit in _UNIT.findall(event.text):
            if name.lower() in people and any(one not in known for one in split_words(unit).lower):
                told[fold(unit)][people[name.lower()]] += 1
    return {
        unit: next(iter(masks))
        for unit, masks in told.items()
        if len(masks) == 1 and masks.total() >= _TOLD_TWICE
    }


def find_signatures(
    events: Sequence[Event],
    bits: Mapping[str, int],
    titles: PhraseBook[bool],
    known: frozenset[str],
) -> dict[str, int]:
    """The surnames of those who wrote rows, and the first names that stand before these anywhere,
    each with their agencies; none that is `known` to be somebody else's or a word of its own.
    """
    found: dict[str, int] = {}
    for author, agency in {(event.author, event.agency) for event in events if event.author}:
        for name in list_surnames(author, titles):
            if name not in known:
                found[name] = found.get(name, 0) | bits[agency]
    return found | _find_first_names(events, found, known | titles.beginnings())


def _find_first_names(
    events: Iterable[Event], surnames: Mapping[str, int], known: Collection[str]
) -> dict[str, int]:
    firsts: dict[str, int] = {}
    for event in events:
        for text in (event.text, event.author):
            for first, last in _TWO_NAMES.findall(text):
                name = first.lower()
                if last.lower() not in surnames:
                    continue
                if name not in known and name not in surnames:
                    firsts[name] = firsts.get(name, 0) | surnames[last.lower()]
    return firsts


def list_surnames(author: str, titles: PhraseBook[bool]) -> Iterator[str]:
    """The surnames in a column of authors: behind a title, an initial or a first name."""
    for part in _NAMES_PARTED.split(author):
        words = split_words(part)
        at = titles.at(words.lower, 0) if words.lower else None
        start = at[0] if at else 0
        names = [
            (written, lower)
            for written, lower in zip(words.written[start:], words.lower[start:], strict=True)
            if written[0].isupper()
        ]
        long = [low for word, low in names if len(low) >= _SHORTEST_NAME and not word.isupper()]
        if not long:
            long = [low for _, low in names if len(low) > _SHORTEST_NAME]
        if (
            long
            and (at or len(names) >= _WORDS_OF_A_NAME)
            and names[-1][1] in {long[-1], *_roles(names)}
        ):
            yield long[-1]


def _roles(names: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Abbreviated roles behind a name, as in "Mrs Dunn TA"."""
    yield from (low for word, low in names if word.isupper() and 1 < len(word) <= _SHORTEST_NAME)
