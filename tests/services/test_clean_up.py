"""What needs a look, read from a vault; and the changes that go through the typing line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from dialogue_notes.domain.clean_up import Need
from dialogue_notes.domain.codes import Aim, Kind, MarginMark
from dialogue_notes.domain.record import Consent, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.clean_up import clean_up_items
from dialogue_notes.services.glossary import add_term
from dialogue_notes.services.meetings import close_meeting
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.time_shifting import shift_time
from dialogue_notes.services.rewriting import mark_read_back, rewrite
from dialogue_notes.services.timeline import timeline
from dialogue_notes.storage import meetings
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path)


def keep(room: Room, *lines: str) -> Recorder:
    recorder = room.recorder()
    for number, line in enumerate(lines):
        recorder.keep(room.vault, line, NOW + timedelta(minutes=number), None)
    return recorder


def needs(room: Room) -> list[tuple[Need, str]]:
    texts = {entry.id: entry.text for entry in room.entries()}
    found = clean_up_items(room.vault, room.sessions[0].id)
    return [(item.need, texts.get(item.subject_id, "")) for item in found]


def test_shorthand_of_the_dialogue_is_found_and_written_out(room: Room) -> None:
    dialogue = meetings.meeting(room.vault, room.meeting_id).dialogue_id
    add_term(room.vault, dialogue, "mor", "moratorium")
    keep(
        room,
        "hw: the mor would end",
        "the ;mor and hw",
        "moratorium it is",
        "tld pv it wld be so",
        "Mor is a name",
    )
    found = clean_up_items(room.vault, room.sessions[0].id)
    assert [item.need for item in found] == [Need.SHORTHAND] * 3
    assert [item.proposal for item in found] == [
        "the moratorium would end",
        "the moratorium and hw",
        "told pv it would be so",
    ]


def test_the_needs_of_a_session_are_in_its_order_and_of_no_other(room: Room) -> None:
    keep(room, "?: one *", "hw: two", "zz: three", "= four", "== five", "..", '" six', "!! seven")
    room.recorder(1).keep(room.vault, "?: elsewhere", NOW, None)
    assert needs(room) == [
        (Need.SPEAKER, "one"),
        (Need.AIM, "one"),
        (Need.CODE, "zz: three"),
        (Need.READ_BACK, "four"),
        (Need.GAP, ""),
        (Need.SPEAKER, "six"),
        (Need.CONSENT, "six"),
        (Need.ACTION, "seven"),
    ]


def test_a_text_is_rewritten_and_everything_else_stays(room: Room) -> None:
    recorder = keep(room, "kyc?: %option tld you *", '" hk: words')
    first = room.entries()[0]
    change = rewrite(room.vault, recorder, first.id, '"-- hk: %closing 강 * "')
    assert change is not None
    after = room.entries()[0]
    assert after.text == '"-- hk: %closing 강 * "'
    assert (after.kind, after.marks, after.aims) == (Kind.STATEMENT, (MarginMark.IMPORTANT,), (Aim.OPTION,))
    assert (after.spoken_at, after.sequence) == (first.spoken_at, first.sequence)
    assert room.speaker(after) == Speaker(room.people["kyc"], unsure=True)
    assert rewrite(room.vault, recorder, first.id, after.text) is None
    (_, step) = timeline(room.vault, first.id)
    assert (step.before, step.after) == ("tld you", after.text)
    recorder.undo(room.vault)
    assert room.entries()[0] == first


def test_an_agreement_is_said_to_have_been_read_back(room: Room) -> None:
    recorder = keep(room, "= we meet in spring", "hw: more")
    mark_read_back(room.vault, recorder, room.entries()[0].id)
    after = room.entries()[0]
    assert (after.kind, after.text, after.read_back) == (Kind.AGREEMENT, "we meet in spring", True)
    assert recorder.speaker == Speaker(room.people["hw"])
    assert needs(room) == []


def test_consent_to_words_ends_when_they_are_rewritten(room: Room) -> None:
    recorder = keep(room, 'hw: " never again')
    entry = room.entries()[0]
    recorder.toggle_consent(room.vault, [entry.id], Consent("they"))
    rewrite(room.vault, recorder, entry.id, "never once more")
    assert room.entries()[0].consent is None


def test_a_run_is_shifted_and_undone_as_one(room: Room) -> None:
    recorder = keep(room, "hw: one", "two", "three")
    before = room.entries()
    recorder.set_time(room.vault, [before[1].id], None)
    ids = [entry.id for entry in before]
    change = shift_time(room.vault, room.sessions[0].id, ids, timedelta(minutes=-10))
    assert change is not None
    moved = room.entries()
    ten = timedelta(minutes=10)
    assert [entry.spoken_at for entry in moved] == [NOW - ten, None, NOW + timedelta(minutes=2) - ten]
    assert shift_time(room.vault, room.sessions[0].id, ids, timedelta()) is None
    assert shift_time(room.vault, room.sessions[0].id, [ids[1]], ten) is None
    recorder.undo(room.vault)
    assert [entry.spoken_at for entry in room.entries()] == [NOW, None, NOW + timedelta(minutes=2)]


def test_struck_entries_and_closed_meetings_are_not_shifted(room: Room) -> None:
    recorder = keep(room, "hw: one", "two")
    ids = [entry.id for entry in room.entries()]
    recorder.strike(room.vault, ids[:1])
    session = room.sessions[0].id
    with pytest.raises(KnownError) as struck:
        shift_time(room.vault, session, ids, timedelta(minutes=1))
    assert struck.value.code is ErrorCode.BAD_FIELD
    close_meeting(room.vault, room.meeting_id)
    with pytest.raises(KnownError) as closed:
        shift_time(room.vault, session, ids[1:], timedelta(minutes=1))
    assert closed.value.code is ErrorCode.MEETING_CLOSED
