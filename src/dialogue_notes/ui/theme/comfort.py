"""How much air there is between rows, and whether anything on the screen may move by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from dialogue_notes.settings import Density

_GAPS = {Density.COMFORTABLE: 1.0, Density.COMPACT: 0.4}
_BLINKS_MS = 1000
"""A caret that blinks, where the platform says nothing else."""
_MOVING = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Comfort(QObject):
    """Owned by the theme, which emits its own `changed` after this one's."""

    changed = Signal()

    def __init__(self, parent: QObject, application: QApplication) -> None:
        super().__init__(parent)
        self._application = application
        self._density = Density.COMFORTABLE
        self._is_still = False
        self._blinks_ms = application.cursorFlashTime() or _BLINKS_MS

    @property
    def density(self) -> Density:
        """How much air there is between rows."""
        return self._density

    @property
    def is_still(self) -> bool:
        """Whether nothing on the screen may move by itself."""
        return self._is_still

    def share(self) -> float:
        """How much of the drawn air is left."""
        return _GAPS[self._density]

    def set_density(self, density: Density) -> None:
        """More or less air, everywhere at once."""
        self._density = density
        self.changed.emit()

    def set_still(self, *, is_still: bool) -> None:
        """Stops the blinking caret, pop-ups that fade or slide, and running bars; or lets them be again."""
        self._is_still = is_still
        self._application.setCursorFlashTime(0 if is_still else self._blinks_ms)
        for effect in _MOVING:
            self._application.setEffectEnabled(effect, not is_still)
        self.changed.emit()
