"""The checklist for what no program can judge: answered by a person, and asked again when the record changes."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_notes.domain.dangers import checklist
from dialogue_notes.domain.dangers.checklist import Answer, ChecklistItem, Question, questions, record_digest
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import audit
from dialogue_notes.storage import checklist as stored
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class ChecklistShown:
    """The questions as they stand, and the record that an answer given now would rest on."""

    questions: tuple[Question, ...]
    rests_on: str
    has_entries: bool

    @property
    def unanswered(self) -> int:
        """How many wait for an answer."""
        return checklist.unanswered(self.questions) if self.has_entries else 0


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was given, with the one before, to be taken back as one."""

    meeting_id: str
    item: ChecklistItem
    before: Answer | None
    after: Answer


def checklist_shown(readable: Readable, meeting_id: str) -> ChecklistShown:
    """The checklist of a meeting. Raises KnownError(NOT_FOUND)."""
    with readable.database.snapshot():
        record = meeting_record(readable, meeting_id)
        rests_on = record_digest(record)
        return ChecklistShown(
            questions(stored.answers(readable, meeting_id), rests_on), rests_on, bool(record.entries)
        )


def unanswered(readable: Readable, meeting_id: str) -> int:
    """How many questions of a meeting wait for an answer; none where nothing was recorded."""
    return checklist_shown(readable, meeting_id).unanswered


def answer(
    vault: Vault, meeting_id: str, item: ChecklistItem, rests_on: str, *, is_yes: bool, note: str = ""
) -> Answered:
    """Answers a question for the record as the person saw it (`ChecklistShown.rests_on`).

    "Yes" means that there is a danger, and needs a note saying what was done about it: without one it raises
    KnownError(BAD_FIELD). Raises KnownError(NOT_FOUND) without the meeting's key.
    """
    if is_yes and not note.strip():
        raise KnownError(ErrorCode.BAD_FIELD, field="Note", detail="Say what was done about it.")
    with vault.transaction():
        before = _answer_to(vault, meeting_id, item)
        given = Answer(item, is_yes, note.strip(), rests_on)
        stored.put_answer(vault, meeting_id, given)
        audit.append(vault, "checklist_answered", meeting=meeting_id, item=item.value)
        after = _answer_to(vault, meeting_id, item)
    return Answered(meeting_id, item, before, after or given)


def undo_answer(vault: Vault, answered: Answered) -> None:
    """Brings back what was there before an answer. Raises KnownError(NOTHING_TO_UNDO) when it was changed since."""
    with vault.transaction():
        if _answer_to(vault, answered.meeting_id, answered.item) != answered.after:
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        if answered.before is None:
            stored.remove_answer(vault, answered.meeting_id, answered.item)
        else:
            stored.put_answer(vault, answered.meeting_id, answered.before)
        audit.append(vault, "checklist_answer_undone", meeting=answered.meeting_id, item=answered.item.value)


def _answer_to(readable: Readable, meeting_id: str, item: ChecklistItem) -> Answer | None:
    return next((one for one in stored.answers(readable, meeting_id) if one.item is item), None)
