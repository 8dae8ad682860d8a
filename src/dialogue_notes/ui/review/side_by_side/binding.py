"""Wires the panel of two records to its presenter."""

from __future__ import annotations

from dialogue_notes.ui.review.side_by_side.panel import SideBySidePanel
from dialogue_notes.ui.review.side_by_side.presenter import SideBySidePresenter


def bind_side_by_side(panel: SideBySidePanel, presenter: SideBySidePresenter) -> None:
    """The only place that knows both."""
    presenter.setParent(panel)
    panel.take_requested.connect(presenter.take)
    panel.keep_requested.connect(presenter.keep)
    panel.strike_requested.connect(presenter.strike)
    panel.file_requested.connect(presenter.set_beside)
    panel.record_requested.connect(presenter.choose_record)
    panel.speakers_requested.connect(presenter.show_speakers)
    panel.put_away_requested.connect(presenter.put_away)
    panel.undo_requested.connect(presenter.undo)
    panel.redo_requested.connect(presenter.redo)
    presenter.shown.connect(panel.show_side)
    presenter.row_shown.connect(panel.show_row)
    presenter.done.connect(panel.show_done)
    presenter.undone.connect(panel.show_undone)
    presenter.idle.connect(panel.message.show_words)
    presenter.reading.connect(panel.show_reading)
    presenter.failed.connect(panel.message.show_error)
    presenter.forgotten.connect(panel.forget)
