"""The reason of an answer, as the column "why" of a workbook of ours tells it."""

from chronolator.model import Question, Reason

_LONGEST_FIRST = sorted(Reason, key=lambda reason: -len(reason.value))


def read_reason(why: str, question: Question) -> Reason:
    """The reason that the cell `why` gives for the answer to the question; silence without one."""
    told = f"{question.capitalize()}: "
    for line in why.splitlines():
        if line.startswith(told):
            rest = line.removeprefix(told)
            for reason in _LONGEST_FIRST:
                if rest == reason.value or rest.startswith(f"{reason.value}: "):
                    return reason
    return Reason.SILENT
