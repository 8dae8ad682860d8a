"""Clean-up after a session, in a bar over the line: the entry it is about is selected in the record above."""

from __future__ import annotations

from dialogue_notes.ui.record.clean_up_bar import CleanUpBar
from dialogue_notes.ui.record.clean_up_presenter import CleanUpPresenter
from dialogue_notes.ui.record.parts.part import Parts, here

OFFER = "The session has ended. F10 goes through what still needs a look."


def install(parts: Parts) -> None:
    """Makes the bar, wires it, and adds the command."""
    view = parts.view
    presenter = CleanUpPresenter(parts.office, parts.desk, parts.record)
    presenter.setParent(view)
    bar = CleanUpBar()
    view.add(bar)
    view.leading = bar
    presenter.shown.connect(bar.show_item)
    presenter.wrong.connect(bar.show_wrong)
    presenter.failed.connect(view.show_error)
    presenter.entry_shown.connect(view.place.show_alone)
    presenter.closed.connect(lambda: _close(parts, bar))
    bar.acted.connect(presenter.act)
    bar.given.connect(presenter.give)
    bar.stepped.connect(presenter.step)
    bar.edit_left.connect(presenter.leave_edit)
    bar.left.connect(presenter.close)
    parts.rules.hands_off_shown.connect(lambda since: presenter.close() if since else None)
    parts.rules.hidden.connect(lambda is_hidden: presenter.hide() if is_hidden else None)

    def start() -> None:
        if presenter.is_open and bar.isVisible():
            bar.take_focus()
        else:
            presenter.start()

    presenter.end_wanted.connect(lambda: parts.commands.run("record.end_session"))
    presenter.offered.connect(lambda: view.message.show_words(OFFER, action="Clean up", act=start))
    parts.commands.add(here("clean_up", "Clean up the session", start, "F10", "Ctrl+Shift+E"))


def _close(parts: Parts, bar: CleanUpBar) -> None:
    bar.forget()
    parts.view.list.clearSelection()
    parts.view.list.scroll_to_end()  # the line is typed under the newest entry
    parts.view.take_focus()
