"""A real window on a real vault, with a key derivation that is cheap enough for tests."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QTimer, SignalInstance
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.crypto.kdf import KdfCost
from dialogue_notes.lockdown.enforcement import Enforcement, Guard, Measure
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.services.vaults import create_vault, unlock_vault, unlock_with_recovery_key
from dialogue_notes.ui.theme.theme import Theme
from dialogue_notes.ui.unlock.doors import Doors

T = TypeVar("T")

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "seven geese over the lake"
WAIT_MS = 20_000

ENFORCED = Enforcement(
    (
        Measure(Guard.SECCOMP, is_in_force=True, words="only local sockets"),
        Measure(Guard.DESCRIPTORS, is_in_force=True, words="none inherited"),
    )
)


def cheap_doors() -> Doors:
    create = partial(create_vault, kdf=CHEAP)
    return Doors(
        create,
        partial(unlock_vault, minimum=CHEAP),
        partial(unlock_with_recovery_key, minimum=CHEAP),
        create,
    )


def wait_for(signal: SignalInstance, act: Callable[[], object]) -> list[object]:
    """Does `act` and runs the event loop until `signal` comes; the signal's arguments.

    A loop of our own: QSignalSpy.wait keeps Python's lock, and no other thread would get on.
    """
    spy = QSignalSpy(signal)
    loop = QEventLoop()
    signal.connect(loop.quit)
    bound = QTimer(singleShot=True, interval=WAIT_MS)
    bound.timeout.connect(loop.quit)
    act()
    if not spy.count():
        bound.start()
        loop.exec()
    bound.stop()
    signal.disconnect(loop.quit)
    assert spy.count(), "the signal did not come"
    return list(spy.at(spy.count() - 1))


def focused() -> QWidget:
    """Where a key press goes."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def settle(composition: Composition) -> None:
    """Runs the event loop until everything asked for so far was done and delivered, and what follows from it."""
    for _round in range(4):
        for place in (composition.office.places.write, composition.office.places.read):
            loop = QEventLoop()
            composition.office.watch(place(_nothing), _quitter(loop))
            loop.exec()


def _nothing() -> None:
    pass


def _quitter(loop: QEventLoop) -> Callable[[None], None]:
    return lambda _none: loop.quit()


@pytest.fixture(scope="session")
def application() -> QApplication:
    application = QApplication.instance() or QApplication(["dialogue-notes"])
    assert isinstance(application, QApplication)
    return application


@pytest.fixture
def theme(application: QApplication) -> Iterator[Theme]:
    made = Theme(application)
    yield made
    _drop(application)


@pytest.fixture
def composition(application: QApplication, tmp_path: Path) -> Iterator[Composition]:
    """The window, shown, on folders of its own; no vault yet."""
    made = Composition(
        application,
        ENFORCED,
        ThreadedPlaces(),
        Where(tmp_path / "settings", tmp_path / "vaults"),
        cheap_doors(),
    )
    made.furnish()
    made.window.show()
    made.window.activateWindow()
    assert QTest.qWaitForWindowActive(made.window)
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
    _drop(application)


@pytest.fixture
def vault_folder(composition: Composition, tmp_path: Path) -> Path:
    """A vault that exists, closed, known to the window."""
    folder = tmp_path / "vaults" / "Lakeside.vault"
    create_vault(folder, bytearray(PASSPHRASE.encode()), "Anna Berg", kdf=CHEAP).vault.close()
    composition.unlock.look_around()
    return folder


@pytest.fixture
def opened(composition: Composition, vault_folder: Path) -> Composition:
    """The window with that vault unlocked."""
    wait_for(
        composition.office.unlocked,
        lambda: composition.unlock.unlock(vault_folder, bytearray(PASSPHRASE.encode())),
    )
    settle(composition)
    return composition


def _drop(application: QApplication) -> None:
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # nothing of this test outlives it
    for theme in application.findChildren(Theme):
        theme.setParent(None)
        theme.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # here, on the GUI thread: a later test's other thread must not destroy widgets
