"""First-time hints: one quiet line above the typing line, at the moment when it helps, until it is understood."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import Kind
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.hint_book import HintBook
from dialogue_notes.ui.common.labels import PlainLabel, Tone
from dialogue_notes.ui.common.layout import row
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.prompts import Prompt

KEYS = "Alt+Return"
ENTRIES_BEFORE_EDIT = 3
ENTRIES_BEFORE_SHEET = 8


@dataclass(frozen=True, slots=True)
class FirstHint:
    """A hint by its id, as the settings keep it, and its words."""

    id: str
    words: str


SPEAKER = "speaker"
EDIT = FirstHint("edit", "↑ edits the last entry, Ctrl+Z takes it back. Nothing is lost: history is kept.")
SHEET = FirstHint("sheet", "F1 shows every mark and key of this room, Ctrl+K finds every command.")
HANDS_OFF = FirstHint(
    "hands_off", "While hands are off, ↑ reaches back: it puts earlier entries under the rule you choose."
)


class HintLine(Prompt):
    """The line. `understood` when a person says so."""

    understood = Signal()

    def __init__(self) -> None:
        super().__init__("first-hint")
        self._words = PlainLabel(tone=Tone.MUTED, wraps=True)
        self.button = Button("Got it", kind=ButtonKind.QUIET, keys=KEYS)
        self.button.clicked.connect(self.understood)
        line = row(self._words, self.button, margins=(2, 0, 0, 0), gap=12)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_words(self, words: str) -> None:
        """Shows a hint; empty words hide the line."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def forget(self) -> None:
        """Hides it and drops the words: they name a code of the roster."""
        self.show_words("")


class FirstHints(QObject):
    """Says which hint is due, never more than one, and never while the text is hidden or hands are off.

    `shown(words)`, empty when none is.
    """

    shown = Signal(str)

    def __init__(self, desk: Desk, book: HintBook) -> None:
        super().__init__()
        self._desk = desk
        self._book = book
        self._now = ""
        self._was_off = False
        self._made = 0
        self._count = 0
        desk.taken.connect(self._begin)
        desk.rows_changed.connect(self._on_rows)
        book.reopened.connect(self.look)
        desk.office.rule_changed.connect(self._on_rule)

    def understood(self) -> None:
        """It goes away for ever; the next one comes at its own time."""
        if self._now:
            self._book.close(self._now)
            self.look()

    def look(self) -> None:
        """Shows what is due."""
        due = None if self._desk.view is None or self._desk.is_line_closed else self._due()
        self._now = due.id if due else ""
        self.shown.emit(due.words if due else "")

    def _due(self) -> FirstHint | None:
        unseen = [each for each in self._in_order() if each.id not in self._book.seen]
        return unseen[0] if unseen else None

    def _in_order(self) -> list[FirstHint]:
        """The hints whose time has come."""
        codes = [who.code for who in self._desk.view.cast.participants if who.code] if self._desk.view else []
        found = []
        if self._was_off:
            found.append(HANDS_OFF)
        if codes:
            words = f"Say who speaks with a code and a colon: {codes[0]}: and then what is said. Tab completes names."
            found.append(FirstHint(SPEAKER, words))
        if self._made >= ENTRIES_BEFORE_EDIT:
            found.append(EDIT)
        if self._made >= ENTRIES_BEFORE_SHEET:
            found.append(SHEET)
        return found

    def _begin(self) -> None:
        self._count = self._desk.count
        self.look()

    def _on_rows(self) -> None:
        """Counts what was made here; somebody who names a speaker knows how, and needs no hint."""
        count = self._desk.count
        self._made += max(0, count - self._count)
        is_new = count > self._count
        self._count = count
        row_now = self._desk.model.rows[-1] if is_new and self._desk.model.rows else None
        if row_now and row_now.intervention.kind is Kind.STATEMENT and row_now.speaker.participant_id:
            self._book.close(SPEAKER)
        self.look()

    def _on_rule(self) -> None:
        if self._desk.hands_off_since:
            self._was_off = True
        self.look()
