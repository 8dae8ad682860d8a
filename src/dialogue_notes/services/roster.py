"""The roster of a meeting: who is in the room, each with a typing code."""

from __future__ import annotations

from dataclasses import replace

from dialogue_notes.domain.names.forms import name_forms
from dialogue_notes.domain.record import Participant
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.needed import needed
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.services.reviewing.seated import look_again_at
from dialogue_notes.services.typing_codes import typing_code
from dialogue_notes.storage import attributions, meetings, participants
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


def add_participant(vault: Vault, new: Participant) -> Participant:
    """Adds to the end of a meeting's roster. The id and position of `new` are not looked at, and without a typing
    code it is given one. Raises KnownError: BAD_FIELD without a name, for a count below 1, or for a code that
    somebody else has; NOT_FOUND.
    """
    with vault.transaction():
        meetings.meeting(vault, new.meeting_id)
        others = participants.participants(vault, new.meeting_id)
        position = max((one.position for one in others), default=0) + 1
        added = _checked(replace(new, id=new_id(), position=position), others)
        participants.add_participant(vault, added)
        look_again_at(vault, new.meeting_id, name_forms(added))
    return added


def put_back_participant(vault: Vault, removed: Participant) -> None:
    """Brings somebody back to the roster as they were."""
    with vault.transaction():
        participants.add_participant(vault, removed)
        look_again_at(vault, removed.meeting_id, name_forms(removed))


def change_participant(vault: Vault, changed: Participant) -> Participant:
    """Changes what is known of a participant; they stay in their meeting. Raises KnownError as `add_participant`.

    A reviewed meeting is open to review again where other people fit a description now.
    """
    with vault.transaction():
        present = participants.participant(vault, changed.id)
        others = [one for one in participants.participants(vault, present.meeting_id) if one.id != changed.id]
        kept = _checked(replace(changed, meeting_id=present.meeting_id), others)
        participants.update_participant(vault, kept)
        known = frozenset(name_forms(present))
        look_again_at(vault, present.meeting_id, (one for one in name_forms(kept) if one not in known))
        if _described(kept) != _described(present):
            reopen_review(vault, present.meeting_id)
    return kept


def remove_participant(vault: Vault, participant_id: str) -> None:
    """Takes somebody off the roster who never spoke. Raises KnownError: BAD_FIELD when they did, NOT_FOUND."""
    with vault.transaction():
        present = participants.participant(vault, participant_id)
        spoken = attributions.speakers(vault, present.meeting_id).values()
        if any(speaker.participant_id == participant_id for speaker in spoken):
            raise KnownError(
                ErrorCode.BAD_FIELD, field="participant", detail="entries are attributed to this person"
            )
        participants.remove_participant(vault, participant_id)


def _described(one: Participant) -> tuple[object, ...]:
    """All by which it is counted how many people some words fit."""
    return one.descriptors, one.role, one.capacity, one.delegation_id, one.count, one.guest


def _checked(one: Participant, others: list[Participant] | tuple[Participant, ...]) -> Participant:
    if one.count < 1:
        raise KnownError(ErrorCode.BAD_FIELD, field="count", detail="at least one person is expected")
    name = needed("name", one.name)
    taken = {other.code for other in others}
    code = one.code.strip().lower() or typing_code(name, taken)
    if code in taken:
        raise KnownError(ErrorCode.BAD_FIELD, field="typing code", detail=f"“{code}” is taken")
    return replace(one, name=name, code=code)
