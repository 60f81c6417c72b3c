"""What a row tells of the contact: its kind, who turned to whom, who was there, whom it names."""

from collections.abc import Iterator, Sequence
from datetime import date

from chronolator.contacts.accounts import Account, Span
from chronolator.contacts.directions import Turn, find_turn
from chronolator.contacts.keys import find_numbers, find_rare
from chronolator.contacts.lexicon import MESSAGES, NO_KIND
from chronolator.contacts.surnames import find_known, find_signed, find_titled
from chronolator.contacts.texts import split_words
from chronolator.contacts.told_times import find_told_times
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import TO_THE_DAY, Event, Qualifier

_OPEN_ENDED = (Qualifier.BEFORE, Qualifier.AFTER)
_GIVES = (Turn.GIVES, Turn.EITHER)
_TAKES = (Turn.TAKES, Turn.EITHER)
_TALKS = (Turn.GIVES, Turn.TAKES, Turn.EITHER)
_REACH = 5
_OWNED = "s"
_BESIDE = 2
"""So many words behind an owner tell if that is somebody's worker."""


def read_account(event: Event, vocabulary: Vocabulary) -> Account | None:
    """The row as an account; None where it is not known to the day."""
    when = event.when
    if (
        when.first is None
        or when.last is None
        or when.precision not in TO_THE_DAY
        or when.qualifier in _OPEN_ENDED
    ):
        return None
    first = when.first.toordinal()
    last = when.last.toordinal()
    return _Reader(event, vocabulary).read(first, last if last - first <= 1 else first)


def read_decided(event: Event, vocabulary: Vocabulary) -> Account:
    """The row as an account of a contact that the author decided, on any day that it may mean: an
    end that is not known is the first or the last of all days.
    """
    when = event.when
    first, last = when.first or date.min, when.last or date.max
    return _Reader(event, vocabulary).read(first.toordinal(), last.toordinal())


class _Reader:
    """Reads one row."""

    def __init__(self, event: Event, vocabulary: Vocabulary) -> None:
        self.event = event
        self.vocabulary = vocabulary
        head = f"{event.contact_type}\n" if event.contact_type else ""
        tail = "".join(f"\n{text}" for text in (event.people, event.place) if text)
        # A text of its own beside that of each event would take a tenth of a row's memory.
        self.words = split_words(f"{head}{event.text}{tail}" if head or tail else event.text)
        self.typed = len(split_words(head).lower) if head else 0
        self.gives = self.takes = self.together = 0
        self.mentions = 0
        self.elsewhere = False
        self.typed_as_talk = False
        self.talked = False
        self.talk_at = len(self.words.lower)
        self.party_at: dict[int, Span] = {}
        self.parties: list[tuple[int, int, int]] = []
        self.named: set[int] = set()
        self.others: set[int] = set()
        self.talk_ends: set[int] = set()

    def read(self, first: int, last: int) -> Account:
        vocabulary, event = self.vocabulary, self.event
        lower = self.words.lower
        told = list(self._find_kinds())
        self.talk_ends = {
            end for _, end, kind in told if vocabulary.lexicon.kinds[kind].mode in MESSAGES
        }
        self.typed_as_talk = any(
            start < self.typed and vocabulary.lexicon.kinds[kind].mode in MESSAGES
            for start, _, kind in told
        )
        children = people = 0
        hearsay = self._find_hearsay()
        behind_name = -1
        for start, end, party in vocabulary.parties.find(lower):
            agencies = vocabulary.read_party(party, event.agency)
            theirs = start == behind_name and not party.proper  # "Football club welfare officer"
            behind_name = end if party.proper else -1
            if agencies and start not in hearsay and not theirs:
                self.parties.append((start, end, agencies))
        self.parties += self._find_acting()
        self.parties.sort()
        self.named = {at for start, end, _ in self.parties for at in range(start, end)}
        links = vocabulary.lexicon.links
        whom = list(vocabulary.who.find(lower))
        beside = {end - 1 for _, end, _ in whom if end < len(lower) and lower[end] in links}
        self.others = self.named | beside  # "rang mum and SW"
        for start, end, agencies in self.parties:
            self._take_party(start, end, agencies)
        share = vocabulary.share
        names = frozenset(self._take_names())
        for start, end, who in whom:
            if start in self.named:
                continue
            children |= who.children
            people |= who.people
            if not who.aside and not who.children and self._talks_with(start, end, told):
                self.elsewhere = True
        kind = self._find_main([one for _, _, one in told])
        if (kind == NO_KIND and self.gives | self.takes) or (told and self.talk_at < told[0][0]):
            kind = vocabulary.lexicon.talk
        kinds = 0
        for _, _, one in told:
            kinds |= vocabulary.lexicon.lineage[one]
        if self.talked:
            kinds |= 1 << vocabulary.lexicon.talk
        self._take_sender(kinds)
        lineage = vocabulary.lexicon.lineage[kind] if kind != NO_KIND else 0
        marks = set(lower)
        ends = lower[self.typed - 2] if self.typed > 1 else ""  # the last is the line's end
        lexicon = vocabulary.lexicon
        typed_sent, typed_received = ends in lexicon.typed_sent, ends in lexicon.typed_received
        signed = share(frozenset(find_signed(event, vocabulary)))
        when = event.when
        return Account(
            event=event,
            bit=vocabulary.bits[event.agency],
            words=self.words,
            first=first,
            last=last,
            at=when.at.hour * 60 + when.at.minute if when.at else None,
            until=when.until.hour * 60 + when.until.minute if when.until and when.at else None,
            told_at=share(find_told_times(event.text) if when.at is None else frozenset()),
            kind=kind,
            lineage=lineage,
            kinds=kinds | lineage,
            mentions=self.mentions,
            gives=self.gives,
            takes=self.takes,
            together=self.together,
            sent=typed_sent or (not typed_received and not lexicon.sent.isdisjoint(marks)),
            received=typed_received or (not typed_sent and not lexicon.received.isdisjoint(marks)),
            elsewhere=self.elsewhere,
            joint=not marks.isdisjoint(vocabulary.lexicon.joint),
            apart=next(((a, b) for a, b, _ in lexicon.apart.find(lower)), None),
            again=lexicon.find_again(lower),
            day_before=next(((a, b) for a, b, _ in lexicon.day_before.find(lower)), None),
            day_behind=next(((a, b) for a, b, _ in lexicon.day_behind.find(lower)), None),
            names=(called := share(frozenset(map(vocabulary.name_professional, names)))),
            signed=signed,
            named=share(called | signed),
            meets=(kinds | lineage) & vocabulary.lexicon.telling
            | (vocabulary.lexicon.mirrors[kind] if kind != NO_KIND else 0),
            children=children,
            people=people,
            rare=share(frozenset(find_rare(self.words, marks - names, kind, vocabulary))),
            numbers=share(frozenset(find_numbers(self.words, lexicon))),
            party_at=self.party_at,
        )

    def _find_kinds(self) -> Iterator[tuple[int, int, int]]:
        """The kinds of contact told, but for those that are planned, a reason, or a paper."""
        vocabulary, lower = self.vocabulary, self.words.lower
        agency = vocabulary.agency_kinds[self.event.agency]
        yield from vocabulary.lexicon.find_types(agency).find(lower, 0, self.typed)
        texts = vocabulary.lexicon.find_texts(agency)
        for start, end, kind in texts.find(lower, self.typed):
            if end < len(lower) and (
                vocabulary.lexicon.aside_after.at(lower, end)
                or vocabulary.lexicon.not_before[kind].at(lower, end)
            ):
                continue
            before = self._pass_over(start)
            if before and vocabulary.lexicon.aside_before.ending_at(lower, before):
                continue
            yield start, end, kind

    def _find_acting(self) -> Iterator[tuple[int, int, int]]:
        """Where an agency stands by the name of its town, and does something: "Westmere rang"."""
        vocabulary, lower = self.vocabulary, self.words.lower
        own = vocabulary.bits[self.event.agency]
        for start, end, bit in vocabulary.towns.find(lower):
            acts = end < len(lower) and lower[end] in vocabulary.lexicon.verbs
            if acts and bit != own and self.words.written[start][0].isupper():
                yield start, end, bit

    def _find_hearsay(self) -> set[int]:
        """The places of what a child or relative said: whom they name they tell of elsewhere."""
        lower, said = self.words.lower, self.vocabulary.lexicon.said
        if said.isdisjoint(lower):
            return set()
        places: set[int] = set()
        ends = {end for _, end, _ in self.vocabulary.who.find(lower)}
        for start, end in self.words.sentences:
            verbs = (at for at in range(start + 1, end) if lower[at] in said and at in ends)
            places |= set(range(next(verbs, end), end))
        return places

    def _talks_with(self, start: int, end: int, told: Sequence[tuple[int, int, int]]) -> bool:
        """True where it tells of a talk or letter with those named there: "call to mother", not
        "injury to mother".
        """
        lexicon = self.vocabulary.lexicon
        if self.words.lower[end : end + 1] == [_OWNED]:
            owned = lexicon.titles.find(self.words.lower, end + 1, end + 1 + _BESIDE)
            if owned or any(at == end + 1 for at, _, _ in told):
                return False  # "into mother's ward round", "e-mail from mum's recovery worker"
        turn, by_verb = find_turn(self.words, start, end, lexicon)
        if turn not in _TALKS or by_verb:
            return turn in _TALKS
        near = range(max(0, start - _REACH), start)
        if any(self.words.lower[at] in lexicon.verbs for at in near):
            return True
        return any(
            stop - 1 in near and lexicon.kinds[kind].mode in MESSAGES for _, stop, kind in told
        ) or any(self.words.lower[at] in lexicon.mutual for at in near)

    def _find_main(self, kinds: Sequence[int]) -> int:
        """The kind told first, or the first form of it: "Meeting" in a column, "ICPC" in words."""
        if not kinds:
            return NO_KIND
        lineage = self.vocabulary.lexicon.lineage
        forms = (one for one in kinds if one != kinds[0] and lineage[one] >> kinds[0] & 1)
        return next(forms, kinds[0])

    def _pass_over(self, start: int) -> int:
        """Where the words before end, but for "the", "our", "mother's" and the like."""
        lower, over = self.words.lower, self.vocabulary.lexicon.over
        if start and self.vocabulary.lexicon.aside_before.ending_at(lower, start):
            return start
        while start and lower[start - 1] in over:
            start -= 2 if lower[start - 1] == "s" and start > 1 else 1
        return start

    def _take_party(self, start: int, end: int, agencies: int) -> None:
        self.mentions |= agencies
        self.party_at.setdefault(agencies, (start, end))
        lexicon = self.vocabulary.lexicon
        turn, by_verb = find_turn(self.words, start, end, lexicon, self.others)
        if turn is Turn.NONE and start in self.talk_ends:  # "T/c school"
            turn = Turn.EITHER
        if turn is Turn.NONE and self.typed and start - self.typed <= 1 and self.typed_as_talk:
            turn = Turn.EITHER
        if turn in _GIVES:
            self.gives |= agencies
        if turn in _TAKES:
            self.takes |= agencies
        if turn is Turn.TOGETHER:
            self.together |= agencies
        if by_verb:
            self.talked = True
            self.talk_at = min(self.talk_at, end)

    def _take_sender(self, kinds: int) -> None:
        """A notice that only one kind of agency sends comes from it, though it is not named."""
        vocabulary = self.vocabulary
        for place, mask in vocabulary.senders:
            if kinds >> place & 1 and not mask & vocabulary.bits[self.event.agency]:
                self.mentions |= mask
                if not self.gives & ~mask:
                    self.takes |= mask

    def _take_names(self) -> Iterator[str]:
        """The surnames of professionals; one known from elsewhere names an agency too."""
        yield from find_titled(self.words, self.vocabulary)
        for at in find_known(self.words, self.vocabulary):
            agencies = self.vocabulary.find_professional(self.words.written[at])
            if others := agencies & ~self.vocabulary.bits[self.event.agency]:
                self._take_party(at, at + 1, others)
            if others or not self._is_passed_on(at):
                yield self.words.lower[at]

    def _is_passed_on(self, at: int) -> bool:
        """True for a colleague who is to have it, and was not there: "PPN received. To NP"."""
        lexicon, before = self.vocabulary.lexicon, self.words.lower[at - 1] if at else ""
        return before in lexicon.gives
