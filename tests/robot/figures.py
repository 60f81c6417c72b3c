"""What became of what the author wrote, counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.robot.fate import Fate, Judged
from tests.robot.held import Kind


@dataclass(slots=True)
class Figures:
    """How many met which fate: of everything by its kind, of notes by what changed their row."""

    kinds: Counter[tuple[Kind, Fate]] = field(default_factory=Counter)
    changed: Counter[tuple[str, bool, Fate]] = field(default_factory=Counter)
    remarks: Counter[str] = field(default_factory=Counter)

    def add(self, judged: Iterable[Judged]) -> None:
        for one in judged:
            self.kinds[one.held.kind, one.fate] += 1
            if one.remark:
                self.remarks[one.remark.partition(" row ")[0]] += 1
            if one.change and one.held.kind is Kind.NOTE and not one.held.torn:
                self.changed[one.change, one.standing, one.fate] += 1

    def weigh(self, mix: Mapping[str, int]) -> tuple[float, float]:
        """Shares of the notes of changed rows that were placed rightly and wrongly, by the mix, a
        third of each beside rows of a standing phrase. Of a dropped row they are right to wait.
        """
        right = wrong = total = 0.0
        for change, weight in mix.items():
            for standing, share in ((False, 2 / 3), (True, 1 / 3)):
                those = {f: self.changed[change, standing, f] for f in Fate}
                if number := sum(those.values()):
                    fit = those[Fate.WAITING if change == "dropped" else Fate.RIGHT]
                    right += weight * share * fit / number
                    wrong += weight * share * (those[Fate.WRONG] + those[Fate.SILENT]) / number
                    total += weight * share
        return (right / total, wrong / total) if total else (1.0, 0.0)

    def tell(self, mix: Mapping[str, int]) -> Iterator[str]:
        """A table of the kinds, one of the changes, and the shares."""
        yield from _make_table({(str(kind), fate): n for (kind, fate), n in self.kinds.items()})
        by_change: Counter[tuple[str, Fate]] = Counter()
        for (change, standing, fate), number in self.changed.items():
            by_change[f"{change}{', standing phrase' if standing else ''}", fate] += number
        yield from _make_table(by_change)
        yield from (f"{number} x {remark}" for remark, number in self.remarks.most_common())
        right, wrong = self.weigh(mix)
        yield f"Of notes whose row changed, by the mix: {right:.1%} rightly, {wrong:.1%} wrongly"


def _make_table(numbers: Mapping[tuple[str, Fate], int]) -> Iterator[str]:
    fates = [one for one in Fate if any(fate is one for _, fate in numbers)]
    yield f"{'':32}" + "".join(f"{one.name.lower():>9}" for one in fates)
    for name in sorted({name for name, _ in numbers}):
        cells = "".join(f"{numbers.get((name, one), 0) or '':>9}" for one in fates)
        yield f"{name:32}{cells}"
    yield ""
