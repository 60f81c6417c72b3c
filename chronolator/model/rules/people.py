"""Which words stand for which people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What somebody named in a record is to the child."""

    CHILD = "child"
    CHILDREN = "children"
    SOME_CHILD = "some child"
    SIBLING = "sibling"
    ADULT = "adult"
    PROFESSIONAL = "professional"
    LAY = "lay"
    UNBORN = "unborn"
    PRONOUN = "pronoun"
    THING = "thing"
    NAME = "name"
    PATIENT = "patient"


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Words that stand for people of one kind, in lower case. `gender` is "m", "f" or "".

    `under`: the words can mean only a child below that many years, where birth dates are known.
    `titled`: a word with a capital behind them is the name that goes with them. `oldest` and
    `youngest` say of how many of the children by age they stand (-1: of all but one; of one where
    `gender` is not "p"), `whole` of how many for all;
    `twins`: for two born on one day. `members`, "m" or "f", is the gender of each of several
    ("boys").
    """

    id: str
    kind: Kind
    words: tuple[str, ...]
    gender: str = ""
    under: int = 0
    titled: bool = True
    oldest: int = 0
    youngest: int = 0
    whole: int = 0
    twins: bool = False
    members: str = ""


@dataclass(frozen=True, slots=True)
class NameWords:
    """How a cell names people: of its words all but the `particles` have a capital, `joins` stand
    between two names, and behind one of `ends` stands none. A word in capitals, no longer than
    `initials` letters, is no name but the beginnings of one.
    """

    particles: frozenset[str] = frozenset()
    joins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    initials: int = 0


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """Who is who by role, and the words that tell who does what in a sentence.

    Of `words` the longest that fit count. What the others are:

    Sentences: `breaks` and `turns` part clauses and sentences, but not behind one of `wholes`
    ("all but K"); a clause that begins a sentence with one of `fronts` ("although seen last week,
    K was out") ends it at its first comma; one of `openers` begins a sentence behind the full stop
    of a letter that is a name of the case; a full stop behind one of `short`
    ends none, behind one of `short_within` none before a small letter. `shorthand` are the words
    for which a note's short forms and misspellings stand.

    Clauses: what one denies goes on behind one of `choices` ("not spoken to or seen").

    Names: how a cell names people (`names`).

    Groups: `joins` stand between the members of a group, `besides` before those who are left out of
    it, of these `excepting` also far behind the verb and before the group at the head of a
    sentence, `excepted` behind it, `including` before those named as belonging
    to it. Words for all of so many children ("all three") are people only before one of `after_all`
    ("seen"). `dressings` ("the", "both") belong to the person who follows; "child" behind one of
    `every` ("neither") or before one of `multiples` ("x2") means all of them; children who are
    counted (`counts`, with their number: "two children") may be any, but where the case has as
    many, unless one of `definite` ("the") stands there. Behind one of `inside` ("at") stands a
    place, which joins nobody; behind one of `list_heads` ("present") a comma joins, and what
    stands in brackets behind a child of the list parts nothing if it is one of `list_asides`.

    Pronouns and owners: a word of `owners` before another person ("his mother") is nobody of its
    own, and a pronoun only before one of `after_pronoun`; one of `objects` ("her") is not who does
    what is done, and one of `selves` behind one of `companions` ("by herself") nobody; before one
    of `postposed` that ends its sentence it is nobody of whom the sentence speaks ("dad shouts, he
    said"), and "both" before one of `pairs` ("ears") is nobody. What stands behind one of
    `relatives` ("who") is said of whom stands before it. Whose occasion (`occasions`: "mother's
    appointment") it is was there, and so was who was dealt with (`dealings`: "arrest of father").

    Names: a word with a capital before one of `name_verbs` is a name even where a sentence
    begins, `no_names` never are; behind a first name `no_initials` ("RA Y") are no initial, and
    words with one of the endings `no_surnames` no surname, and what stands behind one of
    `articles` ("the Xbox") is no name. A name before one of `elders`
    ("senior") is an adult's, one behind one of `staff_titles` ("Mrs") in a school's record that of
    somebody who works there, behind one of `others` ("another") perhaps another's; the child of
    one of `strangers` ("partner") is none of the case's, nor is "the lad" before one of `afar`
    ("from"). Behind one of `ranks` ("PC") a word of a text in capitals is a name.

    Behind a name "'s" is "is" before one of `behind_is` ("Mum's out"), where none of `before_owner`
    ("at") stands before the name. Behind one of `before_homes` one of `homes_of` with an "s" is
    whose home it is ("at nans"), where none of `no_homes` stands behind it ("to mums group").

    A capital alone is the one child whose first name begins with it behind one of `letter_before`
    ("saw R"), before one of `letter_behind` or a word that ends as a deed does, but for `no_deeds`
    ("R sided"), or, but for `letter_others`, at the beginning of a clause ("T stable") where
    another child is spoken of. In the records of the agencies `sided` one of `sides` may be a side
    of the body. A letter behind one of `letter_heads` ("grade R") or before one of `letter_things`
    ("R hand") is nobody, nor is one of `sides` beside the other ("R and L"), but where both do
    something. One of `letter_writers` ("I") is who writes, but in a list and before one of
    `behind_others` ("I has").

    By `gender_weights` it adds up to a boy or a girl what the records call a child; what a child
    has, one of `own_things`, tells of it too, and one of `first_names` where no record says
    otherwise.

    By `nicknames` the one child is meant who has one of the first names for which they stand.
    One of `letter_pairs` ("PE") is neither somebody's initials nor two children ("D and V").

    One of `ages` stands behind the number of an age: "K, 8yrs old and L".

    A role that the case file gives ("designated safeguarding lead") is a professional's where it
    holds one of `posts`, and none of the words for people.

    Of two children with a word of `twins` their names may stand in a list behind.

    Siblings: words for one that end in one of `kin` ("big brother") can be a child of the case,
    `older` or `younger` as they say; those that end in one of `rest` ("other two") are the children
    who were not named before. Behind one of `indefinite` ("a boy") another child's record tells of
    a stranger, and a family's row perhaps of one. Siblings with one of `half` ("half brother") may
    be no children of the case. `both` are said of two, but behind one of `ourselves` ("us both") of
    those who write. One of `nurses` with a capital ("Sister") may be a nurse.

    Part in a sentence: who stands behind one of `companions` ("with") or `aside` ("about") is not
    whom the next words speak of, though a companion may be who says them, but not one behind
    `company` in a sentence that a child began. An adult behind one of `meanwhile` ("while mum was
    up") is neither. Behind one of
    `messages` ("call from mum") stands who rang or wrote. Who stands behind one of
    `absent` ("no"), an adult behind one of `neither` too, or as an adult before one of `gone`
    ("out"), is not there; an adult before one of `stationed`, behind a comma ("K on the sofa, mum
    in the chair"), is company, and one before one of `attending` ("carer in attendance") is there
    with a patient, of whom the record goes on.
    What begins with
    one of `single` ("says") is said of one alone. A child without a name is somebody else's where
    one of `identities` ("identified as"), with or without words of `belonging` ("her son"), stands
    before such a one. An adult before one of `departed` ("left us") says nothing after that.
    One of `spokesmen` ("advocate") tells what a child wants: "he" before one of `wishing` is not
    the advocate; nor, before one of `vouched`, a professional before one of `vouching` ("manager
    confirmed he is in"). A professional before one of `calling` ("rang") wants for themselves what
    follows, but what begins with one of `confiding` ("disclosed").
    """

    words: tuple[PeopleWords, ...] = ()
    names: NameWords = NameWords()
    joins: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    short_within: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    excepting: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    dressings: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    multiples: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    after_all: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    own_things: tuple[str, ...] = ()
    selves: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    male: tuple[str, ...] = ()
    female: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    dealings: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    elders: tuple[str, ...] = ()
    staff_titles: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    afar: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    ourselves: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    sided: tuple[str, ...] = ()
    nurses: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    younger: tuple[str, ...] = ()
    after_pronoun: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    meanwhile: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    stationed: tuple[str, ...] = ()
    attending: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()
    belonging: tuple[str, ...] = ()
    spokesmen: tuple[str, ...] = ()
    wishing: tuple[str, ...] = ()
    vouching: tuple[str, ...] = ()
    vouched: tuple[str, ...] = ()
    calling: tuple[str, ...] = ()
    accounting: tuple[str, ...] = ()
    confiding: tuple[str, ...] = ()
    departed: tuple[str, ...] = ()
    list_heads: tuple[str, ...] = ()
    list_asides: tuple[str, ...] = ()
    name_verbs: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    letter_heads: tuple[str, ...] = ()
    letter_things: tuple[str, ...] = ()
    letter_writers: tuple[str, ...] = ()
    behind_others: tuple[str, ...] = ()
    behind_is: tuple[str, ...] = ()
    before_owner: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    before_homes: tuple[str, ...] = ()
    homes_of: tuple[str, ...] = ()
    no_homes: tuple[str, ...] = ()
    letter_before: tuple[str, ...] = ()
    letter_behind: tuple[str, ...] = ()
    letter_others: tuple[str, ...] = ()
    no_deeds: tuple[str, ...] = ()
    no_initials: tuple[str, ...] = ()
    letter_pairs: tuple[str, ...] = ()
    gender_weights: Mapping[str, int] = field(default_factory=dict)
    first_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    no_surnames: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    fronts: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    postposed: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    shorthand: Mapping[str, str] = field(default_factory=dict)

    @property
    def stops(self) -> dict[str, bool]:
        """The words behind which a full stop ends no sentence; False: it does before a capital."""
        return dict.fromkeys(self.short_within, False) | dict.fromkeys(self.short, True)
