"""What the checklist shows, made where the vault is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogue_notes.domain.dangers.checklist import HELP, QUESTIONS, ChecklistItem, Question
from dialogue_notes.domain.dangers.settling import Standing
from dialogue_notes.services.checklist import ChecklistShown, checklist_shown
from dialogue_notes.storage import people
from dialogue_notes.storage.vault import Readable


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A question with its answer in words; `is_answered` while the answer holds."""

    item: ChecklistItem
    question: str
    help: str
    answer: str = field(repr=False)
    note: str = field(repr=False)
    is_answered: bool
    is_yes: bool
    has_changed: bool


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """Every question, how many wait, and the record that an answer given now rests on."""

    rows: tuple[ChecklistRow, ...]
    unanswered: int
    rests_on: str
    has_entries: bool


NO_CHECKLIST = ChecklistView((), 0, "", has_entries=False)


def read_checklist(readable: Readable, meeting_id: str) -> ChecklistView:
    """The checklist of a meeting. Raises KnownError(NOT_FOUND)."""
    return checklist_view(checklist_shown(readable, meeting_id), people.names(readable))


def checklist_view(shown: ChecklistShown, names: Mapping[str, str]) -> ChecklistView:
    """The checklist in words; `names` are people by key slot."""
    rows = tuple(_row(one, names) for one in shown.questions)
    return ChecklistView(rows, shown.unanswered, shown.rests_on, shown.has_entries)


def _row(question: Question, names: Mapping[str, str]) -> ChecklistRow:
    given = question.answer
    words, note = "", ""
    if given is not None:
        by = names.get(given.by, "")
        words = f"{'Yes' if given.is_yes else 'No'} — {f'{by}, ' if by else ''}{given.at[:10]}"
        note = given.note
    if question.standing is Standing.CHANGED:
        words = f"The record has changed since: {words}"
    return ChecklistRow(
        item=question.item,
        question=QUESTIONS[question.item],
        help=HELP[question.item],
        answer=words,
        note=note,
        is_answered=question.standing is Standing.SETTLED,
        is_yes=given is not None and given.is_yes,
        has_changed=question.standing is Standing.CHANGED,
    )
