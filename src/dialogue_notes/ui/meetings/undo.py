"""The last step that can be taken back, offered in a line instead of a question beforehand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office


class Undo(QObject):
    """One step deep. `offered(words)` when something can be taken back, `withdrawn` when not any more."""

    offered = Signal(str)
    withdrawn = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._step: Callable[[Vault], object] | None = None
        office.locked.connect(self.withdraw)

    @property
    def is_offered(self) -> bool:
        """Whether there is something to take back."""
        return self._step is not None

    def offer(self, words: str, step: Callable[[Vault], object]) -> None:
        """Says what was done; `step` takes it back, where the vault is written."""
        self._step = step
        self.offered.emit(words)

    def take_back(self) -> None:
        """Does it."""
        step = self._step
        if step is None:
            return
        self.withdraw()
        self._office.write(step, lambda _value: self._office.meeting_changed.emit())

    def withdraw(self) -> None:
        """What could be taken back cannot be any more, or its words must go."""
        self._step = None
        self.withdrawn.emit()
