"""Meetings with their agreements and attribution keys, and their sessions."""

from __future__ import annotations

import json

from dialogue_notes.crypto.key_buffer import random_key
from dialogue_notes.crypto.sealing import seal_key
from dialogue_notes.domain.codes import GroundRule, MeetingState, SidesAgreement
from dialogue_notes.domain.record import Agreements, Consent, Meeting, Session
from dialogue_notes.storage.attribution_cache import meeting_key_info
from dialogue_notes.storage.columns import date_column, date_of, time_of
from dialogue_notes.storage.database import Row
from dialogue_notes.storage.found import found, must_change
from dialogue_notes.storage.vault import Readable, Vault, stamp

_MEETING = "SELECT id, dialogue_id, title, date, end_date, place, ground_rule, agreements, state FROM meeting"
_SESSION_COLUMNS = "position, title, ground_rule, planned_start, planned_end, began_at, ended_at, has_clock"
_SESSION = f"SELECT id, meeting_id, {_SESSION_COLUMNS} FROM session"
_SESSION_SET = ", ".join(f"{name.strip()} = ?" for name in _SESSION_COLUMNS.split(","))


def add_meeting(vault: Vault, meeting: Meeting) -> None:
    """Keeps a new meeting and makes its attribution key, sealed to every key slot while the meeting is open."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO meeting (id, dialogue_id, title, date, end_date, place, ground_rule, agreements, state,"
            " written_at, written_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (meeting.id, meeting.dialogue_id, *_meeting_columns(meeting), *stamp(vault)),
        )
        with random_key() as key:
            for slot in vault.header.slots:
                info = meeting_key_info(vault.header.vault_id, meeting.id, slot.slot_id)
                vault.database.run(
                    "INSERT INTO meeting_key VALUES (?, ?, ?)",
                    (meeting.id, slot.slot_id, seal_key(key, slot.public_key, info)),
                )


def update_meeting(vault: Vault, meeting: Meeting) -> None:
    """Changes a meeting, but not the dialogue it belongs to. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            "UPDATE meeting SET title = ?, date = ?, end_date = ?, place = ?, ground_rule = ?, agreements = ?,"
            " state = ?, written_at = ?, written_by = ? WHERE id = ?",
            (*_meeting_columns(meeting), *stamp(vault), meeting.id),
        )
        must_change(count, "meeting")


def meeting(readable: Readable, meeting_id: str) -> Meeting:
    """The meeting of that id. Raises KnownError(NOT_FOUND)."""
    return _meeting(found(readable.database.first(f"{_MEETING} WHERE id = ?", (meeting_id,)), "meeting"))


def meetings(readable: Readable, dialogue_id: str | None = None) -> tuple[Meeting, ...]:
    """The meetings of a dialogue, or of all, by date; those without a date last, in order of their making."""
    where, values = ("", ()) if dialogue_id is None else (" WHERE dialogue_id = ?", (dialogue_id,))
    rows = readable.database.query(f"{_MEETING}{where} ORDER BY date IS NULL, date, rowid", values)
    return tuple(_meeting(row) for row in rows)


def add_session(vault: Vault, session: Session) -> None:
    """Keeps a new session."""
    values = (session.id, session.meeting_id, *_session_columns(session), *stamp(vault))
    with vault.transaction():
        vault.database.run(
            f"INSERT INTO session (id, meeting_id, {_SESSION_COLUMNS}, written_at, written_by)"
            f" VALUES ({', '.join('?' * len(values))})",
            values,
        )


def update_session(vault: Vault, session: Session) -> None:
    """Changes a session. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            f"UPDATE session SET {_SESSION_SET}, written_at = ?, written_by = ? WHERE id = ?",
            (*_session_columns(session), *stamp(vault), session.id),
        )
        must_change(count, "session")


def remove_session(vault: Vault, session_id: str) -> None:
    """Removes a session that holds no entries. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        must_change(vault.database.run("DELETE FROM session WHERE id = ?", (session_id,)), "session")


def session(readable: Readable, session_id: str) -> Session:
    """The session of that id. Raises KnownError(NOT_FOUND)."""
    return _session(found(readable.database.first(f"{_SESSION} WHERE id = ?", (session_id,)), "session"))


def sessions(readable: Readable, meeting_id: str) -> tuple[Session, ...]:
    """The sessions of a meeting, in order."""
    rows = readable.database.query(f"{_SESSION} WHERE meeting_id = ? ORDER BY position, rowid", (meeting_id,))
    return tuple(_session(row) for row in rows)


def _meeting_columns(meeting: Meeting) -> tuple[str | None, ...]:
    return (
        meeting.title,
        date_column(meeting.date),
        date_column(meeting.end_date),
        meeting.place,
        meeting.ground_rule,
        _agreements_column(meeting.agreements),
        meeting.state,
    )


def _meeting(row: Row) -> Meeting:
    meeting_id, dialogue_id, title, day, end_day, place, rule, agreements, state = row
    return Meeting(
        meeting_id,
        dialogue_id,
        title,
        date_of(day),
        date_of(end_day),
        place,
        None if rule is None else GroundRule(rule),
        _agreements(agreements),
        MeetingState(state),
    )


def _session_columns(session: Session) -> tuple[str | int | None, ...]:
    return (
        session.position,
        session.title,
        session.ground_rule,
        session.planned_start,
        session.planned_end,
        date_column(session.began_at),
        date_column(session.ended_at),
        int(session.has_clock),
    )


def _session(row: Row) -> Session:
    session_id, meeting_id, position, title, rule, start, end, began, ended, has_clock = row
    return Session(
        session_id,
        meeting_id,
        position,
        title,
        None if rule is None else GroundRule(rule),
        start,
        end,
        time_of(began),
        time_of(ended),
        bool(has_clock),
    )


def _agreements_column(agreements: Agreements) -> str:
    fields = {
        "sides": agreements.sides.value,
        "attendance": agreements.attendance,
        "track": agreements.track,
        "comments_by": agreements.comments_by,
        "consents": [
            None if consent is None else [consent.by, consent.when]
            for consent in (agreements.sides_consent, agreements.attendance_consent, agreements.track_consent)
        ],
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _agreements(column: str) -> Agreements:
    fields = json.loads(column)
    sides, attendance, track = (
        None if pair is None else Consent(pair[0], pair[1]) for pair in fields["consents"]
    )
    return Agreements(
        SidesAgreement(fields["sides"]),
        fields["attendance"],
        fields["track"],
        fields["comments_by"],
        sides,
        attendance,
        track,
    )
