"""What each ground rule lets out, as design 1 has it: pure, and the only place that says so."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_notes.domain.codes import Attribution, GroundRule, SidesAgreement
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import Agreements, Dialogue, Intervention, Meeting, MeetingRecord, Session

DEFAULT_RULE = GroundRule.CHATHAM_HOUSE
"""Where no rule was set anywhere."""

_NOT_FOR_ATTRIBUTION = {
    SidesAgreement.NO: Attribution.VOICES,
    SidesAgreement.ONE_SIDE: Attribution.ONE_SIDE,
    SidesAgreement.NAMED: Attribution.SIDE_AND_CAPACITY,
}
_CHATHAM_HOUSE = {
    SidesAgreement.NO: Attribution.VOICES,
    SidesAgreement.ONE_SIDE: Attribution.ONE_SIDE,
    SidesAgreement.NAMED: Attribution.SIDE,
}


@dataclass(frozen=True, slots=True)
class HeaderPermissions:
    """What the head of a summary may say about the meeting as a whole."""

    attendance: bool
    sides: bool
    track: bool


def effective_rule(
    dialogue: Dialogue,
    meeting: Meeting,
    session: Session | None = None,
    intervention: Intervention | None = None,
) -> GroundRule:
    """The rule that holds: the nearest one that was set; `chatham_house` where none was."""
    set_rules = (
        intervention.rule if intervention else None,
        session.ground_rule if session else None,
        meeting.ground_rule,
        dialogue.ground_rule,
    )
    return next((rule for rule in set_rules if rule is not None), DEFAULT_RULE)


def rules_by_entry(record: MeetingRecord) -> dict[str, GroundRule]:
    """The effective rule of each entry of a record, by intervention id."""
    sessions = {session.id: session for session in record.sessions}
    return {
        entry.intervention.id: effective_rule(
            record.dialogue, record.meeting, sessions.get(entry.intervention.session_id), entry.intervention
        )
        for entry in record.entries
    }


def is_looser(rule: GroundRule, than: GroundRule) -> bool:
    """Whether `rule` lets more out than the other; loosening needs a stated reason."""
    return rule.strictness < than.strictness


def strictest(first: GroundRule, *others: GroundRule) -> GroundRule:
    """The strictest of some rules: what holds for a line during which the rule changed."""
    return max((first, *others), key=lambda rule: rule.strictness)


def finest_attribution(rule: GroundRule, agreements: Agreements) -> Attribution:
    """How finely a speaker may be described under a rule and the meeting's agreements, before profile and k."""
    if rule is GroundRule.ON_RECORD:
        return Attribution.NAME
    if rule is GroundRule.NOT_FOR_ATTRIBUTION:
        return _NOT_FOR_ATTRIBUTION[agreements.sides]
    if rule is GroundRule.CHATHAM_HOUSE:
        return _CHATHAM_HOUSE[agreements.sides]
    if rule is GroundRule.OFF_RECORD:
        return Attribution.VOICES
    return Attribution.NONE


def content_allowed(rule: GroundRule, profile: Profile) -> bool:
    """Whether what was said under a rule may reach a profile at all."""
    if rule is GroundRule.NOT_FOR_REPORT:
        return False
    return profile.restricted or rule is not GroundRule.OFF_RECORD


def header_permissions(rule: GroundRule, agreements: Agreements) -> HeaderPermissions:
    """What the head may say under the meeting's own rule."""
    if rule is GroundRule.ON_RECORD:
        return HeaderPermissions(attendance=True, sides=True, track=True)
    if rule in {GroundRule.OFF_RECORD, GroundRule.NOT_FOR_REPORT}:
        return HeaderPermissions(attendance=False, sides=False, track=False)
    return HeaderPermissions(
        attendance=agreements.attendance,
        sides=agreements.sides is SidesAgreement.NAMED,
        track=agreements.track,
    )
