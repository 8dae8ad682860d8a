"""Draws docs/pictures anew: every room on the sample meeting, in light and dark. Run by `make pictures`.

Run under a screen (or QT_QPA_PLATFORM=offscreen); the window is 1280 by 800 and stands on a throwaway vault.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.demo_review import review
from dialogue_notes.paths import resource
from dialogue_notes.services.importing.files import read_import_file
from dialogue_notes.services.importing.importer import import_files
from dialogue_notes.services.meetings import list_overview
from dialogue_notes.services.places import InlinePlaces, ThreadedPlaces
from dialogue_notes.services.vaults import create_vault
from dialogue_notes.settings import Theme as Scheme
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.view import RecordRoom
from dialogue_notes.ui.review.model import Unread
from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.summary.out_presenter import OutPresenter
from dialogue_notes.ui.summary.presenter import SummaryPresenter
from dialogue_notes.ui.summary.view import SummaryView
from tests.ui.conftest import CHEAP, ENFORCED, PASSPHRASE, cheap_doors, settle, wait_for

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
_SETTLE_MS = 250
"""For the caret, the hover and the fonts' first use; pictures are looked at, not compared."""


def main() -> int:
    """Draws all pictures; the exit code."""
    application = QApplication.instance() or QApplication(["dialogue-notes"])
    assert isinstance(application, QApplication)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        with _window(application, scheme) as composition:
            _Album(composition, scheme).fill()
    return 0


@contextmanager
def _window(application: QApplication, scheme: Scheme) -> Iterator[Composition]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _make_vault(home / "vaults" / "Lantern Strait.vault")
        made = Composition(
            application,
            ENFORCED,
            ThreadedPlaces(),
            Where(home / "settings", home / "vaults"),
            cheap_doors(),
        )
        made.theme.set_scheme(scheme)
        made.window.show()
        try:
            yield made
        finally:
            made.close()
            made.window.close()
            made.theme.setParent(None)  # the next window has its own


def _make_vault(folder: Path) -> None:
    vault = create_vault(folder, bytearray(PASSPHRASE.encode()), "Rapporteur", kdf=CHEAP).vault
    places = InlinePlaces()
    import_files(vault, places, [read_import_file(resource("sample/meeting.json"))]).result()
    places.close()
    vault.close()


class _Album:
    """One look's pictures."""

    def __init__(self, composition: Composition, scheme: Scheme) -> None:
        self._composition = composition
        self._scheme = scheme
        self._hands = Hands(composition.window)

    def fill(self) -> None:
        """Goes through the rooms."""
        self._unlock()
        self._choose_meeting()
        self._keep("meetings")
        self._record()
        self._review()
        self._summary()

    def _keep(self, name: str) -> None:
        settle(self._composition)
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE_MS, loop.quit)
        loop.exec()
        self._composition.window.grab().save(str(PICTURES / f"{name}-{self._scheme.value}.png"), "PNG")

    def _unlock(self) -> None:
        self._keep("welcome")
        self._hands.click("New vault")
        self._hands.fill("Kept in", "~/Vaults")  # no path of the machine that draws them
        self._hands.fill("Name of the vault", "Lantern Strait")
        self._keep("new-vault")
        self._hands.press("Escape")
        office, unlock = self._composition.office, self._composition.unlock
        folder = next(unlock.folder.glob("*.vault"))
        wait_for(office.unlocked, lambda: unlock.unlock(folder, bytearray(PASSPHRASE.encode())))
        settle(self._composition)

    def _choose_meeting(self) -> None:
        office = self._composition.office

        def choose(overview: tuple[object, ...]) -> None:
            dialogue = overview[0]
            meeting = dialogue.meetings[0]  # type: ignore[attr-defined]  # a DialogueOverview
            office.choose_meeting(dialogue.dialogue.id, meeting.meeting.id)  # type: ignore[attr-defined]  # as above

        office.read(list_overview, choose)
        settle(self._composition)

    def _record(self) -> None:
        hands = self._hands
        room = hands.the(RecordRoom)
        desk = room.findChildren(Desk)[0]
        hands.press("Ctrl+2")
        hands.until(lambda: desk.view is not None, "the session")
        hands.after(desk.taken, lambda: hands.press("Alt+Up"), "the second session")
        hands.until(room.area.edit.hasFocus, "the typing line")
        hands.type_text("m")
        self._keep("record")
        hands.press("Backspace")
        self._sheets()
        hands.press("F9")
        hands.until(room.area.edit.isReadOnly, "hands off")
        self._keep("record-hands-off")
        hands.press("F9")
        hands.until(room.rule_prompt.isVisible, "the question for a rule")
        hands.press("Return")
        settle(self._composition)

    def _sheets(self) -> None:
        """The sheets and questions of the Record room, each by its key."""
        hands, room = self._hands, self._hands.the(RecordRoom)
        for key, name in (
            ("F1", "record-cheat-sheet"),
            ("F2", "record-who-is-here"),
            ("F4", "record-seat-plan"),
            ("Ctrl+G", "record-shorthand"),
            ("F10", "record-clean-up"),
        ):
            hands.press(key)
            self._keep(name)
            hands.press("Escape")
            settle(self._composition)
        hands.until(room.area.edit.hasFocus, "the typing line")
        hands.press("Up")
        hands.until(lambda: bool(room.area.edit.text()), "the last entry in the line")
        room.area.edit.setText(room.area.edit.text().replace("already", "twice"))
        hands.press("Return")
        settle(self._composition)
        hands.press("Shift+Up")
        hands.press("Ctrl+H")
        settle(self._composition)
        self._keep("record-history")
        hands.press("Escape")
        hands.press("Escape")
        hands.until(room.area.edit.hasFocus, "the typing line")
        hands.press("Ctrl+Z")
        settle(self._composition)

    def _review(self) -> None:
        room = self._hands.the(ReviewView)

        def keep(name: str) -> None:
            self._hands.until(lambda: room._unread is Unread.NOTHING, "all that may be open")
            self._keep(name.removeprefix("4-"))

        review(self._hands, keep)
        settle(self._composition)

    def _summary(self) -> None:
        hands = self._hands
        room = hands.the(SummaryView)
        presenter = room.findChildren(SummaryPresenter)[0]
        hands.press("Ctrl+4")
        hands.until(room.draft.isVisible, "the room")
        out = room.findChildren(OutPresenter)[0]
        hands.after(out.pages, lambda: hands.click("Draft from the whole record"), "the page")
        self._keep("summary")
        hands.press("F8")
        self._keep("summary-points")
        hands.click("Approve")
        hands.until(lambda: presenter.snapshot.is_approved, "the approval")
        hands.press("F8")
        hands.press("Ctrl+E")
        room.export_sheet.folder.set_folder(Path("~/Exports"))  # no path of the machine; nothing is written
        self._keep("export")
        hands.press("Escape")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
