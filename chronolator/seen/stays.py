"""Stays in a ward, throughout which the child was there."""

import re

from chronolator.model import Answer, Evidence, Field, Question, Reason, SeenRules
from chronolator.seen.decide import Finding
from chronolator.seen.observed import Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.words.fold import match_any


class Stays:
    """The rules' words for places of a stay, ready to be found."""

    def __init__(self, rules: SeenRules) -> None:
        """Prepare once for all rows."""
        self._words = re.compile(match_any(rules.stays).pattern, re.IGNORECASE)
        self._patients = rules.patients

    def find(self, row: Row, child: int) -> list[Finding]:
        """An admission, told by a ward: the child was there throughout a period of days, and on one
        day of which the ward writes more than that somebody rang.
        """
        event, when = row.event, row.event.when
        if when.first is None or when.last is None or child not in row.whose.children:
            return []
        if when.first == when.last and (row.finds(*AT_A_DISTANCE) or not event.text):
            return []
        fields = [Field.PLACE, Field.CONTACT_TYPE]
        if when.first != when.last and row.kind in self._patients:
            fields.append(Field.TEXT)
        for field in fields:
            words = getattr(event, field)
            if found := self._words.search(words):
                whole = (0, len(words)) if field is not Field.TEXT else found.span()
                evidence = (Evidence(words[slice(*whole)], field, *whole),)
                seen = Question.SEEN, Answer.YES, Reason.IN_SIGHT
                return [Finding(*seen, evidence, "stay", implied=True)]
        return []
