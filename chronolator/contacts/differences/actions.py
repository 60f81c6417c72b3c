"""What is agreed to be done, and who is to do it, by what an account says."""

from collections.abc import Iterator, Sequence

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.agreed import OTHER, Agreed
from chronolator.contacts.differences.attenders import CHILD, CLIENT, AttenderFinder, Subject
from chronolator.contacts.differences.family import RELATIVE
from chronolator.contacts.differences.topics import TopicReader
from chronolator.contacts.texts import PhraseBook, open_book
from chronolator.contacts.vocabulary import Vocabulary

_STEM = 5
_PARTS = frozenset({",", "and", ":", "("})
_LONGEST_OBJECT, _LONGEST_NAME = 8, 4
_BE = "be"
_NO_ADULT = frozenset({CHILD, CLIENT})


class ActionReader:
    """Reads who is to act."""

    def __init__(
        self, vocabulary: Vocabulary, attenders: AttenderFinder, topics: TopicReader
    ) -> None:
        """Prepare the phrases once for all accounts."""
        rules = vocabulary.rules
        words = rules.acting
        self._vocabulary = vocabulary
        self._actions = rules.actions
        self._attenders = attenders
        self._topics = topics
        self._verbs = PhraseBook(
            (verb, number) for number, one in enumerate(rules.actions) for verb in one.verbs
        )
        self._by = PhraseBook(
            (text, number) for number, one in enumerate(rules.actions) for text in one.by
        )
        self._will = open_book(words.will)
        self._plain = set(words.plain)
        self._between = set(words.between)
        self._own = open_book(words.own)
        self._pronouns = set(words.pronouns)
        self._opens = open_book(words.opens)
        self._links = set(words.links)
        self._doubt = set(words.doubt)
        self._together, self._everyone = set(words.together), set(words.everyone)
        self._unclear = open_book(words.unclear)
        self._nothing = open_book(words.nothing)
        self._passed = vocabulary.dull | set(words.passed)

    def find_exempt(self, account: Account) -> Iterator[tuple[str, str]]:
        """The agencies for which there is nothing to do, with the words that say so."""
        lower = account.words.lower
        for start, end in account.words.sentences:
            for at, stop, _ in self._nothing.find(lower, start, end):
                if stop < end and self._own.at(lower, stop):
                    yield account.event.agency, account.words.quote(at, stop + 1)
                for one in self._attenders.find(account, stop, end):
                    if one.start == stop:
                        yield from ((key, account.words.quote(at, one.end)) for key in one.keys)

    def read(self, account: Account) -> Iterator[Agreed]:
        """What is agreed; `actors` are empty where several are to act, or it is unclear who is."""
        lower, before = account.words.lower, False
        told: Sequence[Subject] = ()
        for start, end in account.words.sentences:
            earlier, told = told, self._attenders.find(account, start, end)
            verbs = self._find_verbs(lower, start, end, told)
            yield from self._read_named_behind(account, start, end, told)
            if not verbs or not self._doubt.isdisjoint(lower[start:end]):
                continue
            subjects = told
            actors: frozenset[str] | None = None
            for number, (at, stop, action) in enumerate(verbs):
                until = verbs[number + 1][0] if number + 1 < len(verbs) else end
                begin = at
                while begin > start and lower[begin - 1] in self._between:
                    begin -= 1
                will = self._find_will(lower, start, begin)
                if will < begin:
                    implied = action != OTHER and not (before or self._actions[action].by_patients)
                    if will == start + 1 and lower[start] in self._pronouns:
                        actors, first = self._find_meant(earlier), start
                    elif (
                        will > start + 1
                        and lower[will - 2] == ","
                        and lower[will - 1] in self._pronouns
                    ):
                        said = [one for one in told if one.end < will]
                        actors, first = self._find_meant(said), will - 1
                    else:
                        actors, first = self._find_actors(
                            account, subjects, start, will, implied=implied
                        )
                elif at > start and lower[at - 1] in self._links:
                    first = at
                else:
                    continue
                if actors is None:
                    continue
                before = True
                last = self._end_object(lower, stop, until)
                joint = not self._together.isdisjoint(lower[first:until]) or not (
                    self._everyone.isdisjoint(lower[first:at])
                )
                yield Agreed(
                    action,
                    frozenset() if joint else actors,
                    *self._read_object(lower, at + 1, last, told),
                    self._topics.name_deed(lower, at, last),
                    account.words.quote(first, last),
                )

    def _read_named_behind(
        self, account: Account, start: int, end: int, told: Sequence[Subject]
    ) -> Iterator[Agreed]:
        """What those named behind are to do: "lead professional: CAMHS", "to be led by us"."""
        words, nothing = account.words, frozenset[str]()
        for at, stop, action in self._by.find(words.lower, start, end):
            own = self._own.at(words.lower, stop) if stop < end else None
            one = next((one for one in told if stop <= one.start <= stop + 1), None)
            one = one or self._find_party(account, stop, end)
            if own:
                actors, last = frozenset({account.event.agency}), own[0]
            elif one and not one.either:
                actors, last = frozenset(one.keys), one.end
            else:
                continue
            quote = words.quote(at, last)
            parties, _ = self._read_object(words.lower, at, stop, told)
            yield Agreed(action, actors, parties, nothing, nothing, quote)

    def _find_party(self, account: Account, start: int, end: int) -> Subject | None:
        """The agency named there, behind "by", where nobody stands who was there."""
        last = min(end, start + _LONGEST_NAME)
        for at, stop, party in self._vocabulary.parties.find(account.words.lower, start, last):
            if at <= start + 1:
                return Subject(at, stop, self._attenders.name_party(account, party), party.shared)
        return None

    def _find_verbs(
        self, lower: list[str], start: int, end: int, subjects: Sequence[Subject]
    ) -> list[tuple[int, int, int]]:
        """The verbs in the sentence: where each stands, and the number of the action. A verb of no
        action counts where one of the subjects stands right before it is said to be done, but not
        in "visit with police to inform her".
        """
        named = {
            one.end
            for one in subjects
            if self._together.isdisjoint(lower[max(start, one.start - 1) : one.start])
        }
        known = self._verbs.find(lower, start, end)
        taken = {at for at, _, _ in known}
        others = [
            (stop, stop + 1, OTHER)
            for at, stop, _ in self._will.find(lower, start, end)
            if stop < end and stop not in taken and lower[stop].isalpha()
            if not self._is_done_to(lower, stop, end)
            if at in named or self._own.ending_at(lower, at)
        ]
        return sorted([*known, *others])

    def _is_done_to(self, lower: list[str], at: int, end: int) -> bool:
        """True for "be referred": who is named before it does not act."""
        return lower[at] == _BE and at + 1 < end and self._topics.is_verb(lower[at + 1])

    def _find_will(self, lower: list[str], start: int, end: int) -> int:
        """Where the longest of "will", "agreed to", ... begins that ends at `end`; else `end`."""
        for at in range(max(start, end - 5), end):
            found = self._will.at(lower, at)
            if found and found[0] == end:
                return at
        return end

    def _find_actors(
        self, account: Account, subjects: Sequence[Subject], start: int, will: int, *, implied: bool
    ) -> tuple[frozenset[str] | None, int]:
        """Those right before `will` and where they begin; none are read where it is not clear that
        somebody is meant to act.
        """
        lower = account.words.lower
        if will == start:
            return (frozenset({account.event.agency}) if implied else None), start
        for at in range(max(start, will - 3), will):
            own = self._own.at(lower, at)
            if own and own[0] == will:
                return frozenset({account.event.agency}), at
        acting = [one for one in subjects if one.end <= will]
        if not acting or acting[-1].end != will:
            return None, will
        first = len(acting) - 1
        while first and self._attenders.are_joined(account.words, acting[first - 1], acting[first]):
            first -= 1
        begin = acting[first].start
        if lower[will] in self._plain and begin > start and not self._opens.ending_at(lower, begin):
            return None, will
        who = acting[-1]
        called = self._unclear.at(lower, who.start)
        clear = first == len(acting) - 1 and not (called and called[0] == who.end)
        return frozenset(who.keys if clear else ()), begin

    def _find_meant(self, earlier: Sequence[Subject]) -> frozenset[str] | None:
        """Whom "she" means at the beginning of a sentence or clause: the only one named before."""
        keys = {one.keys for one in earlier}
        return frozenset(keys.pop()) if len(keys) == 1 else None

    def _end_object(self, lower: list[str], start: int, end: int) -> int:
        """Where the words on what is done end: at the next clause."""
        last = min(end, start + _LONGEST_OBJECT)
        return next((at for at in range(start, last) if lower[at] in _PARTS), last)

    def _read_object(
        self, lower: list[str], start: int, end: int, told: Sequence[Subject]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """To whom it is done (kinds of agency, adults of the family), and the words for what."""
        parties = self._vocabulary.parties.find(lower, start, end)
        adults = {
            key
            for one in told
            if start <= one.start and one.end <= end
            for key in one.keys
            if key.startswith(RELATIVE) and key not in _NO_ADULT
        }
        named = {at for begin, stop, _ in parties for at in range(begin, stop)}
        things = {
            lower[at][:_STEM]
            for at in range(start, end)
            if at not in named and lower[at] not in self._passed and not lower[at].isdigit()
        }
        return frozenset({*(party.kind for _, _, party in parties), *adults}), frozenset(things)
