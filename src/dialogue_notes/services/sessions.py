"""The agenda of a meeting: its sessions, in order, and when each began and ended."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Intervention, Session
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.domain.room_notes import BETWEEN_SESSIONS
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.needed import needed
from dialogue_notes.services.reviewing.fresh_mentions import catch_mentions, follow_and_catch
from dialogue_notes.storage import audit, interventions, meetings, summaries
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


def add_session(
    vault: Vault, meeting_id: str, title: str, *, planned_start: str = "", planned_end: str = ""
) -> Session:
    """A new session at the end of a meeting's agenda, under the meeting's rule; planned times are `HH:MM`.

    Raises KnownError: BAD_FIELD without a title or for a time that is none, NOT_FOUND.
    """
    with vault.transaction():
        meetings.meeting(vault, meeting_id)
        position = max((one.position for one in meetings.sessions(vault, meeting_id)), default=0) + 1
        session = Session(
            new_id(),
            meeting_id,
            position,
            needed("title", title),
            None,
            _clock("start", planned_start),
            _clock("end", planned_end),
        )
        meetings.add_session(vault, session)
        catch_mentions(vault, meeting_id, Place(PlaceKind.SESSION_TITLE, session.id), session.title)
    return session


def change_session(vault: Vault, changed: Session) -> Session:
    """Changes title and planned times; rule and position have functions of their own.

    Raises KnownError: BAD_FIELD as `add_session`, NOT_FOUND.
    """
    with vault.transaction():
        old = meetings.session(vault, changed.id)
        session = replace(
            old,
            title=needed("title", changed.title),
            planned_start=_clock("start", changed.planned_start),
            planned_end=_clock("end", changed.planned_end),
        )
        meetings.update_session(vault, session)
        place = Place(PlaceKind.SESSION_TITLE, old.id)
        follow_and_catch(vault, old.meeting_id, place, old.title, session.title)
    return session


def move_session(vault: Vault, session_id: str, position: int) -> None:
    """Puts a session at a place of the agenda, counted from 1; the others make room. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        session = meetings.session(vault, session_id)
        others = [one for one in meetings.sessions(vault, session.meeting_id) if one.id != session_id]
        others.insert(max(position, 1) - 1, session)
        for place, one in enumerate(others, 1):
            if one.position != place:
                meetings.update_session(vault, replace(one, position=place))


def remove_session(vault: Vault, session_id: str) -> None:
    """Takes a session off the agenda. Raises KnownError: BAD_FIELD when it holds entries, NOT_FOUND."""
    with vault.transaction():
        session = meetings.session(vault, session_id)
        if interventions.next_sequence(vault, session_id) > 1:
            raise KnownError(ErrorCode.BAD_FIELD, field="session", detail="it holds entries and stays")
        meetings.remove_session(vault, session_id)
        for written in summaries.written_texts(vault, session.meeting_id):  # its heading stands by itself now
            catch_mentions(vault, session.meeting_id, written.place, written.text)
        others = [one for one in meetings.sessions(vault, session.meeting_id) if one.id != session_id]
        for place, one in enumerate(others, 1):
            if one.position != place:
                meetings.update_session(vault, replace(one, position=place))


def begin_session(vault: Vault, session_id: str, at: datetime) -> Session:
    """Says that a session began at `at` (the clock on the wall), also in place of when it seemed to.

    Raises KnownError: SESSION_CLOSED when it has ended, NOT_FOUND.
    """
    with vault.transaction():
        session = meetings.session(vault, session_id)
        if session.ended_at is not None:
            raise KnownError(ErrorCode.SESSION_CLOSED)
        begun = replace(session, began_at=at.replace(microsecond=0))
        meetings.update_session(vault, begun)
    return begun


def end_session(vault: Vault, session_id: str, at: datetime) -> Session:
    """Ends a session: from now on it takes corridor talk and mending only. One that has ended stays as it is.

    Raises KnownError(NOT_FOUND).
    """
    with vault.transaction():
        session = meetings.session(vault, session_id)
        if session.ended_at is not None:
            return session
        ended = replace(session, ended_at=at.replace(microsecond=0))
        meetings.update_session(vault, ended)
        audit.append(vault, "session_ended", session=session_id)
    return ended


def reopen_session(vault: Vault, session_id: str) -> Session:
    """Opens a session that has ended again. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        session = meetings.session(vault, session_id)
        if session.ended_at is None:
            return session
        opened = replace(session, ended_at=None)
        meetings.update_session(vault, opened)
        audit.append(vault, "session_reopened", session=session_id)
    return opened


def check_takes(session: Session, kind: Kind) -> None:
    """Raises KnownError(SESSION_CLOSED) when a session has ended and an entry of `kind` is none of the corridor."""
    if session.ended_at is not None and kind not in BETWEEN_SESSIONS:
        raise KnownError(ErrorCode.SESSION_CLOSED)


def begin_with(vault: Vault, session: Session, kind: Kind, at: datetime | None) -> None:
    """A session begins with its first entry that was said in it, if a clock runs; in the entry's transaction."""
    if session.began_at is None and session.has_clock and at is not None and kind not in BETWEEN_SESSIONS:
        meetings.update_session(vault, replace(session, began_at=at.replace(microsecond=0)))


def end_with(vault: Vault, session: Session, taken_back: Intervention) -> None:
    """A session that began with an entry which is taken back has not begun; inside that transaction, once it is gone.

    One whose beginning was stated by hand, or that another entry of that time stands in, stays as it is.
    """
    at = session.began_at
    if at is None or taken_back.spoken_at != at or taken_back.kind in BETWEEN_SESSIONS:
        return
    left = interventions.interventions(vault, session.id)
    if not any(one.spoken_at == at and one.kind not in BETWEEN_SESSIONS for one in left):
        meetings.update_session(vault, replace(session, began_at=None))


def _clock(field: str, time: str) -> str:
    """A time of day or nothing, with two digits for the hour."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", time.strip(), re.ASCII)
    if match is None and time.strip():
        raise KnownError(ErrorCode.BAD_FIELD, field=field, detail="a time such as 09:30 is expected")
    if match is None:
        return ""
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:  # noqa: PLR2004 - the last of a day
        raise KnownError(ErrorCode.BAD_FIELD, field=field, detail="a time such as 09:30 is expected")
    return f"{hour:02}:{minute:02}"
