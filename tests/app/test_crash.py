"""The crash window, on a real window with a real vault: once, without content, with nothing typed lost."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes import __main__ as program
from dialogue_notes.app.compose import Composition
from dialogue_notes.app.crash import BugWatch, bugs_told_to
from dialogue_notes.app.window import live
from dialogue_notes.errors import BugError, ErrorCode, KnownError
from dialogue_notes.settings import Theme as Scheme
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.window.crash import GO_ON_LOCKED, GO_ON_OPEN, SAVED, CrashWindow
from tests.ui.conftest import focused, settle, wait_for
from tests.ui.record.conftest import Table
from tests.ui.window.test_window import every_text

SECRET = "told in confidence"
CONTROL = Qt.KeyboardModifier.ControlModifier


def fail(*_anything: object) -> None:
    raise ValueError(SECRET)


class Broken(QWidget):
    """Cannot be painted."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        fail()


@pytest.fixture
def said(capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """What went to standard error so far, by the program's own hooks."""
    told: list[str] = []

    def all_of_it() -> str:
        told.append(capfd.readouterr().err)
        return "".join(told)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "excepthook", sys.excepthook)
        patch.setattr(threading, "excepthook", threading.excepthook)
        patch.setattr(sys, "unraisablehook", sys.unraisablehook)
        program._keep_content_out_of_tracebacks()
        yield all_of_it


def watched(composition: Composition) -> tuple[CrashWindow, BugWatch]:
    window = CrashWindow(composition.window)
    return window, BugWatch(composition.office, window)


@pytest.fixture
def window(composition: Composition, said: Callable[[], str]) -> Iterator[CrashWindow]:
    made, bugs = watched(composition)
    with bugs_told_to(bugs):
        yield made


def seen(window: CrashWindow) -> None:
    """Lets the event loop run until the window is there."""
    if not window.isActiveWindow():
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        wait_for(application.focusWindowChanged, lambda: None)
    assert QTest.qWaitForWindowActive(window)


def in_slot(_composition: Composition) -> None:
    QTimer.singleShot(0, fail)


def in_paint_event(composition: Composition) -> None:
    broken = Broken(composition.window)
    broken.resize(50, 50)
    broken.show()


def in_the_place_of_writing(composition: Composition) -> None:
    composition.office.watch(composition.office.places.write(fail), lambda _none: None)


def in_the_place_of_reading(composition: Composition) -> None:
    composition.office.watch(composition.office.places.read(fail), lambda _none: None)


def in_what_follows_from_a_read(composition: Composition) -> None:
    composition.office.watch(composition.office.places.read(lambda: None), fail)


def in_the_callback_of_a_place(composition: Composition) -> None:
    composition.office.places.write(lambda: None).on_done(fail)


def by_a_bug_error(composition: Composition) -> None:
    def promise() -> None:
        raise BugError(ErrorCode.BUG, detail="x")

    composition.office.watch(composition.office.places.write(promise), lambda _none: None)


def in_a_thread(_composition: Composition) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


@pytest.mark.parametrize(
    "bug",
    [
        in_slot,
        in_paint_event,
        in_the_place_of_writing,
        in_the_place_of_reading,
        in_what_follows_from_a_read,
        in_the_callback_of_a_place,
        by_a_bug_error,
        in_a_thread,
    ],
)
def test_a_bug_wherever_it_arises_opens_the_window_without_content(
    composition: Composition,
    window: CrashWindow,
    said: Callable[[], str],
    bug: Callable[[Composition], None],
) -> None:
    bug(composition)
    seen(window)
    shown = "\n".join(every_text(window))
    assert "Error at " in shown
    assert ".py:" in shown
    assert SECRET not in shown
    assert SECRET not in said()
    assert window.windowTitle() == "dialogue-notes"


def test_one_window_however_many_bugs_follow(composition: Composition, window: CrashWindow) -> None:
    in_paint_event(composition)
    in_slot(composition)
    in_a_thread(composition)
    seen(window)
    first = every_text(window)
    in_the_place_of_writing(composition)
    settle(composition)
    in_slot(composition)
    settle(composition)
    assert every_text(window) == first
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashWindow)]
    assert [each.isVisible() for each in shown] == [True]


def test_a_bug_while_saving_what_is_half_typed_does_not_come_round_again(
    opened: Composition, window: CrashWindow
) -> None:
    opened.office.locking.connect(fail)
    in_slot(opened)
    seen(window)
    settle(opened)
    assert window.isVisible()
    wait_for(opened.office.closed, lambda: QTest.keyClick(focused(), Qt.Key.Key_Return))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_without_a_vault_the_work_goes_on_by_a_key(
    composition: Composition, window: CrashWindow, key: Qt.Key
) -> None:
    in_slot(composition)
    seen(window)
    button = focused()
    assert isinstance(button, Button)
    assert button.text() == GO_ON_LOCKED
    QTest.keyClick(button, key)
    assert not window.isVisible()
    in_slot(composition)
    seen(window)  # and the next bug is told again


def test_what_is_half_typed_is_on_the_disk_before_anybody_decides(
    table: Table, said: Callable[[], str]
) -> None:
    window, bugs = watched(table.composition)
    with bugs_told_to(bugs):
        table.type("half typed when it broke")
        in_slot(table.composition)
        seen(window)
        table.settle()
        draft = table.draft()
        assert draft is not None
        assert draft.text == "half typed when it broke"
        assert SAVED in "\n".join(every_text(window))
        assert "half typed when" not in "\n".join(every_text(window))
        button = focused()
        assert isinstance(button, Button)
        assert button.text() == GO_ON_OPEN
        wait_for(table.composition.office.closed, lambda: QTest.keyClick(button, Qt.Key.Key_Return))
        assert not window.isVisible()
        table.unlock()
        assert table.view.area.edit.text() == "half typed when it broke"
    assert SECRET not in said()


def test_the_lock_key_locks_and_closes_it(opened: Composition, window: CrashWindow) -> None:
    in_slot(opened)
    seen(window)
    wait_for(opened.office.closed, lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, CONTROL))
    assert not window.isVisible()


def test_a_full_disk_on_top_of_a_bug_is_said_in_the_window(opened: Composition, window: CrashWindow) -> None:
    def refuse(_vault: object) -> None:
        raise KnownError(ErrorCode.DISK_FULL)

    opened.office.locking.connect(lambda: opened.office.keep(refuse))
    in_slot(opened)
    seen(window)
    settle(opened)
    shown = "\n".join(every_text(window))
    assert "The disk is full" in shown
    assert SAVED not in shown
    wait_for(opened.office.closed, opened.office.lock)


def test_quitting_from_it_closes_the_vault_and_tells_the_shell_of_a_bug(
    opened: Composition, vault_folder: Path, said: Callable[[], str]
) -> None:
    def quit_by_key() -> None:
        window = opened.window.findChildren(CrashWindow)[0]
        seen(window)
        QTest.keyClick(focused(), Qt.Key.Key_Backtab)
        assert isinstance(focused(), Button)
        QTest.keyClick(focused(), Qt.Key.Key_Return)

    QTimer.singleShot(0, quit_by_key)
    in_slot(opened)
    assert live(opened) == 70
    assert not opened.office.is_open
    assert not (vault_folder / "content.db-wal").exists()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_wears_the_look_of_the_program(
    composition: Composition, window: CrashWindow, scheme: Scheme
) -> None:
    composition.theme.set_scheme(scheme)
    in_slot(composition)
    seen(window)
    paper = window.grab().toImage().pixelColor(3, 3)
    assert paper.name() == composition.theme.tokens.paper.lower()
    assert not [
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.accessibleName()
    ]
    assert window.accessibleName()
    assert window.accessibleDescription()


def test_the_worlds_fault_that_nobody_took_is_said_in_words_and_is_no_bug(
    opened: Composition, window: CrashWindow
) -> None:
    def refuse() -> None:
        raise KnownError(ErrorCode.DISK_FULL)

    QTimer.singleShot(0, refuse)
    wait_for(opened.office.error_raised, lambda: None)
    assert not window.isVisible()
    assert any("The disk is full" in text for text in every_text(opened.window))


def test_ctrl_c_is_no_bug(composition: Composition, window: CrashWindow) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    composition.office.watch(composition.office.places.write(interrupt), lambda _none: None)
    settle(composition)
    assert not window.isVisible()
