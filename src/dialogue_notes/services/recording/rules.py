"""The ground rule while a session runs: setting it, hands off and on again, reaching back.

What was said under a rule stays under it: before the rule of a session changes, its entries that follow the
session are given the old rule as their own. So loosening lets nothing out that was said before, and tightening
reaches back only where a person says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from dialogue_notes.domain.codes import GroundRule, Kind, MeetingState
from dialogue_notes.domain.record import Intervention, Session
from dialogue_notes.domain.room_notes import HANDS_OFF
from dialogue_notes.domain.rules import effective_rule, is_looser, strictest
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.types import Change, Version
from dialogue_notes.services.rule_holding import hold_entries
from dialogue_notes.services.rule_setting import set_rule
from dialogue_notes.storage import attributions, dialogues, drafts, interventions, meetings
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault

TYPING_STATES = frozenset({MeetingState.PLANNED, MeetingState.OPEN})
"""The states of a meeting that can be written in."""

RESUMED = "taken up again after hands off"
"""The reason noted when typing goes on under the rule that held before, or a stricter one."""


def check_open(readable: Readable, session: Session) -> None:
    """Raises KnownError(MEETING_CLOSED) when the session's meeting cannot be written in any more."""
    if meetings.meeting(readable, session.meeting_id).state not in TYPING_STATES:
        raise KnownError(ErrorCode.MEETING_CLOSED)


def rule_in_force(readable: Readable, session: Session) -> GroundRule:
    """The rule of what is said now in a session."""
    meeting = meetings.meeting(readable, session.meeting_id)
    dialogue = dialogues.dialogue(readable, meeting.dialogue_id)
    return effective_rule(dialogue, meeting, session)


def set_session_rule(vault: Vault, session_id: str, rule: GroundRule, reason: str = "") -> None:
    """Sets the rule of what follows in a session; entries made before keep theirs, and so does a half typed line.

    Raises KnownError(REASON_NEEDED) for a looser rule without a reason.
    """
    with vault.transaction():
        session = meetings.session(vault, session_id)
        old = rule_in_force(vault, session)
        hold_entries(vault, session, old)
        draft = drafts.draft(vault, session_id)
        if draft is not None and draft.has_words:
            drafts.save_draft(vault, session_id, replace(draft, rule=strictest(draft.rule or old, old, rule)))
        set_rule(vault, session, rule, reason)


def take_hands_off(vault: Vault, session_id: str, at: datetime) -> Change:
    """From now on time passes as not for the report: a gap marks where it began, and says which rule held until then.
    Returns what was added.
    """
    with vault.transaction():
        before = rule_in_force(vault, meetings.session(vault, session_id))
        set_session_rule(vault, session_id, GroundRule.NOT_FOR_REPORT)
        gap = Intervention(
            new_id(),
            session_id,
            interventions.next_sequence(vault, session_id),
            Kind.GAP,
            "",
            at.replace(microsecond=0),
            GroundRule.NOT_FOR_REPORT,
            tags=(f"{HANDS_OFF}{before}",),
        )
        interventions.add_intervention(vault, gap)
        meeting_id = meetings.session(vault, session_id).meeting_id
        attributions.set_speaker(vault, meeting_id, gap.id, NOBODY)
    return Change(meeting_id, after=(Version(gap, NOBODY),))


def hands_off_since(session: Session, last: Intervention | None) -> datetime | None:
    """Since when hands are off, told from what is stored, so that locking and unlocking does not end it."""
    if session.ground_rule is not GroundRule.NOT_FOR_REPORT or last is None:
        return None
    is_mark = last.kind is Kind.GAP and last.rule is GroundRule.NOT_FOR_REPORT and not last.text
    return last.spoken_at if is_mark else None


def rule_before_hands_off(
    readable: Readable, session: Session, entries: Sequence[Intervention]
) -> GroundRule:
    """The rule that held before hands were taken off, as the gap says; where it does not, the stricter one of the
    last entry's and the meeting's.

    `entries` are those of the session, in order.
    """
    said = entries[-1].tags if entries else ()
    for rule in GroundRule:
        if f"{HANDS_OFF}{rule}" in said:
            return rule
    inherited = rule_in_force(readable, replace(session, ground_rule=None))
    last = next((entry for entry in reversed(entries) if not _is_mark(entry)), None)
    return strictest(inherited, (last.rule if last is not None else None) or inherited)


def resume(vault: Vault, session_id: str, rule: GroundRule, reason: str = "") -> None:
    """Takes typing up again under `rule`; one looser than before hands were taken off needs a reason.

    Raises KnownError(REASON_NEEDED).
    """
    with vault.transaction():
        session = meetings.session(vault, session_id)
        before = rule_before_hands_off(vault, session, interventions.interventions(vault, session_id))
        if is_looser(rule, before) and not reason.strip():
            raise KnownError(ErrorCode.REASON_NEEDED)
        set_session_rule(vault, session_id, rule, reason.strip() or RESUMED)


def put_under_rule(
    vault: Vault, session_id: str, ids: Collection[str], rule: GroundRule, reason: str = ""
) -> Change:
    """Reaches back: puts entries already made under a rule. Returns what changed; it is not for undoing.

    Raises KnownError(REASON_NEEDED) when that loosens one of them and no reason is given.
    """
    with vault.transaction():
        session = meetings.session(vault, session_id)
        found = [interventions.intervention(vault, each) for each in ids]
        for each in found:
            set_rule(vault, each, rule, reason)
        changed = [interventions.intervention(vault, each.id) for each in found]
    return Change(
        session.meeting_id,
        tuple(Version(each) for each in found),
        tuple(Version(each) for each in changed),
    )


def _is_mark(entry: Intervention) -> bool:
    return entry.kind is Kind.GAP and entry.rule is GroundRule.NOT_FOR_REPORT and not entry.text
