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


GLOSSARY = {"ne": "nuclear exercise", "neg": "negotiation", "mor": "moratorium"}


def found(line: str) -> list[str]:
    return [line[: one.start] + one.replacement for one in candidates(line, len(line), ROSTER, GLOSSARY)]


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
        ("hw?", ["hw?: "]),
        ("hw: !! ky", ["hw: !! @kyc "]),
        ("%option hw", ["%option hw: "]),
        ("%option %personal 1105: pj", ["%option %personal 1105: pjs: "]),
        ("1105: ~ hw", ["1105: ~ hw: "]),
        ("%op", ["%option "]),
        ("hw: we may %op", ["hw: we may %option "]),
        ("%int", ["%interpreted "]),
        ("%clo", ["%closing "]),
        ("%щз", ["%option "]),
        ("%ㅐㅔ", ["%option "]),
        ("%p", ["%personal "]),
        ("%inst", ["%instructed "]),
        ("%c", ["%check ", "%channel ", "%confidence ", "%closing "]),
        ("%zz", []),
        ("5 %op more", []),
        (";ne", ["nuclear exercise ", "negotiation "]),
        ("the ;mo", ["the moratorium "]),
        ("the ;ьщ", ["the moratorium "]),
        (";zz", []),
        ("他说强", []),
        ("问강용", ["问강용철"]),
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


def test_a_margin_word_is_offered_first_or_last_only() -> None:
    assert candidates("hw: 5 %op more", 9, ROSTER) == ()
    assert [one.code for one in candidates("%op hw: more", 3, ROSTER)] == ["%option"]


def test_what_is_offered_says_what_it_stands_for() -> None:
    assert [(one.code, one.name) for one in candidates("%pe", 3, ROSTER)] == [("%personal", "personal view")]
    assert [(one.code, one.name) for one in candidates(";mo", 3, ROSTER, GLOSSARY)] == [
        (";mor", "moratorium")
    ]
    assert candidates(";mo", 3, ROSTER) == ()


def test_a_line_of_five_million_letters_costs_no_more_than_a_short_one() -> None:
    """Only what stands near the caret and at the start is looked at: names are found behind any length of text."""
    line = "hw: " + "word " * 1_000_000 + "Whit"
    assert [one.replacement for one in candidates(line, len(line), ROSTER)] == ["Whitcombe"]
