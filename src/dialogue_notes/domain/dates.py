"""Dates in words, the same on every machine."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_words(day: date) -> str:
    """As in "21 October 1971"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_range(first: date | None, last: date | None) -> str:
    """As in "21–22 October 1971", "30 October – 2 November 1971"; empty without a date."""
    if first is None:
        return date_words(last) if last else ""
    if last is None or last == first:
        return date_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_words(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {date_words(last)}"
    return f"{date_words(first)} – {date_words(last)}"
