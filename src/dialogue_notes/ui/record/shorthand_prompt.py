"""Asked in place, above the line: which key stands for the words selected."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.record.prompts import LinePrompt


class ShorthandPrompt(LinePrompt):
    """A key and Enter. `key_given(key, words)`."""

    key_given = Signal(str, str)

    def __init__(self) -> None:
        help_words = "Enter keeps it · Ctrl+G opens the list · Esc leaves it"
        super().__init__("Key for the words selected", help_words, width=110, lead="Key for")
        self.words = ""
        self.given.connect(lambda key: self.key_given.emit(key, self.words))

    def ask(self, words: str, key: str) -> None:
        """Asks for the key of `words`; `key` is proposed."""
        self.words = words
        self.open(f"“{words}”", key)

    def show_refused(self, error: KnownError) -> None:
        """Says what is wrong with the key."""
        self.show_wrong(error.details.get("detail", "").capitalize() or error.message)

    def forget(self) -> None:
        """Hides it and drops the words."""
        self.words = ""
        super().forget()
