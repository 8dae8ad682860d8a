"""Who is to do an action and by when, as far as its text says so; the text itself stays as typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_notes.domain.typing_codes import read_code
from dialogue_notes.domain.typing_line.layouts import readings
from dialogue_notes.domain.typing_line.marks import COLONS, SPACES

_WHO = re.compile(r"(?<!\w)@([^\W_]{1,24})")
_CODE = r"[^\W_]{1,24}"
_FIRST = re.compile(rf"[{SPACES}]*({_CODE}(?:[{SPACES}]*,[{SPACES}]*{_CODE}){{0,8}})[{SPACES}]*[{COLONS}]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember")
_NUMBERS = {
    word: number
    for number, (month, rest) in enumerate(zip(_MONTHS, _FULL, strict=True), start=1)
    for word in (month, month + rest)
} | {"sept": 9}
_WHEN = re.compile(
    r"(?<!\w)(?P<by>[^\W\d_]{2}) (?P<day>[12][0-9]|3[01]|0?[1-9]) (?P<month>[^\W\d_]{2,12})(?!\w)\.?"
    r"(?: (?P<year>20[0-9][0-9])(?!\w))?"
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
    """Everyone whose exact code follows an `@`, or stands before a colon that the text begins with (`hk, kyc: `), in
    order. The colon is for layouts on which `@` needs AltGr or another layout.
    """
    found = [
        Assignee(match.start(), match.end(), who)
        for match in _WHO.finditer(text)
        if (who := read_code(match[1], codes)) is not None
    ]
    return (*_before_a_colon(text, codes), *found)


def due_date(text: str) -> DueDate | None:
    """The first date that `by` stands before, in English on whatever layout: day, month by name, year or none."""
    for match in _WHEN.finditer(text):
        month = next((_NUMBERS[word] for word in readings(match["month"]) if word in _NUMBERS), None)
        if month is not None and "by" in readings(match["by"]):
            year = int(match["year"]) if match["year"] else None
            return DueDate(match.start(), match.end(), int(match["day"]), month, year)
    return None


def _before_a_colon(text: str, codes: Mapping[str, str]) -> tuple[Assignee, ...]:
    """Whose codes the text begins with; nobody unless every one of them is somebody's."""
    first = _FIRST.match(text)
    if first is None:
        return ()
    found = [
        (match, read_code(match[0], codes))
        for match in re.compile(_CODE).finditer(text, first.start(1), first.end(1))
    ]
    known = tuple(Assignee(match.start(), match.end(), who) for match, who in found if who is not None)
    return known if len(known) == len(found) else ()
