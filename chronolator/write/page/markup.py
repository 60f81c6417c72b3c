"""What the page shows, as values -> the text of the file."""

import json
from base64 import b64encode
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from chronolator.columns import FORMAT_VERSION, READING_PROPERTY, clean_text
from chronolator.model import Chronology
from chronolator.rows.gaps import tell_undated
from chronolator.write.opening import MEANING, name_document, tell_counts, tell_what
from chronolator.write.page.values import Json
from chronolator.write.palette import ANSWER_INKS, INK, QUIET, RULE

_ASSETS = files("chronolator.write.page") / "assets"
_SCRIPTS = ("values", "days", "picture", "marks", "pointing", "accounts", "list", "start")
"""The parts of the one script, in their order."""
_DATA = '<script type="application/json" id="chronology">'
_NEVER_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Written so, they are the same to who reads the data, and nothing to who reads the page."""


def fill_page(values: Json, chronology: Chronology, made_on: date) -> str:
    """The whole file."""
    case = chronology.case
    style = _colour() + _read("page.css") + _mark_paper(case.marking, name_document(case))
    script = "\n".join(_read(f"{name}.js") for name in _SCRIPTS)
    opening = [
        tell_what(chronology, made_on),
        *tell_counts(chronology, by_contact=False),
        *tell_undated(chronology.clocks, case),
    ]
    return Template(_read("page.html")).substitute(
        policy=_forbid_all_but(script, style),
        property=READING_PROPERTY,
        version=FORMAT_VERSION,
        title=_tell(name_document(case)),
        marking=_tell(case.marking),
        opening=_tell(" ".join(opening)),
        meaning=_tell(MEANING),
        style=style,
        data=f"{_DATA}{_write(values)}</script>",
        script=script,
    )


def read_values(path: Path) -> Json:
    """The data of a page that was written here. Raises `ValueError` where it holds none."""
    _, found, behind = path.read_text(encoding="utf-8").partition(_DATA)
    if not found:
        raise ValueError
    values: Json = json.loads(behind.partition("</script>")[0])
    return values


def _write(values: Json) -> str:
    told = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return told.translate(_NEVER_MARKUP)


def _read(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _tell(words: str) -> str:
    return escape(" ".join(clean_text(words).split()))


def _forbid_all_but(script: str, style: str) -> str:
    """The policy under which the page is shown: its own script and style, known by their hashes,
    and nothing else; no network, no form, no markup made of a text.
    """
    return escape(
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
        "trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _colour() -> str:
    inks = {"ink": INK, "quiet": QUIET, "rule": RULE}
    inks |= {answer.value: ink for answer, ink in ANSWER_INKS.items()}
    told = "".join(f"--{name}:{colour};" for name, colour in inks.items())
    return f":root{{{told}}}\n"


def _mark_paper(marking: str, title: str) -> str:
    """The marking and the title above and below every printed page."""
    held = {
        "top-left": _quote(marking),
        "top-right": _quote(title),
        "bottom-left": _quote(marking),
        "bottom-right": '"Page " counter(page) " of " counter(pages)',
    }
    return f"@page {{{''.join(_stand(place, words) for place, words in held.items())}}}\n"


def _stand(place: str, words: str) -> str:
    return f"@{place}{{content:{words};font:8pt Arial,sans-serif;color:{INK}}}"


def _quote(words: str) -> str:
    """The words as a text of a style sheet, each sign but letters and digits by its number."""
    clean = " ".join(clean_text(words).split()).encode("utf-8", errors="replace").decode()
    return f'"{"".join(_number(clean))}"'


def _number(words: str) -> Iterable[str]:
    return (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in words)
