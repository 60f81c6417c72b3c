"""Readers: a return in any format, damaged: read with every row accounted for, or told."""

import hashlib
import io
import tempfile
import time
import zipfile
from functools import cache
from pathlib import Path
from random import Random
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from chronolator import workers
from chronolator.errors import ReaderError
from chronolator.model import Sheet
from chronolator.readers.open import read_bytes
from chronolator.readers.protocol import Settings
from chronolator.readers.registry import select_readers
from chronolator.readers.sheet import read_sheets
from tests.fuzzing.damage import Damage, damages, require_remedy
from tests.fuzzing.writing import RULES, SHORT
from tests.layouts.build import build
from tests.layouts.features import FEATURES
from tests.layouts.formats import FORMATS, Format, carries

_SECONDS = 15.0
"""What one file may take in a merge."""
_COMPILED = {"xlsx", "strict", "xlsm", "xls", "ods"}
"""Read by a compiled library: it can panic and take all memory, and does in a worker alone."""
_LABEL, _READ = "return", "chronolator.readers.open:read_bytes"
_FORMATS = [form for form in FORMATS if not form.locked]
_READERS = select_readers()
_SETTINGS = Settings(RULES.headings, RULES.agencies, RULES.dates, layouts=RULES.layouts)


@cache
def _write(form: Format, seed: int) -> bytes:
    """A whole return of one habit of those who write them."""
    features = [one for one in FEATURES if carries(form, (one,))]
    book = build((Random(seed).choice(features),), f"{seed} {form.name}")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"return{form.suffix}"
        form.write(book, path)
        return path.read_bytes()


@settings(SHORT)
@given(st.sampled_from(_FORMATS), st.integers(0, 15), damages(), st.booleans())
def try_readers(form: Format, seed: int, damage: Damage, inside: bool) -> None:
    """No traceback and no hang; of what opens, every row is an entry, or no event and why."""
    data = _write(form, seed)
    is_package = zipfile.is_zipfile(io.BytesIO(data))
    data = damage.do_in_package(data) if inside and is_package else damage.do(data)
    try:
        sheets = _open(form, data)
    except ReaderError as error:
        require_remedy(error)
        return
    begun = time.process_time()
    for reading in read_sheets(sheets, _READERS, _SETTINGS, hashlib.sha256(data).hexdigest()):
        told = {entry.origin.row for entry in reading.entries}
        told |= {row.origin.row for row in reading.not_events}
        assert len(told) == sum(source.counts.not_blank for source in reading.sources)
    assert time.process_time() - begun < _SECONDS


def _open(form: Format, data: bytes) -> list[Sheet]:
    if form.name in _COMPILED:
        return cast("list[Sheet]", workers.call(_LABEL, _READ, data, _LABEL))
    return read_bytes(data, _LABEL)
