"""What agencies write, and what nobody would: the strategies that the trials share."""

import csv
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from chronolator.rules import load_rules

ROOT = Path(__file__).parent.parent
RULES = load_rules()
SHORT = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
"""Of a trial that takes long, in the tests; a long run tries what the time allows."""

with (ROOT / "quality" / "seen.csv").open(encoding="utf-8-sig", newline="") as _file:
    SENTENCES = sorted({one["text"] for one in csv.DictReader(_file)})

_AWKWARD = (
    *("", " ", "\u00a0", "-", "n/a", "=1+1", "@SUM(A1)", "-2+3", "+44 20 7946 0000", "'=x", "#N/A"),
    *("_x000D_", "\u202etxt.exe", "\ufeff", "\u200b", "e\u0301", "\U0001f476", "\x07", "\x1b[31m"),
    *("</w:t>", "<script>x</script>", "&amp;", "]]>", '"', ",", ";", "\t", "a\nb", "a\r\nb", "\r"),
    *("as above", "ditto", '"', "see below", "cont.", "Total", "END", "Page 3 of 9", "NIL RETURN"),
)
_DATES = """12/03/2019|1.4.19|2019-05-02|3rd June 2019|Mon 3 June|June 2019|2019|early July 2019|
c. 4/7/19|4-6/8/2019|4 Aug 2019 to 9 Aug 2019|n.d.|31/02/2019|00/00/0000|43622|43622.5|29 Feb|
12/03/19 14:30|next day|two weeks later|since birth|Spring 2019|Q3 2019|w/c 5/8/19|13/13/2013|
9999-12-31|1/1/0001""".replace("\n", "").split("|")
_PIECES = (
    "1 2 9 12 31 0 99 2019 19 24:00 14:30 2.30pm noon 24 Jan Sept December Mon Tuesday st th of to "
    "and between from / - . : , ( ) – ? circa approx early mid w/e before after until week weeks "
    "months ago aged born same term"
).split(" ")

letters = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
"""Any letters at all that a file can hold."""
days = st.sampled_from(_DATES) | st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join)
"""A date as written, or its pieces in any order."""
sentences = st.sampled_from(SENTENCES)
"""What a row told of in one of the labelled rows."""
awkward = st.sampled_from(_AWKWARD)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """What happened: sentences whole and broken, beside letters that mean nothing."""
    parts = draw(st.lists(sentences | awkward | letters | days, min_size=1, max_size=4))
    text = draw(st.sampled_from(("", " ", ". ", "\n", "; "))).join(parts)
    begins = draw(st.integers(0, len(text)))
    return text[begins:] if draw(st.booleans()) else text
