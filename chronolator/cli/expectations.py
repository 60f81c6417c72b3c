"""Expected visits held against the sightings, as `chron gaps` prints them."""

from collections.abc import Iterator

from chronolator.cli import show
from chronolator.cli.gap_lists import is_vague, name_entry, name_possible
from chronolator.model import Chronology, Expectation, Interval, Question

_HEADINGS = {
    Question.SEEN: ("Last seen", "Next seen"),
    Question.ALONE: ("Last alone", "Next alone"),
    Question.VIEWS: ("Last heard", "Next heard"),
}


def tell_expectations(chronology: Chronology) -> None:
    """Print each expectation with its counting rule and the intervals longer than it; nothing where
    the case file expects no visits.
    """
    for expectation in chronology.expectations:
        show.say()
        show.say(f"{expectation.visiting.child}, {expectation.words}", style="bold")
        if expectation.remark:
            show.say(f"Not held against the sightings. {expectation.remark}", lead="  ")
            continue
        first, last = show.name_day(expectation.first), show.name_day(expectation.last)
        show.say(f"Held from {first} to {last}. {expectation.rule}", lead="  ")
        if expectation.longer:
            _show_intervals(expectation)
            for line in _list_doubts(expectation, chronology):
                show.say(line, lead="  ")
        else:
            show.say("  No time between two recorded sightings was longer.")


def _show_intervals(expectation: Expectation) -> None:
    visiting = expectation.visiting
    counted = visiting.every.counted_in.capitalize()
    table = show.make_table(*_HEADINGS[visiting.of], counted, "", numbers=(2,))
    for one in expectation.longer:
        first, last = show.name_day(one.first), show.name_day(one.last)
        show.add_row(
            table,
            first if one.begins_with else f"(from {first})",
            last if one.ends_with else f"(none up to {last})",
            f"{one.counted:,}",
            _tell_doubt(one),
        )
    show.open_console().print(table)


def _list_doubts(expectation: Expectation, chronology: Chronology) -> Iterator[str]:
    """The entries that leave an interval in doubt: at its ends, and inside."""
    events = {event.id: event for event in chronology.events}
    case = chronology.case
    for one in expectation.longer:
        told = []
        for word, names in (("begins with", one.begins_with), ("ends with", one.ends_with)):
            told += [
                f"{word} {name_entry(events[name], case)}"
                for name in names[:1]
                if is_vague(events[name])
            ]
        told += [
            f"may be a sighting inside: {name_possible(events[name], case)}" for name in one.unclear
        ]
        if told:
            span = f"{show.name_day(one.first)} to {show.name_day(one.last)}"
            yield f"{span}: {'; '.join(told)}"


def _tell_doubt(one: Interval) -> str:
    if one.shortest == one.counted:
        return ""
    span = f"at least {one.shortest:,}, at most {one.counted:,}"
    return span if one.certain else f"uncertain: {span}"
