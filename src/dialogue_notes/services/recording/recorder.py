"""Recording in one session: what must be known from one line to the next, kept where the vault is written.

Lines follow each other faster than they are saved. So who speaks, which entry was the last and what can be
undone is settled in the writer's place, in the order of the lines, and not by what the screen knew.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogue_notes.domain.codes import GroundRule, InterventionState
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.parse import SPOKEN
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_events import KEPT
from dialogue_notes.services.interpreting import Interpreting, toggle_interpreted
from dialogue_notes.services.recording import entering, history, rules
from dialogue_notes.services.recording.history import Undone
from dialogue_notes.services.recording.mender import Mender
from dialogue_notes.services.recording.types import Change, KeptEntry, Moment, Outcome
from dialogue_notes.services.recording.view import RecordView
from dialogue_notes.services.room_notes import Note, add_note
from dialogue_notes.storage import attributions, drafts, interventions, meetings, participants, sequences
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class EditedLine:
    """An entry as the line it is edited in."""

    intervention_id: str
    line: str = field(repr=False)


class Recorder(Mender):
    """One session's recording. Made on the screen, then touched by writes only; drop it on locking.

    It holds no more than who speaks, and who does so through an interpreter: what was kept last and what can be undone
    is read from the vault.
    """

    def __init__(self, view: RecordView) -> None:
        super().__init__(view.session.id)
        self._speaker = view.speaker
        self._named_before: tuple[str, Speaker] | None = None
        since = view.rows[0].intervention.sequence if view.earlier else 0
        self.interpreting = Interpreting((*view.interpreted, *view.rows), since)

    @property
    def speaker(self) -> Speaker:
        """Who speaks as far as the lines kept so far say."""
        return self._speaker

    def named_before(self, entry_id: str) -> Speaker | None:
        """Who speaks on in lines that are put before an entry, as far as those lines say."""
        named = self._named_before
        return named[1] if named is not None and named[0] == entry_id else None

    def keep(
        self,
        vault: Vault,
        line: str,
        spoken_at: datetime,
        rule: GroundRule | None,
        glossary: Mapping[str, str] | None = None,
        before: str | None = None,
    ) -> KeptEntry:
        """Keeps a line; see `entering.keep_line`. With `before` the new entry stands before that one: then who speaks
        in the room stays as it is, and a code alone names the speaker of the next line that is put there.
        """
        if before is not None:
            return self._insert(vault, line, Moment(spoken_at, NOBODY, rule, glossary or {}, before), before)
        moment = Moment(spoken_at, self._speaker, rule, glossary or {}, interpreted=self.interpreting.people)
        kept = entering.keep_line(vault, self.session_id, line, moment)
        self._speaker = kept.speaker_after
        self.interpreting.follow(kept.change)
        return kept

    def note(self, vault: Vault, note: Note) -> Change:
        """Adds an entry made by a key of the room; see `room_notes.add_note`. Who speaks goes on speaking."""
        with vault.transaction():
            change = add_note(vault, self.session_id, note)
            self._record(vault, change, KEPT)
        return change

    def line_of(self, vault: Vault, intervention_id: str | None = None) -> EditedLine | None:
        """The last entry (or another) as a line to edit; None when there is none. Raises KnownError(BAD_FIELD) for a
        struck one, which has no words and gets none.
        """
        wanted = intervention_id or sequences.last_id(vault, self.session_id)
        if wanted is None:
            return None
        entry = interventions.intervention(vault, wanted)
        if entry.state is InterventionState.STRUCK:
            raise KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="it was struck.")
        meeting_id = meetings.session(vault, entry.session_id).meeting_id
        speaker = attributions.speaker(vault, meeting_id, wanted)
        codes = entering.codes_of(participants.participants(vault, meeting_id))
        return EditedLine(wanted, entering.line_for(entry, speaker, codes))

    def edit(
        self, vault: Vault, intervention_id: str, line: str, rule: GroundRule | None = None
    ) -> Change | None:
        """Edits an entry; see `entering.edit_entry`."""
        change = self._follow_speaker(vault, entering.edit_entry(vault, intervention_id, line, rule))
        self.interpreting.follow(change)
        return change

    def reattribute(self, vault: Vault, ids: Collection[str], speaker: Speaker) -> Change | None:
        """Gives entries another speaker; whoever said the last entry speaks on."""
        self._check_open(vault)
        change = self._follow_speaker(vault, entering.reattribute(vault, ids, speaker))
        self.interpreting.follow(change)
        return change

    def toggle_interpreted(self, vault: Vault, ids: Collection[str]) -> Change | None:
        """Says of entries, of the last one when none are given, that they were interpreted, or that they were not; see
        `interpreting.toggle_interpreted`.
        """
        self._check_open(vault)
        change = toggle_interpreted(vault, self._wanted(vault, ids))
        self.interpreting.follow(change)
        return change

    def undo(self, vault: Vault) -> Change | None:
        """Takes back the last act in the session; None when there is none. See `history.undo`."""
        return self._turned(history.undo(vault, self.session_id))

    def redo(self, vault: Vault) -> Change | None:
        """Does again what was undone last; None when there is nothing."""
        return self._turned(history.redo(vault, self.session_id))

    def put_back(self, vault: Vault, text: str, rule: GroundRule | None) -> None:
        """Puts words that the session did not take, and the rule that they were typed under, before what is half typed
        in it.
        """
        with vault.transaction():
            draft = drafts.draft(vault, self.session_id)
            whole = f"{text} {draft.text}" if draft is not None and draft.text else text
            caret = draft.caret + len(whole) - len(draft.text) if draft is not None else len(whole)
            entering.save_draft(vault, self.session_id, whole, caret, rule=rule)

    def take_hands_off(self, vault: Vault, at: datetime) -> Change:
        """See `rules.take_hands_off`."""
        return rules.take_hands_off(vault, self.session_id, at)

    def _insert(self, vault: Vault, line: str, moment: Moment, before: str) -> KeptEntry:
        if self._named_before is not None and self._named_before[0] == before:
            moment = replace(moment, speaker=self._named_before[1])
        kept = entering.keep_line(vault, self.session_id, line, moment)
        if kept.outcome in {Outcome.SPEAKER, Outcome.ADDED}:
            self._named_before = before, kept.speaker_after
        return replace(kept, speaker_after=self._speaker)

    def _turned(self, undone: Undone | None) -> Change | None:
        if undone is None:
            return None
        self._speaker = undone.speaker or self._speaker
        self.interpreting.follow(undone.change)
        return undone.change

    def _follow_speaker(self, vault: Vault, change: Change | None) -> Change | None:
        """Whoever is now said to have spoken last speaks on; other words of the same speaker change nothing."""
        last = sequences.last_id(vault, self.session_id)
        for old, new in zip(change.before, change.after, strict=True) if change is not None else ():
            who, entry = new.speaker, new.intervention
            is_last = entry.id == last and entry.kind in SPOKEN
            if is_last and who is not None and who.participant_id and who != old.speaker:
                self._speaker = who
        return change
