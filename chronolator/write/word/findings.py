"""What stands in tables of their own: the gaps, and what the returns' abbreviations mean."""

from collections.abc import Iterator

from chronolator.model import Chronology, Gap
from chronolator.rows import name_day
from chronolator.rows.gaps import (
    AS,
    OPEN_STAY,
    tell_counts,
    tell_doubt,
    tell_others,
    tell_reasons,
    tell_undated,
)
from chronolator.write.evidence import Look
from chronolator.write.word.markup import Cell, Paragraph, Run, Table, make_text
from chronolator.write.word.styles import NORMAL, SECTION, SMALL

_ARTEFACT = (
    "A child may have been seen all the same: by an agency that sent no return or leaves routine "
    "contacts out, or without a note of it."
)


def write_gaps(chronology: Chronology) -> Iterator[str]:
    """The stretches without a recorded sighting, and what stood in their way."""
    days = chronology.case.unseen_days
    told = f"of more than {days:,} days without a recorded sighting"
    yield str(make_text(f"Stretches {told}", SECTION))
    if not chronology.gaps:
        yield str(make_text(f"No stretch {told} was found in the returns.", NORMAL))
        return
    yield str(make_text(_ARTEFACT, NORMAL))
    yield from Table(
        "Stretches without a recorded sighting",
        "One row a stretch: the child, its first and last day and its days, and what was recorded "
        "meanwhile.",
        (
            *("Child", "Not recorded as", "From", "To", "Days"),
            *("Entries meanwhile", "Might have been seen", "What is not sure"),
        ),
        (3.0, 2.9, 2.4, 2.4, 1.3, 5.2, 4.2, 5.3),
        map(_tell_gap, chronology.gaps),
    ).list_parts()
    for sentence in tell_undated(chronology.clocks, chronology.case):
        yield str(make_text(sentence, NORMAL))


def _tell_gap(gap: Gap) -> list[Cell]:
    asked = AS[gap.of] + (f" by {gap.by}" if gap.by else "")
    stay = f"{OPEN_STAY}." if gap.open_stay else ""
    doubts = " ".join(filter(None, (tell_others(gap), tell_doubt(gap), stay)))
    return [
        Cell((Paragraph((Run(gap.child, Look.NAME),)),)),
        *(
            Cell((Paragraph((Run(words),)),))
            for words in (asked, name_day(gap.first), name_day(gap.last), f"{gap.days:,}")
        ),
        *(
            Cell((Paragraph((Run(words),), SMALL),))
            for words in (tell_counts(gap.agencies), tell_reasons(gap), doubts)
        ),
    ]


def write_glossary(chronology: Chronology) -> Iterator[str]:
    """The abbreviations and words that the returns' own glossaries explain, by the alphabet."""
    if not chronology.glossary:
        return
    yield str(make_text("Abbreviations, as the returns explain them", SECTION))
    terms = sorted(chronology.glossary, key=lambda one: (one.term.casefold(), one.agency))
    told = dict.fromkeys((one.term, one.meaning, one.agency) for one in terms)
    yield from Table(
        "Abbreviations",
        "One row a term: what it means, and in whose return it is explained.",
        ("Term", "Meaning", "Explained by"),
        (5.0, 15.0, 6.7),
        (
            [
                Cell((Paragraph((Run(term, Look.NAME),)),)),
                Cell((Paragraph((Run(meaning),)),)),
                Cell((Paragraph((Run(agency),)),)),
            ]
            for term, meaning, agency in told
        ),
    ).list_parts()
