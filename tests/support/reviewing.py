"""A vault with a meeting that was noted and waits for review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import GroundRule, Kind, RedactionAction, RedactionReason
from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.services import checklist, dangers
from dialogue_notes.services.quote_consents import GivenConsent
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.following import follow_text_change
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.storage import attributions, interventions, participants
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from tests.services.recording_room import make_room

LINES: tuple[tuple[str, str, Kind, GroundRule | None], ...] = (
    ("Kang Yong-chol", "Ms Whitcombe and the Lantern Accord", Kind.STATEMENT, None),
    ("Helen Whitcombe", "Pak objected: the lantern accord is Whitcombe's", Kind.STATEMENT, None),
    ("Pak Jin-sook", "what Kang told Whitcombe", Kind.STATEMENT, GroundRule.OFF_RECORD),
    ("Petra Vance", "nothing yet", Kind.STATEMENT, None),
    ("Petra Vance", "the boats leave at dawn tomorrow", Kind.STATEMENT, GroundRule.NOT_FOR_REPORT),
    ("Petra Vance", "to meet again in May", Kind.AGREEMENT, None),
)

WORDS = "We can live with that"
"""What a quotation says, and (below) what was agreed about it."""
GIVEN = GivenConsent("Helen Whitcombe", "the second day", "by hand", "One voice", "principals", "English")


@dataclass(frozen=True, slots=True)
class Desk:
    """An open vault, its meeting, and the ids of the entries in order."""

    vault: Vault
    meeting_id: str
    entries: tuple[str, ...]


def make_desk(folder: Path) -> Desk:
    """A new vault in `folder` with `LINES` noted in the first session."""
    room = make_room(folder)
    people = {one.name: one.id for one in participants.participants(room.vault, room.meeting_id)}
    made = []
    for number, (name, text, kind, rule) in enumerate(LINES):
        intervention = Intervention(new_id(), room.sessions[0].id, number, kind, text, rule=rule)
        interventions.add_intervention(room.vault, intervention)
        attributions.set_speaker(room.vault, room.meeting_id, intervention.id, Speaker(people[name]))
        made.append(intervention.id)
    return Desk(room.vault, room.meeting_id, tuple(made))


def quote_words(desk: Desk) -> str:
    """Notes `WORDS` as a quotation in the first session; its id."""
    session = interventions.intervention(desk.vault, desk.entries[0]).session_id
    made = Intervention(new_id(), session, 90, Kind.QUOTE, WORDS)
    interventions.add_intervention(desk.vault, made)
    return made.id


def decide_all(vault: Vault, meeting_id: str) -> None:
    """Decides everything as a reviewer might: a pseudonym for what is proposed by default, the rest may be told."""
    for one in review_state(vault, meeting_id).entities:
        if any(place.redaction.default for place in one.places):
            action, reason = RedactionAction.PSEUDONYMISE, RedactionReason.PARTICIPANT_IDENTITY
            review.accept_entity(vault, meeting_id, one.entity.id, action, reason)
        else:
            review.reject_entity(vault, meeting_id, one.entity.id)


def settle_rest(vault: Vault, meeting_id: str) -> None:
    """Sees to all that is open beside the redactions: every danger may stay, every question of the checklist is no."""
    for one in dangers.dangers_shown(vault, meeting_id).dangers:
        if one.is_open and not one.found.must_be_decided:
            dangers.settle(vault, meeting_id, one.found, "seen")
    rests_on = checklist.checklist_shown(vault, meeting_id).rests_on
    for item in ChecklistItem:
        checklist.answer(vault, meeting_id, item, rests_on, is_yes=False)


def look(desk: Desk) -> None:
    """What the window does: look through the record, keep what was found; here of the participants only."""
    task = review.suggestion_task(desk.vault, desk.meeting_id)
    meant = {who.id for who in task.record.participants} | {one.entity_id for one in task.known}
    found = [one for one in suggest(task.record, task.known) if one.entity in meant]
    keep_suggestions(desk.vault, task.record, found)


def edit(desk: Desk, number: int, text: str) -> None:
    """An edit as the recording service makes it."""
    with desk.vault.transaction():
        old = interventions.intervention(desk.vault, desk.entries[number])
        interventions.update_intervention(desk.vault, replace(old, text=text))
        follow_text_change(desk.vault, desk.meeting_id, intervention_place(old.id), old.text, text)
