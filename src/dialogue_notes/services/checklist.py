"""The checklist for what no program can judge: answered by a person, and asked again when the record changes."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_notes.domain.dangers import checklist
from dialogue_notes.domain.dangers.checklist import Answer, ChecklistItem, Question, questions, record_digest
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recalled_record import recalled_record
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.matters import MatterKind
from dialogue_notes.services.reviewing.steps import ReviewStep
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.services.settled_keeping import RowChange
from dialogue_notes.storage import audit
from dialogue_notes.storage import checklist as stored
from dialogue_notes.storage.memory import Moment
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


def checklist_shown(readable: Readable, meeting_id: str) -> ChecklistShown:
    """The checklist of a meeting. Raises KnownError(NOT_FOUND)."""
    with readable.memory.moment() as moment:
        return checklist_in(readable, moment, meeting_id)


def checklist_in(readable: Readable, moment: Moment, meeting_id: str) -> ChecklistShown:
    """As `checklist_shown`, at a moment at which more is read."""

    def read(_before: object) -> ChecklistShown:
        record = recalled_record(readable, moment, meeting_id)
        rests_on = moment.recall("record digest", meeting_id, (), lambda _: record_digest(record))
        return ChecklistShown(
            questions(stored.answers(readable, meeting_id), rests_on), rests_on, bool(record.entries)
        )

    return moment.recall("checklist", meeting_id, ("checklist_answer",), read)


def answer(
    vault: Vault, meeting_id: str, item: ChecklistItem, rests_on: str, *, is_yes: bool, note: str = ""
) -> Decision:
    """Answers a question for the record as the person saw it (`ChecklistShown.rests_on`).

    "Yes" means that there is a danger, and needs a note saying what was done about it: without one it raises
    KnownError(BAD_FIELD). Raises KnownError(NOT_FOUND) without the meeting's key.
    """
    if is_yes and not note.strip():
        raise KnownError(ErrorCode.BAD_FIELD, field="Note", detail="Say what was done about it.")
    with vault.transaction():
        change = RowChange(vault, MatterKind.ANSWER, meeting_id, item.value)
        stored.put_answer(vault, meeting_id, Answer(item, is_yes, note.strip(), rests_on))
        audit.append(vault, "checklist_answered", meeting=meeting_id, item=item.value)
        return take(vault, meeting_id, ReviewStep(steps.ANSWERED, matters=(change.turn(),)))
