"""The panels of the Review room: dangers and checklist at the left, comments below, two records over the texts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.comments import About
from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.spans import Span
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.checklist.panel import ChecklistPanel
from dialogue_notes.ui.review.checklist.presenter import ChecklistPresenter, bind_checklist
from dialogue_notes.ui.review.comments.binding import bind_comments
from dialogue_notes.ui.review.comments.model import Topic
from dialogue_notes.ui.review.comments.panel import CommentsPanel
from dialogue_notes.ui.review.comments.presenter import CommentsPresenter
from dialogue_notes.ui.review.consents.sheet import ConsentSheet
from dialogue_notes.ui.review.dangers.panel import DangersPanel
from dialogue_notes.ui.review.dangers.presenter import DangersPresenter, bind_dangers
from dialogue_notes.ui.review.keys import Deed
from dialogue_notes.ui.review.last_words import LastWords
from dialogue_notes.ui.review.left_column import TO_DECIDE
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.side_by_side.binding import bind_side_by_side
from dialogue_notes.ui.review.side_by_side.panel import SideBySidePanel
from dialogue_notes.ui.review.side_by_side.presenter import SideBySidePresenter
from dialogue_notes.ui.review.view import CHECKLIST, DANGERS, ReviewView


class Panels(QObject):
    """Makes the panels, wires each to its presenter, and shows and hides them; what they change is read again.

    `acted` after an act of one of them: it stands in the history of the review.
    """

    acted = Signal()

    def __init__(self, view: ReviewView, presenter: ReviewPresenter, office: Office) -> None:
        super().__init__(view)
        self._view = view
        self._presenter = presenter
        self.dangers, self.consents, self.checklist = DangersPanel(), ConsentSheet(view), ChecklistPanel()
        self.comments, self.side = CommentsPanel(), SideBySidePanel()
        self._about = CommentsPresenter(office)
        self._beside = SideBySidePresenter(office)
        dangers, checklist = DangersPresenter(office), ChecklistPresenter(office)
        for one in (dangers, checklist, self._about, self._beside):
            one.setParent(self)
        bind_dangers(self.dangers, self.consents, dangers)
        bind_checklist(self.checklist, checklist)
        bind_comments(self.comments, self._about)
        bind_side_by_side(self.side, self._beside)
        bars = (view, self.dangers, self.checklist, self.comments, self.side)
        self.said = LastWords((one.message for one in bars), office, self)
        self._host()
        self._connect()
        for one in (dangers, checklist, self._about, self._beside):
            one.begun.connect(self.said.withdraw)
        acts = (
            *(dangers.done, dangers.undone, checklist.done, checklist.undone),
            *(self._about.saved, self._about.done, self._about.undone, self._beside.undone),
        )
        for signal in (
            *acts,
            self._beside.changed,
        ):  # to keep a difference changes nothing that the room shows
            signal.connect(presenter.refresh)
        for signal in (*acts, self._beside.done):
            signal.connect(lambda *_: self.acted.emit())

    def open(self, code: str) -> None:
        """Shows what a letter of the room or the code of a panel stands for; a second time puts it away."""
        if code == Deed.DANGERS.value:
            self._view.show_panel(DANGERS)
        elif code == DANGERS:
            self.dangers.take_focus()
        elif code == CHECKLIST:
            self._turn_checklist(is_asked=True)
        elif code == Deed.SIDE_BY_SIDE.value:
            self._turn_side()
        elif code == Deed.COMMENT.value:
            self._open_comments(is_second_look=False)

    def ask_second_look(self, _key: str, _redaction_id: str) -> None:
        """Asks in the comments why somebody should look again."""
        self._open_comments(is_second_look=True)

    def _host(self) -> None:
        view = self._view
        view.columns.left.host([(DANGERS, "Dangers", self.dangers), (CHECKLIST, "Checklist", self.checklist)])
        view.columns.add_cover(self.side)
        view.columns.add_drawer(self.comments)
        view.hosted = (self.dangers, self.consents, self.checklist, self.comments, self.side)

    def _connect(self) -> None:
        view = self._view
        view.opened.connect(self.open)
        view.deciding.look_requested.connect(self.ask_second_look)
        view.choosing.place_shown.connect(lambda _place: self._choose_topic())
        for panel in (self.dangers, self.checklist):
            panel.left.connect(lambda: view.show_panel(TO_DECIDE))
        self.dangers.place_requested.connect(self._show_span)
        self.comments.place_requested.connect(self._show_about)
        self.checklist.turned.connect(self._on_questions)
        self.comments.left.connect(self._close_comments)
        self.side.left.connect(self._turn_side)

    def _turn_checklist(self, *, is_asked: bool) -> None:
        """To the questions, or, where there are none, to the name of the panel."""
        if not (is_asked and self.checklist.take_focus()):
            self._view.columns.left.focus_tab()

    def _on_questions(self, asks: bool) -> None:
        """There are some now, or none any more. Whoever is elsewhere by now stays there."""
        if not asks or self._view.columns.left.tab_has_focus():
            self._turn_checklist(is_asked=asks)

    def _show_span(self, place: Place, start: int, end: int) -> None:
        """Leads to a stretch of the record, and to the thing that is marked there if there is one."""
        for passage in self._view.shown.passages:
            if passage.place == place:
                met = [mark for mark in passage.marks if Span(mark.start, mark.end).meets(start, end)]
                if met:
                    self._view.choosing.choose_mark(met[0].redaction_id)
                    return
        self._view.choosing.lead_to(place, start)

    def _show_about(self, about: About) -> None:
        if about.place is not None:
            start = about.span.start if about.span is not None else 0
            self._show_span(about.place, start, about.span.end if about.span is not None else start + 1)

    def _open_comments(self, *, is_second_look: bool) -> None:
        if self.comments.isHidden():
            self._view.columns.open_drawer(self.comments)
            self._about.enter()
        self._choose_topic()
        self.comments.begin_comment(is_second_look=is_second_look)

    def _close_comments(self) -> None:
        self._view.columns.open_drawer(None)
        self.comments.message.forget()
        self._about.leave()
        self._view.cards.setFocus()

    def _choose_topic(self) -> None:
        """What is looked at is what comments are about."""
        card, place = self._view.current_card(), self._view.choosing.place()
        if self.comments.isHidden() or card is None or place is None:
            return
        text, mark = self._view.shown.passages[place.passage].place, place.mark
        about = About(text, Span(mark.start, mark.end), mark.redaction_id, card.key)
        self._about.choose(Topic(about, card.title))

    def _turn_side(self) -> None:
        columns = self._view.columns
        if columns.covered_by() is self.side:
            columns.cover(None)
            self._beside.leave()
            self._view.cards.setFocus()
        else:
            columns.cover(self.side)
            self._beside.enter()
            self.side.take_focus()
