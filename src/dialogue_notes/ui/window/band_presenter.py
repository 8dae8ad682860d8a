"""Keeps the band true: reads the chosen meeting whenever it, its session or the rule changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.rules import effective_rule
from dialogue_notes.storage import dialogues, meetings
from dialogue_notes.storage.vault import VaultReader
from dialogue_notes.ui.office import Chosen, Office
from dialogue_notes.ui.window.band import Band, BandState


class BandPresenter(QObject):
    """Emits what the band shows."""

    state_changed = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._stored = BandState()
        office.meeting_changed.connect(self._read)
        office.session_changed.connect(self._read)
        office.unlocked.connect(self._read)
        office.rule_changed.connect(self._show)
        office.locked.connect(self._forget)

    def _read(self) -> None:
        chosen = self._office.chosen
        if not self._office.is_open:
            return
        self._office.read(lambda reader: _band_state(reader, chosen), self._take)

    def _take(self, state: BandState) -> None:
        self._stored = state
        self._show()

    def _show(self) -> None:
        stored = self._stored
        state = BandState(
            stored.meeting,
            stored.session,
            self._office.rule_now or stored.rule,
            stored.planned_start,
            stored.planned_end,
            self._office.hands_off_since,
        )
        self.state_changed.emit(state)

    def _forget(self) -> None:
        self._stored = BandState()


def bind(band: Band, presenter: BandPresenter, office: Office) -> None:
    """The only wiring between the two."""
    presenter.state_changed.connect(band.show_state)
    office.locked.connect(band.forget)
    band.lock_requested.connect(office.lock)


def _band_state(reader: VaultReader, chosen: Chosen) -> BandState:
    if chosen.meeting_id is None:
        return BandState()
    meeting = meetings.meeting(reader, chosen.meeting_id)
    dialogue = dialogues.dialogue(reader, meeting.dialogue_id)
    agenda = meetings.sessions(reader, meeting.id)
    place = next((place for place, each in enumerate(agenda) if each.id == chosen.session_id), None)
    session = None if place is None else agenda[place]
    title = f"{dialogue.title} · {meeting.title}"
    rule = effective_rule(dialogue, meeting, session)
    if session is None or place is None:
        return BandState(title, "", rule)
    numbered = f"Session {place + 1}"
    words = session.title if session.title.startswith(numbered) else f"{numbered} — {session.title}"
    return BandState(title, words, rule, session.planned_start, session.planned_end)
