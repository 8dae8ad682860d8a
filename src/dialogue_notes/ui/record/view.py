"""The Record room's widgets: agenda, record, roster, and the line to type in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.errors import KnownError
from dialogue_notes.services.recording.view import RecordView, speaking_since
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.common.rooms import Forgetful, RoomView
from dialogue_notes.ui.meetings.reason_line import ReasonLine
from dialogue_notes.ui.record.agenda_panel import AgendaPanel
from dialogue_notes.ui.record.cheat_sheet import CheatSheet
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.place_keeper import PlaceKeeper
from dialogue_notes.ui.record.prompts import CodePrompt, LeadingBar, Prompt, RulePrompt
from dialogue_notes.ui.record.record_list import RecordList
from dialogue_notes.ui.record.roster_panel import RosterPanel
from dialogue_notes.ui.record.rule_presenter import RuleQuestion
from dialogue_notes.ui.record.typing_area import Foot, TypingArea
from dialogue_notes.ui.theme.theme import theme

_HOUR = 1_000
"""More entries than anyone types in an hour: for how long somebody speaks is not told beyond that."""


class RecordRoom(RoomView):
    """Shows what it is told. `nothing_action_requested` is the button of the empty room, `retry_requested`
    that of a line that could not be saved, `reattribution_given(text)` a code for the selected entries.
    """

    nothing_action_requested = Signal()
    retry_requested = Signal()
    show_again_requested = Signal()
    reason_given = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._last_saved = ""
        self.agenda = AgendaPanel()
        self.roster = RosterPanel()
        self.list = RecordList(desk.model)
        self.area = TypingArea()
        self.rule_prompt = RulePrompt()
        self.code_prompt = CodePrompt()
        self.reason = ReasonLine()
        self.message = InlineMessage()
        self._pages = QStackedWidget()
        self._nothing = PlainLabel(tone=Tone.MUTED, size=Size.LARGE)
        self._action = Button("")
        self._action.clicked.connect(self.nothing_action_requested)
        self._hidden = QWidget()
        self._show_again = Button("Show the text again", keys="F12")
        self._show_again.clicked.connect(self.show_again_requested)
        self._added: list[Forgetful] = []
        self.leading: LeadingBar | None = None  # has the keys as long as it is shown, in place of the line
        self._session_id = ""
        self.place = PlaceKeeper(self.list, desk.model)
        self._lay_out()
        self.cheat_sheet = CheatSheet(self, lambda: bool(desk.glossary))
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.show_foot)
        self._connect()

    def add(self, part: Forgetful) -> None:
        """Takes in a sheet of another part, or a question that it asks above the line: emptied with everything else.
        When a question is left the caret is in the line again.
        """
        self._added.append(part)
        if isinstance(part, Prompt):
            self._prompts.addWidget(part)
            part.left.connect(self.take_focus)

    def show_session(self, view: RecordView) -> None:
        """A session, or the same one read again: then what is in sight and what is selected stay so."""
        was_away = self._pages.currentIndex() != 0
        self._pages.setCurrentIndex(0)
        if was_away and self.isVisible():
            self.take_focus()
        self._show_sides()
        self.area.set_meeting_closed(is_closed=view.is_closed)
        if view.session.id == self._session_id:
            self.place.restore(is_whole=self._desk.is_whole)
        else:
            self.list.scroll_to_end()
        self._session_id = view.session.id
        self.show_foot()
        self._seconds.start()

    def show_nothing(self, words: str, action: str) -> None:
        """No session: says what to do first."""
        self._clear()
        self._nothing.setText(words)
        self._action.set_words(action)
        self._pages.setCurrentIndex(1)

    def show_hidden(self, is_hidden: bool) -> None:
        """No word of the record is in any widget while it is hidden."""
        if is_hidden:
            self._clear()
            self._pages.setCurrentIndex(2)
            self._hidden.setFocus()
        else:
            self._pages.setCurrentIndex(0)
            self.take_focus()

    def show_hands_off(self, since: str) -> None:
        """Red and closed, or usual again."""
        self.area.set_hands_off(is_off=bool(since))
        if since:
            self.area.edit.forget()

    def show_question(self, question: RuleQuestion) -> None:
        """Asks for a rule in place."""
        self.rule_prompt.ask(question.words, question.first)

    def ask_reason(self, rule: str) -> None:
        """Asks why a looser rule is set."""
        self.reason.ask(GroundRule(rule), self.reason_given.emit)

    def ask_code(self, begun: str) -> None:
        """Asks who said the entries selected."""
        count = len(self.list.selected_ids())
        if count:
            self.code_prompt.ask(count, begun)

    def show_error(self, error: KnownError) -> None:
        """What went wrong, in place."""
        self.message.show_error(error)

    def show_unsaved(self, words: str) -> None:
        """Lines that wait for the disk."""
        self.message.show_words(words, tone=Tone.RED, action="Try again", act=self.retry_requested.emit)

    def ask_strike(self, strike: Callable[[], None]) -> None:
        """Asks in place, for it cannot be undone."""
        count = len(self.list.selected_ids())
        what = "the last entry" if not count else "the selected entry" if count == 1 else f"{count} entries"
        self.message.show_words(
            f"Strike {what}? The words and all their history are destroyed; this cannot be undone.",
            tone=Tone.RED,
            action="Strike",
            act=strike,
        )
        for button in self.message.findChildren(Button):
            if button.text() == "Strike":
                button.setFocus()

    def show_saved(self, at: datetime) -> None:
        """When something was last written."""
        self._last_saved = f"Saved {at:%H:%M}" if theme().comfort.is_still else f"Saved {at:%H:%M:%S}"
        self.show_foot()

    def show_foot(self) -> None:
        """Counts, and who speaks since when."""
        if self._desk.is_hidden:
            return
        count = self._desk.count
        entries = "1 entry" if count == 1 else f"{count} entries"
        view = self._desk.view
        if view is not None and not view.session.has_clock:
            entries = f"{entries} · typed from paper, no running clock"
        if view is not None and view.session.ended_at is not None:
            entries = f"{entries} · ended {view.session.ended_at:%H:%M}, takes asides only"
        self.area.show_foot(Foot(entries, self._speaking(), self._last_saved))

    def take_focus(self) -> None:
        """To the typing line, or to what stands in its place."""
        page = self._pages.currentIndex()
        if page == 0 and self.leading is not None and self.leading.isVisibleTo(self):
            self.leading.take_focus()
        else:
            (self.area.edit, self._action, self._hidden)[page].setFocus()

    def forget(self) -> None:
        self._clear()
        self.cheat_sheet.forget()
        self._nothing.forget()
        self._pages.setCurrentIndex(1)

    def _show_earlier(self) -> None:
        self.place.restore_what_was_missing(is_whole=self._desk.is_whole)
        self.show_foot()

    def _clear(self) -> None:
        self._seconds.stop()
        self._last_saved = ""
        for part in (self.agenda, self.roster, self.area, self.code_prompt, self.reason, self.message):
            part.forget()
        for added in self._added:
            added.forget()
        self.rule_prompt.hide()

    def _show_sides(self) -> None:
        view = self._desk.view
        if view is not None and not self._desk.is_hidden:
            self.agenda.show_sessions(view.sessions, view.session.id)
            self.roster.show_people(view.roster)

    def _speaking(self) -> str:
        view, speaker = self._desk.view, self._desk.speaker
        if view is None or view.is_closed or speaker.participant_id is None:
            return ""
        if self._desk.insert_before:  # it was said earlier; the bar over the line says by whom
            return ""
        who = view.cast.person(speaker.participant_id)
        if who is None:
            return ""
        since = speaking_since(self._desk.model.rows[-_HOUR:], speaker)
        seconds = max(0, int((wall_clock() - since).total_seconds())) if since else 0
        words = f"{who.code.upper() or who.name} speaking"
        return f"{words} · {_length(seconds)}" if seconds < 3600 else words

    def _lay_out(self) -> None:
        self._prompts = column(
            self.message, self.rule_prompt, self.code_prompt, self.reason, margins=(26, 0, 26, 8), gap=6
        )
        middle = column(self.list, self._prompts, self.area, gap=0)
        middle.setStretch(0, 1)
        record = QWidget()
        line = row(self.agenda, middle, self.roster, gap=0)
        line.setStretch(1, 1)
        record.setLayout(line)
        nothing = QWidget()
        nothing.setLayout(column(None, row(None, self._nothing, None), row(None, self._action, None), None))
        words = PlainLabel("The text is hidden.", tone=Tone.MUTED, size=Size.LARGE)
        more = PlainLabel("Nothing can be typed until it is shown again.", tone=Tone.MUTED)
        self._hidden.setAccessibleName("The text is hidden")
        self._hidden.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        again = row(None, self._show_again, None)
        self._hidden.setLayout(column(None, row(None, words, None), row(None, more, None), 6, again, None))
        for page in (record, nothing, self._hidden):
            self._pages.addWidget(page)
        self.setLayout(column(self._pages, gap=0))
        self._pages.setCurrentIndex(1)

    def _connect(self) -> None:
        for signal in (self.list.left, self.rule_prompt.left, self.reason.cancelled):
            signal.connect(self.take_focus)
        self.rule_prompt.chosen.connect(lambda _rule: self.take_focus())
        self.reason_given.connect(lambda _reason: self.take_focus())
        self.code_prompt.left.connect(self.list.setFocus)
        self.area.edit.page_requested.connect(self.list.scroll_pages)
        self.list.entered.connect(self.area.show_in_list)
        self.list.letter_typed.connect(self.ask_code)
        self._desk.rows_changed.connect(self.show_foot)
        self._desk.earlier_came.connect(self._show_earlier)
        theme().changed.connect(self._show_sides)


def _length(seconds: int) -> str:
    """As `4:07`; in minutes where nothing is to move by itself."""
    return f"{seconds // 60} min" if theme().comfort.is_still else f"{seconds // 60}:{seconds % 60:02d}"
