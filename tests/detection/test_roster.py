from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.detector import RosterDetector
from dialogue_notes.detection.title_words import mention_start
from dialogue_notes.domain.record import Participant


def people(*names: str, **fields: object) -> tuple[Participant, ...]:
    return tuple(Participant(f"p{number}", "m", number, name, **fields) for number, name in enumerate(names))  # type: ignore[arg-type]  # the fields of a participant


def found(text: str, *roster: Participant) -> list[tuple[str, str]]:
    findings = sorted(RosterDetector(roster, (Passage(text),)).find(Passage(text)), key=lambda one: one.start)
    return [(text[one.start : one.end], one.entity) for one in findings]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Dr. Henry A. Kissinger came", ["Dr. Henry A. Kissinger"]),
        ("Henry J. Kissinger came", ["Henry J. Kissinger"]),
        ("told Assistant Secretary of State Kissinger", ["Kissinger"]),
        ("the Assistant Secretary Kissinger's view", ["Assistant Secretary Kissinger"]),
        ("the Deputy Prime Minister Kissinger", ["Deputy Prime Minister Kissinger"]),
        ("H. A. Kissinger and henry", ["H. A. Kissinger", "henry"]),
        ("Dr. K. agreed", ["Dr. K"]),
        ("Foreign Kissinger", ["Kissinger"]),
        ("The Secretary. Kissinger then", ["Kissinger"]),
        ("Secretary\nKissinger", ["Kissinger"]),
        ("Kissinger, Henry", ["Kissinger, Henry"]),
        ("nobody here", []),
    ],
)
def test_a_mention_takes_its_titles_and_initials_along(text: str, mentions: list[str]) -> None:
    assert [one for one, _ in found(text, *people("Mr. Henry A. Kissinger"))] == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("так П. А. Воронцов сказал", ["П. А. Воронцов"]),
        ("у П.А. Воронцова", ["П.А. Воронцова"]),
        ("Воронцов П. А. сказал", ["Воронцов П. А."]),
        ("«П. Воронцов»", ["П. Воронцов"]),
        ("А Воронцов сказал", ["Воронцов"]),
        ("В. Воронцов сказал", ["Воронцов"]),
    ],
)
def test_initials_in_cyrillic_belong_to_a_mention(text: str, mentions: list[str]) -> None:
    assert [one for one, _ in found(text, *people("Пётр Алексеевич Воронцов"))] == mentions


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("서규원 장관이 말했다", "서규원 장관"),
        ("서규원장관은", "서규원장관"),
        ("서규원 국장님께서", "서규원 국장님"),
        ("서규원 씨는", "서규원 씨"),
        ("鲁正一部长说", "鲁正一部长"),
        ("鲁正一先生", "鲁正一先生"),
        ("서규원과 다른 장관", "서규원"),
        ("Seo 장관", "Seo 장관"),
    ],
)
def test_a_mention_takes_the_title_along_that_stands_behind_it(text: str, mention: str) -> None:
    roster = people("Seo Gyu-won", scripts=("서규원", "鲁正一"))
    assert [one for one, _ in found(text, *roster)] == [mention]


def test_who_shares_a_name_is_told_apart_by_full_name_or_title_or_not_at_all() -> None:
    roster = people("Ambassador Ruth Osei", "General Kwame Osei")
    assert found("Ruth Osei and Osei", *roster) == [("Ruth Osei", "p0"), ("Osei", "p0|p1")]
    assert found("General Osei met Mr. Osei", *roster) == [("General Osei", "p1"), ("Mr. Osei", "p0|p1")]


def test_two_names_side_by_side_are_two_mentions() -> None:
    roster = people("Winston Lord", "Sir Marmaduke Wolverton")
    assert found("Winston Lord Sir Marmaduke Wolverton", *roster) == [
        ("Winston Lord", "p0"),
        ("Sir Marmaduke Wolverton", "p1"),
    ]


def test_a_line_with_two_people_is_one_participant() -> None:
    roster = people("Tang Wen-sheng and Chi Chao-chu")
    assert found("Chi Chao-chu and Miss Tang", *roster) == [("Chi Chao-chu", "p0"), ("Miss Tang", "p0")]


def test_each_finding_explains_itself() -> None:
    reasons = {
        "Kissinger": "family name of a participant",
        "Dr. Kissinger": "title and family name of a participant",
        "Henry Kissinger": "full name of a participant",
        "HAK": "initials of a participant",
        "hk": "typing code of a participant",
    }
    detector = RosterDetector(people("Henry A. Kissinger", code="hk"))
    for text, reason in reasons.items():
        (finding,) = detector.find(Passage(text))
        assert finding.reason == reason
        assert finding.default
        assert 0 < finding.score <= 0.99
    (shared,) = RosterDetector(people("Anna Osei", "Ruth Osei")).find(Passage("Osei"))
    assert shared.reason == "family name that 2 participants share"


def test_a_title_counts_only_right_before_the_name() -> None:
    text = "the Minister, and Kissinger"
    assert mention_start(text, text.index("Kissinger"), 0) == text.index("Kissinger")
    assert mention_start("Dr. Kissinger", 4, 3) == 4
