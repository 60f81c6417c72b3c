"""Of whom each phrase of a text speaks."""

from collections.abc import Container, Sequence

from chronolator.model import Kind, Of, Phrase, Says
from chronolator.seen.heard import ANYBODY, How
from chronolator.seen.joints import Joints
from chronolator.seen.nearest import find_last
from chronolator.seen.patterns import Match
from chronolator.seen.standing import Standing
from chronolator.seen.things import Things
from chronolator.words.book import may_be
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.word import Word

_NO_SUBJECT = frozenset({Kind.PROFESSIONAL, Kind.PRONOUN, Kind.THING})
_NOT_THEIR_OWN = frozenset({Kind.PROFESSIONAL, Kind.THING, Kind.UNBORN, Kind.NAME, Kind.SIBLING})
_NO_CHILD = frozenset({Kind.ADULT, Kind.LAY, Kind.SIBLING})
_THING = (Kind.THING,)
_SIBLING = (Kind.SIBLING,)
_ADULT = (Kind.ADULT,)
_OF_LAST = frozenset({Of.LAST_NAMED, Of.NAMED})
_NOWHERE = -1
_NO_TOPIC = frozenset({Kind.PROFESSIONAL, Kind.THING, Kind.UNBORN, Kind.NAME})


class Subjects:
    """Whom each match speaks of: who stands in it, else in its sentence, else the row's."""

    def __init__(
        self,
        words: Sequence[Word],
        mentions: Sequence[Mention],
        joints: Joints,
        default: Mention,
        *,
        spoken_for: bool = False,
    ) -> None:
        """`spoken_for`: in this record a parent tells of the child who was seen with them. In an
        adult's own row (`default`) it is the adult who tells, where nobody is named.
        """
        self._words = words
        self._spoken_for = spoken_for
        self._of_client = default.kinds == _ADULT
        self._joints = joints
        self._standing = standing = Standing(words, joints)
        there = [one for one in mentions if standing.is_there(one) and not words[one.first].quoted]
        everybody = sorted(map(standing.take_part, there), key=lambda one: (one.last, -one.first))
        people = [one for one in everybody if not one.owner and _NO_SUBJECT.isdisjoint(one.kinds)]
        self._left = _NOWHERE
        self._named = [one for one in everybody if not one.owner and Kind.PRONOUN not in one.kinds]
        self._things = Things(words, self._named, standing)
        self._doers = [
            one
            for one in self._named
            if standing.begins_clause(one.first)
            and not standing.stands_behind(one, joints.companions)
        ]
        self._callers = [one for one in self._named if standing.rang(one)]
        self._family = [one for one in self._doers if Kind.PROFESSIONAL not in one.kinds]
        self._people = [
            one
            for one in people
            if not standing.stands_behind(one, joints.companions) and not self._attends(one)
        ]
        aside = standing.find_aside(people)
        self._speakers = [
            one
            for one in people
            if _NOT_THEIR_OWN.isdisjoint(one.kinds)
            and (one.first not in aside or standing.calls(one))
            and not (Kind.ADULT in one.kinds and standing.stands_behind(one, joints.meanwhile))
        ]
        self._child_speakers = [one for one in self._speakers if one.children]
        self._heads = [
            one
            for one in people
            if (one.first == 0 or standing.begins(one.first)) and not self._attends(one)
        ]
        self._children = [one for one in people if one.children]
        self._named_children = [one for one in self._children if one.titled]
        self._child_heads = [one for one in self._heads if one.children]
        self._turned = standing.count_turns()
        self._default = default
        self._last: tuple[int, Mention] | None = None
        self._topic: Mention | None = None
        self._sighted: dict[int, Mention] = {}
        self._told: dict[int, tuple[int, Mention]] = {}

    def find(
        self, match: Match, phrase: Phrase, *, spoken: bool, denies: bool
    ) -> tuple[Mention, How]:
        """Who it is, and how that is known; what denies a sighting speaks of a child."""
        who, how = self._find(match, phrase.of, spoken=spoken, denies=denies)
        _, told = self._told.get(self._words[match.first].sentence, (0, who))
        if phrase.quotation and how is How.BEFORE and told.children:
            who = told  # "he drew K with no mouth, 'because he can't tell'"
        if Says.SEEN in phrase.says and not spoken and who.children:
            self._sighted[self._turned[match.first]] = who
        if spoken and how is not How.NOBODY:
            self._told.setdefault(self._words[match.first].sentence, (match.first, who))
        return who, how

    def _attends(self, one: Mention) -> bool:
        """True for an adult who is there with a patient, of whom the record goes on."""
        return self._spoken_for and not self._of_client and self._standing.attends(one)

    def leave(self, match: Match, says: Container[Says], who: Mention) -> None:
        """Where the match says that a child is alone, take the adults named up to there for gone:
        what is told behind is not theirs.
        """
        if Says.ALONE in says and who.kinds != _ADULT:
            self._left = match.last

    def _has_left(self, one: Mention, match: Match) -> bool:
        """True for an adult who left before what the match tells: not of "mum not here"."""
        return one.last <= self._left <= match.first and Kind.ADULT in one.kinds

    def _stay(self, last: Mention | None, match: Match, *, spoken: bool) -> Mention | None:
        """Who was named last, but for an adult who has left: then the child named last."""
        if last is None or not self._has_left(last, match):
            return last
        return find_last(self._child_speakers if spoken else self._children, match)

    def _find(self, match: Match, of: Of, *, spoken: bool, denies: bool) -> tuple[Mention, How]:
        sentence = self._turned[match.first]
        who = match.who
        if who is None and of is Of.CHILD:
            who = self._find_child_before(match, sentence)
        elif who is None:
            who = self._find_before(match, sentence, spoken=spoken)
        if who is None:
            return self._find_elsewhere(match, of, spoken=spoken, denies=denies)
        if self._attends(who):
            return who, How.IN_WORDS if match.who else How.BEFORE
        if _NO_SUBJECT.isdisjoint(who.kinds):
            self._last = sentence, who
        if _NO_TOPIC.isdisjoint(who.kinds):
            self._topic = who
        return who, How.IN_WORDS if match.who else How.BEFORE

    def _find_elsewhere(
        self, match: Match, of: Of, *, spoken: bool, denies: bool
    ) -> tuple[Mention, How]:
        """Who it is where its sentence names nobody, as the phrase asks for it."""
        if of is Of.HEAD:
            head = find_last(self._heads, match)
            if head is not None and _NO_CHILD.issuperset(head.kinds):
                return head, How.BEGAN
        if of in _OF_LAST:
            return self._find_last_named(match, of, spoken=spoken)
        if denies and self._things.stand_before(match):
            return ANYBODY, How.NOBODY
        return self._find_child(match) if denies or of is Of.CHILD else self._fall_back(match)

    def _find_last_named(self, match: Match, of: Of, *, spoken: bool) -> tuple[Mention, How]:
        if (self._words[match.first].quoted or not spoken) and self._things.are_told_of(match):
            return ANYBODY, How.NOBODY
        named = self._speakers if spoken else self._people
        if spoken and (child := self._find_accompanied(match)):
            return child, How.BEGAN
        if spoken and self._of_client:
            return self._default, How.DEFAULT
        if spoken and self._is_callers(match):
            return ANYBODY, How.NOBODY
        last = find_last(named, match, single=self._is_single(match))
        if last := self._doubt(self._stay(last, match, spoken=spoken), match):
            return (self._find_teller(last, match) if spoken else None) or last, How.LAST
        return (self._default, How.DEFAULT) if of is Of.LAST_NAMED else (ANYBODY, How.NOBODY)

    def _is_callers(self, match: Match) -> bool:
        """True of what a worker wants who rang, and named nobody: "SW rang, wants to meet"."""
        worker = find_last(self._callers, match)
        if worker is None or self._words[match.first].text in self._joints.confiding:
            return False
        last = find_last(self._speakers, match)
        near = self._words[match.first].sentence - self._words[worker.first].sentence <= 1
        return near and (last is None or last.last < worker.first)

    def _is_single(self, match: Match) -> bool:
        """True for what is said of one alone: "says" behind "children fine" is not theirs."""
        return self._words[match.first].text in self._joints.single

    def _find_teller(self, named: Mention, match: Match) -> Mention | None:
        """Who told of the one named: "mum seen. Says K is rude. Wants help"."""
        place, who = self._told.get(self._words[named.first].sentence, (named.first, named))
        return who if place < named.first and not self._has_left(who, match) else None

    def _find_accompanied(self, match: Match) -> Mention | None:
        """The child with whom a clause of the sentence before began, where nobody but a companion
        was named behind: "child seen with foster carer. Wants to stay".
        """
        last, head = find_last(self._speakers, match), find_last(self._doers, match)
        if self._spoken_for or last is None:
            return None
        sentence = self._words[last.first].sentence
        if _NO_CHILD.isdisjoint(last.kinds):
            return None
        if not self._standing.stands_behind(last, self._joints.company):
            return self._find_beside(last) if sentence < self._words[match.first].sentence else None
        if head is None or head.kinds == _THING or self._words[head.first].sentence != sentence:
            return self._sighted.get(self._turned[last.first])  # "seen with foster carer. Wants"
        return head if head.children and _NO_CHILD.isdisjoint(head.kinds) else None

    def _find_beside(self, last: Mention) -> Mention | None:
        """The child with whom the sentence began in which an adult stands behind a comma and does
        nothing: "K on the sofa, mother in the chair".
        """
        first, behind = self._words[last.first], self._words[last.last : last.last + 1]
        stands = any(one.text in self._joints.stationed for one in behind)
        if not stands or not self._standing.begins_clause(last.first):
            return None
        began = [one for one in self._child_heads if one.last <= last.first]
        head = began[-1] if began else None
        if head is None or self._words[head.first].sentence != first.sentence:
            return None
        return head if _NO_CHILD.isdisjoint(head.kinds) else None

    def find_named(self, match: Match, gender: str) -> Mention | None:
        """The child named last before the match, if it can be of the gender."""
        child = find_last(self._named_children, match)
        return child if child is not None and may_be(child.gender, gender) else None

    def find_child(self) -> Mention:
        """The child of whom the text spoke last, else whose row it is."""
        return self._find_child()[0]

    def _find_child(self, match: Match | None = None) -> tuple[Mention, How]:
        if self._topic is not None and self._topic.children:
            return self._topic, How.TOPIC
        if match is not None and self._default.perhaps and not self._default.children:
            child = find_last(self._children, match)
            if child is not None:
                return child, How.LAST
        return self._default, How.DEFAULT

    def _fall_back(self, match: Match) -> tuple[Mention, How]:
        """Of whom the text spoke, else the child with whom a sentence began, else whose row."""
        if self._topic and not self._has_left(self._topic, match):
            return self._topic, How.TOPIC
        other = find_last(self._family, match)
        last = self._words[match.first].sentence - 1
        if other and other.kinds == _SIBLING and self._words[other.first].sentence == last:
            return other, How.BEGAN  # "K's brother arrested. Found with a knife"
        child = find_last(self._child_heads, match)
        return (child, How.BEGAN) if child else (self._default, How.DEFAULT)

    def _doubt(self, last: Mention | None, match: Match) -> Mention | None:
        """Who was named last; of a child in a sentence that began with another it is not sure."""
        head = find_last(self._heads, match)
        if last is None or head is None or not last.children or head.first >= last.first:
            return last
        if not head.children.isdisjoint(last.children):
            return last
        if self._words[head.first].sentence != self._words[last.first].sentence:
            return last
        if _NO_CHILD.isdisjoint(head.kinds):
            return head if head.children and head.children == self._default.children else last
        return last._replace(children=NOBODY, perhaps=last.children | last.perhaps)

    def _find_child_before(self, match: Match, sentence: int) -> Mention | None:
        """The child named last in the sentence, or who the match is joined to: "mum in bed and not
        seen".
        """
        child = find_last(self._children, match)
        if child is not None and self._turned[child.first] == sentence:
            return child
        return self._find_joined(match, sentence, spoken=False)

    def _find_joined(self, match: Match, sentence: int, *, spoken: bool) -> Mention | None:
        """The nearest before an "and" or a "who" that stands before the match."""
        at = match.first
        own = self._joints.relatives | (self._joints.joins if spoken else frozenset())
        if self._words[at].text not in own:  # "who said", "and said", or said of who
            at -= 1
        before = self._words[at].text if at >= 0 else ""
        for joining, people in (
            (self._joints.relatives, self._named),
            (self._joints.joins, self._doers if spoken else self._family),
        ):
            nearest = find_last(people, match) if before in joining else None
            if nearest is not None and self._turned[nearest.first] == sentence:
                return nearest
        return None

    def _find_before(self, match: Match, sentence: int, *, spoken: bool) -> Mention | None:
        """The nearest before it in its sentence: whom a phrase spoke of, or who is named."""
        joined = self._find_joined(match, sentence, spoken=spoken)
        if joined is not None:
            return joined
        last = self._last[1] if self._last is not None and self._last[0] == sentence else None
        people = self._speakers if spoken else self._people
        person = find_last(people, match, single=self._is_single(match))
        person = person if spoken else self._stay(person, match, spoken=False)
        if spoken and person is not None and self._turned[person.first] == sentence:
            child = self._find_accompanied(match)
            if child is not None and not self._words[match.first].joining:
                return child  # "seen with carer, says she likes it"
        if person is None or self._turned[person.first] != sentence:
            return last
        attached = self._words[match.first].joining  # "who says"
        inside = last is not None and last.last > match.first  # "K (alone), L": of K
        told = inside or last is None or last.last < person.last
        if spoken and not attached and not (told and self._standing.begins_clause(person.first)):
            head = find_last(self._heads, match)
            if head is not None and self._turned[head.first] == sentence:
                return head  # "mum brought K, says ...": who began is who says it
        return person if told else last
