"""With whom a clause or a sentence begins."""

from collections.abc import Sequence

from chronolator.model import Kind, PeopleRules
from chronolator.words.mention import Mention
from chronolator.words.word import Word


def leads(words: Sequence[Word], one: Mention) -> bool:
    """True for who begins a clause, behind no word that joins it to another."""
    begins = one.first == 0 or words[one.first - 1].clause != words[one.first].clause
    return begins and not one.owner and not (one.first and words[one.first - 1].joining)


def find_leading(
    words: Sequence[Word],
    pronoun: Mention,
    owner: Mention,
    fitting: Sequence[Mention],
    rules: PeopleRules,
) -> list[Mention]:
    """The worker with whom the sentence begins that names a child as an owner alone, where the
    pronoun does what workers do: "Ms Hill rang after K's operation. She described".
    """
    does = [word.text for word in words[pronoun.last : pronoun.last + 1]]
    if not set(does) & set(rules.accounting):
        return []
    return [
        one
        for one in fitting
        if one.kinds == (Kind.PROFESSIONAL,)
        and words[one.first].sentence == words[owner.first].sentence
        and one.first < owner.first
        and leads(words, one)
    ]
