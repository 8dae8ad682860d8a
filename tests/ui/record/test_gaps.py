"""How long something was missed, as the record shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.domain.record import Intervention
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.services.recording.view import Cast, RecordRow
from dialogue_notes.ui.record.model import RecordModel

START = datetime.fromisoformat("2026-03-02T10:31:00")
CAST = Cast((), {}, GroundRule.CHATHAM_HOUSE, GroundRule.CHATHAM_HOUSE)


def row(number: int, minutes: float | None, kind: Kind = Kind.STATEMENT, text: str = "") -> RecordRow:
    at = None if minutes is None else START + timedelta(minutes=minutes)
    return CAST.row(Intervention(f"e{number}", "s", number, kind, text, at), NOBODY)


def shown(model: RecordModel, place: int) -> str:
    return str(model.index(place, 0).data())


def test_a_gap_says_how_long_it_lasted_once_something_stands_after_it() -> None:
    model = RecordModel()
    model.set_rows((row(1, 0, text="one"), row(2, 1, Kind.GAP)))
    assert shown(model, 1).endswith("something was missed")
    model.put(row(4, 6.5, text="two"))
    assert shown(model, 1).endswith("something was missed, 5 min")
    model.put(row(3, 3, text="between"))
    assert shown(model, 1).endswith("something was missed, 2 min")
    model.remove("e3")
    assert shown(model, 1).endswith("something was missed, 5 min")
    model.put(row(4, 8, text="two, later"))
    assert shown(model, 1).endswith("something was missed, 7 min")
    model.remove("e4")
    assert shown(model, 1).endswith("something was missed")


def test_a_gap_is_measured_when_a_session_is_read_and_when_earlier_entries_come() -> None:
    model = RecordModel()
    model.set_rows(
        (row(5, 10, text="later"), row(6, 11, Kind.GAP, "the minister's reply"), row(7, 15, text="last"))
    )
    assert shown(model, 1).endswith("the minister's reply, 4 min")
    model.add_earlier((row(1, 0, Kind.GAP), row(2, 2, text="early"), row(3, 4, Kind.GAP)))
    assert shown(model, 0).endswith("something was missed, 2 min")
    assert shown(model, 2).endswith("something was missed, 6 min")


def test_less_than_a_minute_no_time_and_what_was_stated_to_be_earlier_say_nothing() -> None:
    model = RecordModel()
    for after in (0.9, None, -5, 13 * 60):
        model.set_rows((row(1, 0, Kind.GAP), row(2, after, text="one")))
        assert shown(model, 0).endswith("something was missed")


def test_interpreted_speech_stands_with_the_marks_and_hands_off_says_how_long() -> None:
    model = RecordModel()
    said = row(1, 0, text="one")
    off = row(2, 1, Kind.GAP)
    off = replace(off, intervention=replace(off.intervention, rule=GroundRule.NOT_FOR_REPORT))
    model.set_rows(
        (replace(said, intervention=replace(said.intervention, interpreted=True)), off, row(3, 9, text="x"))
    )
    assert shown(model, 0).endswith("one, interpreted")
    assert "hands off, 8 min" in shown(model, 1)
