"""A blank return, written as every file is."""

from datetime import date
from pathlib import Path

from chronolator.model import Case, TemplateRules
from chronolator.save import Saved, check_made_target, save_made
from chronolator.save.forms import choose_form
from chronolator.write.package import is_sound
from chronolator.write.template import write_blank_document, write_blank_workbook

_FORMS = {".xlsx": write_blank_workbook, ".docx": write_blank_document}


def save_template(
    case: Case,
    target: Path,
    *,
    agency: str,
    rules: TemplateRules,
    made_on: date,
    force: bool = False,
) -> Saved:
    """Write a blank return for the agency ("": it names itself) to `target`, in the form that its
    ending names. Raises `OutputError` where that cannot be, and where a file stands there, which
    somebody may have filled in, unless `force`.
    """
    write = choose_form(target, _FORMS)
    stood = check_made_target(target, force=force)
    return save_made(
        target, lambda path: write(case, path, made_on, rules, agency), is_sound, stood=stood
    )
