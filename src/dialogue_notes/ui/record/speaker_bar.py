"""Over the typing line: whom it belongs to, and the keys of those who spoke lately."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from dialogue_notes.ui.common.labels import ElidedLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import row
from dialogue_notes.ui.record.order_presenter import Named, WhoSpeaks
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.theme.tokens import side_token

NOBODY_YET = "Nobody is named yet"
_HEIGHT, _GAP = 22, 4
_WIDEST_NAME = 260


class SpeakerKey(QPushButton):
    """One of those who spoke lately: their digit and code. For the mouse; hands on the keys press Alt and the digit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.named: Named | None = None
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_named(self, named: Named | None) -> None:
        """Somebody else, or nobody."""
        self.named = named
        self.setText(f"{named.digit} {named.code}" if named else "")
        speaking = ", speaking" if named and named.is_present else ""
        self.setAccessibleName(f"Alt {named.digit}: {named.name}{speaking}" if named else "")
        self.dress()

    def dress(self) -> None:
        """In the colours and at the zoom of now."""
        look, named = theme(), self.named
        tokens = look.tokens
        ink = tokens.named()[side_token(named.side)] if named else tokens.muted
        present = named is not None and named.is_present
        ground, edge = (tokens.accent_soft, tokens.accent) if present else ("transparent", "transparent")
        self.setStyleSheet(
            f"SpeakerKey {{ background: {ground}; color: {ink}; border: 1px solid {edge};"
            f" border-radius: {look.px(5)}px; padding: 0px {look.px(5)}px; font-size: {look.px(11)}px;"
            f" font-weight: {700 if present else 400}; }}"
            f"SpeakerKey:hover {{ background: {tokens.hover}; }}"
        )


class SpeakerStrip(QWidget):
    """As many keys as there is room for. `wanted(id)` when one is clicked."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[SpeakerKey] = []
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Recent speakers")

    def show_people(self, people: tuple[Named, ...]) -> None:
        """Those with a digit, 1 first."""
        while len(self._keys) < len(people):
            key = SpeakerKey(self)
            key.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key.named.id))
            self._keys.append(key)
        self._count = len(people)
        for number, key in enumerate(self._keys):
            named = people[number] if number < len(people) else None
            if key.named != named:
                key.show_named(named)
        self.place()

    def place(self) -> None:
        """Ends at the right edge; what has no room is not shown, and its key works all the same."""
        look = theme()
        widths = [key.sizeHint().width() for key in self._keys[: self._count]]
        while widths and sum(widths) + look.px(_GAP) * (len(widths) - 1) > self.width():
            widths.pop()
        left = self.width() - sum(widths) - look.px(_GAP) * max(0, len(widths) - 1)
        for number, key in enumerate(self._keys):
            key.setVisible(number < len(widths))
            if number < len(widths):
                key.setGeometry(left, 0, widths[number], self.height())
                left += widths[number] + look.px(_GAP)

    def dress(self) -> None:
        """Another theme or zoom."""
        for key in self._keys:
            key.dress()
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(_HEIGHT))


class SpeakerBar(QWidget):
    """Always one line of the same height. `wanted(id)` when somebody is clicked."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._now = WhoSpeaks()
        self._code = PlainLabel(strong=True)
        self._name = ElidedLabel()
        self._about = ElidedLabel(tone=Tone.MUTED)
        self._about.setProperty("scale", "small")
        self._interpreted = PlainLabel(tone=Tone.ACCENT, size=Size.SMALL)
        self._before = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self.strip = SpeakerStrip()
        self.strip.wanted.connect(self.wanted)
        line = row(self._code, self._name, self._about, self._interpreted, self.strip, self._before, gap=8)
        line.setStretch(4, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._dress)
        self._dress()

    def show_order(self, now: WhoSpeaks) -> None:
        """Who speaks and who spoke, if anything about it is new."""
        if now == self._now:
            return
        self._now = now
        present, is_empty = now.present, now == WhoSpeaks()
        self._code.setText(present.code if present else "")
        nobody = f"No speaker: {now.words}" if now.words else NOBODY_YET
        self._name.setText(present.name if present else "" if is_empty else nobody)
        about = (now.side, now.words) if present else ()
        self._about.setText(" · ".join(part for part in about if part))
        self._interpreted.setText("interpreted" if now.is_interpreted else "")
        self._before.setText(f"F8 {now.before.upper()}" if now.before else "")
        self._before.setAccessibleName(f"F8 goes back to {now.before}" if now.before else "")
        self.setAccessibleName(f"Speaker of the line: {self.words()}" if self.words() else "")
        self.strip.show_people(now.recent)
        self._dress_code()

    def words(self) -> str:
        """What is said of the speaker, as a screen reader says it."""
        parts = (self._code.text(), self._name.text(), self._about.text(), self._interpreted.text())
        return ", ".join(part for part in parts if part)

    def forget(self) -> None:
        """No name stays."""
        self.show_order(WhoSpeaks())

    def _dress_code(self) -> None:
        side = self._now.present.side if self._now.present else 0
        self._code.setStyleSheet(f"color: {theme().tokens.named()[side_token(side)]};")
        for label in (self._code, self._about, self._interpreted, self._before):
            label.setVisible(bool(label.text()))

    def _dress(self) -> None:
        self.setFixedHeight(theme().px(_HEIGHT))
        self._name.setMaximumWidth(theme().px(_WIDEST_NAME))
        self._about.setMaximumWidth(theme().px(_WIDEST_NAME))
        self._dress_code()
        self.strip.dress()
