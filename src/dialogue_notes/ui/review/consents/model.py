"""What the sheet of consents shows of one quotation, made where the vault is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.dangers.quote_consents import (
    EVERY_AUDIENCE,
    Holding,
    QuoteConsent,
    holding,
    what_is_missing,
)
from dialogue_notes.domain.dangers.seen_meeting import see_meeting
from dialogue_notes.domain.places import entry_words
from dialogue_notes.domain.rules import rules_by_entry
from dialogue_notes.domain.sanitising.attribution import describe
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.quote_consents import ledger, left_words
from dialogue_notes.storage import earlier_exports, interventions, meetings, profiles, redactions
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable

EVERYBODY = "Every audience"
FROM_RECORD = "Noted with the record; nothing is said of audience, description or language."


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent in words; `can_revoke` where it still stands."""

    consent_id: str
    words: str = field(repr=False)
    standing: str
    is_holding: bool
    can_revoke: bool


@dataclass(frozen=True, slots=True)
class ConsentsShown:
    """A quotation, what was allowed, and what is offered to be filled in. `left_before` says that it left already."""

    entry_id: str
    where: str
    quotation: str = field(repr=False)
    lines: tuple[ConsentLine, ...]
    audiences: tuple[tuple[str, str], ...]
    descriptions: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    left_before: str = ""

    def description_for(self, audience: str) -> str:
        """How the speaker is described to an audience; empty where several descriptions would go out."""
        found = {words for name, words in self.descriptions if audience in {EVERY_AUDIENCE, name} and words}
        return found.pop() if len(found) == 1 else ""


def read_consents(readable: Readable, entry_id: str) -> ConsentsShown:
    """A quotation with every consent to it. Raises KnownError(NOT_FOUND)."""
    with readable.database.snapshot():
        session_id = interventions.intervention(readable, entry_id).session_id
        record = meeting_record(readable, meetings.session(readable, session_id).meeting_id)
        audiences = profiles.profiles(readable)
        found = redactions.redactions(readable, record.meeting.id)
        times = earlier_exports.times_out(readable, entry_id)
    line = next((one for one in ledger(record) if one.entry.id == entry_id), None)
    if line is None:
        raise KnownError(ErrorCode.NOT_FOUND, detail="quotation")
    titles = {one.name: one.title for one in audiences}
    speaker = next(one.speaker for one in record.entries if one.intervention.id == entry_id)
    rule = rules_by_entry(record)[entry_id]
    hidden = see_meeting(record, (), found, audiences).hidden_sides
    return ConsentsShown(
        entry_id,
        entry_words(record)[entry_id],
        line.entry.text,
        tuple(_line(one, line.entry.text, titles) for one in line.consents),
        ((EVERY_AUDIENCE, EVERYBODY), *((one.name, one.title) for one in audiences)),
        tuple((one.name, describe(record, speaker, rule, one, hidden)[1]) for one in audiences),
        left_words(*times),
    )


def _line(consent: QuoteConsent, words: str, titles: dict[str, str]) -> ConsentLine:
    audience = titles.get(consent.audience, consent.audience) if consent.audience else EVERYBODY
    parts = [part for part in (consent.by, consent.when, consent.how) if part]
    given = [f"as “{consent.description}”"] if consent.description else []
    given += [f"in {consent.language}"] if consent.language else []
    if consent.id:
        parts.append(f"for {audience}" + (f" {' '.join(given)}" if given else ""))
    how = holding(consent, words)
    missing = what_is_missing(consent)
    standing = how.value
    if how is Holding.REVOKED:
        standing = f"{how.value} {consent.revoked_at[:10]}"
    elif how is Holding.HOLDS and not consent.id:
        standing = FROM_RECORD
    elif how is Holding.HOLDS and missing:
        standing = f"holds; it does not say {' or '.join(missing)}"
    is_holding = how is Holding.HOLDS
    return ConsentLine(consent.id, " · ".join(parts), standing, is_holding, is_holding)
