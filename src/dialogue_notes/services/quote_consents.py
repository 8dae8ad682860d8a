"""The ledger of consents to quotations: noted with all that was agreed, revoked, and taken back.

The entry's own consent (noted while typing, or from a meeting file) opens the words to every audience; a consent of
the ledger narrows that to the audiences it was given for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.dangers.quote_consents import QuoteConsent, by_entry, holding_consents
from dialogue_notes.domain.record import Consent, Intervention, MeetingRecord
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_keeping import entry_turn, put_entry
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.matters import MatterKind
from dialogue_notes.services.reviewing.steps import ReviewStep
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.services.settled_keeping import RowChange
from dialogue_notes.storage import audit, interventions, meetings
from dialogue_notes.storage import quote_consents as stored
from dialogue_notes.storage.identifiers import new_id, utc_now
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """What somebody allowed, as a person types it; `audience` is a profile's name, or empty for every one."""

    by: str = field(repr=False)
    when: str = ""
    how: str = field(default="", repr=False)
    description: str = field(default="", repr=False)
    audience: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A quotation with every consent to it, oldest first; the first has no id where it stands in the record only."""

    entry: Intervention
    consents: tuple[QuoteConsent, ...]


def ledger(record: MeetingRecord) -> tuple[LedgerLine, ...]:
    """Every quotation of a meeting with its consents, in the order of the record."""
    given = by_entry(record.quote_consents)
    return tuple(
        LedgerLine(one, (*_from_record(one, given.get(one.id, ())), *given.get(one.id, ())))
        for one in (entry.intervention for entry in record.entries)
        if one.kind is Kind.QUOTE and one.state is InterventionState.KEPT
    )


def left_words(times: int, last: str) -> str:
    """That the words left before, whatever is taken back now; empty where it is not known that they did."""
    if not times:
        return ""
    exports = "one export" if times == 1 else f"{times:,} exports"
    return f"It left in {exports}, last on {last[:10]}. Taking a consent back does not call that back."


def note_consent(vault: Vault, intervention_id: str, given: GivenConsent) -> Decision:
    """Notes a consent to the exact words of a quotation as they stand now.

    Raises KnownError: NOT_FOUND when there is no such quotation, or without the meeting's key; BAD_FIELD when nobody
    is said to have given it.
    """
    if not given.by.strip():
        raise KnownError(ErrorCode.BAD_FIELD, field="By whom", detail="Say who gave the consent.")
    with vault.transaction():
        entry, meeting_id = _quotation(vault, intervention_id)
        made = QuoteConsent(
            id=new_id(),
            intervention_id=entry.id,
            words=entry.text,
            by=given.by.strip(),
            when=given.when.strip(),
            how=given.how.strip(),
            description=given.description.strip(),
            audience=given.audience,
            language=given.language.strip(),
            noted_at=utc_now(),
        )
        change = RowChange(vault, MatterKind.CONSENT, meeting_id, made.id)
        stored.add_consent(vault, meeting_id, made)
        audit.append(vault, "quote_consent_noted", intervention=entry.id, consent=made.id)
        noted = entry if entry.consent is not None else replace(entry, consent=Consent(made.by, made.when))
        turns = (change.turn(entry.id), *entry_turn(vault, meeting_id, entry, noted))
        put_entry(vault, meeting_id, entry, noted)
        return take(vault, meeting_id, ReviewStep(steps.CONSENT_NOTED, matters=turns))


def revoke_consent(vault: Vault, intervention_id: str, consent_id: str) -> Decision:
    """Takes a consent back for the future; what left before is in the register. An empty id is the record's own.

    Once none holds, the words stay in the room. Raises KnownError(NOT_FOUND).
    """
    with vault.transaction():
        entry, meeting_id = _quotation(vault, intervention_id)
        given = by_entry(stored.consents(vault, meeting_id)).get(entry.id, ())
        held = holding_consents(given, entry.text)
        change = RowChange(vault, MatterKind.CONSENT, meeting_id, consent_id)
        if consent_id:
            if consent_id not in {one.id for one in given if not one.revoked_at}:
                raise KnownError(ErrorCode.NOT_FOUND, detail="consent")
            stored.set_revoked(vault, consent_id, utc_now())
        elif entry.consent is None:
            raise KnownError(ErrorCode.NOT_FOUND, detail="consent")
        left = [one for one in held if one.id != consent_id]
        bare = entry if left else replace(entry, consent=None)
        audit.append(vault, "quote_consent_revoked", intervention=entry.id, consent=consent_id)
        turns = entry_turn(vault, meeting_id, entry, bare)
        if consent_id:
            turns = (change.turn(entry.id), *turns)
        put_entry(vault, meeting_id, entry, bare)
        return take(vault, meeting_id, ReviewStep(steps.CONSENT_REVOKED, matters=turns))


def _from_record(entry: Intervention, given: tuple[QuoteConsent, ...]) -> tuple[QuoteConsent, ...]:
    """The consent that stands in the record alone: no line of the ledger says it better."""
    if entry.consent is None or holding_consents(given, entry.text):
        return ()
    return (QuoteConsent("", entry.id, entry.text, entry.consent.by, entry.consent.when),)


def _quotation(vault: Vault, intervention_id: str) -> tuple[Intervention, str]:
    entry = interventions.intervention(vault, intervention_id)
    if entry.kind is not Kind.QUOTE or entry.state is not InterventionState.KEPT:
        raise KnownError(ErrorCode.NOT_FOUND, detail="quotation")
    return entry, meetings.session(vault, entry.session_id).meeting_id
