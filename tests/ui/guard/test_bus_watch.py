"""The machine says that it will sleep, or that the screen is locked: the window locks, and sleep waits for that."""

from __future__ import annotations

import pytest

from dialogue_notes.app.compose import Composition
from dialogue_notes.ui.guard.bus import BusKind, address_of
from dialogue_notes.ui.guard.bus_watch import BusWatch
from dialogue_notes.ui.guard.watching import SCREEN, SLEEP
from tests.lockdown.children import run_locked
from tests.support.looking import in_widgets
from tests.ui.conftest import wait_for
from tests.ui.guard.conftest import Machine
from tests.ui.record.conftest import Table


def watch_of(composition: Composition) -> BusWatch:
    watch = composition.guard.findChild(BusWatch)
    assert isinstance(watch, BusWatch)
    return watch


def until_all_is_watched(composition: Composition) -> None:
    watch = watch_of(composition)
    while not (all(each.is_kept for each in watch.watches()) and "login manager" in watch.watches()[1].words):
        wait_for(watch.changed, lambda: None)


@pytest.fixture
def watched(machine: Machine, table: Table) -> Table:
    """The Record room on a machine whose login manager and screen savers are heard, a line half typed."""
    machine.hear("inhibit sleep delay")
    until_all_is_watched(table.composition)
    table.type("hw: half typed")
    return table


@pytest.mark.parametrize("what", ["sleep", "lock", "hint on", "gnome on", "desktop on"])
def test_what_the_machine_says_locks_the_window_and_loses_no_letter(
    machine: Machine, watched: Table, what: str
) -> None:
    office = watched.composition.office
    wait_for(office.closed, lambda: machine.say(what))
    assert not office.is_open
    machine.hear("let go")  # and only now may the machine sleep
    watched.unlock()
    assert watched.view.area.edit.text() == "hw: half typed"
    machine.hear("inhibit sleep delay")


def test_the_machine_is_held_until_the_vault_is_closed(machine: Machine, watched: Table) -> None:
    office, watch = watched.composition.office, watch_of(watched.composition)
    held: list[bool] = []
    office.locked.connect(lambda: held.append(watch._inhibitor is not None))  # the vault is not closed yet
    wait_for(office.closed, lambda: machine.say("sleep"))
    assert held == [True]
    assert watch._inhibitor is None
    machine.hear("let go")


def test_a_screen_that_is_unlocked_again_locks_nothing(machine: Machine, watched: Table) -> None:
    for what in ("wake", "hint off", "gnome off", "desktop off"):
        machine.say(what)
    wait_for(watched.composition.office.closed, lambda: machine.say("lock"))  # they came before this
    watched.unlock()
    assert watched.composition.office.is_open


def test_the_shield_says_what_is_watched_and_why_not(
    machine: Machine, watched: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    composition = watched.composition
    composition.commands.run("shield")
    words = list(in_widgets())
    assert SLEEP in words
    assert SCREEN in words
    assert "told by GNOME and the desktop and the login manager" in words
    machine.end()
    watch = watch_of(composition)
    while watch.watches()[0].is_kept:
        wait_for(watch.changed, watch.look)
    assert "no login manager tells of it; locks when it wakes" in list(in_widgets())


def test_no_bus_at_all_is_quietly_fine(opened: Composition) -> None:
    watches = watch_of(opened).watches()
    assert [watch.is_kept for watch in watches] == [False, False]
    assert "no system bus" in watches[0].words
    assert "no session bus" in watches[1].words


def test_a_bus_without_a_machine_on_it_is_fine_too(bus: str, opened: Composition) -> None:
    watch = watch_of(opened)
    wait_for(watch.changed, watch.look)
    assert [each.is_kept for each in watch.watches()] == [False, False]
    assert "no login manager" in watch.watches()[0].words


@pytest.mark.parametrize(
    ("environment", "kind", "address"),
    [
        ({}, BusKind.SYSTEM, "unix:path=/run/dbus/system_bus_socket"),
        ({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/a"}, BusKind.SYSTEM, "unix:path=/a"),
        ({"DBUS_SYSTEM_BUS_ADDRESS": "tcp:host=example.org,port=1"}, BusKind.SYSTEM, ""),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a;unixexec:path=/bin/sh"}, BusKind.SESSION, ""),
        ({"DBUS_SESSION_BUS_ADDRESS": "autolaunch:"}, BusKind.SESSION, ""),
        ({"DBUS_SESSION_BUS_ADDRESS": "disabled:"}, BusKind.SESSION, ""),
        ({"XDG_RUNTIME_DIR": "/run/user/7"}, BusKind.SESSION, "unix:path=/run/user/7/bus"),
        ({}, BusKind.SESSION, ""),
    ],
)
def test_only_a_local_socket_is_a_bus(environment: dict[str, str], kind: BusKind, address: str) -> None:
    assert address_of(kind, environment) == address


LOCKED_DOWN = """
from PySide6.QtCore import QCoreApplication
from dialogue_notes.ui.guard.bus_watch import BusWatch
application = QCoreApplication([])
watch = BusWatch()
watch.begin()
while not all(each.is_kept for each in watch.watches()):
    application.processEvents()
print(enforcement.is_kernel_enforced, *(each.is_kept for each in watch.watches()))
"""


def test_the_bus_is_heard_through_the_kernels_filter(bus: str, machine: Machine) -> None:
    said = run_locked(
        LOCKED_DOWN, DBUS_SYSTEM_BUS_ADDRESS=bus, DBUS_SESSION_BUS_ADDRESS=bus, QT_QPA_PLATFORM="offscreen"
    )
    assert said == "True True True\n"
