"""Which of the patterns that a text meets count, and why the others do not."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from chronolator.model import Means, Phrase, Question, Reach, Says, SeenRules
from chronolator.seen.heard import Loss, Met
from chronolator.seen.nets import Span
from chronolator.seen.quotations import Quotations
from chronolator.seen.tells import TELLS
from chronolator.words.word import Word

_ALL = frozenset[Question | Means](Question)
_HEARD = frozenset[Question | Means]({Question.SEEN, Question.VIEWS})
_SIGHT = (Says.SEEN,)
_MASK = (Says.NOTHING,)
_NEAR = (
    Reach.LABEL,
    Reach.SENTENCE_AND_ROW,
    Reach.ROW,
    Reach.SENTENCE_BOTH,
    Reach.SENTENCE,
    Reach.CLAUSE_BOTH,
    Reach.CLAUSE,
)
"""Of two cues in the same words that which reaches farther counts."""


class Chooser:
    """What the patterns of the rules speak about, ready to choose among them."""

    def __init__(self, rules: SeenRules) -> None:
        """Prepare once for all texts."""
        self._phrases = rules.phrases
        self._quotations = Quotations(rules.lists or {})
        self._means = [one.means for one in rules.cues]
        self._about: list[frozenset[Question | Means]] = [
            _find_questions(one) for one in rules.phrases
        ]
        self._about += [frozenset({one}) for one in self._means]
        self._nearness = [0] * len(rules.phrases) + [_NEAR.index(one.reach) for one in rules.cues]
        self._sights = frozenset(
            meaning for meaning, one in enumerate(rules.phrases) if one.says == _SIGHT
        )

    def choose(
        self, words: Sequence[Word], spans: Sequence[Span], agency: str, means: Iterable[Means]
    ) -> tuple[Met, list[Span]]:
        """What counts of all that was met and what does not; and the phrases that say something.

        `means` are what reaches the whole text from outside.
        """
        count = len(self._phrases)
        lost: list[tuple[Span, Loss]] = []
        phrases: list[Span] = []
        quoted = [span for span in spans if self._is_quoted(words, span)]
        aside = set(quoted)
        spoken = [span for span in spans if span not in aside]
        lost += [(span, Loss.QUOTED) for span in quoted]
        cues = [span for span in spoken if span.meaning >= count]
        there = {*means, *(self._means[span.meaning - count] for span in cues)}
        for span in spoken:
            if span.meaning < count:
                loss = _find_loss(self._phrases[span.meaning], agency, there)
                if loss is None:
                    phrases.append(span)
                else:
                    lost.append((span, loss))
        kept, half = self._keep_longest(phrases, lost)
        masks = {span for span in kept if self._phrases[span.meaning].says == _MASK}
        closed = [span for span in kept if Says.NOTHING in self._phrases[span.meaning].says]
        masked = {place for span in closed for place in range(span.first, span.last)}
        hidden = {one for one in cues if not masked.isdisjoint(range(one.first, one.last))}
        lost += [(one, Loss.MASKED) for one in cues if one in hidden]
        free, _ = self._keep_longest((one for one in cues if one not in hidden), lost)
        return Met(kept, free, lost, half), [span for span in kept if span not in masks]

    def _is_quoted(self, words: Sequence[Word], span: Span) -> bool:
        """True for what stands in quoted words; but few phrases are met where such words begin."""
        first = words[span.first]
        if not first.quoted:
            return False
        phrase = self._phrases[span.meaning] if span.meaning < len(self._phrases) else None
        if phrase is None or not phrase.quotation:
            return True
        return not self._quotations.are_said(words, span.first)

    def _rank(self, span: Span) -> tuple[int, ...]:
        """The longest first, then the first; of the same words what reaches farther."""
        return span.first - span.last, span.first, self._nearness[span.meaning], span.meaning

    def _keep_longest(
        self, spans: Iterable[Span], lost: list[tuple[Span, Loss]]
    ) -> tuple[list[Span], frozenset[Span]]:
        """The spans without those that a longer one about the same thing overlaps, in order; these
        go to the `lost`. What tells of views and a sighting is kept for the views, where a longer
        one has only the sighting: those spans come second.
        """
        kept: list[Span] = []
        half: set[Span] = set()
        closed: set[int] = set()
        taken: dict[Question | Means, set[int]] = defaultdict(set)
        for span in sorted(spans, key=self._rank):
            words = range(span.first, span.last)
            about = self._about[span.meaning]
            places = [taken[thing] for thing in about]
            if all(place.isdisjoint(words) for place in places):
                for place in places:
                    place.update(words)
                kept.append(span)
                if span.meaning not in self._sights:
                    closed.update(words)
            elif about == _HEARD and closed.isdisjoint(words):
                kept.append(span)
                half.add(span)
                closed.update(words)
            else:
                lost.append((span, Loss.LONGER))
                if about == _ALL:
                    closed.update(words)
        kept.sort(key=lambda one: one.first)
        return kept, frozenset(half)


def _find_loss(phrase: Phrase, agency: str, there: Container[Means]) -> Loss | None:
    """Why the phrase does not count in a text of that agency with those cues; None if it does."""
    if phrase.agencies and agency not in phrase.agencies:
        return Loss.AGENCY
    if phrase.given and phrase.given not in there:
        return Loss.GIVEN
    return Loss.UNLESS if any(one in there for one in phrase.unless) else None


def _find_questions(phrase: Phrase) -> frozenset[Question | Means]:
    """About which questions a phrase speaks; one that says nothing keeps all others away."""
    if Says.NOTHING in phrase.says:
        return _ALL
    told = {*phrase.says, *phrase.negated} - {Says.NOTHING}
    return frozenset[Question | Means](TELLS[says][0] for says in told)
