from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.han_readings import READINGS, readings
from dialogue_notes.detection.roster.korean_in_han import KoreanInHanDetector
from dialogue_notes.domain.record import Participant

PEOPLE = (
    Participant("p1", "m", 0, "Suh Kyu-won"),
    Participant("p2", "m", 1, "Kang Yong-chol"),
    Participant("p3", "m", 2, "Choe Hyon-su", scripts=("崔賢秀",)),
    Participant("p4", "m", 3, "Ruth Osei"),
    Participant("p5", "m", 4, "Kim Ku"),
)


def found(text: str) -> list[tuple[str, str, bool]]:
    detector = KoreanInHanDetector(PEOPLE)
    return [(text[one.start : one.end], one.entity, one.default) for one in detector.find(Passage(text))]


@pytest.mark.parametrize(
    ("text", "mention", "who"),
    [
        ("徐圭源 장관이 말했다.", "徐圭源 장관", "p1"),
        ("He met 徐圭源.", "徐圭源", "p1"),
        ("昨天姜勇哲说不行", "姜勇哲", "p2"),
        ("姜永哲は反対した", "姜永哲", "p2"),
    ],
)
def test_a_name_in_han_is_known_by_its_reading(text: str, mention: str, who: str) -> None:
    assert found(text) == [(mention, who, True)]


@pytest.mark.parametrize("text", ["徐圭明到了", "外交部长说", "金源", "崔賢秀", "圭源", "王文潞"])
def test_other_names_and_words_are_nobodys(text: str) -> None:
    assert found(text) == []


def test_two_signs_are_only_put_to_a_person() -> None:
    assert found("金九는 갔다") == [("金九", "p5", False)]


def test_a_sign_may_have_several_readings_and_an_unknown_one_has_none() -> None:
    assert set(readings("金龍")) == {"김룡", "금룡", "김용", "금용"}
    assert readings("金鱻") == ()
    assert all(len(way) == 1 for ways in READINGS.values() for way in ways)
