"""Dates as people type and read them: `2026-05-14`, `14.5.2026`, `14 May 2026`."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,})\.?,?\s+(\d{4})")


def read_date(typed: str) -> date | None:
    """The date that was typed; None when nothing was. Raises ValueError for anything else.

    A date with slashes is refused: half the world reads it the other way round.
    """
    typed = " ".join(typed.casefold().split())
    if not typed:
        return None
    if found := _ISO.fullmatch(typed):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(typed):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(typed):
        months = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(found[2])]
        if len(months) == 1:
            return date(int(found[3]), months[0], int(found[1]))
    raise ValueError


def write_date(day: date | None) -> str:
    """`14 May 2026`, or nothing."""
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}" if day else ""


def write_dates(first: date | None, last: date | None) -> str:
    """`14 May 2026`, `14–16 May 2026`, `30 May – 2 June 2026`; nothing without a first day."""
    if first is None:
        return ""
    if last is None or last == first:
        return write_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{write_date(last)}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {_MONTHS[first.month - 1].capitalize()}{year} – {write_date(last)}"
