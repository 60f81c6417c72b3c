"""What one account of a contact tells and another does not: no contradiction, and no difference."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from chronolator.contacts.accounts import Account, take_all_words
from chronolator.contacts.differences.acting import ActionComparer
from chronolator.contacts.differences.attendance import AttendanceReader
from chronolator.contacts.differences.injuries import InjuryReader
from chronolator.contacts.differences.injury import Injury
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Answer, Flag, Mode, Question, Said, Silence

INJURY, THERE, AGREED = "an injury", "who was there", "what was agreed"
_SEVERAL = 2
_ABOUT = {
    Question.SEEN: "whether {} was seen",
    Question.ALONE: "whether {} was seen alone",
    Question.VIEWS: "the views of {}",
}
Flags = Mapping[str, Sequence[Flag]]
"""By the id of an event, its flags."""


class SilenceFinder:
    """Finds what accounts are silent on by their own words."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        attendance: AttendanceReader,
        injuries: InjuryReader,
        actions: ActionComparer,
    ) -> None:
        """Take what reads the accounts."""
        self._vocabulary = vocabulary
        self._attendance = attendance
        self._injuries = injuries
        self._actions = actions
        self._ailments = frozenset(vocabulary.rules.ailments)

    def find(self, accounts: Sequence[Account]) -> Iterator[Silence]:
        """The silences on an injury, on who was there, on what was agreed."""
        injuries = [(one, tuple(self._injuries.read(one).values())) for one in accounts]
        hurt = [(one, [it.words for it in found if self._is_hurt(it)]) for one, found in injuries]
        yield from _tell(INJURY, hurt, {one.event.id for one, found in injuries if found})
        yield from self._find_there(accounts)
        met = [take_all_words(one) for one in accounts if self._find_mode(one) is Mode.MEETING]
        agreed = [(one, self._list_agreed(one)) for one in met]
        named = {
            one.event.id for one in met if one.event.action or self._actions.names_agreement(one)
        }
        yield from _tell(AGREED, agreed, named)

    def _is_hurt(self, injury: Injury) -> bool:
        return not injury.is_none and not (injury.harms and injury.harms <= self._ailments)

    def _list_agreed(self, account: Account) -> list[str]:
        """What somebody is to do, or the cell of actions, unless it is one word ("NFA")."""
        told = [one.words for one in self._actions.read(account)]
        action = account.event.action
        return told or ([action] if len(action.split()) > 1 else [])

    def _find_there(self, accounts: Sequence[Account]) -> Iterator[Silence]:
        """Where people come together, an account may tell who else came: two others or more."""
        met = [one for one in accounts if self._find_mode(one) in {Mode.MEETING, Mode.DIRECT}]
        told = self._attendance.list_others(met)
        telling = [one for one in met if len({key for key, _ in told[one.event.id]}) >= _SEVERAL]
        for silent in met:
            own = silent.event.agency
            others = [
                (one, [words for key, words in told[one.event.id] if key != own]) for one in telling
            ]
            if not told[silent.event.id] and not silent.event.people:
                yield from _tell(THERE, [*others, (silent, [])])

    def _find_mode(self, account: Account) -> Mode | None:
        return find_mode(account, self._vocabulary)


def quote(flag: Flag) -> str:
    """The words that the answer rests on."""
    return " ... ".join(one.words for one in flag.evidence)


def find_unanswered(accounts: Sequence[Account], flags: Flags) -> Iterator[Silence]:
    """The silences on each child: seen, and where both saw the child, seen alone; the views.

    What explains a silence in the words of an account answers nothing.
    """
    by_child: defaultdict[str, dict[tuple[str, Question], Flag]] = defaultdict(dict)
    for one in accounts:
        for told in flags.get(one.event.id, ()):
            by_child[told.child][one.event.id, told.question] = told
    for child, answers in by_child.items():
        for question, about in _ABOUT.items():
            said = [
                (one, [quote(flag)] if _answers(flag) else [])
                for one in accounts
                if (flag := answers.get((one.event.id, question))) is not None
                and (
                    question is not Question.ALONE
                    or _saw(answers.get((one.event.id, Question.SEEN)))
                )
            ]
            yield from _tell(about.format(child), said)


def _saw(flag: Flag | None) -> bool:
    return flag is not None and flag.answer is Answer.YES


def _answers(flag: Flag | None) -> bool:
    return flag is not None and flag.answer is not Answer.NOT_RECORDED and bool(flag.evidence)


def _tell(
    about: str,
    told: Sequence[tuple[Account, Sequence[str]]],
    speaking: AbstractSet[str] = frozenset(),
) -> Iterator[Silence]:
    """A silence for every account without words, unless its id is among those `speaking`."""
    said = tuple(Said(one.event.id, words) for one, every in told for words in _leave_parts(every))
    silent = [one for one, every in told if not any(every) and one.event.id not in speaking]
    if said:
        yield from (Silence(about, one.event.id, said) for one in silent)


def _leave_parts(every: Sequence[str]) -> Iterator[str]:
    """The quotes, each once, without those that are part of another."""
    for words in dict.fromkeys(every):
        if words and not any(words != other and words in other for other in every):
            yield words
