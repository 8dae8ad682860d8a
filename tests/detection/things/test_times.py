from __future__ import annotations

import pytest

from dialogue_notes.detection.things.times import TIMES
from dialogue_notes.domain.codes import Category
from tests.support.things import categories, found, wordings


@pytest.mark.parametrize(
    ("text", "wording", "reason"),
    [
        ("on 12 May 1998 they", "12 May 1998", "a date"),
        ("Circulate it by 5 June.", "5 June", "a date"),
        ("Circulate it by 5 Jan.", "5 Jan", "a date"),
        ("Circulate it by Jan. 5, 2021.", "Jan. 5, 2021", "a date"),
        ("since Sept. 1974 nothing", "Sept. 1974", "a month"),
        ("on the 3rd of June, they", "3rd of June", "a date"),
        ("May 12, 1998 was", "May 12, 1998", "a date"),
        ("from 3–5 March on", "3–5 March", "a date"),
        ("by 2024-03-05 at the latest", "2024-03-05", "a date"),
        ("le 3 mars 2020 à", "3 mars 2020", "a date"),
        ("el 5 de mayo de 2021 en", "5 de mayo de 2021", "a date"),
        ("5 мая 2021 года", "5 мая 2021", "a date"),
        ("在2024年3月5日见面", "2024年3月5日", "a date"),
        ("2024년 3월 5일에 만났다", "2024년 3월 5일", "a date"),
        ("三月五日见面", "三月五日", "a date"),
        ("في 12 مارس 2024", "12 مارس 2024", "a date"),
        ("in November 1999 they", "November 1999", "a month"),
        ("as agreed in May", "May", "a month"),
        ("since September nothing", "September", "a month"),
        ("until mid-April they", "mid-April", "a month"),
        ("it was so in 1974", "1974", "a year"),
        ("in the 1960s they", "1960s", "a decade"),
        ("on Tuesday evening they", "Tuesday evening", "a day"),
        ("mardi, ils", "mardi", "a day"),
        ("星期一见面", "星期一", "a day"),
        ("지난 월요일에", "월요일", "a day"),
        ("at 14:05 sharp", "14:05", "a time of day"),
        ("at 3 p.m. sharp", "3 p.m.", "a time of day"),
        ("à 18h30 précises", "18h30", "a time of day"),
        ("at 1430 hours sharp", "1430 hours", "a time of day"),
        ("he left yesterday morning", "yesterday morning", "a day, counted from this one"),
    ],
)
def test_dates_and_times_are_told_by_how_they_are_written(text: str, wording: str, reason: str) -> None:
    assert found(text, TIMES) == [(wording, reason)]
    assert categories(text, TIMES) == {Category.DATE}


@pytest.mark.parametrize(
    "text",
    [
        "they may march on, and may not",
        "May we go on? March on!",
        "paragraph 12 and article 1971a",
        "a share of 2.25 or 14.30",
        "1971 people",
        "the sun and the sat nav",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert wordings(text, TIMES) == []
