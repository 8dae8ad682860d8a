"""Answers to what no program can judge: sealed, for a note may say who is recognised by what."""

from __future__ import annotations

from typing import Final

import msgspec

from dialogue_notes.domain.dangers.checklist import Answer, ChecklistItem
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault, stamp

_PURPOSE: Final = "checklist answer"
_PAYLOAD: Final = msgspec.json.Decoder(tuple[bool, str, str])
_ITEMS: Final = {item.value: item for item in ChecklistItem}


def put_answer(vault: Vault, meeting_id: str, answer: Answer) -> None:
    """Keeps an answer in the place of the one before. Raises KnownError(NOT_FOUND) without the meeting's key."""
    payload = msgspec.json.encode((answer.is_yes, answer.note, answer.rests_on))
    with vault.transaction():
        at, by = stamp(vault)
        vault.database.run(
            "INSERT OR REPLACE INTO checklist_answer VALUES (?, ?, ?, ?, ?)",
            (
                meeting_id,
                answer.item,
                seal_text(vault, meeting_id, _PURPOSE, answer.item, payload),
                answer.at or at,
                answer.by or by,
            ),
        )


def answers(readable: Readable, meeting_id: str) -> tuple[Answer, ...]:
    """The answers of a meeting; none without its key. Raises KnownError(VAULT_DAMAGED) for a changed row."""
    rows = readable.database.query(
        "SELECT item, sealed, written_at, written_by FROM checklist_answer WHERE meeting_id = ? ORDER BY item",
        (meeting_id,),
    )
    found = []
    for item, sealed, at, by in rows:
        payload = open_text(readable, meeting_id, _PURPOSE, item, sealed)
        if payload is not None and item in _ITEMS:  # a question of a later version is not asked here
            is_yes, note, rests_on = _PAYLOAD.decode(payload)
            found.append(Answer(_ITEMS[item], is_yes, note, rests_on, at, by))
    return tuple(found)


def destroy_answers(vault: Vault, meeting_id: str) -> None:
    """For a strike: a note may hold the entry's words, and the record is another one anyway."""
    vault.database.run("DELETE FROM checklist_answer WHERE meeting_id = ?", (meeting_id,))
