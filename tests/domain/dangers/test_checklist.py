"""Questions to a person: answered for one record, and asked again for another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.domain.dangers.checklist import (
    HELP,
    QUESTIONS,
    Answer,
    ChecklistItem,
    questions,
    record_digest,
    unanswered,
)
from dialogue_notes.domain.dangers.settling import Standing
from dialogue_notes.domain.record import Entry, MeetingRecord, Speaker
from tests.support.records import entry, record


def changed(made: MeetingRecord, **fields: object) -> MeetingRecord:
    one = made.entries[0]
    return replace(made, entries=(Entry(replace(one.intervention, **fields), one.speaker),))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    "fields", [{"text": "No"}, {"kind": Kind.QUOTE}, {"rule": GroundRule.OFF_RECORD}, {"tags": ("x",)}]
)
def test_any_edit_asks_again(fields: dict[str, object]) -> None:
    made = record(entry(1, "Yes"))
    answers = [Answer(item, False, "", record_digest(made)) for item in ChecklistItem]
    assert unanswered(questions(answers, record_digest(made))) == 0
    again = questions(answers, record_digest(changed(made, **fields)))
    assert {one.standing for one in again} == {Standing.CHANGED}
    assert unanswered(again) == len(ChecklistItem)


def test_another_speaker_asks_again() -> None:
    made = record(entry(1, "Yes"))
    said = replace(made, entries=(Entry(made.entries[0].intervention, Speaker("p1")),))
    assert record_digest(said) != record_digest(made)


def test_every_question_has_words_and_ends_as_one() -> None:
    assert set(QUESTIONS) == set(HELP) == set(ChecklistItem)
    assert all(one.endswith("?") for one in QUESTIONS.values())
