"""The panel of questions that no program can answer: Y or N, with a word on what was done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dialogue_notes.domain.dangers.checklist import QUESTIONS, ChecklistItem
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.flow import Flow
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone, restyle
from dialogue_notes.ui.common.layout import Hairline, bring_into_sight, column, panel, scrolled
from dialogue_notes.ui.review.acting_panel import ActingPanel
from dialogue_notes.ui.review.checklist.model import NO_CHECKLIST, ChecklistRow, ChecklistView
from dialogue_notes.ui.theme.theme import theme

ABOUT = "Only somebody who knows the room can answer these. Yes means that there is a danger: then say what was done."
NO_RECORD = "Nothing is recorded yet, so there is nothing to ask about."
ALL_ANSWERED = "All answered. Any edit of the record asks again."


class QuestionLine(QFrame):
    """One question; it takes the focus, and says `chosen(item)` when it has it."""

    chosen = Signal(object)

    def __init__(self, item: ChecklistItem) -> None:
        super().__init__()
        self.item = item
        self._is_chosen = False
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(QUESTIONS[item])
        self._question = PlainLabel(strong=True, wraps=True)
        self._help = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self._answer = PlainLabel(size=Size.SMALL, wraps=True)
        self._note = PlainLabel(wraps=True)
        self.setLayout(
            column(self._question, self._help, self._note, self._answer, margins=(12, 9, 12, 9), gap=3)
        )

    def show_row(self, shown: ChecklistRow) -> None:
        """Shows a question as it stands."""
        self._question.setText(shown.question)
        self._help.setText(shown.help)
        self._answer.setText(shown.answer)
        self._answer.setVisible(bool(shown.answer))
        self._note.setText(f"“{shown.note}”")
        self._note.setVisible(bool(shown.note))
        restyle(self._answer, tone=(Tone.GREEN if shown.is_answered else Tone.AMBER).value)
        state = shown.answer or "not answered"
        self.setAccessibleName(f"{shown.question} {state}. {shown.note}".strip())

    def forget(self) -> None:
        """Drops what a person wrote."""
        for label in (self._answer, self._note):
            label.forget()
        self.setAccessibleName(QUESTIONS[self.item])

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Whether the keys are about this one, also while its note is being typed."""
        self._is_chosen = is_chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_chosen:
            look = theme()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(8), look.px(8))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        bring_into_sight(self)
        self.chosen.emit(self.item)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


class ChecklistPanel(ActingPanel):
    """`answer_requested(item, rests_on, is_yes, note)`; `turned(asks)` as what had the focus goes since nothing is
    asked any more, or as there is something to have it again.
    """

    answer_requested = Signal(object, str, bool, str)
    turned = Signal(bool)

    def __init__(self) -> None:
        super().__init__("Checklist")
        self._view = NO_CHECKLIST
        self._wants_yes = False
        self.lines = {item: QuestionLine(item) for item in ChecklistItem}
        self._item = next(iter(ChecklistItem))
        self._count = PlainLabel(strong=True)
        self._says = PlainLabel(ABOUT, tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self.note = LineField("What was done about it", hint="Enter keeps it · Esc leaves the question open")
        self.note.hide()
        self.no = Button("No", kind=ButtonKind.QUIET, keys="N")
        self.yes = Button("Yes …", kind=ButtonKind.QUIET, keys="Y")
        self.noted = Button("No, with a note …", kind=ButtonKind.QUIET, keys="E")
        self._lay_out()
        self._connect()

    def show_checklist(self, view: ChecklistView) -> None:
        """Shows the questions of a meeting as they stand."""
        self._view = view
        for shown in view.rows:
            self.lines[shown.item].show_row(shown)
        was_asked, had_focus = not self.lines[self._item].isHidden(), self.lines[self._item].hasFocus()
        for line in self.lines.values():
            line.setVisible(view.has_entries)
        if was_asked is not view.has_entries and (had_focus or view.has_entries):
            self.turned.emit(view.has_entries)
        self._count.setText(f"{view.unanswered} of {len(view.rows)} to answer" if view.unanswered else "")
        self._head.place()
        if view.has_entries:
            self._says.setText(ABOUT if view.unanswered else ALL_ANSWERED)
        else:
            self._says.setText(NO_RECORD)
        self._foot.setVisible(view.has_entries)

    def take_focus(self) -> bool:
        """To the first question that waits, else to the one that was chosen; False where none is asked."""
        if self.lines[self._item].isHidden():
            return False
        waiting = next((one.item for one in self._view.rows if not one.is_answered), self._item)
        self.lines[waiting].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def forget(self) -> None:
        """Drops what people wrote."""
        self._view = NO_CHECKLIST
        for line in self.lines.values():
            line.forget()
        self._close_note()
        self.message.forget()
        self._count.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, QuestionLine):
            if self.take_turn(event):
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self._take_key(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.note.isHidden():
                self.left.emit()
            else:
                self._close_note()
                self.lines[self._item].setFocus()
            return
        super().keyPressEvent(event)

    def _take_key(self, line: QuestionLine, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}.get(
            Qt.Key(event.key()), 0
        )
        if step:
            items = list(ChecklistItem)
            number = min(max(items.index(line.item) + step, 0), len(items) - 1)
            self.lines[items[number]].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        button = {"N": self.no, "Y": self.yes, "E": self.noted}.get(event.text().upper())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            button = self.noted
        if button is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if button.isEnabled():
            button.click()
        return True

    def _answer(self, *, is_yes: bool, note: str = "") -> None:
        self._close_note()
        items = list(ChecklistItem)
        after = items[items.index(self._item) + 1 :]
        answered = {one.item for one in self._view.rows if one.is_answered}
        item = self._item
        following = next((one for one in after if one not in answered), None)
        self.lines[following or item].setFocus(Qt.FocusReason.OtherFocusReason)
        self.answer_requested.emit(item, self._view.rests_on, is_yes, note)

    def _ask_note(self, *, is_yes: bool) -> None:
        self._wants_yes = is_yes
        kept = next((one.note for one in self._view.rows if one.item is self._item), "")
        self.note.set_caption("What was done about it" if is_yes else "No, and a note")
        self.note.set_text(kept)
        self.note.show()
        self.note.setFocus()
        self.note.edit.selectAll()

    def _take_note(self) -> None:
        if self._wants_yes and not self.note.text():
            self.note.show_wrong("Say what was done about it.")
            return
        self._answer(is_yes=self._wants_yes, note=self.note.text())

    def _close_note(self) -> None:
        self.note.forget()
        self.note.hide()

    def _choose(self, item: ChecklistItem) -> None:
        self.lines[self._item].show_chosen(is_chosen=False)
        self._item = item
        self.lines[item].show_chosen(is_chosen=True)
        self._close_note()

    def _stay_in_sight(self) -> None:
        """What is said above the questions takes room from them."""
        if self.lines[self._item].hasFocus():
            bring_into_sight(self.lines[self._item])

    def _connect(self) -> None:
        self.no.clicked.connect(lambda: self._answer(is_yes=False))
        self.yes.clicked.connect(lambda: self._ask_note(is_yes=True))
        self.noted.clicked.connect(lambda: self._ask_note(is_yes=False))
        self.note.edit.returnPressed.connect(self._take_note)
        for line in self.lines.values():
            line.chosen.connect(self._choose)
            line.installEventFilter(self)

    def _lay_out(self) -> None:
        says = column(self._says, margins=(4, 0, 4, 2))
        questions: QVBoxLayout = column(says, *self.lines.values(), None, margins=(14, 8, 14, 8), gap=6)
        head = Flow((CapsLabel("Checklist"), self._count), gap=14)
        top = column(head, self.message, margins=(18, 16, 18, 8))
        buttons = Flow((self.no, self.yes, self.noted))
        inner = column(self.note, buttons, margins=(14, 9, 14, 11), gap=8)
        self._foot = panel(column(Hairline(), inner, gap=0))
        self._head = head
        area = scrolled(questions)
        area.verticalScrollBar().rangeChanged.connect(self._stay_in_sight)
        layout = column(top, Hairline(), area, self._foot, gap=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
