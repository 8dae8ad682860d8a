"""Planned against real time in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.agenda_times import Break, SessionTimes, TimeWords, moment_of, time_words
from dialogue_notes.domain.record import Session

DAY = datetime.fromisoformat("2031-04-07T00:00:00")
MOMENTS = st.datetimes(DAY, DAY + timedelta(days=1)).map(lambda each: each.replace(microsecond=0))


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2031-04-07T{clock}")


def session(began: str = "", ended: str = "", start: str = "10:15", end: str = "11:30") -> Session:
    return Session(
        "s",
        "m",
        1,
        "Opening",
        None,
        start,
        end,
        at(began) if began else None,
        at(ended) if ended else None,
    )


def words(times: SessionTimes, now: str, *, is_running: bool = False, is_next: bool = False) -> TimeWords:
    return time_words(times, at(now), is_running=is_running, is_next=is_next)


def test_a_session_to_come_shows_its_plan_only() -> None:
    assert words(SessionTimes(session()), "09:00") == TimeWords("10:15–11:30")


def test_the_next_one_says_when_it_is_due_and_how_late_it_is() -> None:
    times = SessionTimes(session())
    assert words(times, "10:15", is_next=True) == TimeWords("10:15–11:30", "", "next, at 10:15")
    assert words(times, "10:20", is_next=True).late == "5 min late"
    assert words(times, "18:00", is_next=True).late == ""
    assert words(SessionTimes(session(start="", end="")), "10:20", is_next=True).remark == "next"


def test_a_running_session_says_what_is_left_and_then_how_much_it_is_over() -> None:
    times = SessionTimes(session("10:15"), at("10:15"), at("10:40"))
    assert words(times, "10:41", is_running=True) == TimeWords(
        "10:15–11:30", "since 10:15 · 0:26", "49 min left"
    )
    assert words(times, "11:30:59", is_running=True).late == ""
    assert words(times, "11:42", is_running=True).late == "12 min over"
    assert words(times, "12:45", is_running=True).late == "1 h 15 min over"


def test_a_break_is_shown_and_left_out_of_the_time() -> None:
    resting = SessionTimes(session("10:15"), at("10:15"), at("10:40"), (Break(at("10:32")),))
    assert words(resting, "10:50", is_running=True) == TimeWords(
        "10:15–11:30", "since 10:15 · 0:17", rest="break since 10:32"
    )
    rested = SessionTimes(session("10:15"), breaks=(Break(at("10:32"), at("10:50")),))
    assert words(rested, "11:00", is_running=True).real == "since 10:15 · 0:27"


def test_an_ended_session_says_when_it_ran_and_how_much_it_was_over() -> None:
    times = SessionTimes(
        session("10:19", "11:42"), at("10:19"), at("11:40"), (Break(at("10:32"), at("10:42")),)
    )
    assert words(times, "15:00") == TimeWords("10:15–11:30", "10:19–11:42 · 1:13", "ended", "12 min over")
    early = SessionTimes(session("10:19", "11:20"), at("10:19"), at("11:20"))
    assert words(early, "15:00").late == "began 4 min late"


def test_a_session_without_a_beginning_is_told_by_its_entries() -> None:
    times = SessionTimes(session(start="", end=""), at("10:00"), at("11:04"))
    assert words(times, "15:00") == TimeWords("", "10:00–11:04 · 1:04")
    assert not times.runs(at("11:05"))


def test_nobody_says_that_a_session_of_last_week_is_running() -> None:
    times = SessionTimes(session("10:15"), at("10:15"), at("11:40"))
    assert times.runs(at("11:50"))
    assert not times.runs(at("11:50") + timedelta(days=7))


def test_a_planned_time_is_the_one_nearest_over_midnight() -> None:
    assert moment_of("00:30", at("23:50")) == at("00:30") + timedelta(days=1)
    assert moment_of("23:50", at("00:10")) == at("23:50") - timedelta(days=1)
    assert moment_of("", at("00:10")) is None


@given(MOMENTS, MOMENTS, st.lists(st.tuples(MOMENTS, st.none() | MOMENTS), max_size=4))
def test_time_worked_is_never_negative_nor_longer_than_the_span(
    began: datetime, until: datetime, rests: list[tuple[datetime, datetime | None]]
) -> None:
    breaks = tuple(Break(since, until) for since, until in rests)
    times = SessionTimes(session(), began, until, breaks)
    assert timedelta() <= times.worked(until) <= max(until - began, timedelta())
