from __future__ import annotations

import pytest

from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.typing_line.completion import Candidate, candidates

ROSTER = (
    Participant("1", "m", 1, "Kang Yong-chol", family_name="Kang", scripts=("강용철",), code="kyc"),
    Participant("2", "m", 2, "Pak Jin-sook", code="pjs"),
    Participant("3", "m", 3, "Petra Vance", code="pv"),
    Participant("4", "m", 4, "Helen Whitcombe", aliases=("Nell",), code="hw"),
    Participant("5", "m", 5, "Three notetakers", count=3),
)


def found(line: str) -> list[str]:
    return [line[: one.start] + one.replacement for one in candidates(line, len(line), ROSTER)]


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("p", ["pjs: ", "pv: "]),
        ("pj", ["pjs: "]),
        ("hw", ["hw: "]),
        ("vance", ["pv: "]),
        ("Nel", ["hw: "]),
        ("강", ["kyc: "]),
        ("лн", ["kyc: "]),
        ("ㅔㅓ", ["pjs: "]),
        ("?", ["?: "]),
        ("1105: hw", ["1105: hw: "]),
        ("~ kyc", ["~ kyc: "]),
        ("// kyc", ["// kyc: "]),
        ("!! hw", ["!! @hw "]),
        ("hw: !! ask @ky", ["hw: !! ask @kyc "]),
        ("thinks Whit", ["thinks Whitcombe"]),
        ("thinks w", []),
        ("thinks Whitcombe", []),
        ("", []),
        ("zzz", []),
    ],
)
def test_tab_completes_codes_and_names(line: str, completed: list[str]) -> None:
    assert found(line) == completed


def test_only_what_stands_before_the_caret_counts() -> None:
    assert candidates("pj rest", 2, ROSTER) == (Candidate(0, "pjs: ", "pjs", "Pak Jin-sook", "2"),)
