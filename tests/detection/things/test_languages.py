from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.things.families import thing_detectors
from dialogue_notes.detection.things.languages import LanguageFamily

ENGLISH = "We said that the draft was not ready, and that they would have to wait for it."
FRENCH = "Nous ne pouvons pas accepter cette ligne dans le texte."
RUSSIAN = "Мы не можем принять этот текст."


def passages_in(text: str, record: str = ENGLISH) -> list[tuple[str, str, str]]:
    """The passages of another language than that of `record`, which stands before and behind."""
    passage = Passage(text)
    (detector,) = thing_detectors([LanguageFamily([Passage(record), passage, Passage(f"{record} {record}")])])
    return [(text[one.start : one.end], one.reason, one.entity) for one in detector.find(passage)]


def said(language: str) -> tuple[str, str]:
    return f"a passage in {language}: it may betray a side", f"language:{language.casefold()}"


@pytest.mark.parametrize(
    ("text", "passage", "language"),
    [
        (f"He said: {FRENCH} Then he left.", FRENCH.removesuffix("."), "French"),
        (
            "Then: No podemos aceptar esta línea porque no es nuestra. So.",
            "No podemos aceptar esta línea porque no es nuestra",
            "Spanish",
        ),
        (
            "Then: Wir können das nicht so lassen, weil es nicht von uns ist.",
            "Wir können das nicht so lassen, weil es nicht von uns ist",
            "German",
        ),
        (f"He said {RUSSIAN}", RUSSIAN.removesuffix("."), "Russian"),
        ("He said Ми не можемо це прийняти їм.", "Ми не можемо це прийняти їм", "Ukrainian"),
        ("He said 我们不能接受, and left.", "我们不能接受", "Chinese"),
        ("He said それはできません and left.", "それはできません", "Japanese"),
        ("He said 우리는 받아들일 수 없다 and left.", "우리는 받아들일 수 없다", "Korean"),
        ("He said لا يمكننا قبول هذا and left.", "لا يمكننا قبول هذا", "Arabic"),
        ("He said ما نمی‌توانیم بپذیریم and left.", "ما نمی‌توانیم بپذیریم", "Persian"),
        ("He said אנחנו לא יכולים and left.", "אנחנו לא יכולים", "Hebrew"),
    ],
)
def test_a_passage_in_another_language_is_found(text: str, passage: str, language: str) -> None:
    assert passages_in(text) == [(passage, *said(language))]


def test_the_main_language_is_that_of_most_of_the_record() -> None:
    assert passages_in(f"{ENGLISH} {FRENCH}", f"{FRENCH} {FRENCH}") == [
        (ENGLISH.removesuffix("."), *said("English"))
    ]
    assert passages_in(f"{RUSSIAN} {RUSSIAN}", RUSSIAN) == []


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "The Rue de la Paix and the Place des Nations.",
        "Mr. de la Torre met Mr. van der Hoeven and Frau von und zu Stein.",
        "His name is written Пётр there.",
        "His name is written 张伟 there.",
        "",
        "12 + 30 = 42",
    ],
)
def test_names_and_single_words_are_no_passage(text: str) -> None:
    assert passages_in(text) == []
