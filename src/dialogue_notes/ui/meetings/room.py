"""Builds the Meetings room and wires its parts; the only place that knows both view and presenters."""

from __future__ import annotations

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Dialogue, Session
from dialogue_notes.services.meetings import RuleTarget
from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.common.rooms import Room
from dialogue_notes.ui.meetings.agenda_presenter import AgendaPresenter
from dialogue_notes.ui.meetings.papers_presenter import PapersPresenter
from dialogue_notes.ui.meetings.presenter import MeetingsPresenter
from dialogue_notes.ui.meetings.roster_presenter import RosterPresenter
from dialogue_notes.ui.meetings.rule_field import INHERITED
from dialogue_notes.ui.meetings.seat_presenter import SeatPresenter
from dialogue_notes.ui.meetings.undo import Undo
from dialogue_notes.ui.meetings.view import MeetingsView
from dialogue_notes.ui.office import Office

CODE = "meetings"


def build(office: Office, commands: Commands) -> Room:
    """The Meetings room, ready for the window."""
    view = MeetingsView()
    undo = Undo(office)
    presenter = MeetingsPresenter(office)
    agenda = AgendaPresenter(office, presenter, undo)
    roster = RosterPresenter(office, presenter, undo)
    seats = SeatPresenter(office, presenter, undo)
    papers = PapersPresenter(office, presenter, undo)
    for child in (undo, presenter, agenda, roster, seats, papers):
        child.setParent(view)
    _bind_tree(view, presenter)
    _bind_meeting(view, presenter)
    _bind_agenda(view, agenda)
    _bind_roster(view, roster)
    _bind_undo(view, undo)
    _bind_seats(view, seats)
    _bind_papers(view, papers)
    for each in (presenter, agenda, roster, seats, papers):
        each.failed.connect(view.message.show_error)
    office.locking.connect(view.finish_typing)
    _add_commands(view, presenter, undo, commands)
    return Room(CODE, "Meetings", "meetings", view, presenter.refresh, view.forget)


def _bind_tree(view: MeetingsView, presenter: MeetingsPresenter) -> None:
    view.tree.meeting_chosen.connect(presenter.choose_meeting)
    view.tree.dialogue_chosen.connect(presenter.choose_dialogue)
    view.tree.meeting_opened.connect(presenter.open_record)
    view.tree.new_dialogue_requested.connect(presenter.new_dialogue)
    view.tree.new_meeting_requested.connect(presenter.new_meeting)
    view.first_dialogue.clicked.connect(presenter.new_dialogue)
    view.dialogue.meeting_requested.connect(presenter.new_meeting)
    view.dialogue.titled.connect(presenter.rename_dialogue)
    view.dialogue.delegation_added.connect(presenter.add_side)
    view.dialogue.delegation_renamed.connect(presenter.rename_side)
    presenter.tree_changed.connect(view.show_dialogues)
    presenter.dialogue_shown.connect(view.show_dialogue)
    presenter.meeting_shown.connect(view.show_meeting)
    presenter.made.connect(view.focus_new)


def _bind_meeting(view: MeetingsView, presenter: MeetingsPresenter) -> None:
    about = view.meeting.about
    about.edited.connect(presenter.change_about)
    about.record_requested.connect(presenter.open_record)
    about.close_requested.connect(lambda: presenter.set_open(is_open=False))
    about.reopen_requested.connect(lambda: presenter.set_open(is_open=True))
    view.meeting.agreements.changed.connect(presenter.change_agreements)
    view.meeting.rule.chosen.connect(lambda code: _set_meeting_rule(presenter, code))
    view.dialogue.rule.chosen.connect(lambda code: _set_dialogue_rule(view, presenter, code))
    presenter.reason_needed.connect(lambda target, rule: _ask_reason(view, presenter, target, rule))


def _bind_agenda(view: MeetingsView, agenda: AgendaPresenter) -> None:
    pane = view.meeting.agenda
    pane.added.connect(agenda.add)
    pane.edited.connect(agenda.edit)
    pane.moved.connect(agenda.move)
    pane.removed.connect(agenda.remove)


def _bind_roster(view: MeetingsView, roster: RosterPresenter) -> None:
    pane = view.meeting.roster
    pane.added.connect(roster.add)
    pane.edited.connect(roster.edit)
    pane.person_edited.connect(roster.edit_person)
    pane.moved.connect(roster.move)
    pane.removed.connect(roster.remove)
    pane.paste_requested.connect(view.paste.show_sheet)
    view.paste.read_requested.connect(roster.read_table)
    view.paste.taken.connect(roster.take_table)
    roster.table_understood.connect(view.paste.show_rows)
    roster.table_refused.connect(view.paste.show_problem)
    roster.table_taken.connect(view.paste.close_sheet)
    roster.table_taken.connect(pane.take_focus)


def _bind_papers(view: MeetingsView, papers: PapersPresenter) -> None:
    pane = view.meeting.papers
    pane.added.connect(papers.add)
    pane.edited.connect(papers.edit)
    pane.phrased.connect(papers.set_phrases)
    pane.removed.connect(papers.remove)


def _bind_seats(view: MeetingsView, seats: SeatPresenter) -> None:
    view.meeting.roster.seats_requested.connect(seats.open)
    view.seats.arranged.connect(seats.keep)
    view.seats.closed.connect(seats.leave)
    seats.shown.connect(view.seats.show_seating)


def _bind_undo(view: MeetingsView, undo: Undo) -> None:
    undo.offered.connect(lambda words: view.message.show_words(words, action="Undo", act=undo.take_back))
    undo.withdrawn.connect(view.message.forget)


def _set_meeting_rule(presenter: MeetingsPresenter, code: str) -> None:
    if presenter.snapshot is not None:
        presenter.set_rule(presenter.snapshot.meeting, None if code == INHERITED else GroundRule(code))


def _set_dialogue_rule(view: MeetingsView, presenter: MeetingsPresenter, code: str) -> None:
    if view.dialogue.dialogue is not None:
        presenter.set_rule(view.dialogue.dialogue, GroundRule(code))


def _ask_reason(
    view: MeetingsView, presenter: MeetingsPresenter, target: RuleTarget, rule: GroundRule | None
) -> None:
    """Asks beside the field in which the rule was chosen; None means the rule of what it belongs to."""
    if isinstance(target, Dialogue):
        line = view.dialogue.rule.reason
    elif isinstance(target, Session):
        line = view.meeting.agenda.reason
    else:
        line = view.meeting.rule.reason
    line.ask(rule, lambda reason: presenter.set_rule(target, rule, reason))


def _add_commands(view: MeetingsView, presenter: MeetingsPresenter, undo: Undo, commands: Commands) -> None:
    commands.add(
        Command("meetings.new_meeting", "New meeting", presenter.new_meeting, ("Ctrl+N",), room=CODE),
        Command("meetings.new_dialogue", "New dialogue", presenter.new_dialogue, ("Ctrl+Shift+N",), room=CODE),
        Command("meetings.open", "Open the record of this meeting", lambda: _go_on(view, presenter),
                ("Ctrl+Return",), enabled=lambda: presenter.snapshot is not None, room=CODE),
        Command("meetings.paste", "Paste a roster table", view.paste.show_sheet, ("Ctrl+Shift+V",),
                enabled=lambda: presenter.snapshot is not None, room=CODE),
        Command("meetings.tree", "Go to the list of meetings", view.tree.setFocus, ("Alt+1",), room=CODE),
        Command("meetings.agenda", "Go to the agenda", view.meeting.agenda.take_focus, ("Alt+2",), room=CODE),
        Command("meetings.roster", "Go to the roster", view.meeting.roster.take_focus, ("Alt+3",), room=CODE),
        Command("meetings.seats", "Arrange the seat plan", view.meeting.roster.seats_requested.emit, ("Alt+4",),
                enabled=lambda: presenter.snapshot is not None, room=CODE),
        Command("meetings.papers", "Go to the papers", view.meeting.papers.take_focus, ("Alt+5",), room=CODE),
        Command("meetings.undo", "Undo", undo.take_back, ("Ctrl+Z",), enabled=lambda: undo.is_offered, room=CODE),
    )  # fmt: skip


def _go_on(view: MeetingsView, presenter: MeetingsPresenter) -> None:
    """Ctrl+Enter does the main thing: takes the table while one is pasted, else opens the record."""
    if view.paste.isVisible():
        view.paste.take()
    else:
        presenter.open_record()
