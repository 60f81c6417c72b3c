"""The questions from whose answers a case is made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import typer

from chronolator.cli import show
from chronolator.errors import OutputError
from chronolator.model import Agency, Case, Child, Gender, Person, Precision, Qualifier, Return
from chronolator.proposals import ProposedAgency, ProposedChild

MARKING = "OFFICIAL-SENSITIVE"
"""The protective marking that most reviews have."""
Answer = TypeVar("Answer")
_NONE = "-"
_SHOWN = 8
_NUMBERS = {False: "First", True: "Another"}


def ask_case(
    came: Sequence[Return],
    children: Sequence[ProposedChild],
    agencies: Sequence[ProposedAgency],
) -> Case:
    """The case as the user answers; what the returns say is offered.

    Enter takes what is offered, or leaves a question out.
    """
    show.say()
    show.say("Enter takes what stands in square brackets, or leaves a question out.")
    title = _ask("Title of the review")
    taken: set[str] = set()
    subjects = tuple(_ask_children(children, taken))
    first, last = _ask_period(came)
    return Case(
        title=title,
        children=subjects or Case().children,
        people=tuple(_ask_people(taken)),
        agencies=tuple(_ask_agencies(agencies)),
        first=first,
        last=last,
        marking=_ask("Protective marking", MARKING),
    )


def _ask_children(proposed: Sequence[ProposedChild], taken: set[str]) -> Iterator[Child]:
    show.say_title("The children whom the review is about")
    if proposed:
        show.say("The returns name, in their own columns and titles:")
        for one in proposed[:_SHOWN]:
            show.say(f"{one.name} ({show.count(one.entries, 'entry', 'entries')})", lead="  ")
        if any(one.born for one in proposed[1:]):
            show.say(f'"{_NONE}" takes no more of them.')
    known = {one.name: one for one in proposed}
    # Who else is named may be a parent: only one whose day of birth the titles tell is offered.
    offered = [one.name for one in (*proposed[:1], *(one for one in proposed[1:] if one.born))]
    named: set[str] = set()
    while True:
        left = [one for one in offered if one.casefold() not in named]
        name = _ask(f"{_NUMBERS[bool(named)]} child, whole name", next(iter(left), ""))
        if name in {"", _NONE}:
            return
        if name.casefold() not in named:
            named.add(name.casefold())
            told = known.get(name, ProposedChild(name, 0))
            usual_day = show.name_day(told.born)
            born = _ask_until(f"{name}: date of birth", _read_day_or_none, usual_day)
            gender = _ask_until(f"{name}: boy or girl", _read_gender)
            usual = (*told.aliases, *_list_short(name))
            yield Child(name, born, _ask_aliases(name, usual, taken), gender)


def _ask_people(taken: set[str]) -> Iterator[Person]:
    show.say_title("Others of the family whose names are known, so that none is taken for a child")
    while name := _ask("Name"):
        role = _ask(f"{name}: who is that (mother, mother's partner)")
        yield Person(name, role, _ask_aliases(name, _list_short(name), taken))


def _ask_aliases(name: str, usual: Iterable[str], taken: set[str]) -> tuple[str, ...]:
    """How else the name is written; what somebody before is called (`taken`) is not offered. What
    is typed is added to what is offered, but behind a stroke.
    """
    offered = [one for one in dict.fromkeys(usual) if one.casefold() not in taken]
    how = f'; yours are added, "{_NONE}" first takes yours alone' if offered else ""
    typed = _ask(f"{name}: also written as (commas between{how})", ", ".join(offered))
    alone = typed.startswith(_NONE)
    given = _part(", ".join((*(() if alone else offered), typed.removeprefix(_NONE))))
    taken.update(one.casefold() for one in given)
    return given


def _ask_agencies(proposed: Sequence[ProposedAgency]) -> Iterator[Agency]:
    show.say_title("The agencies")
    if proposed:
        show.say(f'Give each its full name. "{_NONE}" leaves a file out.')
    named: dict[str, Agency] = {}
    for one in proposed:
        files = one.agency.files
        name = _ask(", ".join(files), one.agency.name)
        if name != _NONE:
            before = named.get(name.casefold(), Agency(name))
            named[name.casefold()] = Agency(before.name, files=(*before.files, *files))
    while name := _ask("Another agency, whose return has not come yet"):
        named.setdefault(name.casefold(), Agency(name))
    yield from named.values()


def _ask_period(came: Sequence[Return]) -> tuple[date | None, date | None]:
    show.say_title("The review period")
    days = [day for one in came for day in (one.first, one.last) if day]
    if days:
        show.say(
            f"The returns reach from {show.name_day(min(days))} to {show.name_day(max(days))}."
        )
    first = _ask_until("First day", _read_day_or_none)
    while True:
        last = _ask_until("Last day", _read_day_or_none)
        if first is None or last is None or first <= last:
            return first, last
        show.say(f"That lies before {show.name_day(first)}.", errors=True)


def _ask(question: str, usual: str = "") -> str:
    """What the user types, "" for Enter alone, or where the question has a usual answer that."""
    try:
        answer: str = typer.prompt(
            show.clean(question), default=show.clean(usual), show_default=bool(usual)
        )
    except typer.Abort as error:
        raise OutputError(
            "The questions were not answered to the end: nothing is written",
            hint="Run it again. With --yes it asks nothing, and you complete the file in Notepad.",
        ) from error
    return " ".join(answer.split())


def _ask_until(question: str, read: Callable[[str], Answer], usual: str = "") -> Answer:
    """The answer as read, asked again until it can be."""
    while True:
        try:
            return read(_ask(question, usual))
        except typer.BadParameter as error:
            show.say(error.message, errors=True)


def _read_day_or_none(written: str) -> date | None:
    """The day, however it is written; a month or a guess is none."""
    if not written:
        return None
    from chronolator.cli.situation import take_today
    from chronolator.dates import DateReader
    from chronolator.rules import load_rules

    when = DateReader(load_rules().dates, latest=take_today()).read(written).when
    exact = when.qualifier is Qualifier.EXACT and when.precision is Precision.DAY
    if when.first is None or not exact:
        raise typer.BadParameter(f'"{written}" is no day. Write it as 03/11/2015.')
    return when.first


def _read_gender(written: str) -> Gender | None:
    if not written:
        return None
    told = [one for one in Gender if one.startswith(written.casefold())]
    if len(told) != 1:
        raise typer.BadParameter("Write boy or girl, or press Enter.")
    return told[0]


def _list_known() -> set[str]:
    """What records write for a worker or a thing ("SW", "HV"), in small letters: initials that
    read the same are not offered.
    """
    from chronolator.rules import load_rules

    people = load_rules().seen.people
    words = (text for one in people.words for text in one.words)
    return {word.casefold() for word in (*people.shorthand, *words)}


def _list_short(name: str) -> Iterator[str]:
    """The first name and the initials: so records mostly write a name of several words."""
    words = name.split()
    if len(words) > 1:
        yield words[0]
        initials = "".join(next(filter(str.isalpha, word), "") for word in words).upper()
        if initials.casefold() not in _list_known():
            yield initials


def _part(written: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for one in written.split(",") if (part := one.strip())))
