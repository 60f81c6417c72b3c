"""What an author writes in decisions.toml, and what she is told of a slip."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.case import load_decisions
from chronolator.errors import CaseError
from chronolator.model import Decision, DecisionKind
from chronolator.model.written import find_refs, read_kind, read_ref, suggest_kind

A, B, C = "C-7K2M9QX4TD", "C-0W8Q6BN3RV", "C-1111111111"
GOOD = f'[[decision]]\nkind = "same contact"\nrefs = ["{A}", "{B}"]\n'


def load(tmp_path: Path, text: str) -> tuple[Decision, ...]:
    path = tmp_path / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    file = load_decisions(path)
    assert file.name == "decisions.toml"
    return file.decisions


def test_decisions_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    more = f'# later\n[[decision]]\nkind = "not a duplicate"\nrefs = ["{B}", "{C}"]\nwhy = " x "\n'
    assert load(tmp_path, GOOD + more) == (
        Decision(DecisionKind.SAME, (A, B), written="decisions.toml", line=1),
        Decision(DecisionKind.NOT_DUPLICATE, (B, C), "x", "decisions.toml", line=5),
    )
    assert load(tmp_path, "# nothing yet\n") == ()


@pytest.mark.parametrize(
    "refs",
    [
        f'["{A.lower()}", " {B} "]',
        f'["{A}, {B}"]',
        f'"{A}\\n{B}"',
        f'["{A};{B}"]',
        '["C7K2M9QX4TD", "C\u20130W8Q6BN3RV"]',
        '["C-7K2M9QX4TD.", "C-OW8Q6BN3RV"]',
    ],
)
def test_refs_are_read_as_a_person_types_them(tmp_path: Path, refs: str) -> None:
    (one,) = load(tmp_path, f'[[decision]]\nkind = "Same  Contact"\nrefs = {refs}\n')
    assert (one.kind, one.events) == (DecisionKind.SAME, (A, B))


REFS = f'refs = ["{A}", "{B}"]'


@pytest.mark.parametrize(
    ("text", "where", "what", "hint"),
    [
        (f'[[decision]]\nkind = "same"\n{REFS}', "line 2", '"same"', '"same contact"?'),
        (f'[[decision]]\nkind = "not same"\n{REFS}', "line 2", '"not same"', '"not the same"?'),
        (f'[[decision]]\nkind = "no duplicate"\n{REFS}', "2", "no dup", '"not a duplicate"?'),
        (f'[[decision]]\nkind = "not a duplicates"\n{REFS}', "2", "none", '"not a duplicate"?'),
        (f'[[decision]]\nkind = "duplicates"\n{REFS}', "2", "none", '"duplicate"?'),
        (f'[[decision]]\nkind = "zebra"\n{REFS}', "2", "zebra", "It can be"),
        (f"[[decision]]\nkind = true\n{REFS}", "2", "true or false", "It can be"),
        (f"{GOOD}[[decision]]\n{REFS}", "line 4, [[decision]] number 2", "kind is", "one of"),
        ('[[decision]]\nkind = "duplicate"', "line 1", "refs is missing", "two rows"),
        (f'[[decision]]\nkind = "duplicate"\nrefs = ["{A}"]', "3", "1 Ref", "two rows"),
        (f'[[decision]]\nkind = "duplicate"\nrefs = ["{A}", "{A.lower()}"]', "3", "twice", "two"),
        (f'[[decision]]\nkind = "duplicate"\nrefs = ["{A}", "12"]', "3", '"12"', "ten characters"),
        (f'[[decision]]\nkind = "duplicate"\nrefs = ["{A}", 12]', "3", "list of texts", "Refs"),
        ('[[decision]]\nkind = "duplicate"\nrefs = 12', "3", "a number", "Refs"),
        (
            f'[[decision]]\nkind = "duplicate"\n{REFS}\nwhy = 3',
            "line 4",
            "why is a number",
            "why =",
        ),
        (f'[[decision]]\nkind = "duplicate"\n{REFS}\nreason = ""', "4", '"reason"', "Known there"),
        (f'[[decision]]\nkinds = "duplicate"\n{REFS}', "line 2", '"kinds"', 'mean "kind"?'),
        (f'[decision]\nkind = "duplicate"\n{REFS}', "line 1", "no block", "[[decision]]"),
        (f'[[decisions]]\nkind = "duplicate"\n{REFS}', "1", '"decisions"', "[[decision]]?"),
        (f'kind = "duplicate"\n{GOOD}', "line 1", '"kind" is not known', "below a line"),
        (f'[[child]]\nname = "A"\n{GOOD}', "line 1", '"child"', "holds [[decision]]"),
        ("[[decision]\n", "line 1", "square brackets", "[[decision]]"),
    ],
)
def test_a_slip_is_told_with_its_line_and_what_to_write(
    tmp_path: Path, text: str, where: str, what: str, hint: str
) -> None:
    with pytest.raises(CaseError) as caught:
        load(tmp_path, text)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / "decisions.toml"))
    place, _, cause = message.partition(": ")
    assert where in place
    assert what in cause
    assert hint in caught.value.hint


def test_no_file_and_its_twin_are_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such file"):
        load_decisions(tmp_path / "decisions.toml")
    (tmp_path / "decisions.toml.txt").write_text(GOOD, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load_decisions(tmp_path / "decisions.toml")
    assert "hides the ending .txt" in caught.value.hint


@given(st.text(alphabet="0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=10, max_size=10))
def test_every_ref_is_read_in_small_letters_too(figures: str) -> None:
    ref = f"C-{figures}"
    assert read_ref(ref) == read_ref(ref.lower()) == read_ref(f" ({ref}), ".strip(" ,")) == ref
    assert find_refs(f"{ref} ,{ref.lower()};\n{ref[:-1]}") == ((ref, ref), (ref[:-1],))
    for between in (" and ", " AND ", " & ", "&", "/", " / ", ";", " + "):
        assert find_refs(f"{ref}{between}{ref}") == ((ref, ref), ()), between


@pytest.mark.parametrize(
    "written", ["", "C-", "C-7K2M9QX4T", "C-7K2M9QX4TDD", "C-7K2M9QX4TU", "No. 4"]
)
def test_what_is_no_ref_is_none(written: str) -> None:
    assert read_ref(written) is None


def test_no_word_that_denies_is_taken_for_one_that_affirms() -> None:
    for kind in DecisionKind:
        assert read_kind(f" {kind.upper()}\n") is kind
        for word in (kind, kind[:-1], f"{kind}s"):
            near = suggest_kind(word)
            assert near is not None
            assert near.startswith("not") == kind.startswith("not")
    assert suggest_kind("") is None
