"""Who speaks in a sentence: what others tell of a child is hearsay."""

from dataclasses import dataclass

from chronolator.model import Kind, Phrase, Says
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.word import Word

_NO_VOICE = frozenset({Kind.ADULT, Kind.LAY, Kind.SIBLING})


@dataclass(slots=True)
class Speech:
    """In which sentence another tells, and in which the child, perhaps of another day; and which
    children tell in which clause.
    """

    others: int = -1
    own: int = -1
    clause: int = -1
    children: frozenset[int] = NOBODY
    inserted: bool = False

    def follow(self, first: Word, phrase: Phrase, who: Mention, *, inserted: bool) -> bool:
        """True where another tells what the phrase says that begins with the word `first`, perhaps
        another child ("K said W was upset"); who speaks himself tells what follows. `inserted`: the
        phrase is a clause of its own, and all of the sentence is told: "W, K says, was upset".
        """
        sentence, clause = first.sentence, first.clause
        if sentence == self.others:
            return True
        if Says.VIEWS in phrase.says and _NO_VOICE.issuperset(who.kinds):
            self.others = sentence
        elif Says.VIEWS in phrase.says and who.children:
            self.own = sentence
            self.clause, self.children = clause, who.children
            self.inserted = inserted
        elif who.children and (clause == self.clause or (self.inserted and sentence == self.own)):
            return self.children.isdisjoint(who.children)
        return False
