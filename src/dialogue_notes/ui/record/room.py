"""The Record room put together from its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dialogue_notes.ui.common.commands import Commands
from dialogue_notes.ui.common.rooms import Room
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.changes_presenter import ChangesPresenter
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.parts import (
    agenda,
    attendance,
    clean_up,
    closing,
    comfort,
    line,
    marks,
    mending,
    newcomer,
    order,
    papers,
    resting,
    rules,
    session,
    shorthand,
)
from dialogue_notes.ui.record.parts.part import CODE, Parts
from dialogue_notes.ui.record.presenter import RecordPresenter
from dialogue_notes.ui.record.rule_presenter import RulePresenter
from dialogue_notes.ui.record.sessions_presenter import SessionsPresenter
from dialogue_notes.ui.record.view import RecordRoom

PARTS: Final[tuple[Callable[[Parts], None], ...]] = (
    session.install,
    resting.install,
    line.install,
    order.install,
    rules.install,
    marks.install,
    agenda.install,
    attendance.install,
    papers.install,
    closing.install,
    mending.install,
    clean_up.install,
    newcomer.install,
    shorthand.install,
    comfort.install,
)
"""In the order in which the palette lists their commands."""


def build(office: Office, commands: Commands) -> Room:
    """The room for the window's rail."""
    desk = Desk(office)
    record = RecordPresenter(office, desk)
    changes = ChangesPresenter(office, desk, record)
    rule_presenter = RulePresenter(office, desk, record)
    sessions = SessionsPresenter(office, desk)
    view = RecordRoom(desk)
    for each in (desk, record, changes, rule_presenter, sessions):
        each.setParent(view)
    parts = Parts(office, commands, desk, view, record, changes, rule_presenter, sessions)
    for install in PARTS:
        install(parts)
    return Room(CODE, "Record", "record", view, record.enter, view.forget)
