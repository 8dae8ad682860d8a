"""What no program can judge: questions to a person who knows the room. "No" is the quiet answer to each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.dangers.settling import Standing, digest
from dialogue_notes.domain.record import MeetingRecord


class ChecklistItem(StrEnum):
    """The questions, in the order in which they are asked."""

    STYLE = "style"
    KNOWN_POSITION = "known_position"
    EXPERTISE = "expertise"
    ANECDOTE = "anecdote"
    SEQUENCE = "sequence"
    NUMBERS = "numbers"
    OUTSIDE = "outside"
    ABSENT = "absent"
    TRANSLATION = "translation"
    SILENCE = "silence"


QUESTIONS: dict[ChecklistItem, str] = {
    ChecklistItem.STYLE: "Could a reader who knows the room tell who said something from its style alone?",
    ChecklistItem.KNOWN_POSITION: "Does an argument belong to one known paper, speech or position?",
    ChecklistItem.EXPERTISE: "Does a passage show knowledge that only one person in the room has?",
    ChecklistItem.ANECDOTE: "Is a story told that has been heard from the same person elsewhere?",
    ChecklistItem.SEQUENCE: "Does the order of question and answer give away who spoke next?",
    ChecklistItem.NUMBERS: "Do figures, dates or places together point to one source?",
    ChecklistItem.OUTSIDE: "Could something be joined with what the press or a public calendar says of these days?",
    ChecklistItem.ABSENT: "Would somebody who was not in the room be hurt by what is said of them?",
    ChecklistItem.TRANSLATION: "Does a turn of phrase show in which language it was first said?",
    ChecklistItem.SILENCE: "Does what was left out say more than what stands there?",
}

HELP: dict[ChecklistItem, str] = {
    ChecklistItem.STYLE: "A favourite word, a joke, a proverb, a way of counting points.",
    ChecklistItem.KNOWN_POSITION: "Whoever has read the paper knows its author.",
    ChecklistItem.EXPERTISE: "A technical detail, a place that one has been to, a file that one has read.",
    ChecklistItem.ANECDOTE: "People repeat their stories.",
    ChecklistItem.SEQUENCE: "Only the other side would answer that.",
    ChecklistItem.NUMBERS: "Each alone may be harmless.",
    ChecklistItem.OUTSIDE: "A visit, a vote, an interview of the same week.",
    ChecklistItem.ABSENT: "It goes on reaching them after the meeting.",
    ChecklistItem.TRANSLATION: "Then its side is known too.",
    ChecklistItem.SILENCE: "A gap where everybody expects a name is a name.",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered; `is_yes` means that there is a danger, and then `note` says what was done about it.

    `rests_on` is the record it was given for; `at` is UTC, `by` a key slot's id.
    """

    item: ChecklistItem
    is_yes: bool
    note: str = field(repr=False)
    rests_on: str
    at: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it stands: with the last answer, if there is one, and whether that still holds."""

    item: ChecklistItem
    standing: Standing
    answer: Answer | None = None


def record_digest(record: MeetingRecord) -> str:
    """What answers rest on: every word and every speaker of the record; any edit makes it another one."""
    parts = [record.dialogue.title, record.meeting.title, record.meeting.place]
    parts += [session.title for session in record.sessions]
    for entry in record.entries:
        one = entry.intervention
        parts += [
            one.id,
            one.kind.value,
            one.state.value,
            "" if one.rule is None else one.rule.value,
            one.text,
            *one.tags,
        ]
        parts.append(entry.speaker.participant_id or "")
    return digest(*parts)


def questions(answers: Iterable[Answer], rests_on: str) -> tuple[Question, ...]:
    """Every question in order, as it stands for a record with that digest."""
    given = {one.item: one for one in answers}
    return tuple(_question(item, given.get(item), rests_on) for item in ChecklistItem)


def unanswered(asked: Iterable[Question]) -> int:
    """How many questions wait for an answer."""
    return sum(one.standing is not Standing.SETTLED for one in asked)


def _question(item: ChecklistItem, answer: Answer | None, rests_on: str) -> Question:
    if answer is None:
        return Question(item, Standing.OPEN)
    held = answer.rests_on == rests_on
    return Question(item, Standing.SETTLED if held else Standing.CHANGED, answer)
