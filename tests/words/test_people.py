"""Who is who: names, roles, groups, pronouns."""

from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import Case, Child, Kind, Person
from chronolator.rules.people import load_people
from chronolator.words.clauses import split_clauses
from chronolator.words.groups import join_groups, leave_out, settle_roles
from chronolator.words.mention import Mention
from chronolator.words.names import People
from chronolator.words.pronouns import resolve_pronouns

RULES = load_people()
CASE = Case(
    children=(Child("Robin Ashdown", date(2015, 11, 3)), Child("Wren Ashdown", date(2010, 6, 14))),
    people=(
        Person("Tara Ashdown", "mother", ("TA", "Mum")),
        Person("Callum Ashdown", "cousin"),
        Person("Pat"),
    ),
)
PEOPLE = People(CASE, RULES)
ANY = Mention(0, 0, (Kind.CHILD,), perhaps=frozenset({0, 1}))


def find(text: str, day: date | None = None) -> list[Mention]:
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    found = settle_roles(text, words, PEOPLE.find(words, day), RULES)
    return list(resolve_pronouns(words, found, join_groups(text, words, found, RULES), ANY, RULES))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Robin seen", [Kind.CHILD]),
        ("RA and Wren", [Kind.CHILD, Kind.CHILD]),
        ("robin on the lawn", []),
        ("mum and Tara", [Kind.ADULT, Kind.ADULT]),
        ("TA seen", [Kind.ADULT]),
        ("Callum seen", [Kind.SIBLING]),
        ("Pat seen", [Kind.ADULT]),
        ("PC Adeyemi and Dr Anna Nwosu", [Kind.PROFESSIONAL, Kind.PROFESSIONAL]),
        ("spoke to Ellie Brown", [Kind.NAME]),
        ("child Ellie", [Kind.SIBLING]),
        ("child Robin", [Kind.CHILD]),
        ("mother of Robin", [Kind.ADULT]),
        ("Mrs Hill, DSL", [Kind.PROFESSIONAL, Kind.PROFESSIONAL]),
        ("neither child", [Kind.CHILDREN]),
        ("his mother", [Kind.ADULT]),
        ("the bedroom", [Kind.THING]),
        ("the baby. Sister", [Kind.CHILD, Kind.SIBLING]),
        ("Seen again", []),
    ],
)
def test_everybody_is_found_by_kind(text: str, kinds: list[Kind]) -> None:
    assert [one.kinds[0] for one in find(text)] == kinds


@pytest.mark.parametrize(
    ("text", "day", "children"),
    [
        ("the baby", date(2016, 1, 1), {0}),
        ("the baby", date(2020, 1, 1), set()),
        ("the baby", None, set()),
        ("the children", None, {0, 1}),
        ("both children", None, {0, 1}),
    ],
)
def test_a_word_means_the_children_whom_it_can(
    text: str, day: date | None, children: set[int]
) -> None:
    assert set(find(text, day)[0].children) == children


@pytest.mark.parametrize(
    ("text", "kinds", "children"),
    [
        ("Robin ran. He fell.", {Kind.CHILD}, {0}),
        ("Mum rang. She cried.", {Kind.ADULT}, set()),
        ("Father rang. She cried.", {Kind.CHILD}, set()),
        ("SW wrote of Robin's operation. She described it.", {Kind.PROFESSIONAL}, set()),
        ("SW met Robin. She described it.", {Kind.CHILD}, {0}),
        ("Robin's teacher wrote. She described it.", {Kind.CHILD}, {0}),
        ("Parents were in. They left.", {Kind.ADULT}, set()),
        ("Robin and Wren ran. They fell.", {Kind.CHILD}, {0, 1}),
        ("They fell.", {Kind.CHILD}, {0, 1}),
        ("Mum would not wake her.", {Kind.CHILD}, set()),
        ("Asked Mum and drove her", {Kind.ADULT}, set()),
        ("Robin sang when mum held him", {Kind.CHILD}, {0}),
        ("Bedroom seen. He fell.", {Kind.CHILD}, set()),
        ("SW said she would", {Kind.PROFESSIONAL}, set()),
        ("I looked in and he ran", {Kind.CHILD}, set()),
        ("Mum went up and came down without her", {Kind.CHILD}, set()),
        ("SW waited until Robin came and fed him", {Kind.CHILD}, {0}),
    ],
)
def test_a_pronoun_stands_for_whom_it_fits(text: str, kinds: set[Kind], children: set[int]) -> None:
    pronoun = find(text)[-1]
    assert set(pronoun.kinds) == kinds
    assert set(pronoun.children) == children


@pytest.mark.parametrize(
    ("text", "children", "left_out"),
    [
        ("Robin and Wren", {0, 1}, set()),
        ("Robin & Wren", {0, 1}, set()),
        ("mum, Robin and Wren", {0, 1}, set()),
        ("Present: mum, Robin", {0}, set()),
        ("children apart from Robin", {1}, {0}),
        ("children but not Wren", {0}, {1}),
        ("children including Robin", {0, 1}, set()),
    ],
)
def test_groups(text: str, children: set[int], left_out: set[int]) -> None:
    words = split_clauses(text, RULES.breaks, RULES.turns)
    (group,) = join_groups(text, words, PEOPLE.find(words), RULES)
    assert set(group.children) == children
    assert set(group.left_out) == left_out


@pytest.mark.parametrize(
    "text", ["mum, Robin", "Robin. Wren", "Robin; and Wren", "bedroom and Robin", "mum's, Robin"]
)
def test_what_is_no_group(text: str) -> None:
    words = split_clauses(text, RULES.breaks, RULES.turns)
    assert join_groups(text, words, PEOPLE.find(words), RULES) == ()


def test_who_is_left_out_behind_the_verb() -> None:
    words = split_clauses("children were seen except Wren")
    found = PEOPLE.find(words)
    by_place = {one.first: one for one in found}
    assert set(leave_out(words, found[0], 3, by_place, RULES).children) == {0}
    assert leave_out(words, found[1], 3, by_place, RULES) is found[1]
    assert leave_out(words, found[0], 2, {}, RULES) is found[0]


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("children seen round the tea table by the worker, bar Wren", {0}),
        ("children seen round the tea table by the worker, not Wren", {0, 1}),
        ("children seen round the tea table. All in bar Wren", {0, 1}),
    ],
)
def test_who_is_left_out_far_behind_the_verb(text: str, children: set[int]) -> None:
    words = split_clauses(text)
    found = PEOPLE.find(words)
    by_place = {one.first: one for one in found}
    assert set(leave_out(words, found[0], 2, by_place, RULES).children) == children


def test_a_first_name_that_two_share_is_nobodys() -> None:
    case = Case(children=(Child("Robin Ashdown"),), people=(Person("Robin Hill", "uncle"),))
    people = People(case, RULES)
    kinds = [one.kinds for one in people.find(split_clauses("saw Robin, Robin Ashdown"))]
    assert kinds == [(Kind.CHILD,)]


@pytest.mark.parametrize("name", ["---", "?", "\u5f20\u4f1f", "O'Shea"])
def test_any_name_of_a_child_can_be_looked_for(name: str) -> None:
    people = People(Case(children=(Child(name), Child("Robin Ashdown"))), RULES)
    assert people.find(split_clauses("Robin seen"))[0].children == {1}


@pytest.mark.parametrize("text", ["Ch x2 seen", "Kids x3 seen"])
def test_children_who_are_multiplied_are_all_children(text: str) -> None:
    (who,) = find(text)
    assert who.kinds == (Kind.CHILDREN,)
    assert who.children == {0, 1}
    assert who.last == len(("kids", "x2"))


FAMILY = Case(
    children=(
        Child("Rhys Pugh", date(2003, 5, 14)),
        Child("Seren Pugh", date(2010, 9, 22)),
        Child("Ioan Lacey", date(2018, 8, 9)),
    )
)


@pytest.mark.parametrize(
    ("text", "day", "kind", "children"),
    [
        ("Older two seen.", date(2019, 1, 1), Kind.CHILDREN, {0, 1}),
        ("The younger two were seen.", date(2019, 1, 1), Kind.CHILDREN, {1, 2}),
        ("The eldest was out.", date(2019, 1, 1), Kind.CHILD, {0}),
        ("Only the youngest was in.", date(2019, 1, 1), Kind.CHILD, {2}),
        ("Only the youngest was in.", date(2018, 1, 1), Kind.CHILD, {1}),
        ("All three seen.", date(2019, 1, 1), Kind.CHILDREN, {0, 1, 2}),
        ("Older two seen.", date(2018, 1, 1), Kind.SOME_CHILD, set()),
        ("All three seen.", date(2018, 1, 1), Kind.CHILDREN, {0, 1}),
        ("Neither seen.", date(2018, 1, 1), Kind.CHILDREN, {0, 1}),
        ("Neither seen.", date(2019, 1, 1), Kind.PRONOUN, set()),
    ],
)
def test_children_are_known_by_their_age_among_the_others(
    text: str, day: date, kind: Kind, children: set[int]
) -> None:
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    (who,) = People(FAMILY, RULES).find(words, day)
    assert who.kinds == (kind,)
    assert who.children == children


def test_twins_are_those_born_on_one_day() -> None:
    day = date(2018, 6, 11)
    twins = (Child("Maeve Larkin", day), Child("Orla Larkin", day))
    case = Case(children=(*twins, Child("Corin Larkin", date(2010, 1, 23))))
    words = split_clauses("Twins seen.", RULES.breaks, RULES.turns, RULES.stops)
    (who,) = People(case, RULES).find(words, date(2023, 1, 1))
    assert who.kinds == (Kind.CHILDREN,)
    assert who.children == {0, 1}
    (who,) = People(FAMILY, RULES).find(words, date(2019, 1, 1))
    assert who.kinds == (Kind.SOME_CHILD,)
    assert not who.children


def test_all_three_of_something_else_is_nobody_and_a_grown_up_brother_leaves_it_open() -> None:
    words = split_clauses("All three agencies agreed.", RULES.breaks, RULES.turns, RULES.stops)
    found = People(FAMILY, RULES).find(words, date(2019, 1, 1))
    assert not any(who.children or who.perhaps for who in found)
    case = replace(FAMILY, people=(Person("Owen Pugh", "brother"),))
    words = split_clauses("The eldest was out.", RULES.breaks, RULES.turns, RULES.stops)
    (who,) = People(case, RULES).find(words, date(2019, 1, 1))
    assert who.kinds == (Kind.SOME_CHILD,)


def test_some_of_several_children_may_be_any() -> None:
    (who,) = find("Kids x2 of 3 seen")
    assert who.kinds == (Kind.SOME_CHILD,)
    assert not who.children
    assert who.perhaps == {0, 1}


def test_a_title_is_no_first_name() -> None:
    """A neighbour named "Mrs Oakes" does not make every Mrs a neighbour."""
    case = Case(children=CASE.children, people=(Person("Mrs Oakes", "neighbour"),))
    words = split_clauses("Mrs Oakes and Mrs Hill")
    people = People(case, RULES)
    found = people.employ(words, people.find(words, None))
    assert [one.kinds for one in found] == [(Kind.LAY,), (Kind.PROFESSIONAL,)]


def test_a_raised_figure_counts_nobody() -> None:
    assert [one.kinds for one in find("\u00b2 children seen")] == [(Kind.CHILDREN,)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lad from the flat below", Kind.LAY),
        ("A boy passing", Kind.LAY),
        ("The lad was in", Kind.CHILD),
        ("Child from nursery", Kind.CHILD),
        ("Robin from nursery", Kind.CHILD),
    ],
)
def test_a_lad_from_elsewhere_is_no_child_of_the_case(text: str, kind: Kind) -> None:
    assert find(text)[0].kinds == (kind,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wren in bed she said.", Kind.LAY),
        ("Tara came. Wren in bed she said.", Kind.ADULT),
        ("Wren, who she said was in bed.", Kind.CHILD),
    ],
)
def test_who_said_it_is_not_of_whom_it_is_said(text: str, kind: Kind) -> None:
    told = next(one for one in find(text)[::-1] if one.gender == "f")
    assert told.kinds == (kind,)


LETTERED = People(
    Case(
        children=(Child("Robin Ashdown"), Child("Wren Ashdown"), Child("Lark Ashdown")),
        people=(Person("Lena Ashdown", "mother of Robin"), Person("Wes Hill", "carer's son")),
    ),
    RULES,
)


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("R ran", {0}),
        ("R at home with mum", {0}),
        ("W asleep", {1}),
        ("Saw R in class", {0}),
        ("Mother brought R.", {0}),
        ("R wrapping presents", {0}),
        ("R and mum", {0}),
        ("L at home", set()),  # Lark, or her mother Lena
        ("Burn to R arm", set()),
        ("R sided weakness", set()),
        ("Seen by R Jones", set()),
        ("T at home", set()),
        ("R 37", set()),
    ],
)
def test_a_capital_is_the_child_of_whom_its_sentence_tells(text: str, children: set[int]) -> None:
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    named = (one.children for one in LETTERED.find(words))
    assert set().union(*named) == children


def test_a_friends_baby_is_no_child_of_the_case() -> None:
    case = replace(CASE, people=(Person("Teddy Riley", "friend's baby"),))
    words = split_clauses("Teddy in the pram")
    (first, *_) = People(case, RULES).find(words)
    assert first.kinds == (Kind.LAY,)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Call to Thornfield Primary School re absence", "Thornfield Primary School"),
        ("rang Little Acorns nursery", "Little Acorns nursery"),
        ("Oakfield Academy rang", "Oakfield Academy"),
        ("letter from St Marys Infants", "St Marys Infants"),
    ],
)
def test_a_name_before_a_school_is_the_schools(text: str, named: str) -> None:
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    schools = [one for one in PEOPLE.find(words) if one.kinds == (Kind.PROFESSIONAL,)]
    places = [(words[one.first].start, words[one.last - 1].end) for one in schools]
    assert [text[start:end] for start, end in places] == [named]


@pytest.mark.parametrize("text", ["spoke to Jane Brown", "saw Ellie", "scored high"])
def test_another_name_is_no_schools(text: str) -> None:
    words = split_clauses(text, RULES.breaks, RULES.turns, RULES.stops)
    assert all(one.kinds != (Kind.PROFESSIONAL,) for one in PEOPLE.find(words))
