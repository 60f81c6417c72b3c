"""What one side alone records, in words that claim no more than the returns do."""

from collections.abc import Mapping

from chronolator.model import OneSided
from chronolator.model.values import name_day

_MOST = 3


def tell_no_entry(one: OneSided, numbers: Mapping[str, int]) -> str:
    """What was looked for in the other side's return, and not found: a gap in the returns, which
    need not be one in what was done. Its entries of that day, which may be it after all, are told
    by their `numbers` in the chronology.
    """
    days = f"from {name_day(one.first)} to {name_day(one.last)}"
    return f"no entry found in the returns of {one.agency} {days}{_tell_unlinked(one, numbers)}"


def _tell_unlinked(one: OneSided, numbers: Mapping[str, int]) -> str:
    known = sorted(numbers[name] for name in one.unlinked if name in numbers)
    if not known:
        return ""
    if len(known) == 1:
        return f"; it has an entry of that day, No. {known[0]}, which was not linked"
    named = [str(number) for number in known[:_MOST]]
    more = len(known) - len(named)
    last = f"{more} more" if more else named.pop()
    return f"; it has entries of that day, No. {', '.join(named)} and {last}, which were not linked"
