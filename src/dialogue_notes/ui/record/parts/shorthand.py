"""Shorthand: Ctrl+G keeps a key for words in the line, or opens the list."""

from __future__ import annotations

import re

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.common.positions import to_code_points
from dialogue_notes.ui.record.parts.part import Parts, here
from dialogue_notes.ui.record.shorthand_presenter import ShorthandPresenter
from dialogue_notes.ui.record.shorthand_prompt import ShorthandPrompt
from dialogue_notes.ui.record.shorthand_sheet import ShorthandSheet
from dialogue_notes.ui.record.typing_edit import TypingEdit

_LAST_WORD = re.compile(r"[^\W_]{5,}(?:['’-][^\W_]+)*(?=[\s.,;:!?)]*$)")
"""Five letters at least: a shorter word is typed as quickly as its key."""


def install(parts: Parts) -> None:
    """Makes the sheet and the question above the line, and their commands."""
    presenter = ShorthandPresenter(parts.office, parts.desk)
    presenter.setParent(parts.view)
    sheet, prompt = ShorthandSheet(parts.view), ShorthandPrompt()
    parts.view.add(sheet)
    parts.view.add(prompt)
    _bind(presenter, sheet, prompt, parts)

    def is_shown() -> bool:
        desk = parts.desk
        return desk.view is not None and not desk.is_hidden and not desk.hands_off_since

    parts.commands.add(
        here("shorthand", "Shorthand: a key for words in the line, or the list",
             lambda: _ask(parts, presenter, sheet, prompt), "Ctrl+G", enabled=is_shown),
        here("shorthand_list", "Shorthand: the list of keys", lambda: _open(presenter, sheet), enabled=is_shown),
    )  # fmt: skip


def _bind(
    presenter: ShorthandPresenter, sheet: ShorthandSheet, prompt: ShorthandPrompt, parts: Parts
) -> None:
    presenter.terms_shown.connect(lambda terms: sheet.show_terms(terms) if sheet.isVisible() else None)
    presenter.proposals_shown.connect(
        lambda proposals: sheet.show_proposals(proposals) if sheet.isVisible() else None
    )
    presenter.looking.connect(sheet.show_looking)
    presenter.imported.connect(sheet.show_imported)
    presenter.exported.connect(sheet.show_exported)
    sheet.added.connect(presenter.add)
    sheet.changed.connect(presenter.change)
    sheet.removed.connect(presenter.remove)
    sheet.declined.connect(presenter.decline)
    sheet.undo_requested.connect(presenter.undo)
    sheet.redo_requested.connect(presenter.redo)
    sheet.import_requested.connect(presenter.import_file)
    sheet.export_requested.connect(presenter.export_to)
    prompt.key_given.connect(presenter.add)

    def hands_off(since: str) -> None:
        if since:
            sheet.forget()
            prompt.forget()

    parts.rules.hands_off_shown.connect(hands_off)

    _bind_outcomes(presenter, sheet, prompt, parts)


def _bind_outcomes(
    presenter: ShorthandPresenter, sheet: ShorthandSheet, prompt: ShorthandPrompt, parts: Parts
) -> None:
    """What came of it is told where it was asked for."""

    def done(words: str) -> None:
        if prompt.isVisible():
            prompt.forget()
            parts.view.take_focus()
        else:
            sheet.show_done(words)

    def failed(error: KnownError) -> None:
        if prompt.isVisible():
            prompt.show_refused(error)
        elif sheet.isVisible():
            sheet.show_failed(error)
        else:
            parts.view.show_error(error)

    presenter.done.connect(done)
    presenter.failed.connect(failed)


def _open(presenter: ShorthandPresenter, sheet: ShorthandSheet, key: str = "", words: str = "") -> None:
    sheet.show_sheet(key, words)
    presenter.read()


def _ask(parts: Parts, presenter: ShorthandPresenter, sheet: ShorthandSheet, prompt: ShorthandPrompt) -> None:
    """The second Ctrl+G goes on from the question to the list."""
    if prompt.isVisible():
        key, words = prompt.edit.text(), prompt.words
        prompt.forget()
        parts.view.take_focus()
        _open(presenter, sheet, key, words)
        return
    words = "" if parts.desk.is_line_closed else _words(parts.view.area.edit)
    if words:
        prompt.ask(words, presenter.proposed_key(words))
    else:
        _open(presenter, sheet)


def _words(edit: TypingEdit) -> str:
    """What is selected in the line, else the word before the caret."""
    if edit.hasSelectedText():
        words = edit.selectedText().strip()
        edit.setCursorPosition(edit.selectionEnd())  # typing goes on behind them, and replaces nothing
        return words
    text = edit.text()
    found = _LAST_WORD.search(text[: to_code_points(text, edit.cursorPosition())])
    return found[0] if found else ""
