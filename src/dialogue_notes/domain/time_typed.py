"""A time of day as it is typed for an entry already made: `1105`, `11:05`, or minutes to and fro (`+10`, `-10`)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_CLOCK = re.compile(r"(\d{1,2})\s*[:.h：]?\s*(\d{2})")
_SHIFT = re.compile(r"([+\uff0b\-\u2212\u2013])\s*(\d{1,3})")
_HALF_A_DAY = timedelta(hours=12)


def time_typed(typed: str, was: datetime | None, day: datetime) -> datetime | None:
    """The moment that `typed` means for an entry spoken at `was`; None when it is not understood.

    A time of day is that of the entry's own date, or of the date that brings it within half a day of it: 0:10 for an
    entry of 23:50 is the day after. `day` stands in for an entry without a time, which minutes cannot shift.
    """
    words = typed.strip()
    if shift := _SHIFT.fullmatch(words):
        if was is None:
            return None
        minutes = timedelta(minutes=int(shift[2]))
        return was + minutes if shift[1] in "+\uff0b" else was - minutes
    clock = _CLOCK.fullmatch(words)
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:  # noqa: PLR2004 - the last of a day
        return None
    near = was or day
    found = near.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
    if was is not None and found - was > _HALF_A_DAY:
        return found - timedelta(days=1)
    if was is not None and was - found > _HALF_A_DAY:
        return found + timedelta(days=1)
    return found
