"""Who is to do an action and by when, as far as its text says so; the text itself stays as typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_notes.domain.typing_codes import read_code

_WHO = re.compile(r"(?<!\w)@([^\W_]{1,24})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember")
_MONTH_PATTERN = "|".join(f"{month}(?:{rest})?" for month, rest in zip(_MONTHS, _FULL, strict=True))
_WHEN = re.compile(
    rf"\bby (?P<day>[12]\d|3[01]|0?[1-9]) (?P<month>{_MONTH_PATTERN}|sept)\b\.?(?: (?P<year>20\d\d))?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Assignee:
    """`@hk` in an action: where it stands (code points, end exclusive) and whom it names."""

    start: int
    end: int
    participant_id: str


@dataclass(frozen=True, slots=True)
class DueDate:
    """`by 12 Mar` in an action: where it stands and the date it names; the year only if it was typed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None = None


def assignees(text: str, codes: Mapping[str, str]) -> tuple[Assignee, ...]:
    """Everyone whose exact code follows an `@`, in order."""
    found = ((match, read_code(match[1], codes)) for match in _WHO.finditer(text))
    return tuple(Assignee(match.start(), match.end(), who) for match, who in found if who is not None)


def due_date(text: str) -> DueDate | None:
    """The first date that `by` stands before, in English: a day, a month's name, a year or none."""
    match = _WHEN.search(text)
    if match is None:
        return None
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    year = int(match["year"]) if match["year"] else None
    return DueDate(match.start(), match.end(), int(match["day"]), month, year)
