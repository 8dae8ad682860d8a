"""The Record room put together: its only wiring, and its commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dialogue_notes.domain.codes import Aim, GroundRule, MarginMark
from dialogue_notes.domain.language import AIM_WORDS, MARK_WORDS, RULE_WORDS
from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.common.rooms import Room
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.changes_presenter import ChangesPresenter
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.presenter import RecordPresenter
from dialogue_notes.ui.record.rule_presenter import RulePresenter
from dialogue_notes.ui.record.sessions_presenter import SessionsPresenter
from dialogue_notes.ui.record.view import RecordRoom

CODE = "record"
MARK_KEYS: dict[MarginMark | Aim, str] = {
    MarginMark.IMPORTANT: "Alt+I",
    MarginMark.CHECK: "Alt+K",
    MarginMark.PERSONAL_VIEW: "Alt+P",
    MarginMark.INSTRUCTED_LINE: "Alt+L",
    MarginMark.TRIAL_BALLOON: "Alt+B",
    MarginMark.UNSURE: "Alt+U",
    Aim.ATTITUDE: "Alt+A",
    Aim.CHANNEL: "Alt+C",
    Aim.RELATIONSHIP: "Alt+R",
    Aim.CONFIDENCE: "Alt+F",
    Aim.OPTION: "Alt+O",
}
"""One key each for the entry just made, or for those selected."""


def build(office: Office, commands: Commands) -> Room:
    """The room for the window's rail."""
    desk = Desk(office)
    presenter = RecordPresenter(office, desk)
    changes = ChangesPresenter(office, desk, presenter)
    rules = RulePresenter(office, desk, presenter)
    sessions = SessionsPresenter(office, desk)
    view = RecordRoom(desk)
    for each in (desk, presenter, changes, rules, sessions):
        each.setParent(view)
    _bind_session(view, presenter, sessions, office)
    _bind_line(view, presenter, changes, rules)
    _bind_rules(view, rules)
    _add_commands(commands, view, sessions, changes, rules, office)
    return Room(CODE, "Record", "record", view, presenter.enter)


def _bind_session(
    view: RecordRoom, presenter: RecordPresenter, sessions: SessionsPresenter, office: Office
) -> None:
    presenter.session_shown.connect(view.show_session)
    presenter.nothing_shown.connect(view.show_nothing)
    presenter.saved.connect(view.show_saved)
    presenter.failed.connect(view.show_error)
    presenter.recovered.connect(view.message.forget)
    presenter.noted.connect(view.show_unsaved)
    view.nothing_action_requested.connect(sessions.begin)
    sessions.failed.connect(view.show_error)
    view.retry_requested.connect(presenter.retry)
    view.agenda.session_requested.connect(office.choose_session)


def _bind_line(
    view: RecordRoom, presenter: RecordPresenter, changes: ChangesPresenter, rules: RulePresenter
) -> None:
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

    changes.failed.connect(view.show_error)
    edit.line_changed.connect(presenter.line_typed)
    edit.kept.connect(presenter.keep)
    edit.kept.connect(
        lambda _text: view.list.clearSelection()
    )  # marks and consent are for what was just made
    edit.up_pressed.connect(up)
    edit.list_requested.connect(view.list.select_last)
    edit.left.connect(presenter.leave_edit)
    edit.undo_requested.connect(changes.undo)
    edit.redo_requested.connect(changes.redo)
    presenter.line_set.connect(edit.set_line)
    presenter.hint_changed.connect(view.area.show_hint)
    view.list.edit_requested.connect(enter_on_entry)
    view.code_prompt.given.connect(lambda text: changes.reattribute(view.list.selected_ids(), text))
    changes.code_refused.connect(view.code_prompt.show_wrong)
    changes.code_given.connect(view.code_prompt.forget)
    changes.code_given.connect(view.list.setFocus)


def _bind_rules(view: RecordRoom, rules: RulePresenter) -> None:
    rules.hands_off_shown.connect(view.show_hands_off)
    rules.rule_asked.connect(view.show_question)
    rules.reason_asked.connect(view.ask_reason)
    rules.hidden.connect(view.show_hidden)
    rules.failed.connect(view.show_error)
    view.rule_prompt.chosen.connect(lambda rule: rules.choose_rule(GroundRule(rule)))
    view.reason_given.connect(rules.give_reason)
    view.show_again_requested.connect(rules.switch_hidden)


def _add_commands(
    commands: Commands,
    view: RecordRoom,
    sessions: SessionsPresenter,
    changes: ChangesPresenter,
    rules: RulePresenter,
    office: Office,
) -> None:
    def hands_off() -> None:
        office.go_to(CODE)
        if view.rule_prompt.isVisible() and rules.asks_to_resume:
            view.rule_prompt.choose_first()
        else:
            view.rule_prompt.hide()
            rules.switch_hands()

    def hide() -> None:
        rules.switch_hidden()
        office.go_to(CODE)

    commands.add(
        Command("record.hands_off", "Hands off, or on again", hands_off, ("F9", "Ctrl+.")),
        Command("record.hide", "Hide the text, or show it again", hide, ("F12", "Ctrl+,")),
        _here("cheat_sheet", "Cheat sheet of the typing line", view.cheat_sheet.show_sheet, "F1"),
        _here("undo", "Undo the last entry or change", changes.undo, "Ctrl+Z"),
        _here("redo", "Redo", changes.redo, "Ctrl+Shift+Z", "Ctrl+Y"),
        _here("next", "Next session", lambda: sessions.move(1), "Alt+Down"),
        _here("before", "Session before", lambda: sessions.move(-1), "Alt+Up"),
        _here("agenda", "Fold or unfold the agenda", lambda: _fold(view.agenda), "F6", "Ctrl+["),
        _here("roster", "Fold or unfold the roster", lambda: _fold(view.roster), "F7", "Ctrl+]"),
        _here("attribute", "Say who spoke the selected entries", lambda: view.ask_code("")),
        _reach_back_command(view, rules),
        *(_rule_command(rules, rule) for rule in GroundRule),
        *(_mark_command(view, changes, mark, key) for mark, key in MARK_KEYS.items()),
        _consent_command(view, changes),
        _here("strike", "Strike: destroy the words of an entry", lambda: _ask_strike(view, changes)),
    )
    view.agenda.command_requested.connect(lambda code: commands.run(f"record.{code}"))


def _here(code: str, words: str, run: Callable[[], None], *keys: str) -> Command:
    """A command of this room alone."""
    return Command(f"record.{code}", words, run, keys, room=CODE)


def _reach_back_command(view: RecordRoom, rules: RulePresenter) -> Command:
    words = "Put the selected entries under a rule"
    return _here("reach_back", words, lambda: rules.reach_back(view.list.selected_ids()))


def _rule_command(rules: RulePresenter, rule: GroundRule) -> Command:
    return _here(f"rule.{rule.value}", f"From now on: {RULE_WORDS[rule]}", lambda: rules.set_rule(rule))


def _mark_command(view: RecordRoom, changes: ChangesPresenter, mark: MarginMark | Aim, key: str) -> Command:
    words = AIM_WORDS[mark] if isinstance(mark, Aim) else MARK_WORDS[mark]
    return _here(
        f"mark.{mark.value}", f"Mark: {words}", lambda: changes.mark(view.list.selected_ids(), mark), key
    )


def _consent_command(view: RecordRoom, changes: ChangesPresenter) -> Command:
    words = "Consent to the words of a quotation, or not any more"
    return _here("consent", words, lambda: changes.consent(view.list.selected_ids()), "Alt+Q")


def _ask_strike(view: RecordRoom, changes: ChangesPresenter) -> None:
    ids = view.list.selected_ids()
    view.ask_strike(lambda: changes.strike(ids))


def _fold(panel: QWidget) -> None:
    panel.setVisible(panel.isHidden())
