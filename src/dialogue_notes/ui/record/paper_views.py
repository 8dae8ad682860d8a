"""Papers on the screen: what is asked as one is handed out, and the list of all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_notes.domain.papers import Custody
from dialogue_notes.domain.typing_line.layouts import readings
from dialogue_notes.services.papers import NewPaper, PaperLine
from dialogue_notes.ui.common.buttons import Button, ButtonKind, Segmented
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.record.choice_list import ChoiceList
from dialogue_notes.ui.record.prompts import Prompt

_CITABLE, _NOT_CITABLE = "citable", "not_citable"


class PaperPrompt(Prompt):
    """`given(NewPaper)` on Enter; the fields stay until `forget`, for it may be refused."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Paper handed out")
        self.title = LineField("Paper handed out", placeholder="Title")
        self.whose = LineField("Whose", placeholder="code, side or name")
        self._custody = Segmented("Kept or lent", [(Custody.KEPT, "Kept"), (Custody.LENT, "Collected again")])
        self._citable = Segmented("Citable", [(_NOT_CITABLE, "Not citable"), (_CITABLE, "Citable")])
        fields = row(self.title, self.whose, gap=12)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        words = PlainLabel("Enter notes it · Tab goes on · Esc leaves it", tone=Tone.MUTED, size=Size.SMALL)
        choices = row(self._custody, self._citable, None, words, gap=12)
        self.setLayout(column(fields, choices, margins=(14, 10, 14, 10)))
        self.forget()

    def ask(self) -> None:
        """Opens empty, or goes on with what is in it."""
        self.show()
        self.title.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
        else:
            super().keyPressEvent(event)

    def forget(self) -> None:
        """Hides it and drops what was typed."""
        self.title.forget()
        self.whose.forget()
        self._custody.set_code(Custody.KEPT)
        self._citable.set_code(_NOT_CITABLE)
        self.hide()

    def _give(self) -> None:
        self.title.show_wrong("" if self.title.text() else "A title is needed.")
        if self.title.text():
            custody, citable = Custody(self._custody.code()), self._citable.code() == _CITABLE
            self.given.emit(NewPaper(self.title.text(), self.whose.text(), custody, citable))


class _PaperList(ChoiceList):
    """`key_pressed(letter)`: k, c, or a space."""

    key_pressed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = next((each for each in readings(event.text()) if each in {"k", "c", " "}), "")
        if found and self.chosen() >= 0:
            self.key_pressed.emit(found)
        else:
            super().keyPressEvent(event)


class PapersSheet(Overlay):
    """`collected(paper_id)`, `terms_set(paper_id, custody, citable)`, `new_requested`."""

    collected = Signal(str)
    terms_set = Signal(str, str, bool)
    new_requested = Signal()

    def __init__(self, host: QWidget) -> None:
        self._lines: tuple[PaperLine, ...] = ()
        self._title = PlainLabel("Papers", size=Size.LARGE, strong=True)
        self._empty = PlainLabel("No paper yet. Alt H notes one that is handed out.", tone=Tone.MUTED)
        self.list = _PaperList("Papers", 9)
        self.message = InlineMessage()
        collect = Button("Collected again", keys="Space")
        custody = Button("Kept or lent", keys="K")
        citable = Button("Citable or not", keys="C")
        new = Button("Handed out", keys="Alt+H")
        close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        for button, letter in ((collect, " "), (custody, "k"), (citable, "c")):
            button.clicked.connect(lambda _checked=False, letter=letter: self._do(letter))
        new.clicked.connect(self._on_new)
        close.clicked.connect(self.close_sheet)
        content = column(
            self._title,
            self._empty,
            self.list,
            self.message,
            row(collect, custody, citable, new, None, close, gap=6),
            margins=(24, 18, 24, 16),
            gap=10,
        )
        super().__init__(host, content, name="Papers", width=800)
        self.list.key_pressed.connect(self._do)

    def show_papers(self, lines: tuple[PaperLine, ...]) -> None:
        """The papers of the meeting; the one chosen still is."""
        chosen = self.list.chosen()
        self._lines = lines
        self.list.show_lines([paper_words(line) for line in lines], max(0, min(chosen, len(lines) - 1)))
        self._empty.setHidden(bool(lines))
        out = sum(line.paper.is_out for line in lines)
        self._title.setText(f"Papers · {out} to collect" if out else "Papers")

    def show_sheet(self) -> None:
        """Opens with the list under the keys."""
        self.open(self.list)

    def forget(self) -> None:
        self._lines = ()
        self.list.forget()
        self.message.forget()
        self._title.setText("Papers")
        super().forget()

    def _do(self, letter: str) -> None:
        place = self.list.chosen()
        if not 0 <= place < len(self._lines):
            return
        paper = self._lines[place].paper
        self.message.forget()
        if letter == "k":
            custody = Custody.LENT if paper.custody is Custody.KEPT else Custody.KEPT
            self.terms_set.emit(paper.id, custody.value, paper.citable)
        elif letter == "c":
            self.terms_set.emit(paper.id, paper.custody.value, not paper.citable)
        elif paper.is_out:
            self.collected.emit(paper.id)
        else:
            self.message.show_words("This one need not be collected.")

    def _on_new(self) -> None:
        self.close_sheet()
        self.new_requested.emit()


def paper_words(line: PaperLine) -> str:
    """One paper in a line."""
    paper = line.paper
    given = f"{paper.handed_out_at:%H:%M}" if paper.handed_out_at is not None else "read-ahead"
    if paper.custody is Custody.KEPT:
        custody = "kept"
    elif paper.collected_at is not None:
        custody = f"collected {paper.collected_at:%H:%M}"
    else:
        custody = "to collect"
    title = f"{paper.title} ({line.whose})" if line.whose else paper.title
    citable = "citable" if paper.citable else "not citable"
    where = f"session {line.session}" if line.session else ""
    return " · ".join(part for part in (given, custody, citable, title, where) if part)
