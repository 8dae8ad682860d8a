"""Words never stand under a looser rule than one that held while they were typed, whatever is done with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import (
    Category,
    GroundRule,
    Kind,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.profiles import INSIDE
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.domain.room_notes import ATTENDANCE, is_room_note
from dialogue_notes.domain.rules import strictest
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.release import withheld_entries
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording import rules
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.room_notes import Note
from dialogue_notes.services.rule_setting import set_rule
from dialogue_notes.storage import drafts, entities, meetings, redactions
from dialogue_notes.storage.record import meeting_record
from tests.services.recording_room import NOW, Room, make_room

SECRET = GroundRule.NOT_FOR_REPORT
OPEN = GroundRule.CHATHAM_HOUSE


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def put_session(room: Room, rule: GroundRule, number: int = 0) -> None:
    rules.set_session_rule(room.vault, room.sessions[number].id, rule, "as the chairs said")


def held(room: Room, place: int = 0, number: int = 0) -> GroundRule:
    """The rule that an entry stands under."""
    session = meetings.session(room.vault, room.sessions[number].id)
    return room.entries(number)[place].rule or rules.rule_in_force(room.vault, session)


def withhold(room: Room, entry_id: str, start: int, end: int) -> None:
    """A reviewer withholds an entry for what stands at one place in it."""
    entity = Entity(
        "e1", meetings.meeting(room.vault, room.meeting_id).dialogue_id, Category.PERSON, "Ivanov"
    )
    entities.add_entity(room.vault, entity)
    made = Redaction(
        "r1",
        room.meeting_id,
        intervention_place(entry_id),
        start,
        end,
        entity.id,
        Category.PERSON,
        RedactionAction.WITHHOLD_ENTRY,
        RedactionReason.THIRD_PERSON_IDENTITY,
        RedactionState.ACCEPTED,
    )
    redactions.add_redactions(room.vault, [made])


def test_words_typed_into_an_edit_keep_the_rule_of_their_first_key(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: as everybody knows", NOW, None)
    put_session(room, SECRET)
    put_session(room, OPEN)
    recorder.edit(room.vault, room.entries()[0].id, "hw: as everybody knows, and more", SECRET)
    assert held(room) is SECRET


def test_an_edit_that_changes_no_words_leaves_the_rule(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: as everybody knows", NOW, None)
    recorder.edit(room.vault, room.entries()[0].id, "pv: as everybody knows", SECRET)
    assert held(room) is OPEN


@pytest.mark.parametrize("text", ["a line being edited", ""])
def test_what_was_put_aside_for_an_edit_keeps_its_rule(room: Room, text: str) -> None:
    session, recorder = room.sessions[0].id, room.recorder()
    recorder.keep(room.vault, "hw: an entry", NOW, None)
    entry = room.entries()[0].id
    put_session(room, SECRET)
    save_draft(room.vault, session, "half typed", 10)
    save_draft(room.vault, session, text, 0, entry, "half typed")
    put_session(room, OPEN)
    save_draft(room.vault, session, "hw: an entry", 0, entry, "half typed")
    save_draft(room.vault, session, "half typed", 10)
    recorder.keep(room.vault, "half typed", NOW, None)
    assert held(room, 1) is SECRET


def test_a_rule_that_only_the_screen_knows_goes_with_the_draft(room: Room) -> None:
    session = room.sessions[0].id
    save_draft(room.vault, session, "half typed", 10, rule=SECRET)
    draft = drafts.draft(room.vault, session)
    assert draft is not None
    assert draft.rule is SECRET
    assert record_view(room.vault, session).draft == draft


def test_words_that_a_session_did_not_take_come_back_under_their_rule(room: Room) -> None:
    recorder = room.recorder()
    recorder.put_back(room.vault, "not taken", SECRET)
    recorder.keep(room.vault, "not taken", NOW, None)
    assert held(room) is SECRET


@pytest.mark.parametrize(
    ("last", "then"),
    [
        (None, GroundRule.OFF_RECORD),  # nothing was said yet since the rule became stricter
        (GroundRule.ON_RECORD, OPEN),  # the last entry alone is under a looser one
    ],
)
def test_hands_on_again_is_under_the_rule_of_the_session_not_of_its_last_entry(
    room: Room, last: GroundRule | None, then: GroundRule
) -> None:
    session, recorder = room.sessions[0].id, room.recorder()
    recorder.keep(room.vault, "hw: said", NOW, None)
    if last is not None:
        rules.put_under_rule(room.vault, session, [room.entries()[0].id], last, "both chairs agreed")
    else:
        put_session(room, then)
    recorder.take_hands_off(room.vault, NOW)
    assert record_view(room.vault, session).rule_before is then
    with pytest.raises(KnownError) as refused:
        rules.resume(room.vault, session, last or OPEN)
    assert refused.value.code is ErrorCode.REASON_NEEDED
    rules.resume(room.vault, session, then)
    assert record_view(room.vault, session).cast.rule is then


@pytest.mark.parametrize(
    "lines", [("hw: said", 'pv: " in these very words'), ('pv: " these words', "hw: said")]
)
def test_a_quotation_joined_with_other_words_stays_one(room: Room, lines: tuple[str, ...]) -> None:
    recorder = room.recorder()
    for line in lines:
        recorder.keep(room.vault, line, NOW, None)
    recorder.join(room.vault, [entry.id for entry in room.entries()])
    (whole,) = room.entries()
    assert (whole.kind, whole.consent) == (Kind.QUOTE, None)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_note_of_the_room_joined_with_other_words_stays_one(room: Room, *, is_first: bool) -> None:
    recorder = room.recorder()
    note = Note("Kang Yong-chol arrives", NOW, (ATTENDANCE,))
    if is_first:
        recorder.note(room.vault, note)
    recorder.keep(room.vault, "hw: said", NOW, None)
    if not is_first:
        recorder.note(room.vault, note)
    recorder.join(room.vault, [entry.id for entry in room.entries()])
    (whole,) = room.entries()
    assert is_room_note(whole)


def test_an_entry_withheld_by_decision_is_withheld_in_all_its_parts(room: Room) -> None:
    recorder = room.recorder()
    recorder.keep(room.vault, "hw: Ivanov left the ship, and nobody asked", NOW, None)
    withhold(room, room.entries()[0].id, 0, 6)
    recorder.split(room.vault, room.entries()[0].id, len("Ivanov left the ship,"))
    decisions = Decisions.of(redactions.redactions(room.vault, room.meeting_id))
    withheld = withheld_entries(meeting_record(room.vault, room.meeting_id), decisions, INSIDE)
    assert list(withheld) == [entry.id for entry in room.entries()]
    recorder.undo(room.vault)
    assert len(redactions.redactions(room.vault, room.meeting_id)) == 1


@pytest.mark.parametrize("first", [OPEN, SECRET])
def test_undoing_a_move_keeps_a_rule_that_the_entry_got_since(room: Room, first: GroundRule) -> None:
    recorder = room.recorder()
    put_session(room, OPEN)
    put_session(room, first, 1)
    recorder.keep(room.vault, "hw: said", NOW, None)
    recorder.move(room.vault, [room.entries()[0].id], room.sessions[1].id)
    set_rule(room.vault, room.sessions[1], SECRET, "as agreed")
    recorder.undo(room.vault)
    assert held(room) is (OPEN if first is SECRET else SECRET)
    recorder.redo(room.vault)
    assert held(room, number=1) is strictest(first, SECRET)
