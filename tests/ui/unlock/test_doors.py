"""However a vault is entered through the window, its audit log says when the network was not blocked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.lockdown.enforcement import Enforcement
from dialogue_notes.storage import audit
from dialogue_notes.storage.vault import Vault
from tests.ui.conftest import ENFORCED, PASSPHRASE, cheap_doors

OVERRIDDEN = replace(ENFORCED, measures=(), overridden=True)


def codes(vault: Vault) -> list[str]:
    return [entry.code for entry in audit.entries(vault)]


@pytest.mark.parametrize(
    ("enforcement", "times"), [(ENFORCED, 0), (OVERRIDDEN, 1)], ids=["blocked", "not blocked"]
)
def test_every_way_in_is_logged_when_the_network_is_not_blocked(
    tmp_path: Path, enforcement: Enforcement, times: int
) -> None:
    doors = cheap_doors().logging(enforcement)
    folder = tmp_path / "a.vault"
    made = doors.create(folder, bytearray(PASSPHRASE, "utf-8"), "Ada")
    assert codes(made.vault).count("network_not_enforced") == times
    made.vault.close()
    by_passphrase = doors.unlock(folder, bytearray(PASSPHRASE, "utf-8"))
    assert codes(by_passphrase).count("network_not_enforced") == 2 * times
    by_passphrase.close()
    by_key = doors.unlock_with_recovery_key(folder, bytearray(made.recovery_key, "utf-8"))
    assert codes(by_key).count("network_not_enforced") == 3 * times
    by_key.close()
