"""Planned against real time, session by session, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogue_notes.domain.record import Session

RUNS_AT_MOST = timedelta(hours=4)
"""A session in which nothing was noted for longer has ended, though nobody said so."""
LATE_AT_MOST = timedelta(hours=3)
"""What was planned for longer ago was not meant for now."""
_HALF_A_DAY = timedelta(hours=12)
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Break:
    """A break in a session; `until` is None while it lasts."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class SessionTimes:
    """When a session ran: `first` and `last` are the times of its entries, None without any."""

    session: Session
    first: datetime | None = None
    last: datetime | None = None
    breaks: tuple[Break, ...] = ()

    @property
    def began(self) -> datetime | None:
        return self.session.began_at or self.first

    @property
    def ended(self) -> datetime | None:
        """When it ended, or was last written in."""
        return self.session.ended_at or self.last or self.began

    @property
    def break_since(self) -> datetime | None:
        """Since when there is a break; None when there is none."""
        last = self.breaks[-1] if self.breaks else None
        return last.since if last is not None and last.until is None else None

    def runs(self, now: datetime) -> bool:
        """Whether it goes on now, as far as anybody noted."""
        ended = self.ended
        return (
            self.session.has_clock
            and self.session.ended_at is None
            and self.session.began_at is not None
            and ended is not None
            and abs(now - ended) <= RUNS_AT_MOST
        )

    def worked(self, until: datetime) -> timedelta:
        """How long it ran until then, without its breaks; nothing before it began."""
        began = self.began
        if began is None:
            return timedelta()
        idle = (
            min(each.until or until, until) - max(each.since, began)
            for each in self.breaks
            if each.since < until
        )
        return max(
            until - began - sum((each for each in idle if each > timedelta()), timedelta()), timedelta()
        )


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What the agenda says of a session: `planned` as `10:15–11:30`, `real` as `10:19–11:42 · 1:13`, then how it
    stands: `remark`, `late` where something is over or late, and `rest` while there is a break.
    """

    planned: str = ""
    real: str = ""
    remark: str = ""
    late: str = ""
    rest: str = ""


def time_words(times: SessionTimes, now: datetime, *, is_running: bool, is_next: bool) -> TimeWords:
    """The words for one session at `now` (the clock on the wall)."""
    session = times.session
    planned = "–".join(part for part in (session.planned_start, session.planned_end) if part)
    if is_running:
        return _running(times, now, planned)
    if is_next and times.began is None:
        return _next(session, now, planned)
    began, ended = times.began, times.ended
    if began is None or ended is None:
        return TimeWords(planned)
    length = _length(times.worked(ended))
    span = f"{began:%H:%M}–{ended:%H:%M}" if ended - began < _DAY else f"{began:%H:%M}"
    real = " · ".join(part for part in (span, length) if part)
    over = _over(session, ended) if session.ended_at is not None else ""
    remark = "ended" if session.ended_at is not None else ""
    return TimeWords(planned, real, remark, over or _late_start(session, began))


def moment_of(planned: str, near: datetime) -> datetime | None:
    """The moment that a planned `HH:MM` means: that within half a day of `near`; None without one."""
    if not planned:
        return None
    hour, minute = planned.split(":")
    found = near.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    if found - near > _HALF_A_DAY:
        return found - _DAY
    return found + _DAY if near - found > _HALF_A_DAY else found


def _running(times: SessionTimes, now: datetime, planned: str) -> TimeWords:
    began = times.began or now
    real = " · ".join(part for part in (f"since {began:%H:%M}", _length(times.worked(now))) if part)
    since = times.break_since
    if since is not None:
        return TimeWords(planned, real, "", _over(times.session, now), f"break since {since:%H:%M}")
    end = moment_of(times.session.planned_end, began)
    if end is None:
        return TimeWords(planned, real, "", _late_start(times.session, began))
    left = _minutes(end - now)
    if end >= now:
        return TimeWords(planned, real, f"{_spell(left)} left", _late_start(times.session, began))
    return TimeWords(planned, real, "", f"{_spell(-left)} over" if left else "")


def _next(session: Session, now: datetime, planned: str) -> TimeWords:
    start = moment_of(session.planned_start, now)
    if start is None:
        return TimeWords(planned, "", "next")
    late = _minutes(now - start)
    if 0 < late <= _minutes(LATE_AT_MOST):
        return TimeWords(planned, "", f"next, at {session.planned_start}", f"{_spell(late)} late")
    return TimeWords(planned, "", f"next, at {session.planned_start}")


def _over(session: Session, ended: datetime) -> str:
    end = moment_of(session.planned_end, ended)
    over = _minutes(ended - end) if end is not None else 0
    return f"{_spell(over)} over" if over > 0 else ""


def _late_start(session: Session, began: datetime) -> str:
    start = moment_of(session.planned_start, began)
    late = _minutes(began - start) if start is not None else 0
    return f"began {_spell(late)} late" if late > 0 else ""


def _minutes(span: timedelta) -> int:
    """Whole minutes, towards nothing: 59 seconds over is not over."""
    return int(span / _MINUTE)


def _length(span: timedelta) -> str:
    """As `1:04`; nothing for less than a minute, nor for what was pieced together over days."""
    minutes = _minutes(span)
    return f"{minutes // 60}:{minutes % 60:02d}" if 0 < minutes < _minutes(_DAY) else ""


def _spell(minutes: int) -> str:
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"
