"""Who is who in a text: the children of the case, the people round them, and roles."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from chronolator.model import THE_CHILD, Case, Kind, PeopleRules
from chronolator.words.book import Known, name_everyone, name_roles
from chronolator.words.children import Children
from chronolator.words.coded_ages import CodedAges
from chronolator.words.dressing import Dressing
from chronolator.words.first_names import FirstNames
from chronolator.words.initials import Initials
from chronolator.words.letters import Letters, bears_letter
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.namesakes import Namesakes
from chronolator.words.roles import Roles
from chronolator.words.strangers import Strangers
from chronolator.words.word import Word

_NAMES = 2  # as many as go with a title: "Dr Anna Okafor"
_OF = "of"
_SEVERAL = "p"  # the gender of more than one
_CHILD, _CHILDREN, _SOME = (Kind.CHILD,), (Kind.CHILDREN,), (Kind.SOME_CHILD,)
_MAY_BE_NAMED = frozenset({Kind.CHILD, Kind.SIBLING, Kind.SOME_CHILD})


class People:
    """The names and roles of a case, ready to be found in texts.

    Children are found by name, first name, aliases and initials, others by name and the role that
    the case gives them, everybody else by the words of the rules.
    """

    def __init__(self, case: Case, rules: PeopleRules) -> None:
        """Prepare the book of names once for all texts."""
        self.rules = rules
        self.named = any(child.name != THE_CHILD.name for child in case.children)
        self._everyone = frozenset(range(len(case.children)))
        self._book: dict[str, dict[int, dict[tuple[str, ...], Known]]] = {}
        children = case.children if self.named else ()
        self._first_names = FirstNames(children, case.people, rules)
        self._initials = Initials(children, self._first_names, rules)
        self._coded_ages = CodedAges(children, frozenset((*rules.joins, *rules.companions)))
        roles = name_roles(rules.words)
        seen: set[tuple[str, ...]] = set()
        self._roles = {known.words: known for known in roles}
        reader = Roles(self._roles, rules.posts, rules.kin)
        family = tuple(name_everyone(case, reader))
        siblings_elsewhere = any(reader.is_sibling(one.role) for one in case.people)
        works = (one for one in case.people if reader.read(one.role).kind is Kind.PROFESSIONAL)
        self.at_work = frozenset(one.name for one in works)
        """The names of the people of the case who have to do with it by their work."""
        self.children = Children(case, elsewhere=siblings_elsewhere)
        for known in (*family, *roles):
            if known.words and known.words not in seen:
                seen.add(known.words)
                sizes = self._book.setdefault(known.words[0], {})
                sizes.setdefault(len(known.words), {})[known.words] = known
        kin = (one.words[-1] for one in family if one.words and one.kind is not Kind.PROFESSIONAL)
        self.surnames = frozenset(kin)
        single = [one for one in family if len(one.words) == 1]
        self.called = frozenset(one.words[0] for one in single if one.child >= 0)
        """The single words that are a child's name, alias or initials."""
        self._letters = Letters(rules, self.called)
        self.single_words = frozenset(one.words[0] for one in single)
        """The single words that are somebody's name, alias or initials."""
        for first, sizes in self._book.items():
            self._book[first] = dict(sorted(sizes.items(), reverse=True))
        self._every = frozenset(rules.every)
        self._articles = {(one,) for one in rules.articles}
        self._comparatives = {("the", one) for one in (*rules.older, *rules.younger)}
        self._pairs = frozenset(rules.pairs)
        self._after_all = frozenset(rules.after_all)
        self._strangers = Strangers(rules, self._book, lettered=self._first_names.have_letter)
        self._dressing = Dressing(rules, self.children, self._everyone, named=self.named)
        self._namesakes = Namesakes(rules, self._strangers, self.single_words)

    def find(self, words: Sequence[Word], day: date | None = None) -> tuple[Mention, ...]:
        """Everybody named in the words, in order, each by the longest words that fit.

        `day` is the event's: it tells who can be a baby. Groups are not joined yet.
        """
        found: list[Mention] = []
        at, book = 0, self._book
        initials = {**self._initials.find(words), **self._coded_ages.find(words, day)}
        while at < len(words):
            if words[at].text not in book and not words[at].capital:
                at += 1
                continue
            mention = self._find_at(words, at, day)
            if at in initials and (mention is None or mention.last < initials[at][1]):
                child, last = initials[at]
                named = self._name_child(child, at, owner=words[last - 1].possessive)
                mention = named._replace(last=last)
            if mention is None:
                at += 1
                continue
            found.append(mention)
            at = mention.last
        return tuple(self._dressing.dress(words, found, day))

    def employ(self, words: Sequence[Word], found: Iterable[Mention]) -> tuple[Mention, ...]:
        """The mentions as a school's record means them: "Mrs Hill" works there, unless a surname
        of the case's family goes with the title.
        """
        every = list(found)
        kin = {one.first for one in every if one.kinds == (Kind.ADULT,)}
        return tuple(
            one._replace(kinds=(Kind.PROFESSIONAL,))
            if (one.titled or bears_letter(words, one.last))
            and one.kinds == (Kind.ADULT,)
            and words[one.first].text in self.rules.staff_titles
            and words[one.last - 1].text not in self.surnames
            and one.last not in kin  # "Mr Pugh, stepfather"
            else one
            for one in every
        )

    def _find_at(self, words: Sequence[Word], at: int, day: date | None) -> Mention | None:
        if self._letters.stand_for_nobody(words, at):
            return None
        for size, entries in self._book.get(words[at].text, {}).items():
            there = words[at : at + size]
            known = entries.get(tuple([word.text for word in there]))
            if known is not None and known.child >= 0 and self._letters.is_writer(words, at):
                known = self._roles.get(known.words)
            if (
                known is not None
                and (words[at].capital or not known.capital)
                and not self._begins_otherwise(words, at, known)
                and there[-1].sentence == words[at].sentence
                and not any(word.colon for word in there[:-1])  # "school: child"
            ):
                return self._take(words, at, known, day)
        child = self._first_names.find_shortened(words, at, self._strangers)
        if child is not None:
            return self._name_child(child, at, owner=words[at].possessive)
        if self._strangers.is_there(words, at):
            last = self._strangers.find_end(words, at, at + 1, len(words))
            if end := self._strangers.find_organisation(words, at, last):
                owner = words[end - 1].possessive
                return Mention(
                    at, end, (Kind.PROFESSIONAL,), gender=_SEVERAL, owner=owner, titled=True
                )
            return Mention(
                at,
                last,
                (Kind.NAME,),
                perhaps=NOBODY
                if self.named or self._strangers.is_place(words, at)
                else self._everyone,
                owner=words[last - 1].possessive,
                titled=True,
            )
        return None

    def _begins_otherwise(self, words: Sequence[Word], at: int, known: Known) -> bool:
        """True for a surname, or "A", that is a word of the language with which a sentence begins:
        "Young child", "A boy".
        """
        if not known.surname and known.words not in self._articles:
            return False
        begins = at == 0 or words[at - 1].sentence != words[at].sentence
        chosen = words[at].shouted and len(words[at].text) > 1
        if not begins or chosen or words[at].possessive or words[at].colon:
            return False
        behind = words[at + 1 : at + 2]
        if not behind or behind[0].segment != words[at].segment:
            return False
        named = behind[0].text in self.single_words  # "A & J"
        return not named and not self._first_names.is_somebody(words, at)

    def _take(
        self, words: Sequence[Word], at: int, known: Known, day: date | None
    ) -> Mention | None:
        last = at + len(known.words)
        if self._is_nobody(words, at, last, known):
            return None
        kind, children, perhaps = self.children.tell_who(known, day)
        afar = any(word.text in self.rules.afar for word in words[last : last + 1])
        if kind is Kind.CHILD and known.gender and known.child < 0 and afar:
            kind, children, perhaps = Kind.LAY, NOBODY, NOBODY  # "lad from the flat below"
        if kind is Kind.CHILD and known.child < 0 and self._stands_for_every(words, at):
            kind, children, perhaps = Kind.CHILDREN, self._everyone, NOBODY
            known = replace(known, gender=_SEVERAL)
        parted = words[last - 1].colon  # "voice of the child: K said"
        if known.titled and known.child < 0 and kind is not Kind.PRONOUN and not parted:
            begin = last
            last = self._strangers.find_end(words, at, begin, begin + _NAMES)
            if last > begin and kind in (Kind.CHILD, Kind.SOME_CHILD) and self.named:
                kind, children, perhaps = Kind.SIBLING, NOBODY, NOBODY
        if known.child >= 0 and (end := self._namesakes.find_end(words, at, known)):
            return self._name_other(words, at, end, children | perhaps)
        owner = words[last - 1].possessive
        titled = last > at + len(known.words) or known.child >= 0
        mention = Mention(at, last, (kind,), children, perhaps, NOBODY, known.gender, owner, titled)
        times = last < len(words) and words[last].text in self.rules.multiples
        organisation = kind is Kind.PROFESSIONAL and known.gender == _SEVERAL
        if times and known.child < 0 and not organisation:  # "ED x4" is no four of them
            return self._multiply(words, mention)
        beside = not parted and last < len(words) and words[last].segment == words[at].segment
        if kind in _MAY_BE_NAMED and known.child < 0 and beside and not owner and not titled:
            named = self._find_at(words, last, day) or self.find_letter(words, last)
            if named and named.kinds == (Kind.CHILD,) and words[last].capital:
                return named._replace(first=at, gender=known.gender or named.gender)
        return mention

    def _stands_for_every(self, words: Sequence[Word], at: int) -> bool:
        """True for "ch" in "all ch" and "all 3 ch"."""
        before = at - 1
        number = words[before].text if before > 0 else ""
        if number.isdigit() or number in self.rules.counts:
            before -= 1
        return before >= 0 and words[before].text in self._every

    def _stands_for_all(self, words: Sequence[Word], at: int, last: int) -> bool:
        """True for "all three seen", not for "all three agencies"."""
        return (
            last == len(words)
            or words[last].clause != words[at].clause
            or words[last].text in self._after_all
        )

    def _multiply(self, words: Sequence[Word], mention: Mention) -> Mention:
        """The mention with how many they are: "ch x2" are all children, "x2 of 3" any of them."""
        last = mention.last + 1
        mention = mention._replace(last=last)
        if mention.kinds not in (_CHILD, _CHILDREN):
            return mention
        if last < len(words) and words[last].text == _OF:
            return mention._replace(kinds=_SOME, children=NOBODY, perhaps=self._everyone)
        return mention._replace(kinds=_CHILDREN, children=self._everyone, perhaps=NOBODY)

    def _is_nobody(self, words: Sequence[Word], at: int, last: int, known: Known) -> bool:
        """True for what is nobody of its own: "her" in "her coat", "both" in "both ears", "herself"
        in "by herself", "all three" in "all three agencies"; for who writes in "seen by us both".
        """
        both = words[at].text in self.rules.both
        before = words[at - 1].text if at else ""
        if both and before in self.rules.ourselves:
            return True
        bare = known.words in self._comparatives  # "the older" of two, not "the older two"
        if known.rank is not None and (known.rank.whole or bare):
            return not self._stands_for_all(words, at, last)
        if known.kind is not Kind.PRONOUN:
            return False
        if words[at].text in self.rules.selves and before in self.rules.companions:
            return True
        if last == len(words) or words[last].clause != words[at].clause:
            return False
        owner = words[at].text in self.rules.owners
        owned = owner and words[last].text not in self.rules.after_pronoun
        return owned or (both and words[last].text in self._pairs)

    def _name_other(
        self, words: Sequence[Word], at: int, end: int, perhaps: frozenset[int]
    ) -> Mention:
        elder = words[end - 1].text in self.rules.elders
        kind = Kind.ADULT if elder else Kind.NAME
        may_be = NOBODY if elder else perhaps
        owner = words[end - 1].possessive
        return Mention(at, end, (kind,), perhaps=may_be, owner=owner, titled=True)

    def find_letter(self, words: Sequence[Word], at: int) -> Mention | None:
        """The child for whom a capital stands alone in a list ("G, D, M")."""
        child = self._first_names.find_letter(words[at])
        return None if child is None else self._name_child(child, at)

    def _name_child(self, child: int, at: int, *, owner: bool = False) -> Mention:
        gender = self.children.genders[child]
        who = frozenset({child})
        return Mention(at, at + 1, _CHILD, who, gender=gender, owner=owner, titled=True)
