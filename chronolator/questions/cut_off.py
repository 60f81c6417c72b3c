"""Texts that a system cut off at a fixed length."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chronolator.model import Entry, Field, Origin, Query, QueryKind, QuestionRules, Source
from chronolator.questions.places import TellPlaces

Column = tuple[str, str]
"""A file and a heading: sheets of one file that go on have the same columns."""
Texts = list[tuple[Origin, str]]
_NO_TEXTS = {Field.DATE, Field.TIME, Field.END_DATE}


def find_cut_off(
    agency: str,
    entries: Iterable[Entry],
    sources: Iterable[Source],
    rules: QuestionRules,
    tell: TellPlaces,
) -> Iterator[Query]:
    """A query for each column some of whose texts end where a system's limit lies. The `entries`
    are the agency's, from any of the `sources`.
    """
    headings = {(one.file, one.sheet): _list_headings(one.columns) for one in sources}
    columns: defaultdict[Column, Texts] = defaultdict(list)
    for entry in entries:
        fields = headings.get((entry.origin.file, entry.origin.sheet), {})
        for heading, text in _list_texts(entry, fields):
            columns[entry.origin.file, heading].append((entry.origin, text))
    for (_, heading), texts in columns.items():
        for length, cut in _find_cut(texts, rules):
            yield _ask(agency, heading, length, cut, tell)


def _ask(agency: str, heading: str, length: int, cut: Sequence[Origin], tell: TellPlaces) -> Query:
    one = len(cut) == 1
    return Query(
        agency,
        QueryKind.CUT_OFF,
        f"In the column “{heading}” {'1 text ends' if one else f'{len(cut):,} texts end'} at "
        f"exactly {length:,} characters and not at a sentence's end ({tell(cut)}). "
        f"{'It looks' if one else 'They look'} cut off by the system that wrote the file. Please "
        f"send the whole {'text' if one else 'texts'}.",
        tuple(cut),
    )


def _find_cut(texts: Texts, rules: QuestionRules) -> Iterator[tuple[int, list[Origin]]]:
    open_ended: defaultdict[int, Texts] = defaultdict(list)
    for origin, text in texts:
        if not text.rstrip().endswith(rules.sentence_ends):
            open_ended[len(text)].append((origin, text))
    all_of = Counter(len(text) for _, text in texts)
    longest = max(all_of, default=0)
    known = {one.characters: one.texts for one in rules.lengths}
    for length, cut in sorted(open_ended.items()):
        needed = known.get(length)
        if needed is not None:
            # A single one counts only where no text of the column is longer.
            needed = needed if length == longest else max(needed, 2)
        elif length == longest and length >= rules.any_length and len(cut) == all_of[length]:
            needed = rules.any_texts
        # The same words again are a habit of the writer, not a limit of the system.
        if needed is not None and len({text for _, text in cut}) >= needed:
            yield length, [origin for origin, _ in cut]


def _list_headings(columns: Mapping[str, Field | None]) -> dict[Field, list[str]]:
    found: defaultdict[Field, list[str]] = defaultdict(list)
    for heading, field in columns.items():
        if field is not None:
            found[field].append(heading)
    return found


def _list_texts(entry: Entry, headings: Mapping[Field, list[str]]) -> Iterator[tuple[str, str]]:
    """Each text of the row with its heading; columns that share a field are told apart again."""
    for field, value in entry.cells.items():
        if not isinstance(value, str) or field in _NO_TEXTS:
            continue
        names = headings.get(field) or [field.value]
        if len(names) == 1:
            yield names[0], value
            continue
        parts = re.split(rf"(?m)^({'|'.join(map(re.escape, names))}): ", value)
        if not parts[0]:
            for name, text in zip(parts[1::2], parts[2::2], strict=True):
                yield name, text.removesuffix("\n")
        else:
            yield names[0], value
    yield from entry.other.items()
