"""Setting a ground rule: tightening is free, loosening needs a stated reason and goes to the audit log."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Dialogue, Intervention, Meeting, Session
from dialogue_notes.domain.rules import effective_rule, is_looser
from dialogue_notes.domain.text import check_text
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.rule_holding import hold_entries
from dialogue_notes.storage import audit, dialogues, interventions, meetings
from dialogue_notes.storage.vault import Vault

RuleTarget: TypeAlias = Dialogue | Meeting | Session | Intervention
"""What a ground rule can be set on."""


def set_rule(vault: Vault, target: RuleTarget, rule: GroundRule | None, reason: str = "") -> None:
    """Sets the ground rule of a dialogue, meeting, session or entry; None takes over that of what it belongs to.

    Only the id of `target` counts, not its other fields. Loosening is logged with its reason, and what
    was said before stays under the rule that held then.
    Raises KnownError: REASON_NEEDED, BAD_FIELD for half a character, and then nothing is changed; NOT_FOUND.
    """
    reason = reason.strip()
    check_text(reason, "The reason")
    with vault.transaction():
        before, after = _set(vault, target, rule, reason)
        is_loosened = is_looser(after, before)
        if is_loosened and not reason:
            raise KnownError(ErrorCode.REASON_NEEDED)
        if is_loosened and not isinstance(target, Intervention):
            hold_entries(vault, target, before)
        facts = {"rule": after.value, "before": before.value, "reason": reason}
        audit.append(
            vault,
            "rule_loosened" if is_loosened else "rule_set",
            **{type(target).__name__.lower(): target.id, **facts},
        )


def _set(
    vault: Vault, target: RuleTarget, rule: GroundRule | None, reason: str
) -> tuple[GroundRule, GroundRule]:
    """Writes the rule; the one that held for the target before, and the one that holds now."""
    if isinstance(target, Dialogue):
        return _set_on_dialogue(vault, target.id, rule)
    if isinstance(target, Meeting):
        return _set_on_meeting(vault, target.id, rule)
    if isinstance(target, Session):
        return _set_on_session(vault, target.id, rule)
    return _set_on_entry(vault, target.id, rule, reason)


def _set_on_dialogue(
    vault: Vault, dialogue_id: str, rule: GroundRule | None
) -> tuple[GroundRule, GroundRule]:
    dialogue = dialogues.dialogue(vault, dialogue_id)
    changed = replace(dialogue, ground_rule=rule)
    dialogues.update_dialogue(vault, changed)
    nothing = Meeting("", dialogue_id, "")
    return effective_rule(dialogue, nothing), effective_rule(changed, nothing)


def _set_on_meeting(vault: Vault, meeting_id: str, rule: GroundRule | None) -> tuple[GroundRule, GroundRule]:
    meeting = meetings.meeting(vault, meeting_id)
    dialogue = dialogues.dialogue(vault, meeting.dialogue_id)
    changed = replace(meeting, ground_rule=rule)
    meetings.update_meeting(vault, changed)
    return effective_rule(dialogue, meeting), effective_rule(dialogue, changed)


def _set_on_session(vault: Vault, session_id: str, rule: GroundRule | None) -> tuple[GroundRule, GroundRule]:
    session = meetings.session(vault, session_id)
    meeting = meetings.meeting(vault, session.meeting_id)
    dialogue = dialogues.dialogue(vault, meeting.dialogue_id)
    changed = replace(session, ground_rule=rule)
    meetings.update_session(vault, changed)
    return effective_rule(dialogue, meeting, session), effective_rule(dialogue, meeting, changed)


def _set_on_entry(
    vault: Vault, intervention_id: str, rule: GroundRule | None, reason: str
) -> tuple[GroundRule, GroundRule]:
    entry = interventions.intervention(vault, intervention_id)
    session = meetings.session(vault, entry.session_id)
    meeting = meetings.meeting(vault, session.meeting_id)
    dialogue = dialogues.dialogue(vault, meeting.dialogue_id)
    changed = replace(entry, rule=rule, rule_reason=reason or entry.rule_reason)
    interventions.update_intervention(vault, changed)
    return (
        effective_rule(dialogue, meeting, session, entry),
        effective_rule(dialogue, meeting, session, changed),
    )
