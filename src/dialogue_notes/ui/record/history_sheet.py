"""Ctrl+H: what became of an entry, step by step, and each text beside what it became."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_notes.domain.word_diff import DiffRun, Fate
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, ElidedLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.common.positions import shown_text
from dialogue_notes.ui.common.reading import ReadingPane
from dialogue_notes.ui.record.choice_list import ChoiceList
from dialogue_notes.ui.theme.theme import theme

_LOOKS = {Fate.GONE: ("red", "red_soft", "[−", "−]"), Fate.NEW: ("green", "green_soft", "[+", "+]")}
"""Colour and ground of what went and what came, and the signs it stands between: colour never stands alone."""
_IN_SIGHT = 9


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One step as the sheet shows it: its line in the list, its heading, and the words compared. `text` can be
    brought back; None where a step left the words alone.
    """

    line: str = field(repr=False)
    heading: str = field(repr=False)
    runs: tuple[DiffRun, ...] = field(repr=False)
    text: str | None = field(default=None, repr=False)


class HistorySheet(Overlay):
    """`brought_back(text)` when the words before a step are wanted again."""

    brought_back = Signal(str)

    def __init__(self, host: QWidget) -> None:
        self._shown: tuple[HistoryStep, ...] = ()
        self._entry = ElidedLabel(tone=Tone.MUTED)
        self.steps = ChoiceList("Steps, the newest at the bottom", _IN_SIGHT)
        self.words = ReadingPane("The words, with what changed")
        self._heading = PlainLabel(strong=True, wraps=True)
        self._legend = PlainLabel("[− went −]  [+ came +]", tone=Tone.MUTED, size=Size.SMALL)
        self._bring = Button("Bring back the words before this", kind=ButtonKind.PRIMARY, keys="Return")
        self._close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        left = column(CapsLabel("History"), self.steps, None)
        right = column(self._heading, self.words, self._legend, gap=8)
        middle = row(left, right, gap=24)
        middle.setStretch(0, 4)
        middle.setStretch(1, 7)
        content = column(
            self._entry, middle, row(self._bring, None, self._close), margins=(24, 18, 24, 16), gap=12
        )
        super().__init__(host, content, name="History of the entry", width=900)
        self.sheet.setMinimumHeight(theme().px(360))
        self.steps.moved.connect(self._show_step)
        self.steps.entered.connect(lambda _number: self._give())
        self._bring.clicked.connect(self._give)
        self._close.clicked.connect(self.close_sheet)
        theme().changed.connect(lambda: self._show_step(self.steps.chosen()))

    def show_history(self, entry: str, steps: tuple[HistoryStep, ...]) -> None:
        """Opens with the newest step chosen. `entry` says which one it is."""
        self._shown = steps
        self._entry.setText(entry)
        self.steps.show_lines([step.line for step in steps], len(steps) - 1)
        self._show_step(len(steps) - 1)
        self.open(self.steps)

    def forget(self) -> None:
        """Closes it and drops every word."""
        self._shown = ()
        self._entry.clear()
        self._heading.clear()
        self.steps.forget()
        self.words.forget()
        super().forget()

    def close_sheet(self) -> None:
        super().close_sheet()
        if self._shown:
            self.forget()

    def _show_step(self, number: int) -> None:
        self.words.forget()
        step = self._shown[number] if 0 <= number < len(self._shown) else None
        unchanged = len(self._shown) == 1 and not any(each.runs for each in self._shown)
        said = "Nothing was changed since it was kept." if step is None or unchanged else ""
        self._heading.setText(" ".join(part for part in (step.heading if step else "", said) if part))
        self._legend.setVisible(step is not None and any(run.fate is not Fate.SAME for run in step.runs))
        self._bring.setVisible(step is not None and step.text is not None)
        if step is None:
            return
        cursor = self.words.end()
        for run in step.runs:
            form = self.words.character_format()
            if run.fate is Fate.SAME:
                cursor.insertText(shown_text(run.text), form)
                continue
            ink, ground, opening, closing = _LOOKS[run.fate]
            form = self.words.character_format(ink=ink)
            form.setBackground(theme().colour(ground))
            form.setFontStrikeOut(run.fate is Fate.GONE)
            signs = self.words.character_format(ink=ink, weight=600)
            signs.setBackground(theme().colour(ground))
            cursor.insertText(opening, signs)
            cursor.insertText(shown_text(run.text), form)
            cursor.insertText(closing, signs)

    def _give(self) -> None:
        number = self.steps.chosen()
        text = self._shown[number].text if 0 <= number < len(self._shown) else None
        if text is not None:
            self.close_sheet()
            self.brought_back.emit(text)
