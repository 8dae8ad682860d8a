"""The right of the Summary room: what is still in the way, for whom it is, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.ui.common.buttons import Button, ButtonKind, Segmented
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Tone
from dialogue_notes.ui.common.layout import clear_layout, column, row, scrolled
from dialogue_notes.ui.summary.model import CheckLine, Standing, SummaryShown

_SIGNS = {
    Standing.DONE: ("✓", Tone.GREEN),
    Standing.OPEN: ("○", Tone.MUTED),
    Standing.STOPS: ("!", Tone.AMBER),
}


class CheckList(QFrame):
    """Lines with a sign each: done, still open, or in the way."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: QVBoxLayout = column(gap=7)
        self.setLayout(self._lines)

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None:
        """Shows other lines."""
        clear_layout(self._lines)
        for line in lines:
            sign, tone = _SIGNS[line.standing]
            words = PlainLabel(f"{sign}  {line.words}", tone=tone, wraps=True)
            words.setAccessibleName(f"{line.standing.value}: {line.words}")
            self._lines.addWidget(words)


class SidePanel(QFrame):
    """Signals: approve and export are asked for; the title, marking or audience was changed by a person."""

    approve_requested = Signal()
    export_requested = Signal()
    register_requested = Signal()
    title_changed = Signal(str)
    marking_changed = Signal(str)
    profile_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.profiles = Segmented("Audience", [(each.name, each.title) for each in STANDARD_PROFILES])
        self.title = LineField("Title")
        self.marking = LineField("Marking", hint="At the head and foot of every page")
        self.approve = Button("Approve", kind=ButtonKind.PRIMARY)
        self.export = Button("Export…")
        self.register = Button("Export register", kind=ButtonKind.LINK)
        self._checks = CheckList()
        self._leak_checks = CheckList()
        self._leak_caption = CapsLabel("Last export")
        self._words = PlainLabel(tone=Tone.MUTED)
        self._lay_out()
        self.profiles.chosen.connect(self.profile_chosen)
        self.title.finished.connect(self.title_changed)
        self.marking.finished.connect(self.marking_changed)
        self.approve.clicked.connect(self.approve_requested)
        self.export.clicked.connect(self.export_requested)
        self.register.clicked.connect(self.register_requested)

    def show_summary(self, shown: SummaryShown) -> None:
        """Shows how one summary stands."""
        has_one = bool(shown.summary_id)
        self.profiles.set_code(shown.profile)
        for field, text in ((self.title, shown.title), (self.marking, shown.marking)):
            field.setEnabled(has_one)
            if not field.edit.hasFocus():
                field.set_text(text)
        self._checks.show_lines(shown.checks)
        self._words.setText(f"{shown.words:,} words" if has_one else "")
        self.approve.setEnabled(shown.can_approve)
        self.approve.set_words("Approved" if shown.is_approved else "Approve")
        self.export.setEnabled(has_one)
        self._leak_caption.setVisible(bool(shown.last_exports))
        self.register.setVisible(bool(shown.register))
        self._leak_checks.show_lines(tuple(CheckLine(Standing.DONE, words) for words in shown.last_exports))

    def take_focus(self) -> None:
        """Puts the focus on the first thing that can be changed."""
        if self.title.isEnabled():
            self.title.setFocus()
            self.title.edit.selectAll()
        else:
            self.profiles.setFocus()

    def forget(self) -> None:
        """Shows nothing of the vault."""
        self.title.forget()
        self.marking.forget()
        self._checks.show_lines(())
        self._leak_checks.show_lines(())
        self._words.forget()

    def _lay_out(self) -> None:
        buttons = row(self.approve, self.export, None, gap=8)
        inner = column(
            CapsLabel("Before it can leave"),
            self._checks,
            10,
            CapsLabel("Form and audience"),
            self.profiles,
            self.title,
            self.marking,
            self._words,
            6,
            buttons,
            12,
            self._leak_caption,
            self._leak_checks,
            self.register,
            None,
            margins=(18, 18, 14, 18),
            gap=9,
        )
        self.setLayout(column(scrolled(inner)))
