"""Margin marks and aims on entries: put on, taken off, and brought together in the order of their tables."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dialogue_notes.domain.codes import Aim, InterventionState, MarginMark
from dialogue_notes.domain.record import Intervention
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change, Version
from dialogue_notes.storage import interventions, meetings
from dialogue_notes.storage.vault import Vault


def toggle_mark(vault: Vault, ids: Collection[str], mark: MarginMark | Aim) -> Change | None:
    """Puts a margin mark or an aim on entries of one session, or takes it off when all of them have it; None without
    entries. Those that were struck stay as they are.
    """
    entries = [interventions.intervention(vault, each) for each in ids]
    found = [each for each in entries if each.state is InterventionState.KEPT]
    if not found:
        return None
    is_off = all(mark in (*each.marks, *each.aims) for each in found)
    before = tuple(map(Version, found))
    after = tuple(Version(_with_mark(each, mark, is_off=is_off)) for each in found)
    with vault.transaction():
        session = meetings.session(vault, found[0].session_id)
        for each in after:
            interventions.update_intervention(vault, each.intervention)
        history.record(vault, (session,), Step(before, after, "marks"))
    return Change(session.meeting_id, before, after)


def joined_marks(old: Collection[MarginMark], more: Collection[MarginMark]) -> tuple[MarginMark, ...]:
    """The marks of both, each once."""
    return tuple(mark for mark in MarginMark if mark in old or mark in more)


def joined_aims(old: Collection[Aim], more: Collection[Aim]) -> tuple[Aim, ...]:
    """The aims of both, each once."""
    return tuple(aim for aim in Aim if aim in old or aim in more)


def _with_mark(entry: Intervention, mark: MarginMark | Aim, *, is_off: bool) -> Intervention:
    if isinstance(mark, Aim):
        kept = tuple(aim for aim in entry.aims if aim is not mark)
        return replace(entry, aims=kept if is_off else joined_aims(kept, (mark,)))
    rest = tuple(each for each in entry.marks if each is not mark)
    return replace(entry, marks=rest if is_off else joined_marks(rest, (mark,)))
