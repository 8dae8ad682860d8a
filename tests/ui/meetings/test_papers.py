"""The papers of a meeting, typed before it and looked over after it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_notes.domain.papers import Custody
from dialogue_notes.services import papers
from dialogue_notes.services.papers import NewPaper
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.common.fields import TextField
from dialogue_notes.ui.meetings.paper_phrases import CAPTION
from tests.services.recording_room import NOW
from tests.ui.conftest import settle
from tests.ui.meetings.keyboard import ALT, CONTROL, Room


def names(room: Room) -> list[str]:
    return [line.paper.title for line in room.snapshot().papers]


def test_read_aheads_typed_one_after_the_other_are_kept_and_told_apart(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_5, ALT)
    meeting.type("Elements of a moratorium")
    meeting.type("Non-paper 비공식 문서")
    assert names(meeting) == ["Elements of a moratorium", "Non-paper 비공식 문서"]
    meeting.cell("Papers", 0, 1)
    meeting.type("Northern side")
    (first, _second) = meeting.snapshot().papers
    assert (first.whose, first.paper.custody, first.paper.citable) == ("Northern side", Custody.KEPT, False)
    meeting.cell("Papers", 0, 0)
    meeting.type("Elements, second version")
    model = meeting.table("Papers").model()
    for place, code in ((2, "lent"), (3, "citable")):
        model.setData(model.index(0, place), code)
        settle(meeting.composition)
    (first, _second) = meeting.snapshot().papers
    assert (first.paper.title, first.paper.custody, first.paper.citable) == (
        "Elements, second version",
        Custody.LENT,
        True,
    )


def test_a_read_ahead_is_removed_and_comes_back(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_5, ALT)
    meeting.type("Elements of a moratorium")
    meeting.cell("Papers", 0, 0)
    meeting.key(Qt.Key.Key_Delete)
    assert names(meeting) == []
    meeting.key(Qt.Key.Key_Z, CONTROL)
    assert names(meeting) == ["Elements of a moratorium"]


def test_a_paper_that_was_handed_out_stays_for_the_record_says_so(meeting: Room) -> None:
    session = meeting.snapshot().sessions[0]

    def hand_out(vault: Vault) -> None:
        recorder = Recorder(record_view(vault, session.id))
        papers.hand_out(vault, recorder, NewPaper("Elements of a moratorium"), NOW)

    meeting.composition.office.write(
        hand_out, lambda _none: meeting.composition.office.meeting_changed.emit()
    )
    settle(meeting.composition)
    meeting.cell("Papers", 0, 0)
    meeting.key(Qt.Key.Key_Delete)
    assert names(meeting) == ["Elements of a moratorium"]
    assert "handed out" in meeting.view.message.words()


def phrases_field(room: Room) -> TextField:
    return next(each for each in room.view.findChildren(TextField) if each.accessibleName() == CAPTION)


def type_phrases(room: Room, *phrases: str) -> None:
    room.cell("Papers", 0, 0)
    room.key(Qt.Key.Key_Tab)
    field = phrases_field(room)
    assert field.hasFocus()
    for number, phrase in enumerate(phrases):
        if number:
            room.key(Qt.Key.Key_Return)
        room.type(phrase, end=None)
    room.key(Qt.Key.Key_Tab)


def test_phrases_are_typed_by_keys_and_taken_back(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_5, ALT)
    meeting.type("Elements of a moratorium")
    type_phrases(meeting, "a line that nobody patrols", "아무도 지키지 않는 선")
    (line,) = meeting.snapshot().papers
    assert line.paper.phrases == ("a line that nobody patrols", "아무도 지키지 않는 선")
    meeting.key(Qt.Key.Key_Z, CONTROL)
    (line,) = meeting.snapshot().papers
    assert line.paper.phrases == ()
    assert phrases_field(meeting).toPlainText() == ""


def test_a_phrase_of_one_short_word_is_refused_in_words_and_stays_to_be_mended(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_5, ALT)
    meeting.type("Elements of a moratorium")
    type_phrases(meeting, "patrols")
    assert "too short" in meeting.view.message.words()
    assert phrases_field(meeting).toPlainText() == "patrols"
    (line,) = meeting.snapshot().papers
    assert line.paper.phrases == ()


def test_no_phrase_stays_after_locking(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_5, ALT)
    meeting.type("Elements of a moratorium")
    type_phrases(meeting, "a line that nobody patrols")
    meeting.composition.office.lock()
    assert phrases_field(meeting).toPlainText() == ""


def test_no_title_stays_after_locking(meeting: Room) -> None:
    meeting.key(Qt.Key.Key_5, ALT)
    meeting.type("Elements of a moratorium")
    meeting.composition.office.lock()
    assert meeting.table("Papers").model().rowCount() == 1
