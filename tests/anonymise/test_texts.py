"""What becomes of a text."""

from datetime import date

import pytest

from chronolator.anonymise import Anonymiser, Coded, apply, check_copy
from chronolator.anonymise.back import Back
from chronolator.anonymise.key import keep_text
from chronolator.anonymise.package.parts import Changed
from chronolator.model import Agency, Case, Child, Person, Rules

WRITTEN = [
    ("Kezia Brandt seen.", "Child A seen."),
    ("Brandt, Kezia", "Child A"),
    ("BRANDT Kezia; K Brandt; K. Brandt; Brandt K", "Child A; Child A; Child A; Child A"),
    ("Kezia's bag, KEZIA’S bag, kezia seen", "Child A's bag, CHILD A’S bag, Child A seen"),
    ("Kezias mum", "Child A's mum"),
    ("Kezia Rose Brandt and Kezia B. were in", "Child A and Child A. were in"),
    ("Kez said", "Child A said"),
    ("K said, vitamin k, A&E, K&L", "Child A said, vitamin k, A&E, K&L"),
    ("K Bello, HV K O'Dowd, K seen", "K Bello, HV K O'Dowd, Child A seen"),
    ("KeziaBrandt_notes.docx and Kezia_Brandt-2019", "Child A_notes.docx and Child A-2019"),
    ("Mr McBride; MCBRIDE; Joe", "Partner; PARTNER; Partner"),
    ("Ms Brandt rang; the Brandt family", "Mother rang; the Family A family"),
    ("Mum rang. Then mum left.", "Mother rang. Then mum left."),
    ("Zoe O’Neill, Ms O'Neill, Zoë", "SW 1, SW 1, SW 1"),
    ("Dr Rao and Anil", "GP 1 and GP 1"),
    ("Northmoor rang; Northmoor Primary School; school", "School 1 rang; School 1; school"),
    ("Skelby Childrens Social Care in Skelby", "Children's social care 1 in Area 1"),
    ("The Willows Surgery, Willows", "GP practice 1, GP practice 1"),
    ("seen with Will. It will be. Will be seen. Will seen", ("seen with Child B. It will be. "
     "Will be seen. Child B seen")),
    ("met Hope; hope to see; Hope to see", "met SW 2; hope to see; Hope to see"),
    ("dob 03/11/2015, 3.11.15, 3rd November 2015, 2015-11-03, Nov 3, 2015",
     "dob " + ", ".join(["aged 2 on 1 Apr 2018"] * 5)),
    ("seen 13/11/2015 and 03/11/2016", "seen 13/11/2015 and 03/11/2016"),
    ("Tel 07700 900123 (again 07700900123)", "Tel Phone number 1 (again Phone number 1)"),
    ("Skelby Police 3, Oak Lane Surgery 4", "Police force 1 3, GP practice 2 4"),
    ("HV Jo Pell and SW Zoe O'Neill; sw Zoe; swap Zoe", "HV Jo Pell and SW 1; SW 1; swap SW 1"),
    ("NHS 943 476 5919; NHS number 943 476 5919", "NHS number 1; NHS number 1"),
    ("my mum Ms Brandt, mother Ms Brandt", "my mum Mother, Mother"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_names_become_codes(anonymiser: Anonymiser, text: str, expected: str) -> None:
    assert apply(text, anonymiser.find(text)) == expected


FAMILY = Case(
    children=(
        Child("Siân O'Brien", aliases=("SOB",)),
        Child("Finn James Lopez-Garcia"),
    ),
    people=(
        Person("Hope O'Brien", "mother"),
        Person("Mark Young Jnr", "father"),
        Person("Abdul-Rahman Al-Hassan", "uncle"),
    ),
)
PARTED = [
    # an accent as a sign of its own; signs that nobody sees
    ("Sia\u0301n's bag, SIA\u0302N", "Child A's bag, CHILD A"),
    ("Si\u00adân, Si\u200bân", "Child A, Child A"),
    # apostrophes and hyphens left out
    ("Siân OBrien; Abdulrahman Alhassan; AlHassan; Abdulrahman", "Child A; Uncle; Uncle; Uncle"),
    # a surname of several words that several people have
    ("the O'Brien family; Mrs O’Brien; OBrien", "the Family A family; Mrs Family A; Family A"),
    # part of a name of several words
    ("Finn James; Mr Lopez; Ms Garcia; Abdul Rahman", "Child B; Child B; Child B; Uncle"),
    ("Mr Al-Hassan; Al Hassan", "Uncle; Uncle"),
    ("James is another, and Rahman", "James is another, and Rahman"),
    # a generation left out
    ("Mark Young; Mr Young; Mark Young Jnr", "Father; Father; Father"),
    # the people of one name; others of it, by their title
    ("at the O'Briens, the OBriens' flat", "at the Family A's, the Family A's' flat"),
    ("Mrs Young rang Mr Young", "Mrs Family B rang Father"),
    ("Mr Young's bag; Dr Young", "Father's bag; Father"),
    # letters with points
    ("S.O.B. seen", "Child A. seen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTED)
def test_names_of_several_words_become_one_code(rules: Rules, text: str, expected: str) -> None:
    anonymiser = Anonymiser(FAMILY, rules)
    assert apply(text, anonymiser.find(text)) == expected


PLACES = Case(
    agencies=(
        Agency("Harbour & Sons Nursery"),
        Agency("Kent and Medway Probation"),
        Agency("Health, Housing (North) Team"),
        Agency("St. Mary's CE/VA Primary School"),
    )
)
OF_PLACES = [
    ("Harbour & Sons Nursery, HARBOUR AND SONS NURSERY", "Nursery 1, NURSERY 1"),
    ("at Harbour & Sons", "at Nursery 1"),
    ("Kent & Medway Probation", "Probation 1"),
    ("Health, Housing (North) Team rang", "Housing provider 1 rang"),
    ("St Mary's CE VA Primary School", "School 1"),
    ("at St. Mary’s and St Marys", "at School 1 and School 1"),
    ("in harbour and sons", "in harbour and sons"),
]


@pytest.mark.parametrize(("text", "expected"), OF_PLACES)
def test_names_of_agencies_hold_more_than_words(rules: Rules, text: str, expected: str) -> None:
    anonymiser = Anonymiser(PLACES, rules)
    assert apply(text, anonymiser.find(text)) == expected


MARSHES = Case(
    children=(
        Child("Callum Marsh", date(2014, 3, 9), ("Cal", "CM")),
        Child("Ffion Marsh", date(2017, 12, 31), ("Fi",)),
        Child("Ed Young"),
    ),
    people=(
        Person("Denise Marsh", "mother", code="Mother"),
        Person("Aoife D'Arcy-O'Shea", "social worker"),
        Person("Callum Reid", "uncle"),
        Person("Ann-Marie Van der Berg", "foster carer"),
        Person("Mrs T Okonkwo-Bell", "head teacher"),
        Person("Tom March", "neighbour"),
        Person("D'Andre Núñez", "social worker"),
    ),
    agencies=(Agency("Tollgate Primary School"), Agency("Case House Children's Home")),
    first=date(2018, 1, 1),
)
AS_RECORDS_HAVE_IT = [
    # a family, and somebody's, without an apostrophe
    ("the Marshes; Marshes' flat", "the Family A's; Family A's' flat"),
    ("the Youngs rang; Young's bag", "the Child C's rang; Child C's bag"),
    ("CMs bag; CM's bag; cms", "Child A's bag; Child A's bag; cms"),
    ("Ed Youngs; D'Andre Núñezs", "Child C's; SW 2's"),
    ("Núñez, D'Andre; NUNEZ D\u2019Andre", "SW 2; SW 2"),
    # a short name in capitals, and short forms that look like it
    ("FI SEEN; Fi seen; FI", "Child B SEEN; Child B seen; Child B"),
    ("taken to ED by Ed", "taken to ED by Child C"),
    ("ED SEEN AT HOME", "Child C SEEN AT HOME"),
    # a title before a whole name goes with it
    ("Ms D Marsh; Mr Callum Reid; Mrs Denise Marsh", "Mother; Uncle; Mother"),
    # one half of a surname of two
    ("Okonkwo rang; Mrs Bell; bell rang; Bell rang",
     "Teacher 1 rang; Teacher 1; bell rang; Teacher 1 rang"),
    ("A D'Arcy; Ms D\u2019Arcy; Aoife O'Shea; O'Shea; Aoife", "SW 1; SW 1; SW 1; SW 1; SW 1"),
    # other signs between the names
    ("Ann\u2013Marie; callum.marsh; Callum    Marsh", "Foster carer; Child A; Child A"),
    ("A-M Van der Berg; A.M. van der Berg", "Foster carer; Foster carer"),
    # whose first name it is, where the words before it tell
    ("Uncle Callum; uncle Callum's car; Callum", "Uncle; Uncle's car; Child A or Uncle"),
    # part of the name of a place
    ("Tollgate School; Tollgate Primary; tollgate gate",
     "School 1; School 1; tollgate gate"),
    ("tollgate.xlsx, row 2; log-tollgate_2.docx", "School 1.xlsx, row 2; log-School 1_2.docx"),
    ("To Mill Lane Nursery", "To Street 1 Nursery"),
    ("at Case House; Case closed", "at Placement 1; Case closed"),
    # months and other words, capital or not
    ("In March 2019; by March; March rang; 3 March",
     "In March 2019; by March; Neighbour rang; 3 March"),
    ("Young people; Young carers; young man", "Young people; Young carers; young man"),
    # dates of birth
    ("09\u201303\u20132014", "aged 3 on 1 Jan 2018"),
    ("Callum Marsh (born 9 Mar 2014), born on the 9th of March 2014; dob 9/3/14",
     "Child A (aged 3 on 1 Jan 2018), aged 3 on 1 Jan 2018; dob aged 3 on 1 Jan 2018"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AS_RECORDS_HAVE_IT)
def test_names_are_found_as_records_write_them(rules: Rules, text: str, expected: str) -> None:
    anonymiser = Anonymiser(MARSHES, rules)
    assert apply(text, anonymiser.find(text)) == expected


def test_a_street_is_known_from_the_address_in_another_text(rules: Rules) -> None:
    anonymiser = Anonymiser(Case(), rules)
    anonymiser.learn("moved to 14 Quay Rise, then 3 The Green")
    told = [
        apply(text, anonymiser.find(text))
        for text in (
            "Quay Rise was visited; Quay Rise flat; 14 quay rise; 14, Quay rise; QUAY RISE",
            "The quay rises; on a quay rise; The Green was wet; the green bag; Green seen",
        )
    ]
    assert told == [
        "Street 1 was visited; Street 1 flat; Address 1; Address 1; Street 1",
        "The quay rises; on a quay rise; Street 2 was wet; the green bag; Green seen",
    ]


PROPOSED = [
    (("Nan (Beryl Brandt) came.",), ["Beryl"]),
    (("Met Keith Brandt at court.",), ["Keith"]),
    (("Seen with his aunt, Zainab.", "Zainab left."), ["Zainab"]),
    (("Kezia Hargreave is another.",), ["Hargreave"]),
    (("R Penhale rang.", "Told HV Penhale.", "Penhale wrote."), ["R Penhale"]),
    (
        ("R Penhale rang.", "T Penhale rang.", "Penhale wrote."),
        ["Penhale", "R Penhale", "T Penhale"],
    ),
    (("Two-year-old with burn.", "Pre-action letter.", "Kezia seen at home"), []),
    (("CNN Pyke rang.",), ["Pyke"]),
    (("He said I'm off and I\u2019m cold, when It's late.",), []),
    (("Anne-Marie rang Jean-Luc.",), ["Anne-Marie", "Jean-Luc"]),
]


@pytest.mark.parametrize(("texts", "expected"), PROPOSED)
def test_people_of_the_texts_are_proposed(
    case: Case, rules: Rules, texts: tuple[str, ...], expected: list[str]
) -> None:
    anonymiser = Anonymiser(case, rules)
    looked_at = [("A1", Changed(one, anonymiser.find(one))) for one in texts]
    people = check_copy(looked_at, (), rules, anonymiser.list_named()).people
    assert sorted(one.name for one in people) == expected


def test_a_name_that_was_held_to_be_the_word_is_listed(case: Case, rules: Rules) -> None:
    anonymiser = Anonymiser(case, rules)
    texts = "Will seen. Will be there with Will.", "it will be; hope"
    looked_at = [("A1", Changed(one, anonymiser.find(one))) for one in texts]
    told = check_copy(looked_at, (), rules, anonymiser.list_named()).left
    assert [(one.what, one.times) for one in told if one.kind == "a name, left as a word"] == [
        ("Will", 1)
    ]


def test_a_phone_number_has_one_code_however_it_is_written(rules: Rules) -> None:
    text = "07700 900123, +44 7700 900123, 7700900123, 01632 960001"
    told = apply(text, Anonymiser(Case(), rules).find(text))
    assert told == "Phone number 1, Phone number 1, Phone number 1, Phone number 2"


STAY = [
    "child seen with mother at school",
    "The will was read in May.",
    "Kezzle, Brandtford, Zoetrope and McBridey are others.",
    "Page 12 of 40, NFA, RCPC 12/03/2019 at 14:30, ICD10 code J45.9",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A date is shown. A seen in garden.", "A date is shown. Child A seen in garden."),
        ("J & A seen. A's bag.", "Child B & Child A seen. Child A's bag."),
        ("A Bello rang. Saw A.", "A Bello rang. Saw Child A."),
        ("A", "Child A"),
    ],
)
def test_the_letter_of_a_child_that_is_an_article_too(
    rules: Rules, text: str, expected: str
) -> None:
    case = Case(children=(Child("Amelie Hale", aliases=("A",)), Child("Jude Hale", aliases=("J",))))
    anonymiser = Anonymiser(case, rules)
    assert apply(text, anonymiser.find(text)) == expected


def test_a_first_name_known_by_its_letter_alone_is_no_letter_of_the_text(rules: Rules) -> None:
    known = Case(children=(Child("Kezia Brandt"),), people=(Person("R Penhale", "health visitor"),))
    anonymiser = Anonymiser(known, rules)
    text = "HV R Penhale: burn to R hand, MMR2 R thigh, R/v; R. Penhale rang"
    assert apply(text, anonymiser.find(text)) == (
        "HV 1: burn to R hand, MMR2 R thigh, R/v; HV 1 rang"
    )


@pytest.mark.parametrize("text", STAY)
def test_what_is_no_name_stays(anonymiser: Anonymiser, text: str) -> None:
    assert anonymiser.find(text) == ()


def test_a_name_that_is_a_word_is_listed_where_a_sentence_begins(anonymiser: Anonymiser) -> None:
    text = "Will seen. He met Will."
    first, second = anonymiser.find(text)
    assert "begins a sentence" in first.doubt
    assert not second.doubt


def test_codes_can_be_marked(case: Case, rules: Rules) -> None:
    marked = Anonymiser(case, rules, mark=True)
    assert apply("Kezia's bag", marked.find("Kezia's bag")) == "[Child A]'s bag"


def test_a_name_within_a_word_is_listed(case: Case, rules: Rules) -> None:
    anonymiser = Anonymiser(case, rules)
    texts = "Kezia Brandt of 3 Oak Lane, tel 07700 900123", "See @keziabrandt19, lane and dockezia"
    looked_at = [("A1", Changed(one, anonymiser.find(one))) for one in texts]
    told = check_copy(looked_at, (), rules, anonymiser.list_named()).left
    found = [one.what for one in told if one.kind == "perhaps part of a name"]
    assert found == ["keziabrandt", "dockezia"]


CODED = (Coded("Child A", "Kezia Brandt"), Coded("Mother", "Tamsin Brandt"))
EDITED = [
    # was, as edited in the copy, restored
    ("Kez seen by Mother.", "Child A seen by Mother.", "Kez seen by Mother."),
    ("Kez seen.", "Note: Child A seen.", "Note: Kez seen."),
    ("Kez seen.", "Child A seen. Child A again.", "Kez seen. Kezia Brandt again."),
    ("Mother of Kez rang.", "Mother of Child A rang!", "Mother of Kez rang!"),
    ("Tamsin rang, mother said.", "Mother rang, mother said so.", "Tamsin rang, mother said so."),
    ("Kez and Tamsin", "Mother and Child A", "Tamsin and Kez"),
    ("Kez in bed.", "asleep", "asleep"),
    ("Asleep.", "Asleep, Child A and CHILD A", "Asleep, Kezia Brandt and KEZIA BRANDT"),
]


@pytest.mark.parametrize(("was", "edited", "expected"), EDITED)
def test_an_edited_text_has_its_names_again(
    rules: Rules, was: str, edited: str, expected: str
) -> None:
    case = Case(
        children=(Child("Kezia Brandt", aliases=("Kez",)),),
        people=(Person("Tamsin Brandt", "mother"),),
    )
    kept = keep_text(was, Anonymiser(case, rules).find(was))
    assert apply(edited, Back(CODED).restore(edited, kept)) == expected


def test_a_code_that_stands_in_a_text_is_no_letter_of_it(rules: Rules) -> None:
    anonymiser = Anonymiser(Case(children=(Child("Aaliyah Brandt"),)), rules)
    assert anonymiser.find("Saw Child A at home with Aaliyah.")[0].start > 20


LETTERS = [
    ("Home visit. W seen, saw W at play.", "Home visit. Child B seen, saw Child B at play."),
    ("W's bag; A&E; vitamin W; plan W.1", "W's bag; A&E; vitamin W; plan W.1"),
    ("Section W applies.", "Section W applies."),
]


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_a_letter_alone_is_a_child_where_the_words_say_so(
    anonymiser: Anonymiser, text: str, expected: str
) -> None:
    assert apply(text, anonymiser.find(text)) == expected
