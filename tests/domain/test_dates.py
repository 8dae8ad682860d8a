from __future__ import annotations

from datetime import date

import pytest

from dialogue_notes.domain.dates import date_range


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (date(1971, 10, 21), None, "21 October 1971"),
        (None, date(1971, 10, 21), "21 October 1971"),
        (date(1971, 10, 21), date(1971, 10, 21), "21 October 1971"),
        (date(1971, 10, 21), date(1971, 10, 22), "21–22 October 1971"),
        (date(1971, 10, 30), date(1971, 11, 2), "30 October – 2 November 1971"),
        (date(1971, 12, 30), date(1972, 1, 2), "30 December 1971 – 2 January 1972"),
    ],
)
def test_dates_are_written_the_same_on_every_machine(
    first: date | None, last: date | None, words: str
) -> None:
    assert date_range(first, last) == words
