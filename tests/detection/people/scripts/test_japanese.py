from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.people.scripts.detector import OtherScriptsDetector


def sure(*texts: str) -> list[tuple[str, str]]:
    """What is hidden by default, with its entity."""
    passages = [Passage(text) for text in texts]
    detector = OtherScriptsDetector(passages)
    return [
        (one.text[found.start : found.end], found.entity)
        for one in passages
        for found in detector.find(one)
        if found.default
    ]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("ヴォトレックさんは反対した。", "ヴォトレックさん"),
        ("イオアン・アルデレアン氏が述べた。", "イオアン・アルデレアン氏"),
        ("昨日アルデレアン外相と会った。", "アルデレアン外相"),
        ("たなかさんが来た。", "たなかさん"),
        ("田中さんと話した。", "田中さん"),
        ("山本太郎氏の提案です。", "山本太郎氏"),
        ("高橋外務大臣は欠席した。", "高橋外務大臣"),
        ("鈴木大使に伝えた。", "鈴木大使"),
        ("佐藤様のご意見", "佐藤様"),
    ],
)
def test_a_name_with_an_honorific_or_a_title_is_hidden(text: str, mention: str) -> None:
    assert [found for found, _ in sure(text)] == [mention]


@pytest.mark.parametrize(
    "text",
    [
        "皆さん、始めます。",
        "みなさんはどう思いますか。",
        "たくさんの意見がある。",
        "お客様が多い。",
        "アメリカ大使が来た。",
        "デジタル大臣は欠席した。",
        "同氏は述べた。",
        "外務大臣は欠席した。",
        "データを送った。",
    ],
)
def test_ordinary_words_before_them_are_nobody(text: str) -> None:
    assert sure(text) == []


def test_mentions_of_one_person_are_one_entity() -> None:
    entities = {
        entity for _, entity in sure("イオアン・アルデレアン氏が述べた。", "アルデレアン外相は黙った。")
    }
    assert entities == {"person:アルデレアン"}
    assert {entity for _, entity in sure("田中さんの案", "田中大使が言う")} == {"person:田中"}


def test_chinese_text_is_left_to_chinese_rules() -> None:
    assert [found for found, _ in sure("王大使说了话")] == ["王大使"]
