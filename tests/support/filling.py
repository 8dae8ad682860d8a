"""One of everything that a vault can hold, with a text of the test's choice in every field that takes one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dialogue_notes.domain.codes import (
    Aim,
    Capacity,
    Category,
    EntryFlag,
    GroundRule,
    Kind,
    MarginMark,
    RedactionAction,
    RedactionReason,
    RedactionState,
    SidesAgreement,
    Standing,
    Sureness,
)
from dialogue_notes.domain.glossary import Term
from dialogue_notes.domain.record import (
    Agreements,
    Consent,
    Delegation,
    Dialogue,
    Intervention,
    Meeting,
    Participant,
    Session,
    Speaker,
)
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction
from dialogue_notes.domain.summary import Approval, ExportRecord, Summary, SummaryPoint, SummarySection
from dialogue_notes.storage import (
    attributions,
    audit,
    dialogues,
    drafts,
    entities,
    glossary,
    interventions,
    meetings,
    participants,
    redactions,
    summaries,
)
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Filled:
    """What was put into the vault."""

    dialogue: Dialogue
    delegation: Delegation
    meeting: Meeting
    session: Session
    participants: tuple[Participant, ...]
    interventions: tuple[Intervention, ...]
    speaker: Speaker
    draft: Draft
    term: Term
    entity: Entity
    redaction: Redaction
    summary: Summary
    approval: Approval
    export: ExportRecord


def fill(vault: Vault, word: str = "text") -> Filled:
    """Writes one of everything, `word` in every text."""
    filled = _made(vault.person.slot_id, word)
    with vault.transaction():
        _write(vault, filled)
        changed = filled.interventions[1]
        interventions.update_intervention(vault, changed)
        audit.append(vault, "filled", word=word)
    return filled


def _write(vault: Vault, filled: Filled) -> None:
    dialogues.add_dialogue(vault, filled.dialogue)
    dialogues.add_delegation(vault, filled.delegation)
    meetings.add_meeting(vault, filled.meeting)
    meetings.add_session(vault, filled.session)
    for participant in filled.participants:
        participants.add_participant(vault, participant)
    for intervention in filled.interventions:
        earlier = Intervention(
            intervention.id,
            filled.session.id,
            intervention.sequence,
            Kind.STATEMENT,
            f"earlier {intervention.text}",
        )
        interventions.add_intervention(vault, intervention if intervention.sequence == 1 else earlier)
        attributions.set_speaker(vault, filled.meeting.id, intervention.id, filled.speaker)
    drafts.save_draft(vault, filled.session.id, filled.draft)
    glossary.put_term(vault, filled.dialogue.id, filled.term)
    glossary.decline(vault, filled.dialogue.id, filled.term.words)
    entities.add_entity(vault, filled.entity)
    redactions.add_redactions(vault, [filled.redaction])
    summaries.add_summary(vault, filled.summary)
    summaries.add_approval(vault, filled.approval)
    summaries.add_export(vault, filled.export)


def _made(slot_id: str, word: str) -> Filled:
    dialogue = Dialogue(new_id(), f"Dialogue {word}", GroundRule.CHATHAM_HOUSE)
    delegation = Delegation(new_id(), dialogue.id, f"Side {word}")
    meeting = _meeting(dialogue, word)
    session = Session(new_id(), meeting.id, 1, f"Session {word}", GroundRule.OFF_RECORD, "09:30", "11:00")
    people = _people(meeting, delegation, word)
    entries = tuple(_entry(session, number, word) for number in (1, 2))
    entity = Entity(new_id(), dialogue.id, Category.PERSON, f"Entity {word}", people[0].id)
    summary = _summary(meeting, session, entries, word)
    return Filled(
        dialogue,
        delegation,
        meeting,
        session,
        people,
        entries,
        Speaker(people[0].id, unsure=True),
        Draft(f"draft {word}", 5, GroundRule.NOT_FOR_REPORT),
        Term(new_id(), f"key{word}", f"words {word}"),
        entity,
        _redaction(meeting, entries[0], entity, word),
        summary,
        Approval(new_id(), summary.id, "ab" * 32, slot_id, "2026-03-04T10:00:00.000Z"),
        ExportRecord(
            new_id(),
            summary.id,
            "principals",
            "pdf",
            f"{word}.pdf",
            "cd" * 32,
            "ab" * 32,
            draft=True,
            made_by=slot_id,
            made_at="2026-03-04T11:00:00.000Z",
        ),
    )


def _meeting(dialogue: Dialogue, word: str) -> Meeting:
    consent = Consent(f"by {word}", f"when {word}")
    agreements = Agreements(
        SidesAgreement.ONE_SIDE,
        attendance=True,
        track=False,
        comments_by=f"comments {word}",
        sides_consent=consent,
        attendance_consent=consent,
    )
    return Meeting(
        new_id(),
        dialogue.id,
        f"Meeting {word}",
        date(2026, 3, 4),
        date(2026, 3, 5),
        f"Place {word}",
        GroundRule.NOT_FOR_ATTRIBUTION,
        agreements,
    )


def _people(meeting: Meeting, delegation: Delegation, word: str) -> tuple[Participant, ...]:
    first = Participant(
        new_id(),
        meeting.id,
        1,
        f"Name {word}",
        f"Honorific {word}",
        f"Given {word}",
        f"Family {word}",
        (f"alias {word}", "second"),
        (f"script {word}",),
        f"role {word}",
        delegation.id,
        Capacity.FORMER_OFFICIAL,
        Standing.PRIVATE,
        1,
        f"code{word}",
        (f"descriptor {word}",),
        guest=True,
    )
    deputy = Participant(new_id(), meeting.id, 2, f"Deputy {word}", count=3, code="d", replaces_id=first.id)
    return first, deputy


def _entry(session: Session, number: int, word: str) -> Intervention:
    return Intervention(
        new_id(),
        session.id,
        number,
        Kind.QUOTE,
        f"entry {number} {word}",
        datetime(2026, 3, 4, 10, 20, number),  # noqa: DTZ001 - the clock on the wall of the room
        GroundRule.ON_RECORD,
        f"reason {word}",
        (MarginMark.UNSURE, MarginMark.TRIAL_BALLOON),
        (Aim.OPTION, Aim.CHANNEL),
        (f"tag {word}", "second"),
        interpreted=True,
        read_back=True,
        consent=Consent(f"consent {word}", f"when {word}"),
        flags=(EntryFlag.SPEAKER_NOT_RECOGNISED,),
    )


def _redaction(meeting: Meeting, entry: Intervention, entity: Entity, word: str) -> Redaction:
    return Redaction(
        new_id(),
        meeting.id,
        Place(PlaceKind.INTERVENTION, entry.id),
        0,
        5,
        entity.id,
        Category.PERSON,
        RedactionAction.GENERALISE,
        RedactionReason.SAFETY,
        RedactionState.ACCEPTED,
        f"replacement {word}",
        f"why {word}",
        0.75,
        default=False,
        stale=True,
    )


def _summary(meeting: Meeting, session: Session, entries: tuple[Intervention, ...], word: str) -> Summary:
    summary_id, section_id = new_id(), new_id()
    points = (
        SummaryPoint(new_id(), section_id, 1, None, (entries[0].id,)),
        SummaryPoint(
            new_id(),
            section_id,
            2,
            f"point {word}",
            tuple(entry.id for entry in reversed(entries)),
            Sureness.SEVERAL_VOICES,
            stale=True,
        ),
    )
    sections = (
        SummarySection(section_id, summary_id, 1, f"Section {word}", session.id, points),
        SummarySection(new_id(), summary_id, 2, f"Second {word}"),
    )
    return Summary(
        summary_id,
        meeting.id,
        "principals",
        f"Summary {word}",
        f"Marking {word}",
        sections,
        auto_accepted=True,
    )
