"""Summaries: drafting from a record, what is still in the way, approving, and what the exporter asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dialogue_notes.domain.claims import unbacked_claims
from dialogue_notes.domain.codes import InterventionState, Kind, Sureness
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import Entry, Intervention, MeetingRecord
from dialogue_notes.domain.sanitised import SanitisedSummary
from dialogue_notes.domain.sanitising.gate_terms import gate_terms
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.refusal import Reason, SanitisationRefused
from dialogue_notes.domain.sanitising.release import DraftedSection, drafted_sections
from dialogue_notes.domain.sanitising.sanitiser import Material, sanitise
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.summary import Approval, Summary, SummaryPoint, SummarySection
from dialogue_notes.domain.summary_words import sureness_of_marks
from dialogue_notes.services.parallel.names import guarded
from dialogue_notes.services.summary_content import content_hash
from dialogue_notes.storage import audit, meetings, profiles
from dialogue_notes.storage import entities as stored_entities
from dialogue_notes.storage import redactions as stored_redactions
from dialogue_notes.storage import summaries as stored
from dialogue_notes.storage.identifiers import new_id, utc_now
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable, Vault

__all__ = [
    "DraftOutcome",
    "SummaryState",
    "approve",
    "content_hash",
    "draft_summary",
    "entry_sureness",
    "material",
    "start_summary",
    "summary_state",
    "terms_for",
    "withheld_for",
]


@dataclass(frozen=True, slots=True)
class DraftOutcome:
    """The draft that was made, and how many entries that stand were left out of it."""

    summary_id: str
    withheld: int


@dataclass(frozen=True, slots=True)
class SummaryState:
    """How a summary stands: what it is made from, what its profile may see, and what is in the way of approving.

    `sanitised` is None while what stands in the way keeps it from being made at all. `reasons` say everything
    that is in the way, in words without content. `is_approved` holds for exactly this content.
    """

    material: Material
    profile: Profile
    sanitised: SanitisedSummary | None = field(repr=False)
    reasons: tuple[Reason, ...]
    is_approved: bool


def draft_summary(
    vault: Vault,
    meeting_id: str,
    profile_name: str,
    accept_suggestions: bool = False,  # noqa: FBT001, FBT002 - the one choice there is
) -> DraftOutcome:
    """A draft of the whole meeting in the order of the record: one section a session, one point an entry.

    Its title is empty, which means the meeting's own. With `accept_suggestions` what the program proposes by
    default counts as accepted without a person's decision, which every page then says. Raises
    KnownError(NOT_FOUND) for an unknown meeting or profile.
    """
    with vault.transaction():
        profile = profiles.profile(vault, profile_name)
        record = meeting_record(vault, meeting_id)
        decisions = Decisions.of(
            stored_redactions.redactions(vault, meeting_id), accept_defaults=accept_suggestions
        )
        sections = drafted_sections(record, decisions, profile)
        summary_id = new_id()
        summary = Summary(
            id=summary_id,
            meeting_id=meeting_id,
            profile=profile.name,
            title="",
            sections=tuple(_drafted(one, summary_id, place) for place, one in enumerate(sections)),
            auto_accepted=accept_suggestions,
        )
        stored.add_summary(vault, summary)
        audit.append(vault, "summary_drafted", summary=summary_id, profile=profile.name)
    standing = sum(entry.intervention.state is InterventionState.KEPT for entry in record.entries)
    return DraftOutcome(summary_id, standing - sum(len(section.entries) for section in sections))


def start_summary(vault: Vault, meeting_id: str, profile_name: str) -> str:
    """A summary with nothing in it yet; returns its id. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        profile = profiles.profile(vault, profile_name)
        meetings.meeting(vault, meeting_id)
        summary = Summary(new_id(), meeting_id, profile.name, "")
        stored.add_summary(vault, summary)
        audit.append(vault, "summary_started", summary=summary.id, profile=profile.name)
    return summary.id


def material(readable: Readable, summary_id: str) -> Material:
    """Everything that a summary is made from. Raises KnownError(NOT_FOUND)."""
    summary = stored.summary(readable, summary_id)
    record = meeting_record(readable, summary.meeting_id)
    entities = stored_entities.entities(readable, record.dialogue.id)
    return Material(record, entities, stored_redactions.redactions(readable, summary.meeting_id), summary)


def summary_state(readable: Readable, summary_id: str) -> SummaryState:
    """How a summary stands now, its record read and sanitised once. Raises KnownError(NOT_FOUND)."""
    whole = material(readable, summary_id)
    profile = profiles.profile(readable, whole.summary.profile)
    found: list[Reason] = []
    sanitised = None
    try:
        sanitised = sanitise(whole, profile)
    except SanitisationRefused as refused:
        found.extend(refused.reasons)
    found.extend(_weak_points(whole.summary, whole.record))
    reasons = tuple(dict.fromkeys(found))
    return SummaryState(whole, profile, sanitised, reasons, _is_approved(readable, summary_id, sanitised))


def withheld_for(readable: Readable, summary_id: str) -> tuple[WithheldTerm, ...]:
    """What the leak gate looks for in an export of the summary. Raises as `sanitised`."""
    whole = material(readable, summary_id)
    profile = profiles.profile(readable, whole.summary.profile)
    return terms_for(readable, whole, profile, sanitise(whole, profile))


def terms_for(
    readable: Readable, whole: Material, profile: Profile, summary: SanitisedSummary
) -> tuple[WithheldTerm, ...]:
    """What the gate looks for in `summary`, made of `whole`: names that only another rapporteur wrote count too."""
    return gate_terms(replace(whole, record=guarded(readable, whole.record)), profile, summary)


def approve(vault: Vault, summary_id: str) -> Approval:
    """Approves exactly the present content as the person unlocked; it lapses with any change.

    Raises `SanitisationRefused` with what is in the way (`summary_state`). Whoever works alone may approve their
    own summary; the audit log keeps who it was.
    """
    with vault.transaction():
        state = summary_state(vault, summary_id)
        if state.sanitised is None or state.reasons:
            raise SanitisationRefused(state.reasons)
        digest = content_hash(state.sanitised)
        approval = Approval(new_id(), summary_id, digest, vault.person.name, utc_now())
        stored.add_approval(vault, approval)
        audit.append(vault, "summary_approved", summary=summary_id, content=digest)
    return approval


def entry_sureness(intervention: Intervention) -> Sureness:
    """How sure a point is that stands for this entry."""
    if intervention.kind is Kind.AGREEMENT and (intervention.read_back or intervention.consent is not None):
        return Sureness.AGREED_READ_BACK
    return sureness_of_marks(intervention.marks)


def _is_approved(readable: Readable, summary_id: str, sanitised: SanitisedSummary | None) -> bool:
    approvals = stored.approvals(readable, summary_id)
    if not approvals or sanitised is None:
        return False
    digest = content_hash(sanitised)
    return any(approval.content_hash == digest for approval in approvals)


def _drafted(drafted: DraftedSection, summary_id: str, position: int) -> SummarySection:
    section_id = new_id()
    points = tuple(
        SummaryPoint(
            id=new_id(),
            section_id=section_id,
            position=place,
            sources=(entry.intervention.id,),
            sureness=entry_sureness(entry.intervention),
        )
        for place, entry in enumerate(drafted.entries)
    )
    session = drafted.session
    return SummarySection(section_id, summary_id, position, session.title, session.id, points)


def _weak_points(summary: Summary, record: MeetingRecord) -> Iterator[Reason]:
    """Points that claim what their sources do not show, or whose sources changed."""
    entries = {entry.intervention.id: entry for entry in record.entries}
    for number, section in enumerate(summary.sections, 1):
        for place, point in enumerate(section.points, 1):
            where = f"point {place} of section {number}"
            if point.stale:
                yield Reason(where, "one of its sources changed after it was written")
            sources = tuple(entries[one] for one in point.sources if one in entries)
            if point.text is not None:
                for claim in unbacked_claims(point.text, sources, record):
                    yield Reason(where, claim)
            if point.sureness is Sureness.AGREED_READ_BACK and not any(map(_is_read_back, sources)):
                yield Reason(where, "it counts as agreed and read back, but no source of it was read back")
            people = {one.speaker.participant_id for one in sources if one.speaker.participant_id}
            if point.sureness is Sureness.SEVERAL_VOICES and len(people) < 2:  # noqa: PLR2004 - more than one
                yield Reason(where, "it counts as several voices, but its sources are not several")


def _is_read_back(entry: Entry) -> bool:
    return entry_sureness(entry.intervention) is Sureness.AGREED_READ_BACK
