"""Dialogues and meetings: making them, their rule and agreements, closing them, and the overview of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date as day

from dialogue_notes.domain.codes import GroundRule, MeetingState
from dialogue_notes.domain.record import Agreements, Delegation, Dialogue, Meeting
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.attendance import drop_taken_back
from dialogue_notes.services.needed import needed
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.services.reviewing.fresh_mentions import catch_in_titles, follow_and_catch
from dialogue_notes.services.roster import (
    add_participant,
    change_participant,
    put_back_participant,
    remove_participant,
)
from dialogue_notes.services.rule_setting import RuleTarget, set_rule
from dialogue_notes.services.sessions import add_session, change_session, move_session, remove_session
from dialogue_notes.storage import audit, counts, dialogues, meetings, participants, undo_steps
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault

__all__ = [
    "DialogueOverview",
    "MeetingOverview",
    "RuleTarget",
    "add_delegation",
    "add_participant",
    "add_session",
    "change_meeting",
    "change_participant",
    "change_session",
    "close_meeting",
    "create_dialogue",
    "create_meeting",
    "list_overview",
    "move_session",
    "put_back_participant",
    "remove_participant",
    "remove_session",
    "rename_delegation",
    "rename_dialogue",
    "reopen_meeting",
    "set_agreements",
    "set_rule",
]


@dataclass(frozen=True, slots=True)
class MeetingOverview:
    """A meeting with how much is in it: entries that stand, people in the room by count, sessions."""

    meeting: Meeting
    interventions: int
    participants: int
    sessions: int


@dataclass(frozen=True, slots=True)
class DialogueOverview:
    """A dialogue with its meetings, by date."""

    dialogue: Dialogue
    meetings: tuple[MeetingOverview, ...]


def list_overview(readable: Readable) -> tuple[DialogueOverview, ...]:
    """All dialogues, oldest first, with their meetings."""
    entries, people, sittings = (
        counts.entries_by_meeting(readable),
        counts.people_by_meeting(readable),
        counts.sessions_by_meeting(readable),
    )
    found: dict[str, list[MeetingOverview]] = {}
    for meeting in meetings.meetings(readable):
        line = MeetingOverview(
            meeting, _count(entries, meeting), _count(people, meeting), _count(sittings, meeting)
        )
        found.setdefault(meeting.dialogue_id, []).append(line)
    return tuple(
        DialogueOverview(dialogue, tuple(found.get(dialogue.id, ())))
        for dialogue in dialogues.dialogues(readable)
    )


def create_dialogue(vault: Vault, title: str, rule: GroundRule | None = None) -> Dialogue:
    """A new dialogue. Raises KnownError(BAD_FIELD) without a title."""
    dialogue = Dialogue(new_id(), needed("title", title), rule)
    with vault.transaction():
        dialogues.add_dialogue(vault, dialogue)
        audit.append(vault, "dialogue_created", dialogue=dialogue.id)
    return dialogue


def rename_dialogue(vault: Vault, dialogue_id: str, title: str) -> Dialogue:
    """Gives a dialogue another title. Raises KnownError: BAD_FIELD without one, NOT_FOUND."""
    with vault.transaction():
        old = dialogues.dialogue(vault, dialogue_id)
        dialogue = replace(old, title=needed("title", title))
        dialogues.update_dialogue(vault, dialogue)
        for one in meetings.meetings(vault, dialogue_id):
            place = Place(PlaceKind.DIALOGUE_TITLE, dialogue_id)
            follow_and_catch(vault, one.id, place, old.title, dialogue.title)
    return dialogue


def add_delegation(vault: Vault, dialogue_id: str, name: str) -> Delegation:
    """A side of a dialogue: a new one, or the one of that name. Raises KnownError(BAD_FIELD) without a name."""
    name = needed("delegation", name)
    with vault.transaction():
        for known in dialogues.delegations(vault, dialogue_id):
            if known.name.casefold() == name.casefold():
                return known
        delegation = Delegation(new_id(), dialogue_id, name)
        dialogues.add_delegation(vault, delegation)
    return delegation


def rename_delegation(vault: Vault, delegation_id: str, name: str) -> None:
    """Gives a side another name; reviewed meetings whose roster has it are open to review again.

    Raises KnownError: BAD_FIELD without one, NOT_FOUND.
    """
    with vault.transaction():
        dialogues.rename_delegation(vault, delegation_id, needed("delegation", name))
        for meeting_id in participants.meetings_with(vault, delegation_id):
            reopen_review(vault, meeting_id)


def create_meeting(
    vault: Vault,
    dialogue_id: str,
    title: str,
    *,
    date: day | None = None,
    end_date: day | None = None,
    place: str = "",
) -> Meeting:
    """A new, open meeting of a dialogue, under the dialogue's rule.

    Raises KnownError: BAD_FIELD without a title or when it ends before it begins, NOT_FOUND.
    """
    meeting = Meeting(new_id(), dialogue_id, needed("title", title), date, end_date, place.strip())
    _check_dates(meeting)
    with vault.transaction():
        dialogue = dialogues.dialogue(vault, dialogue_id)
        meetings.add_meeting(vault, meeting)
        catch_in_titles(vault, dialogue, meeting)
        audit.append(vault, "meeting_created", meeting=meeting.id)
    return meeting


def change_meeting(vault: Vault, changed: Meeting) -> Meeting:
    """Changes title, dates and place; rule, agreements and state have functions of their own and stay as they are.

    Raises KnownError: BAD_FIELD without a title or when it ends before it begins, NOT_FOUND.
    """
    _check_dates(changed)
    with vault.transaction():
        old = meetings.meeting(vault, changed.id)
        meeting = replace(
            old,
            title=needed("title", changed.title),
            date=changed.date,
            end_date=changed.end_date,
            place=changed.place.strip(),
        )
        meetings.update_meeting(vault, meeting)
        title, place = Place(PlaceKind.MEETING_TITLE, old.id), Place(PlaceKind.MEETING_PLACE, old.id)
        follow_and_catch(vault, old.id, title, old.title, meeting.title)
        follow_and_catch(vault, old.id, place, old.place, meeting.place)
        return meetings.meeting(vault, old.id)


def set_agreements(vault: Vault, meeting_id: str, agreements: Agreements) -> Meeting:
    """Says what the participants of a meeting allowed; in the audit log. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        meeting = replace(meetings.meeting(vault, meeting_id), agreements=agreements)
        meetings.update_meeting(vault, meeting)
        audit.append(
            vault,
            "agreements_set",
            meeting=meeting_id,
            sides=agreements.sides.value,
            attendance="yes" if agreements.attendance else "no",
            track="yes" if agreements.track else "no",
        )
    return meeting


def close_meeting(vault: Vault, meeting_id: str) -> Meeting:
    """Ends typing in a meeting; what was taken back can come back no more. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        undo_steps.drop_of_meeting(vault, meeting_id)
        drop_taken_back(vault, meeting_id)
        return _set_state(vault, meeting_id, MeetingState.CLOSED, "meeting_closed")


def reopen_meeting(vault: Vault, meeting_id: str) -> Meeting:
    """Allows typing in a meeting again. Raises KnownError(NOT_FOUND)."""
    return _set_state(vault, meeting_id, MeetingState.OPEN, "meeting_reopened")


def _set_state(vault: Vault, meeting_id: str, state: MeetingState, code: str) -> Meeting:
    with vault.transaction():
        meeting = replace(meetings.meeting(vault, meeting_id), state=state)
        meetings.update_meeting(vault, meeting)
        audit.append(vault, code, meeting=meeting_id)
    return meeting


def _check_dates(meeting: Meeting) -> None:
    if meeting.date is not None and meeting.end_date is not None and meeting.end_date < meeting.date:
        raise KnownError(ErrorCode.BAD_FIELD, field="end date", detail="it is before the first day")


def _count(numbers: Mapping[str, int], meeting: Meeting) -> int:
    return numbers.get(meeting.id, 0)
