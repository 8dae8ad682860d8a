"""The composition root: the only place where the objects of the window are wired."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.comfort import add_comforts, wear
from dialogue_notes.app.guarding import bind_guard, system_watch
from dialogue_notes.errors import KnownError
from dialogue_notes.lockdown.enforcement import Enforcement
from dialogue_notes.services.places import Places
from dialogue_notes.settings import Settings, load_settings, save_settings
from dialogue_notes.settings import Theme as Scheme
from dialogue_notes.ui.caretaker import Caretaker
from dialogue_notes.ui.common.collector import Collector
from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.common.hint_book import HintBook
from dialogue_notes.ui.guard.guard import Guard
from dialogue_notes.ui.guard.idle import IdleLock
from dialogue_notes.ui.meetings import room as meetings_room
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record import room as record_room
from dialogue_notes.ui.review import room as review_room
from dialogue_notes.ui.summary import room as summary_room
from dialogue_notes.ui.theme.theme import Theme
from dialogue_notes.ui.unlock.binding import bind as bind_unlock
from dialogue_notes.ui.unlock.doors import Doors
from dialogue_notes.ui.unlock.presenter import UnlockPresenter
from dialogue_notes.ui.unlock.view import UnlockView
from dialogue_notes.ui.window.band_presenter import BandPresenter
from dialogue_notes.ui.window.band_presenter import bind as bind_band
from dialogue_notes.ui.window.window import Window

SCHEME_WORDS = {
    Scheme.SYSTEM: "Light or dark as the system wishes",
    Scheme.LIGHT: "Light screens",
    Scheme.DARK: "Dark screens",
}


@dataclass(frozen=True, slots=True)
class Where:
    """The folders that the window uses: its settings, and where vaults are kept unless said otherwise."""

    settings: Path
    vaults: Path


class Composition:
    """The window with everything behind it.

    `close` ends it: locks, waits for the last save, ends the places.
    """

    def __init__(
        self,
        application: QApplication,
        enforcement: Enforcement,
        places: Places,
        where: Where,
        doors: Doors | None = None,
    ) -> None:
        """`doors` are other ways to open vaults: tests give some with a cheap key derivation."""
        loaded = load_settings(where.settings)
        self._settings_folder = where.settings
        self.settings = loaded.settings
        self._is_furnished = False
        self._collector = Collector()
        self.theme = Theme(application, self.settings.theme, self.settings.text_zoom / 100)
        wear(self.theme.comfort, self.settings)
        self.office = Office(places)
        self.hints = HintBook(self.office, self.settings.hints_seen)
        # Before the window and its rooms: what is composed is given before they hand in what they have.
        self.guard = Guard(self.office, system_watch(), idle := IdleLock(), self.settings.idle_minutes)
        self._collector.wait_for(idle.seconds_still)
        self.commands = Commands()
        self.unlock_view = UnlockView(enforcement.headline, is_enforced=enforcement.is_kernel_enforced)
        self.unlock = UnlockPresenter(
            self.office, (doors or Doors()).logging(enforcement), self.settings.last_vault, where.vaults
        )
        bind_unlock(self.unlock_view, self.unlock)
        self.window = Window(self.office, self.commands, enforcement, self.unlock_view)
        self._caretaker = Caretaker(self.office)
        self._band = BandPresenter(self.office)
        bind_band(self.window.band, self._band, self.office)
        self._add_looks()
        add_comforts(self.theme.comfort, self.window, self.hints, self.commands)
        bind_guard(self.guard, self.office, self.window, self.commands, self._keep_idle)
        self.theme.changed.connect(self._keep_look)
        self.hints.changed.connect(self._keep_hints)
        self.unlock.opened.connect(self._keep_vault)
        self.unlock.look_around()
        if loaded.not_understood:
            self._write(self.settings)
        QTimer.singleShot(0, self.window, self.furnish)

    def close(self) -> None:
        """Locks, and returns when everything is on the disk and every thread has ended."""
        self.office.lock()
        self.unlock.abandon()
        self.office.wait_until_closed()
        self.guard.end()
        self.office.places.close()
        self._collector.stop()

    def furnish(self) -> None:
        """Builds the rooms, once. The event loop calls it by itself, so that the window is seen before that."""
        if self._is_furnished:
            return
        self._is_furnished = True
        for room in (meetings_room, record_room, review_room, summary_room):
            self.window.add_room(room.build(self.office, self.commands))
        self.guard.begin()

    def _add_looks(self) -> None:
        for scheme, words in SCHEME_WORDS.items():
            wear = partial(self.theme.set_scheme, scheme)
            self.commands.add(Command(f"look.{scheme.value}", words, wear, while_locked=True))
        self.commands.add(Command("look.dim", "Dim for a dark room", self._dim, while_locked=True))

    def _dim(self) -> None:
        self.theme.set_dim(not self.theme.is_dim)

    def _keep_look(self) -> None:
        look, comfort = self.theme, self.theme.comfort
        seen = replace(self.settings, theme=look.scheme, text_zoom=round(look.zoom * 100))
        self._save(replace(seen, density=comfort.density, is_still=comfort.is_still))

    def _keep_hints(self) -> None:
        self._save(replace(self.settings, hints_seen=self.hints.seen))

    def _keep_idle(self, minutes: int) -> None:
        self._save(replace(self.settings, idle_minutes=minutes))

    def _keep_vault(self, folder: Path) -> None:
        self._save(replace(self.settings, last_vault=folder))

    def _save(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self._write(settings)

    def _write(self, settings: Settings) -> None:
        """Settings that cannot be kept still hold for this run; it is said in a line."""
        try:
            save_settings(settings, self._settings_folder)
        except KnownError as error:
            self.office.error_raised.emit(error)
