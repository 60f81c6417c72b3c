"""The author's answer in a cell, however it is spelt."""

from chronolator.model import Answer, Question, Value
from chronolator.model.values import show_value

_QUESTIONS = frozenset(Question)


def is_answer(key: str) -> bool:
    """True for the key of a column that holds answers about a child."""
    question, _, child = key.partition(" ")
    return question in _QUESTIONS and bool(child)


def read_answer(value: Value) -> Answer | None:
    """The answer in a cell, however it is spelt; None where it is none of the four."""
    told = show_value(value).casefold()
    told = {"y": "yes", "n": "no"}.get(told, told)
    return Answer(told) if told in set(Answer) else None
