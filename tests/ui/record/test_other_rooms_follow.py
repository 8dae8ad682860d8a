"""What is mended in the record shows rightly in the rooms that work on it afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.summary.model import ROW_ROLE
from dialogue_notes.ui.summary.view import SummaryView
from tests.ui.record.conftest import Table
from tests.ui.record.test_mending import CONTROL, press, select, undo

KEY = Qt.Key


def mend(table: Table) -> None:
    """Splits the first entry, moves the last to the other session, and inserts one before the second."""
    table.enter("hw: one two", "pv: three", "kyc: four")
    select(table, 1, up=2)
    press(table, KEY.Key_Return)
    edit = table.view.area.edit
    edit.setCursorPosition(edit.text().index("two"))
    press(table, KEY.Key_Return, CONTROL)
    select(table, 1)
    press(table, KEY.Key_M, CONTROL)
    press(table, KEY.Key_Down)
    press(table, KEY.Key_Return)
    press(table, KEY.Key_Return)
    select(table, 1)
    press(table, KEY.Key_I, CONTROL)
    table.enter("pv: in between")
    press(table, KEY.Key_Escape)


def reviewed(table: Table) -> list[str]:
    table.composition.window.show_room("review")
    table.settle()
    view = table.composition.window._rooms["review"].view
    assert isinstance(view, ReviewView)
    return [passage.text for passage in view.record.passages if passage.place.kind == "intervention"]


def summarised(table: Table) -> str:
    table.composition.window.show_room("summary")
    table.settle()
    view = table.composition.window._rooms["summary"].view
    assert isinstance(view, SummaryView)
    rows = view.sources.model()
    return "\n".join(
        "".join(run.text for run in rows.index(n, 0).data(ROW_ROLE).runs) for n in range(rows.rowCount())
    )


def test_split_moved_and_inserted_entries_stand_in_their_places_in_review_and_back_after_undoing(
    table: Table,
) -> None:
    mend(table)
    assert reviewed(table) == ["one", "two", "in between", "three", "four"]
    table.composition.window.show_room("record")
    table.settle()
    for _ in range(3):
        undo(table)
    assert reviewed(table) == ["one two", "three", "four"]


def test_they_stand_in_the_summary_too(table: Table) -> None:
    mend(table)
    table.composition.window.show_room("summary")
    table.settle()
    words = summarised(table)
    assert [word for word in ("one", "two", "in between", "three", "four") if word in words] == [
        "one",
        "two",
        "in between",
        "three",
        "four",
    ]
    assert words.index("one") < words.index("two") < words.index("in between") < words.index("four")
