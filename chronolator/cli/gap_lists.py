"""The gaps on the screen: a table for each clock, and what lies in each gap."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table

from chronolator.cli import show
from chronolator.model import Case, Chance, Child, Chronology, Clock, Event, Gap, Question
from chronolator.rows.days import name_when
from chronolator.rows.gaps import (
    ANYONE,
    AS,
    OPEN_STAY,
    name_reason,
    tell_counts,
    tell_reasons,
    tell_undated,
)
from chronolator.words.agencies import fold_names
from chronolator.words.fold import fold_name

_ASKED = {
    Question.SEEN: "recorded in the returns as seen",
    Question.ALONE: "recorded in the returns as seen alone",
    Question.VIEWS: "recorded in the returns as having been heard",
}
_HEADINGS = {
    Question.SEEN: ("Last seen", "Next seen"),
    Question.ALONE: ("Last alone", "Next alone"),
    Question.VIEWS: ("Last heard", "Next heard"),
}
_BY = {Question.SEEN: "Seen", Question.ALONE: "Seen alone", Question.VIEWS: "Heard"}
_INDENT = 2
_NARROW = 72
"""On fewer columns the edges of the period are told without "from" and "to"."""
_NO_LIMIT = 1000


def tell_gaps(chronology: Chronology, of: Question, by: str | None) -> None:
    """Print what is listed, child by child, each clock in a table of its own."""
    days = chronology.case.unseen_days
    where = f" by {by}" if by else ""
    show.say(f"Stretches of more than {days} days in which a child is not {_ASKED[of]}{where}.")
    for child in chronology.case.children:
        show.say()
        show.say(child.name[:1].upper() + child.name[1:], style="bold")
        clocks = [one for one in chronology.clocks if one.child == child.name]
        listed = [one for one in clocks if one.by or not by]
        for number, clock in enumerate(listed):
            if number:
                show.say()
            if len(listed) > 1:
                show.say(f"{_BY[of]} by {clock.by or ANYONE}", style="bold")
            if not by and (span := _name_expected(clock, chronology.case)):
                show.say(span, lead="  ")
            _tell_clock(clock, [one for one in clocks if one is not clock], chronology)
        if not listed:
            show.say(_tell_not_run(child, chronology), lead="  ")
    undated = tell_undated(chronology.clocks, chronology.case)
    if undated:
        show.say()
        for sentence in undated:
            show.say(sentence)


def _name_expected(clock: Clock, case: Case) -> str:
    """Within which days the visits of the agency are expected, where they are not for all."""
    spans = [
        one
        for one in case.visiting
        if clock.by and one.by == clock.by and one.child == clock.child and (one.first or one.last)
    ]
    if not spans:
        return ""
    told = " and ".join(
        f"{show.name_day(one.first or clock.first)} to {show.name_day(one.last or clock.last)}"
        for one in spans
    )
    return (
        f"Listed are the stretches that touch the time in which its visits are expected ({told}). "
        "For all of them use --by."
    )


def tell_edges(case: Case) -> None:
    """Print how the list is to be read."""
    show.say(
        "Days are counted from the one day to the other. A date in brackets is the edge of "
        "the period looked at, or a child's birth or death. A chance is an entry that could have "
        "been a sighting. Not recorded in the returns does not mean that it did not happen; an "
        "unclear answer closes no stretch, it makes it uncertain."
    )
    if case.first is None or case.last is None:
        show.say(
            "No review period is set, so the first and last dated entries are the edges: set it "
            "in case.toml, or with --from and --to."
        )


def _tell_clock(clock: Clock, others: Sequence[Clock], chronology: Chronology) -> None:
    if not clock.gaps:
        show.say(_tell_none(clock, chronology), lead="  ")
        return
    console = show.open_console()
    table, below = _make_table(clock, console, in_table=True), False
    if Measurement.get(console, console.options.update(max_width=_NO_LIMIT), table).maximum > (
        console.width
    ):
        table, below = _make_table(clock, console, in_table=False), True
    console.print(table)
    events = {event.id: event for event in chronology.events}
    for gap in clock.gaps:
        told = [_tell_doubt(gap)] if below and _tell_doubt(gap) else []
        told += _list_inside(gap, others, events, chronology.case)
        _tell_inside(gap, told, events, chronology.case)


def _make_table(clock: Clock, console: Console, *, in_table: bool) -> Table:
    """The gaps of the clock; where there is no room `in_table` for it, without what is not sure."""
    numbers = ("Days", *(("By anyone",) if clock.by else ()), "Entries", "Chances")
    places = range(2, 2 + len(numbers))
    doubt = ("",) if in_table and any(map(_tell_doubt, clock.gaps)) else ()
    table = show.make_table(*_HEADINGS[clock.of], *numbers, *doubt, numbers=places)
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    for gap in clock.gaps:
        edges = show.name_day(gap.first), show.name_day(gap.last)
        narrow = console.width < _NARROW
        left, right = edges if narrow else (f"from {edges[0]}", f"to {edges[1]}")
        show.add_row(
            table,
            show.name_day(gap.last_seen) or f"({left})",
            show.name_day(gap.next_seen) or f"({right})",
            f"{gap.days:,}",
            *((f"{gap.unseen_by_anyone:,}",) if clock.by else ()),
            f"{len(gap.entries):,}",
            f"{len(gap.chances):,}",
            *((_tell_doubt(gap),) if doubt else ()),
        )
    return table


def _tell_none(clock: Clock, chronology: Chronology) -> str:
    """That there is no stretch, and where nothing is a sighting, that it is not for having seen."""
    if any(one.closes for one in clock.sightings):
        return "None."
    case = chronology.case
    agencies = {fold_name(event.agency) for event in chronology.events}
    if clock.by and agencies.isdisjoint(fold_names(clock.by, case)):
        return f"No entry of {clock.by} is among the returns."
    first, last = show.name_day(clock.first), show.name_day(clock.last)
    days = show.count((clock.last - clock.first).days, "day")
    return (
        f"None of more than {case.unseen_days} days: from {first} to {last} are {days}. But no "
        f"entry in them says that {clock.child} was {AS[clock.of]}."
    )


def _tell_not_run(child: Child, chronology: Chronology) -> str:
    """Why there is no list for a child."""
    case = chronology.case
    days = [day for one in chronology.events for day in (one.when.first, one.when.last) if day]
    last = case.last or max(days, default=None)
    if last is None or not (case.first or days):
        return "Not looked at: no entry has a date, and no review period is set."
    if child.born and child.born > last:
        return f"Not looked at: born on {show.name_day(child.born)}, after the last day looked at."
    if child.died and child.died < (case.first or min(days)):
        died = show.name_day(child.died)
        return f"Not looked at: died on {died}, before the first day looked at."
    return "Not looked at: no entry has a date in the period."


def _tell_doubt(gap: Gap) -> str:
    if gap.certain and gap.shortest == gap.longest:
        return ""
    if gap.certain:
        return f"between {gap.shortest:,} and {gap.longest:,} days"
    return f"uncertain: {gap.shortest:,} to {gap.longest:,} days"


def _tell_inside(gap: Gap, lines: Sequence[str], events: dict[str, Event], case: Case) -> None:
    """What lies in one gap: the lines about it, and its chances by reason."""
    if not lines and not gap.chances:
        return
    lead = " " * _INDENT
    show.say()
    show.say(f"{name_span(gap)}, {show.count(gap.days, 'day')}", lead=lead, style="bold")
    for line in lines:
        show.say(line, lead=lead)
    if gap.chances:
        show.say(f"Chances: {tell_reasons(gap)}", lead=lead)
        table = show.make_table("", "", "", "")
        table.show_header = False
        for reason, chances in _group(gap).items():
            for number, chance in enumerate(chances):
                event = events[chance.event]
                show.add_row(
                    table,
                    "" if number else reason,
                    name_when(event.when),
                    _name_agency(event.agency, case),
                    _refer(event),
                )
        show.open_console().print(Padding(table, (0, 0, 0, 2 * _INDENT)))


def _list_inside(
    gap: Gap, others: Sequence[Clock], events: dict[str, Event], case: Case
) -> Iterator[str]:
    edges = (("Begins with", gap.begins_with), ("ends with", gap.ends_with))
    named = [f"{word} {name_entry(events[names[0]], case)}" for word, names in edges if names]
    if named:
        told = ", ".join(named)
        yield told[:1].upper() + told[1:]
    if gap.open_stay:
        yield OPEN_STAY
    if gap.agencies:
        counts = {_name_agency(name, case): number for name, number in gap.agencies.items()}
        yield f"Entries meanwhile: {tell_counts(counts)}"
    for name in gap.no_contact:
        event = events[name]
        agency = _name_agency(event.agency, case)
        yield f"No contact: {agency} says so of {name_when(event.when)} ({_refer(event)})"
    for name in gap.unclear:
        event = events[name]
        yield f"May be a sighting inside: {name_possible(event, case)}"
    for clock in others:
        around = [one for one in clock.gaps if one.first <= gap.first and one.last >= gap.last]
        for one in around if clock.by else ():
            yield f"By {clock.by}: {name_span(one)}, {show.count(one.days, 'day')}"
    if gap.by:
        others_saw = show.count(len(gap.by_others), "entry", "entries")
        yield f"{_BY[gap.of]} meanwhile by others: {others_saw if gap.by_others else 'none'}"


def name_span(gap: Gap) -> str:
    """Its two days: 24 May 2019 to 4 Sep 2019."""
    return f"{show.name_day(gap.first)} to {show.name_day(gap.last)}"


def _group(gap: Gap) -> dict[str, list[Chance]]:
    groups: defaultdict[str, list[Chance]] = defaultdict(list)
    for chance in gap.chances:
        groups[name_reason(chance, gap.of)].append(chance)
    return groups


def name_possible(event: Event, case: Case) -> str:
    """An entry that may be a sighting: when, by whom, and its Ref."""
    return f"{name_when(event.when)}, {_name_agency(event.agency, case)} ({_refer(event)})"


def is_vague(event: Event) -> bool:
    """True where its date is told as it was written: it is not known to the day."""
    days = {show.name_day(event.when.first), show.name_day(event.when.last)}
    return name_when(event.when) not in days


def name_entry(event: Event, case: Case) -> str:
    """The entry at an end of a gap: by whom, its Ref, and its date where that is no known day."""
    date = f", dated {name_when(event.when)}" if is_vague(event) else ""
    return f"{_name_agency(event.agency, case)}{date} ({_refer(event)})"


def _refer(event: Event) -> str:
    return "your own row" if event.own else event.id


def _name_agency(name: str, case: Case) -> str:
    """The agency's short name, where the case gives one."""
    return next((one.short for one in case.agencies if one.name == name and one.short), name)
