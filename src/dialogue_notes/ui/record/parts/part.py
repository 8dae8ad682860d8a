"""What a part of the Record room is built from: everything that is wired there, and the commands of the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.changes_presenter import ChangesPresenter
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.presenter import RecordPresenter
from dialogue_notes.ui.record.rule_presenter import RulePresenter
from dialogue_notes.ui.record.sessions_presenter import SessionsPresenter
from dialogue_notes.ui.record.view import RecordRoom

CODE = "record"


@dataclass(frozen=True, slots=True)
class Parts:
    """The room while it is put together. A part makes what it needs more, wires it, and adds its commands."""

    office: Office
    commands: Commands
    desk: Desk
    view: RecordRoom
    record: RecordPresenter
    changes: ChangesPresenter
    rules: RulePresenter
    sessions: SessionsPresenter


def here(
    code: str,
    words: str,
    run: Callable[[], None],
    *keys: str,
    enabled: Callable[[], bool] = lambda: True,
    is_bound: bool = True,
) -> Command:
    """A command of this room alone."""
    return Command(f"{CODE}.{code}", words, run, keys, enabled, room=CODE, is_bound=is_bound)
