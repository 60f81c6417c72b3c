"""Who is a boy and who a girl: told by the case file, or by the records."""

from datetime import date

import pytest

from chronolator.model import Case, Child, Event, Gender, GenderTold, Origin, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import add_genders, find_genders

RULES, AGENCIES = load_seen(), load_agencies()
CASE = Case(children=(Child("Idris Venn"), Child("Posy Venn"), Child("Otto Venn")))
DAY = date(2019, 1, 1)
BOY, GIRL = Gender.BOY, Gender.GIRL


def find(*texts: str, case: Case = CASE, patient: str = "") -> tuple[GenderTold, ...]:
    other = {"Patient": patient} if patient else {}
    events = [
        Event(f"C-{n}", When("", DAY, DAY), "Hospital", text, Origin("f"), other=other)
        for n, text in enumerate(texts)
    ]
    return find_genders(events, case, RULES, AGENCIES)


@pytest.mark.parametrize(
    ("texts", "gender"),
    [
        (["Son Idris at school."], BOY),
        (["Collected by her brother Idris."], BOY),
        (["A girl, Idris, answered."], GIRL),
        (["Boy Idris, seen."], BOY),
        (["Idris ran. He fell.", "Idris fell. He cried."], None),
        (["Mother says he is fine.", "He is well."], None),
        (["With his sister, Idris and gran."], None),
        (["Son Idris out.", "Her daughter Idris out."], None),
        (['"My son Idris is out", she said.'], None),
        (["His sister's friend Idris rang."], None),
    ],
)
def test_the_records_say_so_with_the_name(texts: list[str], gender: Gender | None) -> None:
    told = {one.child: one.gender for one in find(*texts)}
    assert told.get("Idris Venn") is gender


def test_the_case_file_may_say_so_by_another_name() -> None:
    children = (Child("Idris Venn", aliases=("I", "older boy")), *CASE.children[1:])
    told = {one.child: one.gender for one in find("Seen.", case=Case(children=children))}
    assert told == {"Idris Venn": BOY}


@pytest.mark.parametrize(
    ("texts", "gender"),
    [
        (["Seen, he is well.", "Mum held him."], BOY),
        (["Weighed. She smiled.", "Her chest is clear."], GIRL),
        (["Seen, he is well."], None),
        (["Seen, he is well.", "Weighed. She smiled."], None),
        (["Mum says she is tired.", "Mum gave her a bottle."], None),
        (["Mum and dad gave him a bottle.", "Dad held him."], None),
        (["Carer held him.", "Carer fed him."], None),
        (['"He is well".', '"Hold him".'], None),
        (["Posy held him.", "Posy fed him."], None),
        (["Rang SW. He will call round.", "SW rang, told him all well."], None),
    ],
)
def test_a_childs_own_record_says_so_with_pronouns(texts: list[str], gender: Gender | None) -> None:
    told = {one.child: one.gender for one in find(*texts, patient="Idris Venn")}
    assert told.get("Idris Venn") is gender


def test_a_nurse_of_the_youngest_writes_of_their_brothers_too() -> None:
    born = (date(2010, 1, 1), date(2011, 1, 1), date(2017, 1, 1))
    case = Case(
        children=tuple(Child(one.name, day) for one, day in zip(CASE.children, born, strict=True))
    )
    texts = ("He came in from school.", "Let us in, he had a cold.")
    events = [
        Event(f"C-{n}", When("", DAY, DAY), "Health Visiting", text, Origin("f"))
        for n, text in enumerate(texts)
    ]
    assert not find_genders(events, case, RULES, AGENCIES)


def test_what_is_told_keeps_its_words() -> None:
    assert find("Seen: her Son Idris, well.") == (GenderTold("Idris Venn", BOY, "her Son Idris"),)
    assert find("He ran.", "Mum held him.", patient="Otto Venn") == (
        GenderTold("Otto Venn", BOY, "he", 2),
    )


def test_the_order_of_the_entries_changes_nothing() -> None:
    texts = ["He ran.", "Mum held him.", "Son Otto seen."]
    told = (GenderTold("Otto Venn", BOY, "Son Otto"),)
    assert find(*texts, patient="Otto Venn") == told
    assert find(*texts[::-1], patient="Otto Venn") == told


@pytest.mark.parametrize(
    ("texts", "genders"),
    [
        ([], (BOY, GIRL, None)),
        (["Daniel hid her face."], (BOY, GIRL, None)),
        (["Daughter Daniel at school."], (GIRL, GIRL, None)),
        (["Daniel hid her face.", "Daniel fetched her coat."], (None, GIRL, None)),
    ],
)
def test_a_first_name_tells_where_no_record_says_otherwise(
    texts: list[str], genders: tuple[Gender | None, ...]
) -> None:
    case = Case(children=(Child("Daniel Venn"), Child("Sophie Venn"), Child("Robin Venn")))
    told = {one.child: one.gender for one in find(*texts, case=case)}
    assert tuple(told.get(child.name) for child in case.children) == genders


@pytest.mark.parametrize(
    ("texts", "genders"),
    [
        (["The girls and Otto seen.", "Girls, Otto at nan's."], (GIRL, GIRL, BOY)),
        (["The boys and Otto seen.", "Otto & the lads at nan's."], (BOY, BOY, GIRL)),
        (["The girls and Otto seen."], (None, None, None)),
        (["Girls seen. Otto cried.", "Girls out. Otto in."], (None, None, None)),
        (["The girls and Otto's dad.", "Girls, Otto's dad."], (None, None, None)),
        (["Baby boy, Otto, born 4.20.", "Baby boy, Otto, fed."], (None, None, BOY)),
    ],
)
def test_who_stands_beside_the_girls_is_none(
    texts: list[str], genders: tuple[Gender | None, ...]
) -> None:
    told = {one.child: one.gender for one in find(*texts)}
    assert tuple(told.get(child.name) for child in CASE.children) == genders


def test_the_case_file_goes_before_the_records() -> None:
    case = Case(children=(Child("Idris Venn", gender=GIRL), Child("Posy Venn")))
    assert find("Her son Idris.", case=case) == ()
    assert add_genders(case, [GenderTold("Idris Venn", BOY, "")]).children[0].gender is GIRL


def test_one_child_is_told_apart_from_nobody() -> None:
    assert find("Son Idris.", case=Case(children=(Child("Idris Venn"),))) == ()


@pytest.mark.parametrize(
    "text", ["Idris is scared of him.", "Idris asleep on her lap.", "Idris says he hits her."]
)
def test_who_else_may_be_meant_tells_nothing(text: str) -> None:
    assert find(*(f"{text} Entry {number}." for number in range(9))) == ()


def test_sentences_that_name_one_child_alone_say_so_too() -> None:
    texts = [f"{start} Idris woke and hid his face." for start in ("", "Visit.", "Call.", "Then.")]
    assert find(*texts) == (GenderTold("Idris Venn", BOY, "his", 4),)
    assert find(*texts[1:]) == ()
    assert find(*texts, "Idris is scared of her.") == (GenderTold("Idris Venn", BOY, "his", 4),)
    assert find(*texts, "Idris in her cot.") == (GenderTold("Idris Venn", BOY, "his", 4),)
    assert find(*texts, "Idris in her cot.", "Idris had her tea.") == ()
    assert find(*(text.replace("woke", "and Posy woke") for text in texts)) == ()
