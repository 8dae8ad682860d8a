"""The words that screens and exports use for the codes, in English; one table, so that no synonym creeps in."""

from __future__ import annotations

from dialogue_notes.domain.codes import (
    Aim,
    Capacity,
    Category,
    GroundRule,
    Kind,
    MarginMark,
    MeetingState,
    RedactionAction,
    RedactionReason,
    Sureness,
    Track,
)

RULE_WORDS: dict[GroundRule, str] = {
    GroundRule.ON_RECORD: "On the record",
    GroundRule.NOT_FOR_ATTRIBUTION: "Not for attribution",
    GroundRule.CHATHAM_HOUSE: "Chatham House Rule",
    GroundRule.OFF_RECORD: "Off the record",
    GroundRule.NOT_FOR_REPORT: "Not for the report",
}
KIND_WORDS: dict[Kind, str] = {kind: kind.value.capitalize() for kind in Kind}
MARK_WORDS: dict[MarginMark, str] = {mark: mark.value.replace("_", " ") for mark in MarginMark}
AIM_WORDS: dict[Aim, str] = {aim: aim.value for aim in Aim}
CAPACITY_WORDS: dict[Capacity, str] = {capacity: capacity.value.replace("_", " ") for capacity in Capacity}
TRACK_WORDS: dict[Track, str] = {Track.ONE_AND_A_HALF: "Track I½", Track.TWO: "Track II"}
STATE_WORDS: dict[MeetingState, str] = {state: state.value for state in MeetingState}
CATEGORY_WORDS: dict[Category, str] = {category: category.value.replace("_", "-") for category in Category}
ACTION_WORDS: dict[RedactionAction, str] = {
    RedactionAction.REMOVE: "remove",
    RedactionAction.PSEUDONYMISE: "pseudonym",
    RedactionAction.GENERALISE: "generalise",
    RedactionAction.RECAST: "recast",
    RedactionAction.WITHHOLD_ENTRY: "withhold entry",
}
REASON_WORDS: dict[RedactionReason, str] = {
    RedactionReason.PARTICIPANT_IDENTITY: "identity of a participant",
    RedactionReason.THIRD_PERSON_IDENTITY: "identity of a third person",
    RedactionReason.AFFILIATION: "affiliation",
    RedactionReason.SESSION_RULE: "rule of the session",
    RedactionReason.QUOTE_NOT_CLEARED: "quote not cleared",
    RedactionReason.SAFETY: "safety of a person",
    RedactionReason.SOURCE_OR_METHOD: "source or method",
    RedactionReason.PERSONAL_MATTER: "personal matter",
    RedactionReason.OTHER: "other",
}
SURENESS_WORDS: dict[Sureness, str] = {
    Sureness.AGREED_READ_BACK: "agreed and read back",
    Sureness.SEVERAL_VOICES: "several voices",
    Sureness.ONE_VOICE: "one voice",
    Sureness.PERSONAL_VIEW: "personal view",
    Sureness.TRIAL_BALLOON: "trial balloon",
    Sureness.UNSURE: "unsure",
    Sureness.NOT_SAID: "",
}
