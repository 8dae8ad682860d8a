from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.typing_codes import make_code, read_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kang Yong-chol", "kyc"),
        ("Helen Whitcombe", "hw"),
        ("Anna Sørli", "as"),
        ("Émile Ÿ", "ey"),
        ("Madonna", "ma"),
        ("X", "x"),
        ("Jean-Luc de la Tour du Pin", "jldl"),
        ("Sean O'Brien", "sob"),
        ("Song", "son"),
        ("Nora Ode", "nod"),
        ("강용철", "p1"),
        ("", "p1"),
    ],
)
def test_a_code_is_made_of_initials(name: str, code: str) -> None:
    assert make_code(name, ()) == code


def test_a_taken_code_is_lengthened_then_numbered() -> None:
    taken: list[str] = []
    for _ in range(6):
        taken.append(make_code("Helen Whitcombe", taken))
    assert taken == ["hw", "hwh", "hwhi", "hew", "helw", "hw2"]


@given(st.lists(st.text(max_size=20), max_size=30))
def test_codes_are_short_ascii_and_unique(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        code = make_code(name, taken)
        assert code.isascii()
        assert code.isalnum()
        assert code == code.lower()
        assert code[0].isalpha()
        taken.append(code)
    assert len(set(taken)) == len(names)


@given(st.text(max_size=10))
def test_only_its_own_keys_read_a_code(typed: str) -> None:
    found = read_code(typed, {"zqx9": "p"})
    assert found in (None, "p")
    assert read_code("ZQX9", {"zqx9": "p"}) == "p"


def test_two_layouts_that_disagree_name_nobody() -> None:
    assert read_code("qm", {"am": "1"}) == "1"
    assert read_code("q", {"a": "1", "q": "2"}) == "2"
