"""The sheet behind the shield: what keeps the program offline, by whom, and a self-test that really tries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_notes.lockdown.enforcement import Enforcement, Probe
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, clear_layout, column, row
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.guard.watching import Watch
from dialogue_notes.ui.theme.theme import theme


class ShieldSheet(Overlay):
    """Shows the measures of `enforcement`, runs `probe` when asked to, and says what locks the vault by itself.

    `opened` when it is shown: what is watched may have changed since.
    """

    opened = Signal()

    def __init__(
        self, host: QWidget, enforcement: Enforcement, probe: Callable[[Enforcement], tuple[Probe, ...]]
    ) -> None:
        self._measures = QGridLayout()
        self._watches = QGridLayout()
        self._shown: tuple[Watch, ...] = ()
        self._probes = QGridLayout()
        self._headline = PlainLabel(enforcement.headline, size=Size.LARGE, wraps=True)
        self._test = Button("Try it now")
        self._probe_caption = CapsLabel("Self-test")
        self._close = Button("Close", keys="Esc")
        content = column(
            self._headline,
            PlainLabel("Nothing you type is ever sent anywhere. This is what sees to it:", tone=Tone.MUTED),
            self._measures,
            Hairline(),
            CapsLabel("Locks by itself"),
            self._watches,
            Hairline(),
            self._probe_caption,
            self._probes,
            row(self._test, None, self._close),
            margins=(24, 20, 24, 20),
            gap=12,
        )
        super().__init__(host, content, name="Offline shield", width=620)
        self._enforcement = enforcement
        self._probe = probe
        self._test.clicked.connect(self._run_test)
        self._close.clicked.connect(self.close_sheet)
        theme().changed.connect(self._show_lines)
        self._show_lines()

    def show_sheet(self) -> None:
        """Opens with the focus on the test."""
        clear_layout(self._probes)
        self.opened.emit()
        self.open(self._test)

    def show_watches(self, watches: tuple[Watch, ...]) -> None:
        """What locks the vault when nobody presses the key, and what does not and why."""
        self._shown = watches
        clear_layout(self._watches)
        for line, watch in enumerate(watches):
            _add_line(self._watches, line, watch.name, watch.words, is_good=watch.is_kept)

    def _show_lines(self) -> None:
        self.show_watches(self._shown)
        clear_layout(self._measures)
        for line, measure in enumerate(self._enforcement.measures):
            _add_line(self._measures, line, measure.guard.value, measure.words, is_good=measure.is_in_force)

    def _run_test(self) -> None:
        clear_layout(self._probes)
        # The old lines are gone from the screen before the new ones come, so that a second run is seen to be one.
        QTimer.singleShot(0, self, self._show_probes)

    def _show_probes(self) -> None:
        for line, probe in enumerate(self._probe(self._enforcement)):
            _add_line(self._probes, line, probe.tried, probe.words, is_good=probe.is_as_it_should)


def _add_line(grid: QGridLayout, line: int, what: str, words: str, *, is_good: bool) -> None:
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(2, 1)
    tokens = theme().tokens
    icon = PlainLabel()
    icon.setPixmap(
        theme().pixmap("check" if is_good else "warning", tokens.green if is_good else tokens.amber, 14)
    )
    icon.setAccessibleName("in force" if is_good else "not in force")
    name = PlainLabel(what[:1].upper() + what[1:])
    detail = PlainLabel(words, tone=Tone.MUTED, wraps=True)
    for place, label in enumerate((icon, name, detail)):
        grid.addWidget(label, line, place)
