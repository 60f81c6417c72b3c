"""Of what a clause tells, and of whom."""

from collections.abc import Sequence

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.attenders import CHILD, AttenderFinder, Subject
from chronolator.contacts.differences.family import RELATIVE
from chronolator.contacts.texts import PhraseBook, Words
from chronolator.contacts.vocabulary import Vocabulary

STEM = 5
_SHORTEST = 3
_BY = "by"
"""The key of the child, where there is one alone or no name."""
_WITH = "with"

Span = tuple[int, int]


class TopicReader:
    """Finds the clause around a phrase, its things, and the person it is said of."""

    def __init__(self, vocabulary: Vocabulary, attenders: AttenderFinder) -> None:
        """Prepare the words once for all accounts."""
        words = vocabulary.rules.topic_words
        self._passed = {*words.passed, *vocabulary.rules.none}
        self._breaks = set(words.breaks)
        self.doubt = set(words.doubt)
        self._endings = sorted(words.endings, key=len, reverse=True)
        self._verbs = tuple(words.verb_endings)
        self._parties = vocabulary.parties
        self._times = set(vocabulary.rules.acting.passed)
        self._topics = PhraseBook(
            (text, f"={group.id}") for group in vocabulary.rules.topics for text in group.words
        )
        self._shared = {self.name(word) for word in vocabulary.rules.acting.shared}
        self._family = set(vocabulary.rules.family)
        self._attenders = attenders
        self._children = {child.name for child in vocabulary.case.children}
        self._earlier: tuple[Words | None, Sequence[tuple[int, frozenset[str]]]] = (None, ())

    def find_clause(self, lower: list[str], sentence: Span, phrase: Span) -> Span:
        """The clause of the sentence in which the phrase stands."""
        start, end = phrase
        while start > sentence[0] and lower[start - 1] not in self._breaks:
            start -= 1
        while end < sentence[1] and lower[end] not in self._breaks:
            end += 1
        return start, end

    def read_things(self, lower: list[str], clause: Span, phrase: Span) -> frozenset[str]:
        """What the clause names: its topics, and the stems of the other words beside the phrase."""
        found = {topic for _, _, topic in self._topics.find(lower, *clause)}
        for start, end in ((clause[0], phrase[0]), (phrase[1], clause[1])):
            taken: set[int] = set()
            for at, stop, _ in self._topics.find(lower, start, end):
                taken.update(range(at, stop))
            found |= {
                lower[at][:STEM]
                for at in range(start, end)
                if at not in taken and self.tells(lower[at])
            }
        return frozenset(found)

    def name(self, word: str) -> str:
        """The topic of a word, else what is common to "collects", "collected" and "collection"."""
        topic = self._topics.at([word], 0)
        if topic:
            return topic[1]
        ending = next((one for one in self._endings if word.endswith(one)), "")
        stem = word.removesuffix(ending)
        if len(stem) < _SHORTEST:
            return word
        return stem[:-1] if stem[-2] == stem[-1] else stem

    def name_deed(self, lower: list[str], start: int, end: int) -> frozenset[str]:
        """What names a thing to be done: the agencies it is about, and the words for what it is."""
        parties = self._parties.find(lower, start, end)
        named = {at for begin, stop, _ in parties for at in range(begin, stop)}
        names = {
            self.name(lower[at])
            for at in range(start, end)
            if at not in named and self.tells(lower[at]) and lower[at] not in self._times
        }
        return frozenset(names - self._shared) | {party.kind for _, _, party in parties}

    def is_kin(self, word: str) -> bool:
        """True for a word for somebody of the family."""
        return word in self._family

    def is_verb(self, word: str) -> bool:
        """True for a word with the ending of one that tells what is or was done."""
        return word.endswith(self._verbs)

    def tells(self, word: str) -> bool:
        """True for a word that tells of what a clause is."""
        return (
            len(word) >= _SHORTEST
            and word.isalpha()
            and word not in self._passed
            and word not in self._family
        )

    def names_family(self, account: Account) -> bool:
        """Whether the account names a child or a relative."""
        found = self._attenders.find(account, 0, len(account.words.lower))
        return any(map(self._is_lay, found))

    def find_person(self, account: Account, sentence: Span, phrase: Span) -> frozenset[str]:
        """Of whom the phrase is said, by key: whom "by" names behind it, the last named before it,
        or the only relative named before the sentence; nobody where several can be meant.
        """
        lower = account.words.lower
        subjects = self._attenders.find(account, *sentence)
        for one in subjects:
            if one.start == phrase[1] + 1 and lower[phrase[1]] == _BY:
                return self._keys(one)
        before = [one for one in subjects if one.end <= phrase[0]]
        if before and before[-1].end == phrase[0]:
            return self._keys(before[-1])
        lay = [one for one in before if self._is_lay(one)]
        acting = [one for one in lay if lower[one.start - 1 : one.start] != [_WITH]]
        if lay:
            return self._keys((acting or lay)[-1])
        if before:
            return frozenset()
        earlier = self._list_earlier(account)
        told = {keys for end, keys in earlier if end <= sentence[0]}
        return told.pop() if len(told) == 1 else frozenset()

    def _list_earlier(self, account: Account) -> Sequence[tuple[int, frozenset[str]]]:
        """The relatives whom an account names, each from the first sentence that does: its end, and
        who it is. Made once for the account asked last.
        """
        if self._earlier[0] is not account.words:
            kept: dict[frozenset[str], int] = {}
            for start, end in account.words.sentences:
                for one in self._attenders.find(account, start, end):
                    keys = self._keys(one)
                    if self._is_lay(one) and CHILD not in (*one.keys, *keys):
                        kept.setdefault(keys, end)
            self._earlier = account.words, [(end, keys) for keys, end in kept.items()]
        return self._earlier[1]

    def _is_lay(self, one: Subject) -> bool:
        return any(key.startswith(RELATIVE) or key in self._children for key in one.keys)

    def _keys(self, one: Subject) -> frozenset[str]:
        only = len(self._children) == 1
        return frozenset(CHILD if only and key in self._children else key for key in one.keys)
