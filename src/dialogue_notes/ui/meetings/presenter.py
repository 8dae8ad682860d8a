"""Decides what the Meetings room shows, and writes what is changed about dialogues and meetings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import GroundRule, MeetingState
from dialogue_notes.domain.language import STATE_WORDS
from dialogue_notes.domain.record import Agreements, Dialogue, Meeting
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import meetings
from dialogue_notes.services.meetings import DialogueOverview, MeetingOverview, RuleTarget
from dialogue_notes.storage.vault import Readable, Vault
from dialogue_notes.ui.meetings.about import AboutEdit
from dialogue_notes.ui.meetings.dates import write_dates
from dialogue_notes.ui.meetings.model import TreeDialogue, TreeMeeting
from dialogue_notes.ui.meetings.snapshot import (
    DialogueSnapshot,
    MeetingSnapshot,
    read_dialogue,
    read_meeting,
)
from dialogue_notes.ui.office import Chosen, Office

FIRST_SESSION = "Session 1"
"""Every meeting has somewhere to type from the start."""


class MeetingsPresenter(QObject):
    """Emits snapshots of the tree and of what is chosen in it. `reason_needed(target, rule)` before loosening."""

    tree_changed = Signal(tuple, object)
    meeting_shown = Signal(object)
    dialogue_shown = Signal(object)
    made = Signal()
    reason_needed = Signal(object, object)
    failed = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._overview: tuple[DialogueOverview, ...] = ()
        self._dialogue_id: str | None = None
        self._snapshot: MeetingSnapshot | None = None
        self._is_new = False
        office.unlocked.connect(self._begin)
        office.meeting_changed.connect(self.refresh)
        office.locked.connect(self._forget)

    @property
    def snapshot(self) -> MeetingSnapshot | None:
        """The meeting that is shown."""
        return self._snapshot

    def refresh(self) -> None:
        """Reads the tree and what is chosen in it again."""
        if not self._office.is_open:
            return
        self._office.read(meetings.list_overview, self._show_tree)
        dialogue_id, meeting_id = self._dialogue_id, self._office.chosen.meeting_id
        if dialogue_id is not None:
            self._office.read(lambda reader: read_dialogue(reader, dialogue_id), self._show_dialogue)
        elif meeting_id is not None:
            self._office.read(lambda reader: read_meeting(reader, meeting_id), self._show_meeting)

    def choose_meeting(self, meeting_id: str) -> None:
        """Makes a meeting the one that every room shows, at its first session."""
        self._dialogue_id = None
        if meeting_id == self._office.chosen.meeting_id:
            self.refresh()
            return
        self._office.read(lambda reader: _whereabouts(reader, meeting_id), self._choose)

    def open_record(self, meeting_id: str = "") -> None:
        """Goes to the Record room with a meeting: the one named, or the one shown."""
        if not meeting_id or meeting_id == self._office.chosen.meeting_id:
            self._office.go_to("record")
            return

        def choose(chosen: Chosen) -> None:
            self._choose(chosen)
            self._office.go_to("record")

        self._dialogue_id = None
        self._office.read(lambda reader: _whereabouts(reader, meeting_id), choose)

    def choose_dialogue(self, dialogue_id: str) -> None:
        """Shows a dialogue by itself; the other rooms keep their meeting."""
        self._dialogue_id = dialogue_id
        self._office.read(lambda reader: read_dialogue(reader, dialogue_id), self._show_dialogue)

    def new_dialogue(self) -> None:
        """Makes a dialogue, ready to be named."""

        def show(dialogue: Dialogue) -> None:
            self._dialogue_id, self._is_new = dialogue.id, True
            self.refresh()

        self._office.write(
            lambda vault: meetings.create_dialogue(vault, "New dialogue"), show, self.failed.emit
        )

    def new_meeting(self) -> None:
        """Makes a meeting of the dialogue that is chosen, ready to be named."""
        dialogue_id = self._dialogue_id or self._office.chosen.dialogue_id
        known = next((each for each in self._overview if each.dialogue.id == dialogue_id), None)
        if known is None:
            return
        title = f"Meeting {len(known.meetings) + 1}"

        def show(chosen: Chosen) -> None:
            self._dialogue_id, self._is_new = None, True
            self._choose(chosen)

        self._office.write(
            lambda vault: _new_meeting(vault, known.dialogue.id, title), show, self.failed.emit
        )

    def change_about(self, edit: AboutEdit) -> None:
        """Keeps title, place and dates of the meeting shown."""
        if self._snapshot is None:
            return
        meeting = replace(
            self._snapshot.meeting, title=edit.title, place=edit.place, date=edit.date, end_date=edit.end_date
        )
        self._write(lambda vault: meetings.change_meeting(vault, meeting))

    def change_agreements(self, agreements: Agreements) -> None:
        """Keeps what the participants of the meeting shown allowed."""
        if self._snapshot is not None:
            meeting_id = self._snapshot.meeting.id
            self._write(lambda vault: meetings.set_agreements(vault, meeting_id, agreements))

    def set_rule(self, target: RuleTarget, rule: GroundRule | None, reason: str = "") -> None:
        """Sets a ground rule; a looser one asks for its reason first."""

        def ask(error: KnownError) -> None:
            if error.code is ErrorCode.REASON_NEEDED:
                self.reason_needed.emit(target, rule)
            else:
                self.failed.emit(error)

        self._write(lambda vault: meetings.set_rule(vault, target, rule, reason), ask)

    def rename_dialogue(self, title: str) -> None:
        """Keeps the title of the dialogue shown."""
        dialogue_id = self._dialogue_id
        if dialogue_id is not None:
            self._write(lambda vault: meetings.rename_dialogue(vault, dialogue_id, title))

    def add_side(self, name: str) -> None:
        """Adds a delegation to the dialogue shown."""
        dialogue_id = self._dialogue_id
        if dialogue_id is not None:
            self._write(lambda vault: meetings.add_delegation(vault, dialogue_id, name))

    def rename_side(self, delegation_id: str, name: str) -> None:
        """Keeps the name of a delegation."""
        self._write(lambda vault: meetings.rename_delegation(vault, delegation_id, name))

    def set_open(self, *, is_open: bool) -> None:
        """Ends typing in the meeting shown, or allows it again."""
        if self._snapshot is not None:
            meeting_id = self._snapshot.meeting.id
            change = meetings.reopen_meeting if is_open else meetings.close_meeting
            self._write(lambda vault: change(vault, meeting_id))

    def _write(
        self, work: Callable[[Vault], object], failed: Callable[[KnownError], None] | None = None
    ) -> None:
        def refuse(error: KnownError) -> None:
            (failed or self.failed.emit)(error)
            self.refresh()

        self._office.write(work, lambda _value: self._office.meeting_changed.emit(), failed or refuse)

    def _begin(self) -> None:
        self._office.read(meetings.list_overview, self._begin_with)

    def _begin_with(self, overview: tuple[DialogueOverview, ...]) -> None:
        """After unlocking: back to where one was, else to the latest meeting that can be typed in."""
        self._show_tree(overview)
        chosen = self._office.chosen
        everything = [line.meeting for each in overview for line in each.meetings]
        if chosen.meeting_id is not None and any(each.id == chosen.meeting_id for each in everything):
            self._office.choose_meeting(chosen.dialogue_id, chosen.meeting_id, chosen.session_id)
            return
        open_ones = [each for each in everything if each.state in {MeetingState.OPEN, MeetingState.PLANNED}]
        if everything:
            self.choose_meeting((open_ones or everything)[-1].id)
        elif overview:
            self.choose_dialogue(overview[0].dialogue.id)
            self._show_tree(overview)

    def _choose(self, chosen: Chosen) -> None:
        self._office.choose_meeting(chosen.dialogue_id, chosen.meeting_id, chosen.session_id)

    def _show_tree(self, overview: tuple[DialogueOverview, ...]) -> None:
        self._overview = overview
        tree = tuple(
            TreeDialogue(
                each.dialogue.id, each.dialogue.title, tuple(_tree_meeting(line) for line in each.meetings)
            )
            for each in overview
        )
        self.tree_changed.emit(tree, self._dialogue_id or self._office.chosen.meeting_id)

    def _show_meeting(self, snapshot: MeetingSnapshot) -> None:
        self._snapshot = snapshot
        self.meeting_shown.emit(snapshot)
        self._say_if_new()

    def _show_dialogue(self, snapshot: DialogueSnapshot) -> None:
        self.dialogue_shown.emit(snapshot)
        self._say_if_new()

    def _say_if_new(self) -> None:
        if self._is_new:
            self._is_new = False
            self.made.emit()

    def _forget(self) -> None:
        self._overview, self._snapshot, self._dialogue_id = (), None, None


def _tree_meeting(line: MeetingOverview) -> TreeMeeting:
    meeting: Meeting = line.meeting
    entries = {0: "", 1: "1 entry"}.get(line.interventions, f"{line.interventions} entries")
    parts = (write_dates(meeting.date, meeting.end_date), STATE_WORDS[meeting.state], entries)
    return TreeMeeting(meeting.id, meeting.title, " · ".join(part for part in parts if part))


def _whereabouts(readable: Readable, meeting_id: str) -> Chosen:
    snapshot = read_meeting(readable, meeting_id)
    session = snapshot.sessions[0].id if snapshot.sessions else None
    return Chosen(snapshot.dialogue.id, meeting_id, session)


def _new_meeting(vault: Vault, dialogue_id: str, title: str) -> Chosen:
    with vault.transaction():
        meeting = meetings.create_meeting(vault, dialogue_id, title)
        session = meetings.add_session(vault, meeting.id, FIRST_SESSION)
    return Chosen(dialogue_id, meeting.id, session.id)
