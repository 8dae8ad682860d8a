"""The report of the lockdown decides whether a vault is opened."""

from __future__ import annotations

import pytest

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.lockdown import windows
from dialogue_notes.lockdown.enforcement import Enforcement, Guard, Measure
from tests.lockdown.children import run

FILTER = Measure(Guard.SECCOMP, is_in_force=True, words="refuses")
NO_FILTER = Measure(Guard.SECCOMP, is_in_force=False, words="the kernel took no filter (Invalid argument)")
NOTHING_INHERITED = Measure(Guard.DESCRIPTORS, is_in_force=True, words="none")
NO_LANDLOCK = Measure(Guard.LANDLOCK, is_in_force=False, words="too old")


def test_with_the_filter_a_vault_may_be_opened_even_without_the_second_layer() -> None:
    enforcement = Enforcement((FILTER, NOTHING_INHERITED, NO_LANDLOCK))
    enforcement.require()
    assert enforcement.headline == "Offline, enforced by the kernel"
    assert enforcement.missing == (NO_LANDLOCK,)


def test_without_the_filter_no_vault_is_opened_and_the_reason_is_told() -> None:
    enforcement = Enforcement((NO_FILTER, NOTHING_INHERITED))
    with pytest.raises(KnownError) as caught:
        enforcement.require()
    assert caught.value.code is ErrorCode.NETWORK_NOT_BLOCKED
    assert "the kernel took no filter (Invalid argument)" in caught.value.message
    assert "--allow-unenforced-network" in caught.value.message


def test_an_inherited_connection_keeps_vaults_closed() -> None:
    inherited = Measure(Guard.DESCRIPTORS, is_in_force=False, words="handed down")
    with pytest.raises(KnownError):
        Enforcement((FILTER, inherited)).require()


def test_the_override_opens_vaults_but_never_says_that_the_system_enforces_it() -> None:
    enforcement = Enforcement((NO_FILTER,), overridden=True)
    enforcement.require()
    assert not enforcement.is_kernel_enforced
    assert enforcement.headline == "Offline by the program alone: the system does not enforce it"


def test_windows_says_plainly_that_it_does_not_enforce_it() -> None:
    with pytest.raises(KnownError, match="Windows does not enforce it"):
        Enforcement(windows.set_up()).require()


def test_macos_says_plainly_that_it_does_not_enforce_it() -> None:
    done = run("""
    from dialogue_notes.lockdown import macos
    from dialogue_notes.lockdown.enforcement import Enforcement
    enforcement = Enforcement(macos.set_up())
    print([measure.guard.name for measure in enforcement.missing])
    try:
        enforcement.require()
    except Exception as error:
        print(error)
    """)
    assert done.stdout.startswith("['SYSTEM']\nThe system could not be told to block the network (macOS")
