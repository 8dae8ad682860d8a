"""Recording in one session: what must be known from one line to the next, kept where the vault is written.

Lines follow each other faster than they are saved. So who speaks, which entry was the last and what can be
undone is settled in the writer's place, in the order of the lines, and not by what the screen knew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogue_notes.domain.codes import Aim, GroundRule, MarginMark
from dialogue_notes.domain.record import Consent, Speaker
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.services import quotations, recording, recording_rules
from dialogue_notes.services.recording_changes import History, apply_change
from dialogue_notes.services.recording_types import Change, KeptEntry, Moment, Outcome
from dialogue_notes.services.recording_view import RecordView
from dialogue_notes.storage import attributions, audit, drafts, interventions, meetings, participants
from dialogue_notes.storage.striking import strike_intervention
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class EditedLine:
    """An entry as the line it is edited in."""

    intervention_id: str
    line: str = field(repr=False)


class Recorder:
    """One session's recording. Made on the screen, then touched by writes only; drop it on locking."""

    def __init__(self, view: RecordView) -> None:
        self.session_id = view.session.id
        self._speaker = view.speaker
        self._last_id = view.rows[-1].id if view.rows else None
        self._history = History()
        self._turns: dict[str, tuple[Speaker, Speaker]] = {}

    @property
    def speaker(self) -> Speaker:
        """Who speaks as far as the lines kept so far say."""
        return self._speaker

    def keep(
        self,
        vault: Vault,
        line: str,
        spoken_at: datetime,
        rule: GroundRule | None,
        glossary: Mapping[str, str] | None = None,
    ) -> KeptEntry:
        """Keeps a line; see `recording.keep_line`."""
        before = self._speaker
        moment = Moment(spoken_at, before, self._last_id, rule, glossary or {})
        kept = recording.keep_line(vault, self.session_id, line, moment)
        self._speaker = kept.speaker_after
        if kept.outcome is Outcome.ADDED and kept.change is not None:
            self._last_id = kept.change.after[0].intervention.id
            self._turns[self._last_id] = before, kept.speaker_after
        if kept.change is not None:
            self._history.add(kept.change)
        return kept

    def line_of(self, vault: Vault, intervention_id: str | None = None) -> EditedLine | None:
        """The last entry (or another) as a line to edit; None when there is none."""
        wanted = intervention_id or self._last_id
        if wanted is None:
            return None
        entry = interventions.intervention(vault, wanted)
        meeting_id = meetings.session(vault, entry.session_id).meeting_id
        speaker = attributions.speakers(vault, meeting_id).get(wanted, NOBODY)
        codes = recording.codes_of(participants.participants(vault, meeting_id))
        return EditedLine(wanted, recording.line_for(entry, speaker, codes))

    def edit(self, vault: Vault, intervention_id: str, line: str) -> Change | None:
        """Edits an entry; see `recording.edit_entry`."""
        change = recording.edit_entry(vault, intervention_id, line)
        self._follow_speaker(change)
        return self._remember(change)

    def reattribute(self, vault: Vault, ids: Collection[str], speaker: Speaker) -> Change | None:
        """Gives entries another speaker; whoever said the last entry speaks on."""
        self._check_open(vault)
        change = recording.reattribute(vault, ids, speaker)
        self._follow_speaker(change)
        return self._remember(change)

    def toggle_mark(self, vault: Vault, ids: Collection[str], mark: MarginMark | Aim) -> Change | None:
        """Marks entries, the last one when none are given; see `recording.toggle_mark`."""
        self._check_open(vault)
        wanted = ids or ([self._last_id] if self._last_id else [])
        return self._remember(recording.toggle_mark(vault, wanted, mark))

    def toggle_consent(self, vault: Vault, ids: Collection[str], consent: Consent) -> Change | None:
        """Notes consent to quotations, to the last entry when none are given; see `quotations.toggle_consent`."""
        wanted = ids or ([self._last_id] if self._last_id else [])
        return self._remember(quotations.toggle_consent(vault, wanted, consent))

    def strike(self, vault: Vault, ids: Collection[str]) -> tuple[str, ...]:
        """Destroys the words of entries, of the last one when none are given; returns their ids. Never undone, and
        nothing before it can be undone any more, for that would bring words back.
        """
        wanted = tuple(ids) or ((self._last_id,) if self._last_id else ())
        with vault.transaction():
            for each in wanted:
                strike_intervention(vault, each)
                audit.append(vault, "entry_struck", intervention=each)
        self._history.forget()
        return wanted

    def undo(self, vault: Vault) -> Change | None:
        """Takes back the last keep, edit or re-attribution; None when there is none.

        Raises KnownError(MEETING_CLOSED), as do redoing, re-attributing and marking.
        """
        return self._apply(vault, self._history.undo)

    def redo(self, vault: Vault) -> Change | None:
        """Does again what was undone last; None when there is nothing."""
        return self._apply(vault, self._history.redo)

    def put_back(self, vault: Vault, text: str) -> None:
        """Puts words that the session did not take before what is half typed in it."""
        with vault.transaction():
            draft = drafts.draft(vault, self.session_id)
            whole = f"{text} {draft.text}" if draft is not None and draft.text else text
            caret = draft.caret + len(whole) - len(draft.text) if draft is not None else len(whole)
            recording.save_draft(vault, self.session_id, whole, caret)

    def take_hands_off(self, vault: Vault, at: datetime) -> Change:
        """See `recording_rules.take_hands_off`."""
        change = recording_rules.take_hands_off(vault, self.session_id, at)
        self._last_id = change.after[0].intervention.id
        return change

    def _check_open(self, vault: Vault) -> None:
        recording_rules.check_open(vault, meetings.session(vault, self.session_id))

    def _apply(self, vault: Vault, step: Callable[[], Change | None]) -> Change | None:
        self._check_open(vault)
        change = step()
        if change is None:
            return None
        apply_change(vault, change)
        self._turn_back(change)
        entries = interventions.interventions(vault, self.session_id)
        self._last_id = entries[-1].id if entries else None
        return change

    def _turn_back(self, change: Change) -> None:
        """Who speaks goes with the entry that said so: back when it is taken back, on when it is there again."""
        gone, there = change.reversed.added, change.added
        for each in gone:
            self._speaker = self._turns.get(each, (self._speaker, self._speaker))[0]
        for each in there:
            self._speaker = self._turns.get(each, (self._speaker, self._speaker))[1]

    def _remember(self, change: Change | None) -> Change | None:
        if change is not None:
            self._history.add(change)
        return change

    def _follow_speaker(self, change: Change | None) -> None:
        last = [each for each in change.after if each.intervention.id == self._last_id] if change else []
        if last and last[0].speaker is not None and last[0].speaker.participant_id is not None:
            self._speaker = last[0].speaker
