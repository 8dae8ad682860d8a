"""The sheet of a dialogue's shorthand: one line to add or find a key, the list, and what is often typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_notes.domain.glossary import Term
from dialogue_notes.domain.phrases import Proposal
from dialogue_notes.errors import KnownError
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.messages import BusyLine, InlineMessage
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.record.shorthand_files import FileLine
from dialogue_notes.ui.record.shorthand_lists import ProposalList, TermTable
from dialogue_notes.ui.record.shorthand_model import Column, ProposalModel, ShorthandModel
from dialogue_notes.ui.theme.theme import theme

ABOUT = "Type ;key and a space in the line, and the words are written out. Ctrl+Z gives the key back."
NOTHING_YET = (
    "No shorthand yet. Type a key and its words above, or select words in the line and press Ctrl+G."
)
NO_MATCH = "No key matches; Enter adds it."
KEYS = "Type over a cell or press Enter to change it · Delete removes · Ctrl+Z takes back"
PROPOSED = "Often typed in this dialogue"
PROPOSAL_KEYS = "Enter takes a proposal · Delete declines it for good"
_MOST_ROWS = 7
_REDO_TOO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


class ShorthandSheet(Overlay):
    """Signals: `added(key, words)`, `changed(id, key, words)`, `removed(id)`, `declined(phrase)`, `undo_requested`,
    `redo_requested`, `import_requested(path)`, `export_requested(folder)`.
    """

    added = Signal(str, str)
    changed = Signal(str, str, str)
    removed = Signal(str)
    declined = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    import_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self, host: QWidget) -> None:
        self.key = LineField("Key")
        self.words = LineField("Words")
        self._add = Button("Add", kind=ButtonKind.PRIMARY, keys="Enter")
        self.model = ShorthandModel()
        self.table = TermTable()
        self.table.setModel(self.model)
        self._below = PlainLabel(KEYS, tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self.message = InlineMessage()
        self._caption = CapsLabel(PROPOSED)
        self._busy = BusyLine(can_cancel=False)
        self.proposals = ProposalModel()
        self.list = ProposalList(PROPOSED)
        self.list.setModel(self.proposals)
        self._proposal_keys = PlainLabel(PROPOSAL_KEYS, tone=Tone.MUTED, size=Size.SMALL)
        self.files = FileLine()
        super().__init__(host, self._content(), name="Shorthand", width=720)
        self._connect()
        theme().changed.connect(self._measure)
        self._measure()

    def show_sheet(self, key: str = "", words: str = "") -> None:
        """Opens, with a key and words typed already if there are any."""
        self.message.forget()
        self.files.forget()
        self.key.set_text(key)
        self.words.set_text(words)
        self._narrow()
        self.open(self.key)
        self.key.edit.selectAll()

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        """The list as it is stored."""
        now = self.table.currentIndex()
        place = now.row(), max(now.column(), 0)
        self.model.show_terms(terms)
        if place[0] >= 0 and self.model.rowCount():
            self.table.choose(min(place[0], self.model.rowCount() - 1), place[1])
        self._fit()

    def show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Phrases often typed."""
        place = self.list.currentIndex().row()
        self.proposals.show_proposals(proposals)
        if proposals:
            row_number = min(max(place, 0), len(proposals) - 1)
            self.list.setCurrentIndex(self.proposals.index(row_number, 0))
        elif self.list.hasFocus():
            self.key.setFocus()
        for widget in (self.list, self._proposal_keys, self._caption):
            widget.setVisible(bool(proposals))
        self._fit()

    def show_looking(self, is_looking: bool) -> None:
        """Phrases are being looked for."""
        if is_looking:
            self._busy.start("Looking for what is often typed")
        else:
            self._busy.stop()

    def show_done(self, words: str) -> None:
        """A step was kept; the fields are free for the next."""
        self.message.show_words(words, tone=Tone.GREEN, action="Undo", act=self.undo_requested.emit)
        if self.key.edit.hasFocus() or self.words.edit.hasFocus():
            self.key.forget()
            self.words.forget()
            self._narrow()
            self.key.setFocus()

    def show_failed(self, error: KnownError) -> None:
        """What is wrong, at its field if that is where a person is."""
        field = {"Key": self.key, "Words": self.words}.get(error.details.get("field", ""))
        if field is not None and (self.key.edit.hasFocus() or self.words.edit.hasFocus()):
            field.show_wrong(error.details.get("detail", "").capitalize())
            field.setFocus()
        elif self.files.isVisible():
            self.files.show_wrong(error)
        else:
            self.message.show_error(error)

    def show_imported(self, words: str) -> None:
        """What an import did."""
        self.files.forget()
        self.message.show_words(words, tone=Tone.GREEN, action="Undo", act=self.undo_requested.emit)
        self.table.setFocus()

    def show_exported(self, path: str) -> None:
        """Where the list went."""
        self.files.forget()
        self.message.show_words(f"Written to {path}.", tone=Tone.GREEN)

    def forget(self) -> None:
        super().forget()
        self.model.show_terms(())
        self.proposals.show_proposals(())
        self.key.forget()
        self.words.forget()
        self.message.forget()
        self.files.forget()
        self._busy.stop()

    def event(self, event: QEvent) -> bool:
        """Undo and redo mean the sheet while it is open, not the record behind it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _step(event):
            (self.undo_requested if _step(event) < 0 else self.redo_requested).emit()
        elif event.key() == Qt.Key.Key_Escape and self.files.isVisible():
            self.files.forget()
            self.key.setFocus()
        else:
            super().keyPressEvent(event)

    def _content(self) -> QVBoxLayout:
        self.key.setFixedWidth(theme().px(110))
        fields = row(self.key, self.words, column(None, self._add), gap=10)
        fields.setStretch(1, 1)
        take = Button("Import", kind=ButtonKind.QUIET)
        take.clicked.connect(self.files.ask_file)
        give = Button("Export", kind=ButtonKind.QUIET)
        give.clicked.connect(self.files.ask_folder)
        close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        close.clicked.connect(self.close_sheet)
        return column(
            PlainLabel("Shorthand", size=Size.LARGE),
            PlainLabel(ABOUT, tone=Tone.MUTED, wraps=True),
            fields,
            self.message,
            self.table,
            self._below,
            column(self._caption, self._busy, self.list, self._proposal_keys, gap=4),
            self.files,
            row(take, give, None, close),
            margins=(22, 18, 22, 14),
            gap=9,
        )

    def _connect(self) -> None:
        for field in (self.key, self.words):
            field.changed.connect(self._narrow)
            field.edit.returnPressed.connect(self._on_enter)
        self._add.clicked.connect(self._on_enter)
        self.model.edited.connect(self.changed)
        self.table.remove_requested.connect(self._on_remove)
        self.list.taken.connect(self._on_taken)
        self.list.declined.connect(self._on_declined)
        self.files.import_requested.connect(self.import_requested)
        self.files.export_requested.connect(self.export_requested)
        self.closed.connect(self.files.forget)

    def _on_enter(self) -> None:
        if not self.words.text():
            self.words.setFocus()
        elif not self.key.text():
            self.key.setFocus()
        else:
            self.added.emit(self.key.text(), self.words.text())

    def _on_remove(self, row_number: int) -> None:
        term = self.model.term(row_number)
        if term is not None:
            self.removed.emit(term.id)

    def _on_taken(self, row_number: int) -> None:
        proposal = self.proposals.proposal(row_number)
        if proposal is not None:
            self.added.emit(proposal.key, proposal.phrase)

    def _on_declined(self, row_number: int) -> None:
        proposal = self.proposals.proposal(row_number)
        if proposal is not None:
            self.declined.emit(proposal.phrase)

    def _narrow(self) -> None:
        self.model.narrow(self.key.text(), self.words.text())
        self._fit()

    def _fit(self) -> None:
        """The table is as high as its rows, up to a bound; without any, words say what to do."""
        count = self.model.rowCount()
        self.table.setVisible(bool(count))
        self._below.setText(KEYS if count else NO_MATCH if self.model.terms else NOTHING_YET)
        self.table.fit(min(count, _MOST_ROWS))
        self.list.fit(min(self.proposals.rowCount(), _MOST_ROWS - 2))

    def _measure(self) -> None:
        self.key.setFixedWidth(theme().px(110))
        self.table.setColumnWidth(Column.KEY, theme().px(110))
        self._fit()


def _step(event: QKeyEvent) -> int:
    """-1 for undo, 1 for redo, 0 for any other key."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return -1
    is_redo = event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == _REDO_TOO
    return 1 if is_redo else 0
