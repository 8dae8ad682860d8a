"""Mending by keys: split, join, move, insert, another time, and the history of an entry."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_notes.ui.record.history_presenter import HistoryPresenter
from dialogue_notes.ui.record.history_sheet import HistorySheet
from dialogue_notes.ui.record.mending_presenter import MendingPresenter
from dialogue_notes.ui.record.mending_prompts import InsertBar, MovePrompt, TimePrompt
from dialogue_notes.ui.record.parts.part import Parts, here


def install(parts: Parts) -> None:
    """Makes the questions and the sheet, wires them, and adds the commands."""
    mending = MendingPresenter(parts.office, parts.desk, parts.record)
    mending.setParent(parts.view)
    mending.failed.connect(parts.view.show_error)
    _ask_times(parts, mending)
    _ask_moves(parts, mending)
    _insert(parts, mending)
    history = _show_history(parts)
    selected = parts.view.list.selected_ids
    parts.commands.add(
        here("split", "Split the entry being edited at the caret", lambda: _split(parts, mending),
             "Ctrl+Return", "Ctrl+Enter"),
        here("join", "Join the selected entries into one", lambda: mending.join(selected()), "Ctrl+J"),
        here("move", "Move the selected entries to another session or place",
             lambda: mending.ask_move(selected()), "Ctrl+M"),
        here("insert", "Insert before the selected entry", lambda: mending.begin_insert(selected()),
             "Ctrl+I", "Ins"),
        here("time", "Say when the selected entries were spoken", lambda: mending.ask_time(selected()), "Ctrl+T"),
        here("clock", "Typing from paper: switch the session's clock off, or on again", mending.switch_clock),
        here("history", "History of the selected entry", lambda: history.show(selected()), "Ctrl+H"),
    )  # fmt: skip


def _split(parts: Parts, mending: MendingPresenter) -> None:
    """Where no entry is edited, Ctrl and Enter keep the line as Enter does."""
    edit = parts.view.area.edit
    if not parts.record.line.editing and edit.hasFocus() and edit.text() and not edit.isReadOnly():
        edit.kept.emit(edit.text())
    else:
        mending.split()


def _ask_times(parts: Parts, mending: MendingPresenter) -> None:
    prompt, view = TimePrompt(), parts.view
    view.add(prompt)
    mending.time_asked.connect(prompt.open)
    mending.time_refused.connect(prompt.show_wrong)
    prompt.given.connect(mending.give_time)
    mending.done.connect(lambda _ids: prompt.forget())
    mending.failed.connect(lambda _error: prompt.forget())
    prompt.left.connect(lambda: _go_back(parts))
    _drop_when_hands_are_off(parts, prompt.forget)
    mending.done.connect(lambda ids: _stay(parts, ids))
    mending.failed.connect(lambda _error: _go_back(parts))


def _ask_moves(parts: Parts, mending: MendingPresenter) -> None:
    prompt = MovePrompt()
    parts.view.add(prompt)
    mending.move_asked.connect(prompt.ask)
    mending.places_shown.connect(prompt.show_places)
    prompt.places_wanted.connect(mending.show_places)
    prompt.given.connect(mending.move)
    prompt.given.connect(lambda _session, _before: _go_back(parts))
    prompt.left.connect(lambda: _go_back(parts))
    _drop_when_hands_are_off(parts, prompt.forget)


def _insert(parts: Parts, mending: MendingPresenter) -> None:
    bar, edit = InsertBar(), parts.view.area.edit
    parts.view.add(bar)

    def begin() -> None:
        parts.view.list.clearSelection()
        edit.setFocus()

    mending.inserting.connect(bar.show_words)
    mending.inserting.connect(lambda words: begin() if words else None)
    edit.left.connect(mending.end_insert)
    parts.rules.hidden.connect(lambda is_hidden: mending.end_insert() if is_hidden else None)
    _drop_when_hands_are_off(parts, mending.end_insert)


def _show_history(parts: Parts) -> HistoryPresenter:
    history = HistoryPresenter(parts.office, parts.desk, parts.record)
    history.setParent(parts.view)
    sheet = HistorySheet(parts.view)
    parts.view.add(sheet)
    history.shown.connect(sheet.show_history)
    history.failed.connect(parts.view.show_error)
    sheet.brought_back.connect(history.bring_back)
    return history


def _drop_when_hands_are_off(parts: Parts, drop: Callable[[], None]) -> None:
    """Typing stops everywhere, visibly."""
    parts.rules.hands_off_shown.connect(lambda since: drop() if since else None)


def _stay(parts: Parts, ids: tuple[str, ...]) -> None:
    """After a change: the entries that it was about are selected, those that are still in the session."""
    parts.view.place.select(ids, ids[0] if ids else "")
    _go_back(parts)


def _go_back(parts: Parts) -> None:
    """To the entries selected, else to the line or what stands in its place."""
    view = parts.view
    is_led = view.leading is not None and view.leading.isVisible()
    if view.list.selected_ids() and not is_led:
        view.list.setFocus()
    else:
        view.take_focus()
