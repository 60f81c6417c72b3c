"""What befalls bytes: cut, doubled, overwritten with what a format knows and nobody writes."""

import io
import zipfile
from dataclasses import dataclass

from hypothesis import strategies as st

from chronolator.errors import ChronolatorError

_TOKENS = (
    *rb"< > </ /> ' & ]]> <!-- <![CDATA[ &#0; &#x110000; &amp; -1 0 4294967296 1e999 nan".split(),
    *rb'" ; , A1048577 XFE1 A0 <w:vMerge/> gridSpan="9" t="e" columns-repeated="9999999"'.split(),
    *rb"[[ = [ ] { \u0000 (?= ((a+)+)+$ # 1979-05-27 true".split(),
    *(b"", b"\x00", b"\xff\xfe", b"\xe2\x80", b'"""', b" ", b"\r\n"),
)


@dataclass(frozen=True, slots=True)
class Edit:
    """At `place` (a share of the whole) `cut` bytes go, and `put` comes, `times` over."""

    place: float
    cut: int
    put: bytes
    times: int

    def do(self, data: bytes) -> bytes:
        begins = int(self.place * len(data))
        return data[:begins] + self.put * self.times + data[begins + self.cut :]


@dataclass(frozen=True, slots=True)
class Damage:
    """Edits, one after another; in a package within one of its parts (`part`, counted round)."""

    edits: tuple[Edit, ...]
    part: int

    def do(self, data: bytes) -> bytes:
        """The bytes so damaged."""
        for edit in self.edits:
            data = edit.do(data)
        return data

    def do_in_package(self, data: bytes) -> bytes:
        """The same within one part of a package, which stays a package."""
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
            names = old.namelist()
            for number, name in enumerate(names):
                part = old.read(name)
                new.writestr(name, self.do(part) if number == self.part % len(names) else part)
        return made.getvalue()


_edits = st.builds(
    Edit,
    st.floats(0, 1),
    st.integers(0, 3) | st.integers(0, 400),
    st.sampled_from(_TOKENS) | st.binary(max_size=8),
    st.integers(1, 3),
)


def require_remedy(error: ChronolatorError) -> None:
    """That the error says what is wrong, and what to do."""
    assert str(error)
    assert error.hint


def damages() -> st.SearchStrategy[Damage]:
    """Damage of one to five edits."""
    return st.builds(
        Damage, st.lists(_edits, min_size=1, max_size=5).map(tuple), st.integers(0, 40)
    )
