"""What was struck is nowhere any more: in no page of the database, no history and no draft, whatever went before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import (
    Category,
    GroundRule,
    InterventionState,
    MarginMark,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Consent, Speaker
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.timeline import timeline
from dialogue_notes.storage import audit, drafts, entities, meetings, redactions
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.sealed_texts import open_text
from dialogue_notes.storage.vault import Vault, stamp
from tests.services.recording_room import NOW, Room, make_room
from tests.support.raw_pages import decrypted_pages

WORD = "Quetzalcoatlus"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    yield made
    made.vault.close()


def keep(room: Room, recorder: Recorder, *lines: str) -> None:
    for line in lines:
        recorder.keep(room.vault, line, NOW, None)


def ids(room: Room, number: int = 0) -> list[str]:
    return [entry.id for entry in room.entries(number)]


def holders(room: Room) -> list[str]:
    """Where the word still is: in the pages, in the unpacked index, in what is sealed, in the files."""
    word = WORD.lower().encode()
    found = [
        f"page {number}" for number, page in enumerate(decrypted_pages(room.vault)) if word in page.lower()
    ]
    for table, purpose, rows in (
        ("undo_step", "undo step", "SELECT id, sealed FROM undo_step"),
        ("intervention_event", "entry event", "SELECT intervention_id, sealed FROM intervention_event"),
    ):
        for name, sealed in room.vault.database.query(rows):
            opened = open_text(room.vault, room.meeting_id, purpose, str(name), sealed)
            if opened is not None and word in opened.lower():
                found.append(table)
    if room.vault.database.query("SELECT 1 FROM search WHERE search MATCH ?", (WORD,)):
        found.append("index")
    return found + [path.name for path in room.vault.folder.iterdir() if WORD.encode() in path.read_bytes()]


def _plain(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: {WORD}")
    return ids(room)


def _edited_and_undone(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, "hw: one")
    (entry,) = ids(room)
    recorder.edit(room.vault, entry, f"hw: one {WORD}")
    room.vault.index_waiting(1000)
    recorder.edit(room.vault, entry, "hw: nothing of it")
    recorder.toggle_mark(room.vault, [entry], MarginMark.CHECK)
    recorder.undo(room.vault)
    recorder.undo(room.vault)
    recorder.undo(room.vault)
    return [entry]


def _first_half(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: {WORD} and the rest")
    recorder.split(room.vault, ids(room)[0], len(WORD))
    return ids(room)[:1]


def _second_half(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: the beginning {WORD}")
    recorder.edit(room.vault, ids(room)[0], f"hw: another beginning {WORD}")
    recorder.split(room.vault, ids(room)[0], len("another beginning"))
    recorder.edit(room.vault, ids(room)[0], "hw: mended since")
    return ids(room)[1:]


def _half_of_an_indexed_one(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: one {WORD}")
    room.vault.index_waiting(1000)
    recorder.split(room.vault, ids(room)[0], 3)
    return ids(room)[1:]


def _half_of_a_half(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: one two {WORD}")
    recorder.split(room.vault, ids(room)[0], 3)
    recorder.split(room.vault, ids(room)[1], 3)
    return ids(room)[2:]


def _joined(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, "hw: one", f"hw: {WORD}", "hw: three")
    recorder.join(room.vault, ids(room)[:2])
    return ids(room)[:1]


def _joined_and_undone(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, "hw: one", f"hw: {WORD}")
    recorder.join(room.vault, ids(room))
    recorder.undo(room.vault)
    return ids(room)[1:]


def _split_and_undone(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: one {WORD}")
    recorder.split(room.vault, ids(room)[0], 3)
    recorder.undo(room.vault)
    return ids(room)


def _split_from_a_joined_one(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, "hw: one", f"hw: {WORD}", "hw: three")
    recorder.join(room.vault, ids(room)[1:])
    recorder.split(room.vault, ids(room)[1], len(WORD))
    return ids(room)[1:2]


def _moved(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: {WORD}", "two")
    recorder.reattribute(room.vault, ids(room), Speaker(room.people["pv"]))
    recorder.move(room.vault, ids(room), room.sessions[1].id)
    room.recorder(1).undo(room.vault)
    recorder.redo(room.vault)
    return ids(room, 1)[:1]


def _quoted(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f'hw: " {WORD}', f"s/{WORD}/{WORD}s/")
    recorder.toggle_consent(room.vault, (), Consent(WORD, "today"))
    recorder.set_time(room.vault, ids(room), None)
    return ids(room)


def _redacted(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: {WORD}")
    (entry,) = ids(room)
    dialogue = meetings.meeting(room.vault, room.meeting_id).dialogue_id
    entities.add_entity(room.vault, Entity("e1", dialogue, Category.PERSON, WORD))
    made = Redaction(
        new_id(),
        room.meeting_id,
        intervention_place(entry),
        0,
        len(WORD),
        "e1",
        Category.PERSON,
        RedactionAction.RECAST,
        RedactionReason.SAFETY,
        RedactionState.ACCEPTED,
        f"a {WORD}",
    )
    redactions.add_redactions(room.vault, [made])
    recorder.split(room.vault, entry, 4)
    recorder.undo(room.vault)
    return [entry]


def _put_under_a_rule_for_a_reason(room: Room, recorder: Recorder) -> list[str]:
    keep(room, recorder, f"hw: {WORD}")
    recorder.put_under_rule(room.vault, ids(room), GroundRule.NOT_FOR_REPORT)
    recorder.undo(room.vault)
    return ids(room)


@pytest.mark.parametrize("indexed", [0, 1000])
@pytest.mark.parametrize(
    "history",
    [
        _plain,
        _edited_and_undone,
        _first_half,
        _second_half,
        _half_of_an_indexed_one,
        _half_of_a_half,
        _joined,
        _joined_and_undone,
        _split_and_undone,
        _split_from_a_joined_one,
        _moved,
        _quoted,
        _redacted,
        _put_under_a_rule_for_a_reason,
    ],
)
def test_struck_words_are_nowhere(
    room: Room, history: Callable[[Room, Recorder], list[str]], indexed: int
) -> None:
    recorder = room.recorder()
    struck = history(room, recorder)
    room.vault.index_waiting(indexed)
    recorder.strike(room.vault, struck)
    assert holders(room) == []
    room.vault.index_waiting(1000)
    assert holders(room) == []
    for step in (recorder.undo, recorder.redo):
        while _is_done(room, step):
            pass
        assert holders(room) == []


def _is_done(room: Room, step: Callable[[Vault], object]) -> bool:
    """Whether a step was taken, or given up because one that belonged to it was destroyed."""
    try:
        return step(room.vault) is not None
    except KnownError as error:
        return error.code in {ErrorCode.NOTHING_TO_UNDO, ErrorCode.STRIKE_STAYS}


def test_the_search_would_find_the_word(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, f"hw: {WORD}")
    recorder.edit(room.vault, ids(room)[0], f"hw: {WORD} again")
    found = holders(room)
    assert any(one.startswith("page") for one in found)
    assert {"undo_step", "intervention_event"} <= set(found)
    room.vault.index_waiting(1000)
    assert "index" in holders(room)


def test_a_draft_that_edits_a_struck_entry_gives_way_to_what_was_put_aside(room: Room) -> None:
    recorder, session = room.recorder(), room.sessions[0].id
    keep(room, recorder, f"hw: {WORD}")
    save_draft(room.vault, session, f"hw: {WORD} mended", 5, ids(room)[0], "pv: half typed")
    recorder.strike(room.vault, ids(room))
    draft = drafts.draft(room.vault, session)
    assert draft is not None
    assert (draft.text, draft.editing) == ("pv: half typed", "")
    assert holders(room) == []


def test_a_strike_is_seen_in_the_timeline_and_takes_shared_history_with_it(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, f"hw: one {WORD}")
    recorder.split(room.vault, ids(room)[0], 3)
    one, two = ids(room)
    recorder.strike(room.vault, [two])
    assert [step.what for step in timeline(room.vault, two)] == ["struck"]
    assert timeline(room.vault, one) == ()
    kept, gone = room.entries()
    assert (kept.text, gone.state) == ("one", InterventionState.STRUCK)
    assert [entry.code for entry in audit.entries(room.vault)][-1] == "entry_struck"


def test_the_first_undoing_after_a_strike_takes_nothing_back_and_the_next_goes_past_it(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one", f"hw: {WORD}", "hw: three")
    recorder.strike(room.vault, ids(room)[1:2])
    with pytest.raises(KnownError) as refused:
        recorder.undo(room.vault)
    assert refused.value.code is ErrorCode.STRIKE_STAYS
    assert [entry.text for entry in room.entries()] == ["one", "", "three"]
    assert recorder.undo(room.vault) is not None
    assert recorder.undo(room.vault) is not None
    assert [entry.text for entry in room.entries()] == [""]
    assert recorder.redo(room.vault) is not None
    assert recorder.redo(room.vault) is not None
    assert [entry.text for entry in room.entries()] == ["one", "", "three"]


def test_a_legal_hold_forbids_striking_and_joining(room: Room) -> None:
    recorder = room.recorder()
    keep(room, recorder, "hw: one", "two")
    held = ("h1", room.meeting_id, "court order", None, *stamp(room.vault))
    room.vault.database.run("INSERT INTO legal_hold VALUES (?, ?, ?, ?, ?, ?)", held)
    before = room.entries()
    for act in (
        lambda: recorder.strike(room.vault, ids(room)),
        lambda: recorder.join(room.vault, ids(room)),
    ):
        with pytest.raises(KnownError) as refused:
            act()
        assert refused.value.code is ErrorCode.LEGAL_HOLD
    assert room.entries() == before
