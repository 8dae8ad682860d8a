"""Speech that was heard through an interpreter: marked on entries, and carried on by whoever speaks through one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from dialogue_notes.domain.typing_line.parse import SPOKEN
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change, Version
from dialogue_notes.services.recording.view import RecordRow
from dialogue_notes.storage import interventions, meetings
from dialogue_notes.storage.vault import Vault

INTERPRETED = "interpreted"


class Interpreting:
    """Who speaks through an interpreter in a session: whoever's last entry was interpreted, unless it was said since
    that they do or do not. Follows every change to entries, so that undoing takes this back too.
    `people` are their ids.
    """

    def __init__(self, rows: Iterable[RecordRow], since: int = 0) -> None:
        """`rows` are the session's, in order; all from number `since` on. What is older is taken to say nothing new."""
        self._since = since
        self._said: dict[str, dict[str, bool]] = {}
        self._owners: dict[str, str] = {}
        self._told: dict[str, bool] = {}
        self.people: frozenset[str] = frozenset()
        for row in rows:
            who = row.speaker.participant_id
            if who is not None and row.intervention.kind in SPOKEN:
                self._put(row.id, who, is_interpreted=row.intervention.interpreted)
        self._settle()

    def tell(self, who: str, *, is_on: bool) -> None:
        """Somebody speaks through an interpreter from now on, or does not any more."""
        self._told[who] = is_on
        self._settle()

    def follow(self, change: Change | None) -> None:
        """After a change to entries of the session."""
        if change is None:
            return
        for gone in change.reversed.added:
            self._remove(gone)
        for version in change.after:
            entry = version.intervention
            if entry.sequence < self._since and entry.id not in self._owners:
                continue
            who = version.speaker.participant_id if version.speaker else self._owners.get(entry.id)
            if who is None or entry.kind not in SPOKEN:
                self._remove(entry.id)
                continue
            self._put(entry.id, who, is_interpreted=entry.interpreted)
            self._told.pop(who, None)
        self._settle()

    def _settle(self) -> None:
        """Put in place whole, for the screen looks at it while the vault is written."""
        by_entries = {who: next(reversed(said.values())) for who, said in self._said.items() if said}
        self.people = frozenset(who for who, is_on in {**by_entries, **self._told}.items() if is_on)

    def _put(self, entry_id: str, who: str, *, is_interpreted: bool) -> None:
        if self._owners.get(entry_id, who) != who:
            self._remove(entry_id)
        self._owners[entry_id] = who
        self._said.setdefault(who, {})[entry_id] = is_interpreted

    def _remove(self, entry_id: str) -> None:
        owner = self._owners.pop(entry_id, None)
        if owner is not None:
            self._said[owner].pop(entry_id, None)


def toggle_interpreted(vault: Vault, ids: Collection[str]) -> Change | None:
    """Says of entries of one session that they were heard through an interpreter, or takes it off when all of them
    were; None without entries.
    """
    found = [interventions.intervention(vault, each) for each in ids]
    if not found:
        return None
    is_off = all(each.interpreted for each in found)
    before = tuple(map(Version, found))
    after = tuple(Version(replace(each, interpreted=not is_off)) for each in found)
    with vault.transaction():
        session = meetings.session(vault, found[0].session_id)
        for each in after:
            interventions.update_intervention(vault, each.intervention)
        history.record(vault, (session,), Step(before, after, INTERPRETED))
    return Change(session.meeting_id, before, after)
