"""Shorthand of a dialogue on a real vault: kept, changed, taken back, imported, proposed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.glossary import ListLine, Term, written_list
from dialogue_notes.domain.phrases import Avoided, proposals
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import glossary
from dialogue_notes.services.importing.files import ImportKind, UntrustedFile
from dialogue_notes.services.meetings import create_dialogue
from dialogue_notes.services.worker.phrase_jobs import PROPOSE, READ_LIST, PhraseTask
from dialogue_notes.services.worker.process import WorkerProcess
from dialogue_notes.storage import audit, meetings
from dialogue_notes.storage import glossary as stored
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "test.vault")
    yield made
    made.vault.close()


def _dialogue(room: Room) -> str:
    return meetings.meeting(room.vault, room.meeting_id).dialogue_id


def _words(room: Room) -> dict[str, str]:
    return dict(glossary.glossary_of(room.vault, _dialogue(room)))


def test_a_key_is_kept_for_its_dialogue_alone(room: Room) -> None:
    other = create_dialogue(room.vault, "Another").id
    glossary.add_term(room.vault, _dialogue(room), ";LO", "  liaison office ")
    glossary.add_term(room.vault, other, "lo", "local office")
    assert _words(room) == {"lo": "liaison office"}
    assert dict(glossary.glossary_of(room.vault, other)) == {"lo": "local office"}


@pytest.mark.parametrize(
    ("key", "words"), [("", "x"), ("a b", "x"), ("lo", " "), ("LO", "again"), ("x", "a\nb")]
)
def test_a_bad_or_double_key_is_refused_without_its_words(room: Room, key: str, words: str) -> None:
    dialogue = _dialogue(room)
    glossary.add_term(room.vault, dialogue, "lo", "liaison office")
    with pytest.raises(KnownError) as raised:
        glossary.add_term(room.vault, dialogue, key, words)
    assert raised.value.code is ErrorCode.BAD_FIELD
    assert "again" not in raised.value.message
    assert _words(room) == {"lo": "liaison office"}


def test_every_step_can_be_taken_back_and_done_again(room: Room) -> None:
    dialogue = _dialogue(room)
    added = glossary.add_term(room.vault, dialogue, "lo", "liaison office")
    term = added.after[0]
    changed = glossary.change_term(room.vault, dialogue, term.id, "lof", "liaison office in Geneva")
    removed = glossary.remove_term(room.vault, dialogue, term.id)
    assert _words(room) == {}
    for change, then in (
        (removed, {"lof": "liaison office in Geneva"}),
        (changed, {"lo": "liaison office"}),
        (added, {}),
    ):
        glossary.apply(room.vault, change.reversed)
        assert _words(room) == then
    glossary.apply(room.vault, added)
    assert glossary.terms_of(room.vault, dialogue) == (term,)


def test_taking_back_a_removal_never_overwrites_what_took_the_key_meanwhile(room: Room) -> None:
    dialogue = _dialogue(room)
    term = glossary.add_term(room.vault, dialogue, "lo", "liaison office").after[0]
    removed = glossary.remove_term(room.vault, dialogue, term.id)
    glossary.add_term(room.vault, dialogue, "lo", "local office")
    with pytest.raises(KnownError, match="other words"):
        glossary.apply(room.vault, removed.reversed)
    assert _words(room) == {"lo": "local office"}


def test_an_import_adds_what_is_new_leaves_what_is_there_and_is_one_step(room: Room) -> None:
    dialogue = _dialogue(room)
    glossary.add_term(room.vault, dialogue, "lo", "liaison office")
    glossary.add_term(room.vault, dialogue, "cb", "confidence building")
    lines = (
        ListLine(2, "lo", "local office"),
        ListLine(3, "cb", "confidence building"),
        ListLine(4, "x", "exchange"),
    )
    outcome = glossary.import_lines(room.vault, dialogue, lines)
    assert (outcome.added, outcome.known, outcome.left_out) == (1, 1, lines[:1])
    assert _words(room) == {"lo": "liaison office", "cb": "confidence building", "x": "exchange"}
    glossary.apply(room.vault, outcome.change.reversed)
    assert _words(room) == {"lo": "liaison office", "cb": "confidence building"}
    assert audit.entries(room.vault)[-1].facts == (("count", "1"), ("dialogue", dialogue))


def test_proposals_know_the_names_the_codes_the_keys_and_what_was_declined(room: Room) -> None:
    dialogue, recorder = _dialogue(room), room.recorder()
    for _ in range(4):
        for line in ("hw: liaison office, Kang Yong-chol thinks", "border zone quiet; heron survey now"):
            recorder.keep(room.vault, line, NOW, None, {})
    glossary.add_term(room.vault, dialogue, "hsn", "Heron survey now")
    declined = glossary.decline(room.vault, dialogue, "border zone quiet")
    task = glossary.phrase_task(room.vault, dialogue)
    assert {"hw", "hsn"} <= set(task.avoided.keys)
    assert [each.phrase for each in proposals(task.texts, task.avoided)] == ["liaison office"]
    glossary.apply(room.vault, declined.reversed)
    assert stored.declined(room.vault, dialogue) == ()


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerProcess]:
    made = WorkerProcess()
    yield made
    made.close()


def test_the_worker_proposes_and_reads_lists(worker: WorkerProcess) -> None:
    found = worker.run(PROPOSE, PhraseTask(("the liaison office closed",) * 3, Avoided()), _ignore)
    assert [each.key for each in found] == ["loc"]
    page = written_list((Term("1", "lo", "liaison office"),)).encode()
    assert [
        line.key for line in worker.run(READ_LIST, UntrustedFile("a.csv", ImportKind.ROSTER, page), _ignore)
    ] == ["lo"]


def _ignore(_done: int, _total: int) -> None:
    pass


def test_a_bad_list_is_refused_by_its_line(worker: WorkerProcess) -> None:
    file = UntrustedFile("a.csv", ImportKind.ROSTER, b"lo,liaison\nx y,heron\nlonely\n")
    with pytest.raises(KnownError) as raised:
        worker.run(READ_LIST, file, _ignore)
    assert "line 2" in raised.value.message
    assert "1 more line is wrong" in raised.value.message
    assert "heron" not in raised.value.message
