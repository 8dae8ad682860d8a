"""The typing line wired to what keeps it, edits with it and undoes it."""

from __future__ import annotations

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.ui.record.parts.part import Parts, here

HALF_A_CHARACTER = KnownError(
    ErrorCode.BAD_FIELD, field="The line", detail="half a character, which cannot be saved, was left out."
)


def install(parts: Parts) -> None:
    """Wires keys of the line and of the record, and who said what."""
    _bind_line(parts)
    _bind_codes(parts)
    view, changes = parts.view, parts.changes
    parts.commands.add(
        here("cheat_sheet", "Cheat sheet of the typing line", view.cheat_sheet.show_sheet, "F1", "Ctrl+Shift+K"),
        here("undo", "Undo the last entry or change", changes.undo, "Ctrl+Z"),
        here("redo", "Redo", changes.redo, "Ctrl+Shift+Z", "Ctrl+Y"),
        here("edit_last", "Edit the last entry", view.area.edit.up_pressed.emit, "Up", is_bound=False),
        here("into_record", "Go into the record: select entries", view.list.select_last, "Shift+Up", is_bound=False),
        here("attribute", "Say who spoke the selected entries", lambda: view.ask_code("")),
        here("consent", "Consent to the words of a quotation, or not any more",
             lambda: changes.consent(view.list.selected_ids()), "Alt+Q"),
        here("strike", "Strike: destroy the words of an entry", lambda: _ask_strike(parts)),
    )  # fmt: skip


def _bind_line(parts: Parts) -> None:
    view, presenter, rules, changes = parts.view, parts.record, parts.rules, parts.changes
    edit = view.area.edit

    def up() -> None:
        if rules.is_off:
            view.list.select_last()
        else:
            presenter.edit()

    def enter_on_entry(entry_id: str) -> None:
        if rules.is_off:
            rules.reach_back(view.list.selected_ids())
        else:
            presenter.edit(entry_id)
            edit.setFocus()

    edit.line_changed.connect(presenter.line_typed)
    edit.kept.connect(presenter.keep)
    edit.kept.connect(
        lambda _text: view.list.clearSelection()
    )  # marks and consent are for what was just made
    edit.up_pressed.connect(up)
    edit.list_requested.connect(view.list.select_last)
    edit.left.connect(presenter.leave_edit)
    edit.half_refused.connect(lambda: view.show_error(HALF_A_CHARACTER))
    edit.undo_requested.connect(changes.undo)
    edit.redo_requested.connect(changes.redo)
    presenter.line_set.connect(edit.set_line)
    presenter.line_expanded.connect(edit.expand_line)
    presenter.hint_changed.connect(view.area.show_hint)
    view.list.edit_requested.connect(enter_on_entry)


def _bind_codes(parts: Parts) -> None:
    view, changes = parts.view, parts.changes
    changes.failed.connect(view.show_error)
    view.code_prompt.given.connect(lambda text: changes.reattribute(view.list.selected_ids(), text))
    changes.code_refused.connect(view.code_prompt.show_wrong)
    changes.code_given.connect(view.code_prompt.forget)
    changes.code_given.connect(view.list.setFocus)


def _ask_strike(parts: Parts) -> None:
    ids = parts.view.list.selected_ids()
    parts.view.ask_strike(lambda: parts.changes.strike(ids))
