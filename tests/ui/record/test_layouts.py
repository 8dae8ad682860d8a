"""The physical keys of four keyboards in the real line: marks with at most Shift, codes under the wrong layout."""

from __future__ import annotations

from datetime import time

import pytest

from dialogue_notes.domain.codes import Aim, Kind, MarginMark
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.domain.typing_line.actions import assignees
from tests.support.fingers import Fingers
from tests.support.layouts import ENTER, LAYOUTS, TAB, Layout
from tests.ui.record.conftest import Table

ALL = pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)


def _fingers(table: Table, layout: Layout) -> Fingers:
    return Fingers(layout, lambda: table.view.area.edit)


def _keep(table: Table, fingers: Fingers) -> Intervention:
    fingers.press(ENTER)
    table.settle()
    return table.entries()[-1]


@ALL
def test_a_code_is_understood_whatever_layout_is_on(table: Table, layout: Layout) -> None:
    """By the keys that give it on a US layout, then the layout's own colon; and the same keys and Tab."""
    fingers = _fingers(table, layout)
    for code in table.people:
        for finish in ("colon", "tab"):
            fingers.press_keys_of(code)
            if finish == "colon":
                fingers.type(": yes")
            else:
                fingers.press(TAB)
                fingers.type("yes")
            entry = _keep(table, fingers)
            assert (entry.text, table.speaker(entry)) == ("yes", Speaker(table.people[code])), (code, finish)


@ALL
def test_the_keys_of_a_us_colon_are_understood_too(table: Table, layout: Layout) -> None:
    fingers = _fingers(table, layout)
    for typed in ("hw:", "hw?:", "dm:"):
        fingers.press_keys_of(typed)
        fingers.type(" yes")
        entry = _keep(table, fingers)
        assert entry.text == "yes"
        assert table.speaker(entry) == Speaker(table.people[typed[:2]], unsure="?" in typed)


@ALL
def test_every_mark_is_typed_with_at_most_shift(table: Table, layout: Layout) -> None:
    """In the layout's own letters where a mark is a word; no key of a US layout is pressed for a sign."""
    fingers = _fingers(table, layout)

    def line(*parts: str) -> Intervention:
        for part in parts:
            if part.isascii() and part.isalpha() and layout.press(part[0]) is None:
                fingers.press_keys_of(part)
            else:
                assert all(layout.press(sign) for sign in part), part
                fingers.type(part)
        return _keep(table, fingers)

    assert table.speaker(line("?: ", "1")) == Speaker()
    assert line("+ ", "2").text == "1 2"
    assert line('" ', "3").kind is Kind.QUOTE
    assert line("-- ", "4").kind is Kind.OBSERVATION
    assert not line("= ", "5").read_back
    assert line("== ", "6").read_back
    action = line("!! ", "hw", ": 7 ", "by", " 12 ", "mar")
    assert action.kind is Kind.ACTION
    assert [each.participant_id for each in assignees(action.text, table.people)] == [table.people["hw"]]
    assert line("(", "8", ")").kind is Kind.PROCEDURE
    assert line("// ", "9").kind is Kind.ASIDE
    assert line("..").kind is Kind.GAP
    late = line("1105: ", "10")
    assert late.spoken_at is not None
    assert late.spoken_at.time() == time(11, 5)
    assert line("11 *").marks == (MarginMark.IMPORTANT,)
    assert line("12 %", "option").aims == (Aim.OPTION,)
    assert line("13 %", "interpreted").interpreted
    assert line("14 %", "closing").kind is Kind.CLOSING
    assert line("s", "/14/15/").text == "15"
    assert line("__= ", "16").text == "= 16"
    assert line("*").marks == (MarginMark.IMPORTANT,)
