"""What is done to entries of a session that are made already, each act a step of its history."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from dialogue_notes.domain.codes import Aim, GroundRule, MarginMark
from dialogue_notes.domain.record import Consent
from dialogue_notes.services import quotations, session_clock, striking
from dialogue_notes.services.recording import history, mending
from dialogue_notes.services.recording import rules as recording_rules
from dialogue_notes.services.recording.marks import toggle_mark
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change
from dialogue_notes.storage import meetings, sequences
from dialogue_notes.storage.vault import Vault


class Mender:
    """One session's entries. Without `ids`, an act is on the last entry where it says so."""

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id

    def toggle_mark(self, vault: Vault, ids: Collection[str], mark: MarginMark | Aim) -> Change | None:
        """Marks entries, the last one when none are given; see `marks.toggle_mark`."""
        self._check_open(vault)
        return toggle_mark(vault, self._wanted(vault, ids), mark)

    def toggle_consent(self, vault: Vault, ids: Collection[str], consent: Consent) -> Change | None:
        """Notes consent to quotations, to the last entry when none are given; see `quotations.toggle_consent`."""
        with vault.transaction():
            change = quotations.toggle_consent(vault, self._wanted(vault, ids), consent)
            self._record(vault, change, "consent")
        return change

    def put_under_rule(
        self, vault: Vault, ids: Collection[str], rule: GroundRule, reason: str = ""
    ) -> Change:
        """Puts entries already made under a rule; see `rules.put_under_rule`."""
        with vault.transaction():
            change = recording_rules.put_under_rule(vault, self.session_id, ids, rule, reason)
            self._record(vault, change, "rule")
        return change

    def split(self, vault: Vault, intervention_id: str, at: int) -> Change | None:
        """Splits an entry at a code point of its text; see `mending.split`."""
        return mending.split(vault, intervention_id, at)

    def join(self, vault: Vault, ids: Collection[str]) -> Change | None:
        """Makes one entry of neighbours; see `mending.join`."""
        return mending.join(vault, ids)

    def move(
        self, vault: Vault, ids: Collection[str], session_id: str, before: str | None = None
    ) -> Change | None:
        """Moves entries before another, or to the end of a session; see `mending.move`."""
        return mending.move(vault, ids, session_id, before)

    def set_time(self, vault: Vault, ids: Collection[str], at: datetime | None) -> Change | None:
        """Says when entries were spoken, None for not known; see `mending.set_time`."""
        return mending.set_time(vault, ids, at)

    def set_clock(self, vault: Vault, *, has_clock: bool) -> Change | None:
        """Says whether a clock runs while the session is typed; see `session_clock.set_clock`."""
        return session_clock.set_clock(vault, self.session_id, has_clock=has_clock)

    def strike(self, vault: Vault, ids: Collection[str]) -> tuple[str, ...]:
        """Destroys the words of entries, of the last one when none are given; see `striking.strike`. Never undone."""
        return striking.strike(vault, self._wanted(vault, ids))

    def _wanted(self, vault: Vault, ids: Collection[str]) -> tuple[str, ...]:
        last = sequences.last_id(vault, self.session_id) if not ids else None
        return tuple(ids) or ((last,) if last else ())

    def _check_open(self, vault: Vault) -> None:
        recording_rules.check_open(vault, meetings.session(vault, self.session_id))

    def _record(self, vault: Vault, change: Change | None, what: str) -> None:
        """Writes what was done into the history, in its transaction."""
        if change is not None and change.after != change.before:
            session = meetings.session(vault, change.after[0].intervention.session_id)
            rules = ((session.id, recording_rules.rule_in_force(vault, session)),)
            history.record(vault, (session,), Step(change.before, change.after, what, rules=rules))
