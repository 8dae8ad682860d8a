"""The session on the desk: shown, saved, left for the next one."""

from __future__ import annotations

from dialogue_notes.ui.record.parts.part import Parts, here


def install(parts: Parts) -> None:
    """Wires what is shown of a session, and the way from one to the next."""
    view, presenter, sessions = parts.view, parts.record, parts.sessions
    presenter.session_shown.connect(view.show_session)
    presenter.nothing_shown.connect(view.show_nothing)
    presenter.saved.connect(view.show_saved)
    presenter.failed.connect(view.show_error)
    presenter.recovered.connect(view.message.forget)
    presenter.noted.connect(view.show_unsaved)
    view.nothing_action_requested.connect(sessions.begin)
    sessions.failed.connect(view.show_error)
    view.retry_requested.connect(presenter.retry)
    view.agenda.session_requested.connect(parts.office.choose_session)
    view.agenda.command_requested.connect(lambda code: parts.commands.run(f"record.{code}"))
    parts.commands.add(
        here("next", "Next session", lambda: sessions.move(1), "Alt+Down"),
        here("before", "Session before", lambda: sessions.move(-1), "Alt+Up"),
    )
