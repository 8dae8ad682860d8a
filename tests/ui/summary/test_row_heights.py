"""The rows of the Summary room's lists are as high as their words, and what was measured does not outlive them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from dialogue_notes.ui.summary.lists import RowDelegate, RowList
from dialogue_notes.ui.theme.theme import theme
from tests.ui.conftest import wait_for
from tests.ui.reviewing_table import Staff
from tests.ui.summarising import choose_row, draft, points_of, texts, view_of

LONG = "It was said at some length, and by more than one, that nothing was to be had yet. " * 6


def heights(rows: RowList) -> list[int]:
    QApplication.processEvents()
    model = rows.model()
    return [rows.visualRect(model.index(number, 0)).height() for number in range(model.rowCount())]


def kept(rows: RowList) -> int:
    delegate = rows.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    return len(delegate._heights)


def test_a_row_grows_with_its_words_and_the_others_stay(staff: Staff) -> None:
    outline = view_of(staff).editor.outline
    draft(staff)
    choose_row(staff, "nothing yet")
    number = texts(staff).index("nothing yet")
    before = heights(outline)
    row = view_of(staff).editor.model.row_at(number)
    assert row is not None
    wait_for(points_of(staff).changed, lambda: points_of(staff).keep_text(row.section_id, row.point_id, LONG))
    staff.settle()
    after = heights(outline)
    assert after[number] > before[number]
    assert [*after[:number], *after[number + 1 :]] == [*before[:number], *before[number + 1 :]]


def test_larger_text_and_a_narrower_list_make_higher_rows(staff: Staff) -> None:
    sources = view_of(staff).sources
    before = heights(sources)
    theme().zoom_by(3)
    larger = heights(sources)
    assert all(new > old for new, old in zip(larger, before, strict=True))
    theme().reset_zoom()
    assert heights(sources) == before
    sources.setFixedWidth(120)
    assert sum(heights(sources)) > sum(before)


def test_no_measured_words_outlive_locking(staff: Staff) -> None:
    view, office = view_of(staff), staff.composition.office
    draft(staff)
    view.show_face("points")
    lists: tuple[RowList, ...] = (view.sources, view.editor.outline)
    assert all(heights(rows) for rows in lists)
    assert all(kept(rows) for rows in lists)
    wait_for(office.closed, office.lock)
    assert not any(kept(rows) for rows in lists)
