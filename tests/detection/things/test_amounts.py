from __future__ import annotations

import pytest

from dialogue_notes.detection.things.amounts import AMOUNTS
from dialogue_notes.domain.codes import Category
from tests.support.things import categories, found, wordings


@pytest.mark.parametrize(
    ("text", "wording", "reason"),
    [
        ("for $5 million more", "$5 million", "an amount of money"),
        ("about 5 bn euros more", "5 bn euros", "an amount of money"),
        ("EUR? no: 300 CHF a day", "300 CHF", "an amount of money"),
        ("约5万美元", "5万美元", "an amount of money"),
        ("500만 달러를", "500만 달러", "an amount of money"),
        ("12 млн долларов", "12 млн долларов", "an amount of money"),
        ("some 12,000 troops", "12,000 troops", "a number with its unit"),
        ("12\u202f000 tonnes", "12\u202f000 tonnes", "a number with its unit"),
        ("30% of it", "30%", "a number with its unit"),
        ("a 5-km zone", "5-km", "a number with its unit"),
        ("40公里", "40公里", "a number with its unit"),
        ("3,500,000 in all", "3,500,000", "a large number"),
        ("2.5 million in all", "2.5 million", "a large number"),
        ("on flight LH 402 to", "LH 402", "a flight number"),
    ],
)
def test_numbers_with_units_and_money_are_found(text: str, wording: str, reason: str) -> None:
    assert found(text, AMOUNTS) == [(wording, reason)]
    assert categories(text, AMOUNTS) == {Category.NUMBER}


@pytest.mark.parametrize(
    "text", ["two or 3 points", "point 12", "the 4 sides", "a flight of stairs 12", "1a 2b"]
)
def test_small_numbers_without_units_are_none(text: str) -> None:
    assert wordings(text, AMOUNTS) == []


def test_many_commas_between_figures_take_no_longer_than_their_length() -> None:
    assert wordings("1,,2,," * 5_000, AMOUNTS) == []
