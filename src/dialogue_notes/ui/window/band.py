"""The band on top: the meeting, its ground rule now, the clock, the offline shield, the lock."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTime, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.services.room_clock import room_clock
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.chips import Chip, RuleChip
from dialogue_notes.ui.common.labels import ElidedLabel, PlainLabel, Tone, restyle
from dialogue_notes.ui.common.layout import row
from dialogue_notes.ui.theme.theme import theme

CLOCK_EVERY_MS = 5000
_HANDS_OFF = "Hands off · not for the report"


@dataclass(frozen=True, slots=True)
class BandState:
    """What the band shows of the meeting that is worked on; times are `HH:MM` or empty."""

    meeting: str = ""
    session: str = ""
    rule: GroundRule | None = None
    planned_start: str = ""
    planned_end: str = ""
    hands_off_since: str = ""


class Band(QFrame):
    """Always in sight while a vault is open. `lock_requested`, `shield_requested`."""

    lock_requested = Signal()
    shield_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("band")
        self._state = BandState()
        self._meeting = ElidedLabel(strong=True)
        self._session = ElidedLabel(tone=Tone.MUTED)
        self._rule = RuleChip()
        self._hands_off = Chip("rule-not-for-report", "", "red", "red_soft")
        self._countdown = Chip("lock", "", "muted", "panel")
        self._locks_in = ""
        self._countdown.hide()
        self._clock_icon = PlainLabel()
        self._clock = PlainLabel(tone=Tone.MUTED)
        self._shield_words = ""
        self._shield = Button("", kind=ButtonKind.QUIET, name="Offline shield")
        self._shield.clicked.connect(self.shield_requested)
        self._lock = Button("Lock", keys="Ctrl+L")
        self._lock.clicked.connect(self.lock_requested)
        line = row(
            self._meeting, self._session, self._rule, self._hands_off, None, self._countdown,
            self._clock_icon, self._clock, self._shield, self._lock, margins=(16, 0, 16, 0), gap=14,
        )  # fmt: skip
        line.setSpacing(12)
        self._line = line
        self.setLayout(line)
        self._is_enforced = True
        self._ticks = QTimer(self, interval=CLOCK_EVERY_MS)
        self._ticks.timeout.connect(self._tick)
        theme().changed.connect(self._tint)
        self.forget()
        self._tint()

    def show_state(self, state: BandState) -> None:
        """Shows the meeting, or an empty band without one."""
        self._state = state
        self._meeting.setText(state.meeting)
        self._session.setText(state.session)
        is_off = bool(state.hands_off_since)
        self._rule.setVisible(state.rule is not None and not is_off)
        self._hands_off.setVisible(is_off)
        if state.rule is not None:
            self._rule.show_rule(state.rule)
        restyle(self, mood="hands-off" if is_off else "usual")
        self._tick()
        self._ticks.start()
        self._fit()

    def show_shield(self, words: str, *, is_enforced: bool) -> None:
        """What keeps the program offline, in one line."""
        self._is_enforced = is_enforced
        self._shield_words = words
        self._shield.setToolTip(words)
        self._shield.setAccessibleName(f"Offline shield: {words}")
        self._tint()

    def show_countdown(self, seconds: int) -> None:
        """Nobody is there: in how many seconds the vault is locked. A screen reader hears the first of them.

        Where nothing is to move, the seconds are not counted before one's eyes.
        """
        self._locks_in = "Locks within half a minute" if theme().comfort.is_still else f"Locks in {seconds} s"
        if self._countdown.isHidden():
            said = f"{self._locks_in} · any key stops it"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._countdown.show()
        self._fit()

    def hide_countdown(self) -> None:
        """Somebody is there."""
        self._countdown.hide()
        self._fit()

    def show_time(self) -> None:
        """The clock was set."""
        self._tick()

    def forget(self) -> None:
        """For locking: no word of the meeting stays."""
        self.show_state(BandState())
        self._ticks.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All there is to say; where there is no room for it, the less needful gives way to the rule's words."""
        self._shield.setText(self._shield_words)
        self._say(self._countdown, f"{self._locks_in} · any key stops it")
        self._say(self._hands_off, f"{_HANDS_OFF} since {self._state.hands_off_since}")
        for part in (self._meeting, self._session, self._clock_icon, self._clock):
            part.show()
        self._lock.show_hint(is_shown=True)
        ways: tuple[Callable[[], object], ...] = (
            lambda: self._shield.setText(re.split("[,:]", self._shield_words, maxsplit=1)[0]),
            self._session.hide,
            lambda: self._shield.setText(""),
            self._clock_icon.hide,
            self._clock.hide,
            lambda: self._say(self._countdown, self._locks_in),
            self._meeting.hide,
            lambda: self._lock.show_hint(is_shown=False),
            lambda: self._say(self._hands_off, _HANDS_OFF),
        )
        for give_way in ways:
            if self._line.minimumSize().width() <= self.width():
                return
            give_way()

    @staticmethod
    def _say(chip: Chip, words: str) -> None:
        if chip.words() != words:
            chip.show_words(words)

    def _tick(self) -> None:
        now = room_clock().now()
        self._clock.setText(f"{now:%H:%M}" + _elapsed(QTime(now.hour, now.minute, now.second), self._state))

    def _tint(self) -> None:
        tokens = theme().tokens
        self.setFixedHeight(theme().px(48))
        self._clock_icon.setPixmap(theme().pixmap("clock", tokens.muted, 15))
        colour = tokens.green if self._is_enforced else tokens.amber
        self._shield.setIcon(theme().icon("shield" if self._is_enforced else "shield-off", colour, 14))
        self._shield.setIconSize(theme().icon_size(14))
        restyle(self._shield, tone="green" if self._is_enforced else "amber")
        self._fit()


def _elapsed(now: QTime, state: BandState) -> str:
    """` · 0:52 of 1:15` while the session's planned time runs, else nothing."""
    start, end = QTime.fromString(state.planned_start, "HH:mm"), QTime.fromString(state.planned_end, "HH:mm")
    if not (start.isValid() and end.isValid() and start <= now <= end):
        return ""
    return f" · {_span(start.secsTo(now))} of {_span(start.secsTo(end))}"


def _span(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}"
