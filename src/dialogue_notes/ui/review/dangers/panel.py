"""The panel of dangers: what would give somebody away, why, and what a person says of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogue_notes.domain.dangers.danger import Remedy
from dialogue_notes.ui.common.buttons import Button, ButtonKind, Segmented
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.flow import Flow
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, column, panel
from dialogue_notes.ui.review.acting_panel import ActingPanel
from dialogue_notes.ui.review.dangers.list import DangerList, DangerListModel, forget_heights
from dialogue_notes.ui.review.dangers.model import NOTHING_YET, DangerRow, DangersView, Head

HEADS: dict[Head, str] = {
    Head.OPEN: "Open",
    Head.SETTLED: "Seen",
    Head.DESCRIPTIONS: "Described as",
    Head.CLUES: "Clues",
}
EMPTY: dict[Head, str] = {
    Head.OPEN: "The program sees no danger. What it cannot see, the checklist asks about.",
    Head.SETTLED: "Nothing was settled here yet. A danger that may stay is settled with A and a reason.",
    Head.DESCRIPTIONS: "Nobody is described: everything that goes out goes out without a speaker.",
    Head.CLUES: "Nothing that was marked stays readable. What nobody marked, the program does not know of.",
}
NO_RECORD = "Nothing is recorded yet, so nothing can give anybody away."
_SEVERAL = "It stands at {:,} places. Enter goes to the next of them."
_MUST_DECIDE = "Only a decision on the place itself ends this one. Enter goes there."


class DangersPanel(ActingPanel):
    """`place_requested(place, start, end)`; `settle_requested(danger, reason)`; `reopen_requested(settled_id)`;
    `withhold_requested(place)`; `consent_requested(entry_id)`; `report_requested(entry_id)`;
    `read_back_requested(entry_id)`.
    """

    place_requested = Signal(object, int, int)
    settle_requested = Signal(object, str)
    reopen_requested = Signal(str)
    withhold_requested = Signal(object)
    consent_requested = Signal(str)
    report_requested = Signal(str)
    read_back_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("Dangers")
        self._view = NOTHING_YET
        self.heads = Segmented("Dangers", HEADS.items(), wraps=True)
        self.heads.set_code(Head.OPEN)
        self.model = DangerListModel()
        self.list = DangerList(self.model, "Dangers")
        self.reason = LineField("Why it may stay", hint="Enter keeps it · Esc leaves it open")
        self.reason.hide()
        self._spot = 0
        self._asked = ""
        self._is_filling = False
        self._waits = False
        self._count = PlainLabel(strong=True)
        self._unknown = PlainLabel(tone=Tone.AMBER, size=Size.SMALL, wraps=True)
        self._empty = PlainLabel(tone=Tone.MUTED, wraps=True)
        self._says = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self._buttons = {
            "A": Button("Seen, may stay", kind=ButtonKind.QUIET, keys="A"),
            "O": Button("Open again", kind=ButtonKind.QUIET, keys="O"),
            "W": Button("Withhold the entry", kind=ButtonKind.QUIET, keys="W"),
            "Q": Button("Consent …", kind=ButtonKind.QUIET, keys="Q"),
            "S": Button("Reported speech", kind=ButtonKind.QUIET, keys="S"),
            "B": Button("It was read back", kind=ButtonKind.QUIET, keys="B"),
        }
        self._lay_out()
        self._connect()
        self._choose()

    def show_dangers(self, view: DangersView) -> None:
        """Shows a meeting's dangers; the row that was chosen stays so, else the one in its place."""
        self._view = view
        self._fill()

    def choose_head(self, head: Head) -> None:
        """Lists something else."""
        self.heads.set_code(head)
        self._fill()

    def _choose_head(self, _code: str) -> None:
        self._waits = False  # whoever chose stays there
        self._fill()

    def current(self) -> DangerRow | None:
        """The row that is chosen."""
        return self.model.at(self.list.currentIndex().row())

    def take_focus(self) -> None:
        """To the list; where nothing is listed, to what else could be, until something is."""
        self._waits = self.list.isHidden()
        if self._waits:
            shown = next(one for one in self.heads.buttons() if one.isChecked())
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drops every word of the vault."""
        self._view = NOTHING_YET
        self.model.set_rows(())
        self.reason.forget()
        self.reason.hide()
        self.message.forget()
        for label in (self._count, self._unknown, self._says):
            label.forget()
        forget_heights()

    def act(self, key: str) -> bool:
        """What a letter does to the chosen row; whether it is one of the panel's."""
        button = self._buttons.get(key)
        if button is not None and button.isEnabled() and not button.isHidden():
            button.click()
        return button is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if self.take_turn(event):
                return True
            if event.type() is QEvent.Type.KeyPress and self._take_key(event):
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.reason.isHidden():
                self.left.emit()
            else:
                self._close_reason()
            return
        if event.key() == Qt.Key.Key_D and not event.modifiers():
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go()
            return True
        if event.key() == Qt.Key.Key_D and not event.modifiers():
            self.left.emit()  # what opened the panel puts it away
            return True
        if event.key() in {Qt.Key.Key_J, Qt.Key.Key_K} and not event.modifiers():
            step = 1 if event.key() == Qt.Key.Key_J else -1
            number = min(max(self.list.currentIndex().row() + step, 0), self.model.rowCount() - 1)
            self.list.setCurrentIndex(self.model.index(number))
            return True
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        return is_plain and self.act(event.text().upper())

    def _go(self) -> None:
        """To the place of the chosen row; where it has several, to one after the other."""
        chosen = self.current()
        if chosen is None or chosen.place is None:
            return
        if not chosen.spots:
            self.place_requested.emit(chosen.place, chosen.start, chosen.end)
            return
        spot = chosen.spots[self._spot % len(chosen.spots)]
        self._spot += 1
        self.place_requested.emit(spot.place, spot.start, spot.end)

    def _fill(self) -> None:
        head = Head(self.heads.code())
        before, number = self.current(), self.list.currentIndex().row()
        rows = self._view.rows[head]
        self._is_filling = (
            True  # between two lists nothing is chosen, and a reason half typed must outlive that
        )
        self.model.set_rows(rows)
        if rows:
            at = self.model.number_of(before.key) if before is not None else -1
            at = at if at >= 0 else min(max(number, 0), len(rows) - 1)
            self.list.setCurrentIndex(self.model.index(at))
        self._is_filling = False
        total = self._view.open + len(self._view.rows[Head.SETTLED])
        self._count.setText(f"{self._view.open:,} of {total:,} open" if total else "No dangers")
        self._head.place()
        self._unknown.setText(self._view.unknown)
        self._unknown.setVisible(bool(self._view.unknown) and head in {Head.OPEN, Head.SETTLED})
        self._empty.setText(EMPTY[head] if self._view.has_entries else NO_RECORD)
        self._empty.setVisible(not rows)
        self._keep_focus(has_rows=bool(rows))
        self._choose()

    def _keep_focus(self, *, has_rows: bool) -> None:
        """Shows the list or what stands in its place: the focus is never on what is hidden."""
        had_focus = self.list.hasFocus()
        wants = self._waits and any(one.hasFocus() for one in self.heads.buttons())
        self.list.setVisible(has_rows)
        if wants if has_rows else had_focus:
            self.take_focus()

    def _choose(self) -> None:
        """Shows what can be done with the chosen row; a reason half typed stays for as long as its row is chosen."""
        if self._is_filling:
            return
        chosen = self.current()
        if chosen is None or chosen.key != self._asked:
            self._close_reason()
        self._spot = 0
        danger = chosen.danger if chosen is not None else None
        is_settled = chosen is not None and bool(chosen.settled_id)
        can_settle = danger is not None and not is_settled and not danger.must_be_decided
        shown = {
            "A": can_settle,
            "O": is_settled,
            "W": _offers(chosen, Remedy.WITHHOLD),
            "Q": _offers(chosen, Remedy.CONSENT),
            "S": _offers(chosen, Remedy.REWORD),
            "B": _offers(chosen, Remedy.READ_BACK),
        }
        for key, button in self._buttons.items():
            button.setVisible(shown[key])
        self._keys.place()
        says = ""
        if danger is not None and danger.must_be_decided:
            says = _MUST_DECIDE
        elif chosen is not None and len(chosen.spots) > 1:
            says = _SEVERAL.format(len(chosen.spots))
        self._says.setText(says)
        self._says.setVisible(bool(says))
        self._foot.setVisible(bool(says) or any(shown.values()))

    def _ask_reason(self) -> None:
        chosen = self.current()
        self._asked = chosen.key if chosen is not None else ""
        self.reason.set_text("")
        self.reason.show()
        self.reason.setFocus()

    def _close_reason(self) -> None:
        had_focus = self.reason.edit.hasFocus()
        self._asked = ""
        self.reason.forget()
        self.reason.hide()
        if had_focus:
            self.list.setFocus()

    def _take_reason(self) -> None:
        chosen, reason = self.current(), self.reason.text()
        if not reason:
            self.reason.show_wrong("Say why it may stay.")
        elif chosen is not None and chosen.danger is not None:
            self._close_reason()
            self.settle_requested.emit(chosen.danger, reason)

    def _connect(self) -> None:
        def entry() -> str:
            chosen = self.current()
            return chosen.entry_id if chosen is not None else ""

        def settled() -> str:
            chosen = self.current()
            return chosen.settled_id if chosen is not None else ""

        def place() -> object:
            chosen = self.current()
            return chosen.place if chosen is not None else None

        self._buttons["A"].clicked.connect(self._ask_reason)
        self._buttons["O"].clicked.connect(lambda: self.reopen_requested.emit(settled()))
        self._buttons["W"].clicked.connect(lambda: self.withhold_requested.emit(place()))
        self._buttons["Q"].clicked.connect(lambda: self.consent_requested.emit(entry()))
        self._buttons["S"].clicked.connect(lambda: self.report_requested.emit(entry()))
        self._buttons["B"].clicked.connect(lambda: self.read_back_requested.emit(entry()))
        self.reason.edit.returnPressed.connect(self._take_reason)
        self.heads.chosen.connect(self._choose_head)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.list.clicked.connect(lambda _index: self._go())
        self.list.installEventFilter(self)

    def _lay_out(self) -> None:
        self._head = Flow((CapsLabel("Dangers"), self._count), gap=14)
        top = column(
            self._head,
            self.heads,
            self._unknown,
            self.message,
            margins=(18, 16, 18, 8),
            gap=9,
        )
        self._keys = Flow(self._buttons.values())
        inner = column(self._says, self.reason, self._keys, margins=(14, 9, 14, 11), gap=8)
        self._foot = panel(column(Hairline(), inner, gap=0))
        empty = column(self._empty, margins=(18, 8, 18, 8))
        layout = column(top, Hairline(), self.list, empty, None, self._foot, gap=0)
        layout.setStretch(2, 100)
        self.setLayout(layout)


def _offers(chosen: DangerRow | None, remedy: Remedy) -> bool:
    return chosen is not None and not chosen.settled_id and chosen.offers(remedy)
