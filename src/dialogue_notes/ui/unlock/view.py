"""The Unlock room: five pages in one place, and below them what keeps the program offline."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from dialogue_notes.errors import DialogueNotesError
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.rooms import RoomView
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.unlock.key_page import FirstDialoguePage, KeyPage
from dialogue_notes.ui.unlock.new_page import NewPage
from dialogue_notes.ui.unlock.open_page import OpenPage
from dialogue_notes.ui.unlock.pages import Page
from dialogue_notes.ui.unlock.recovery_page import RecoveryPage


class UnlockView(RoomView):
    """Shows one page at a time; what people ask for comes from the pages' own signals."""

    def __init__(self, shield_words: str, *, is_enforced: bool) -> None:
        super().__init__()
        self.open_page = OpenPage()
        self.recovery_page = RecoveryPage()
        self.new_page = NewPage()
        self.key_page = KeyPage()
        self.first_page = FirstDialoguePage()
        self._pages = QStackedWidget()
        self._all_pages: tuple[Page, ...] = (
            self.open_page, self.recovery_page, self.new_page, self.key_page, self.first_page
        )  # fmt: skip
        for page in self._all_pages:
            self._pages.addWidget(page)
        self._shield_icon = PlainLabel()
        self._is_enforced = is_enforced
        shield = PlainLabel(shield_words, tone=Tone.GREEN if is_enforced else Tone.AMBER, size=Size.SMALL)
        name = PlainLabel("dialogue-notes", tone=Tone.MUTED, size=Size.SMALL, strong=True)
        foot = row(name, None, self._shield_icon, shield, margins=(24, 0, 24, 16), gap=6)
        self.setLayout(column(self._pages, foot, gap=0))
        self._pages.setSizePolicy(self.sizePolicy())
        self.open_page.recovery_requested.connect(self._show_recovery)
        self.open_page.new_requested.connect(lambda: self.show_page(self.new_page))
        self.recovery_page.back_requested.connect(self.show_open)
        self.new_page.back_requested.connect(self.show_open)
        theme().changed.connect(self._tint)
        self._tint()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._all_pages[self._pages.currentIndex()]

    def show_page(self, page: Page) -> None:
        """Shows one of the pages, with the focus on its first field."""
        self._pages.setCurrentWidget(page)
        page.start()

    def show_open(self) -> None:
        """Back to the first page; what was typed elsewhere is dropped."""
        self.forget()
        self.take_focus()

    def show_vaults(self, vaults: tuple[Path, ...], chosen: Path | None) -> None:
        """The vaults that are known."""
        self.open_page.show_vaults(vaults, chosen)
        if self.page is self.open_page:
            self.open_page.start()

    def show_error(self, error: DialogueNotesError) -> None:
        """What went wrong with what the present page asked for."""
        self.page.show_error(error)
        self.page.start()

    def show_busy(self, words: str) -> None:
        """Work for the present page has begun."""
        self.page.show_busy(words)

    def show_recovery_key(self, key: str) -> None:
        """A vault was made: its key is shown once."""
        self.new_page.forget()
        self.key_page.show_key(key)
        self.show_page(self.key_page)

    def show_first_dialogue(self) -> None:
        """The key was checked."""
        self.key_page.forget()
        self.show_page(self.first_page)

    def forget(self) -> None:
        for page in self._all_pages:
            page.forget()
        self._pages.setCurrentWidget(self.open_page)

    def take_focus(self) -> None:
        self.page.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.page in {self.recovery_page, self.new_page}:
            self.show_open()
            return
        super().keyPressEvent(event)

    def _show_recovery(self, folder: Path) -> None:
        self.recovery_page.show_folder(folder)
        self.show_page(self.recovery_page)

    def _tint(self) -> None:
        tokens = theme().tokens
        icon, colour = ("shield", tokens.green) if self._is_enforced else ("shield-off", tokens.amber)
        self._shield_icon.setPixmap(theme().pixmap(icon, colour, 13))
