"""Wires the panel of comments to its presenter."""

from __future__ import annotations

from dialogue_notes.ui.review.comments.panel import CommentsPanel
from dialogue_notes.ui.review.comments.presenter import CommentsPresenter


def bind_comments(panel: CommentsPanel, presenter: CommentsPresenter) -> None:
    """The only place that knows both."""
    presenter.setParent(panel)
    panel.begin_requested.connect(presenter.begin)
    panel.reply_requested.connect(presenter.reply)
    panel.edit_requested.connect(presenter.edit)
    panel.remove_requested.connect(presenter.remove)
    panel.resolve_requested.connect(presenter.resolve)
    panel.reopen_requested.connect(presenter.reopen)
    panel.all_requested.connect(presenter.show_all)
    panel.typed.connect(presenter.note_typed)
    panel.undo_requested.connect(presenter.undo)
    panel.redo_requested.connect(presenter.redo)
    presenter.shown.connect(panel.show_comments)
    presenter.saved.connect(panel.show_saved)
    presenter.done.connect(panel.show_done)
    presenter.undone.connect(panel.show_undone)
    presenter.idle.connect(panel.message.show_words)
    presenter.half_typed.connect(panel.field.put_back)
    presenter.failed.connect(panel.message.show_error)
    presenter.forgotten.connect(panel.forget)
