"""Cases as a partnership could have written them, and as none would."""

from datetime import date, timedelta

from hypothesis import strategies as st

from chronolator.model import THE_CHILD, Agency, Case, Child, Every, Gender, Person, Unit, Visiting

_NAMES = ("Robin Ashdown", "Wren Ashdown", "Will Hope", "May Day", "Siân Ó Néill", "R", "Mohammed")
_ALIASES = ("R", "RA", "Robin", "Will", "the baby", "ch 1", "Child A", "W.A.", "Bob (Robin)", "’s")
_ADULTS = ("Kim Ashdown", "PC Hale", "Dr May", "Hope", "R Ashdown", "Mum")
_AGENCIES = ("Eastvale Police", "GP", "Health Visiting", "School", "Children's Social Care")
_BEGINS, _ENDS = date(2010, 1, 1), date(2024, 12, 31)

_days = st.none() | st.dates(_BEGINS, _ENDS)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case that holds together as the case file's own checks ask."""
    children = tuple(
        draw(_children(name))
        for name in draw(st.lists(st.sampled_from(_NAMES), max_size=3, unique=True))
    )
    first = draw(_days)
    known = [day for day in (first, *(one.born for one in children)) if day]
    last = draw(st.none() | st.dates(max(known, default=_BEGINS), _ENDS + timedelta(days=400)))
    agencies = tuple(
        Agency(name, files=draw(st.sampled_from(((), ("*",), (f"{name}*",)))))
        for name in draw(st.lists(st.sampled_from(_AGENCIES), max_size=3, unique=True))
    )
    people = tuple(
        Person(name, draw(st.sampled_from(("", "mother", "stepfather", "police officer"))))
        for name in draw(st.lists(st.sampled_from(_ADULTS), max_size=2, unique=True))
    )
    visiting = tuple(
        Visiting(
            child.name,
            Every(draw(st.integers(1, 60)), draw(st.sampled_from(Unit))),
            source="Local procedures 4.2",
        )
        for child in children[: draw(st.integers(0, 1))]
    )
    return Case(
        children=children or (THE_CHILD,),
        people=people,
        agencies=agencies,
        visiting=visiting,
        first=first,
        last=last,
    )


@st.composite
def _children(draw: st.DrawFn, name: str) -> Child:
    born = draw(_days)
    return Child(
        name,
        born,
        tuple(draw(st.lists(st.sampled_from(_ALIASES), max_size=2, unique=True))),
        draw(st.sampled_from((None, *Gender))),
        draw(st.none() | st.dates(born or _BEGINS, _ENDS)),
    )
