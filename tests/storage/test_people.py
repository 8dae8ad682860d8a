from __future__ import annotations

import random
from pathlib import Path

import pytest

from dialogue_notes.crypto.recovery_key import RecoveryKey, read_recovery_key
from dialogue_notes.domain.codes import Role
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import attributions, audit, people
from dialogue_notes.storage.creation import create
from dialogue_notes.storage.vault import Vault, unlock
from dialogue_notes.storage.verification import verify
from tests.support.filling import fill
from tests.support.vaults import CHEAP, PASSPHRASE, new_vault, reopen


def _opens(folder: Path, secret: str | RecoveryKey) -> bool:
    try:
        given = bytearray(secret, "utf-8") if isinstance(secret, str) else read_recovery_key(secret.text)
        unlock(folder, given, minimum=CHEAP).close()
    except KnownError as error:
        assert error.code is ErrorCode.WRONG_PASSPHRASE  # noqa: PT017 - any other code fails the test
        return False
    return True


def test_somebody_added_opens_the_vault_and_sees_who_spoke(folder: Path) -> None:
    vault = new_vault(folder)
    filled = fill(vault)
    person = people.add_person(vault, "Bo", Role.REVIEWER, bytearray(b"another passphrase"))
    vault.close()
    again = reopen(folder, "another passphrase")
    assert again.person == person
    assert attributions.speakers(again, filled.meeting.id)[filled.interventions[0].id] == filled.speaker
    assert [one.name for one in people.people(again)] == ["Ada Holm", "Bo"]
    assert verify(again) == ()
    again.close()


def test_a_second_custodian_can_check_the_log_and_add_others(folder: Path) -> None:
    vault = new_vault(folder)
    people.add_person(vault, "Bo", Role.CUSTODIAN, bytearray(b"second"))
    vault.close()
    again = reopen(folder, "second")
    assert verify(again) == ()
    people.add_person(again, "Cy", Role.CUSTODIAN, bytearray(b"third"))
    again.close()
    third = reopen(folder, "third")
    fill(third)
    assert verify(third) == ()
    third.close()


def test_only_a_custodian_changes_key_slots(folder: Path) -> None:
    vault = new_vault(folder)
    people.add_person(vault, "Bo", Role.RAPPORTEUR, bytearray(b"second"))
    first = vault.person.slot_id
    vault.close()
    again = reopen(folder, "second")
    secret = bytearray(b"third")
    for change in (
        lambda: people.add_person(again, "Cy", Role.CUSTODIAN, secret),
        lambda: people.remove_person(again, first),
        lambda: people.renew_recovery_key(again),
    ):
        with pytest.raises(KnownError) as refused:
            change()
        assert refused.value.code is ErrorCode.BAD_FIELD
    assert not any(secret)
    people.change_passphrase(again, bytearray(b"own new one"))
    again.close()
    assert not _opens(folder, "second")
    assert _opens(folder, "own new one")


def test_nobody_removes_their_own_slot_or_the_recovery_key(vault: Vault) -> None:
    for slot in vault.header.slots:
        with pytest.raises(KnownError) as refused:
            people.remove_person(vault, slot.slot_id)
        assert refused.value.code is ErrorCode.BAD_FIELD
    with pytest.raises(KnownError) as refused:
        people.remove_person(vault, "nobody")
    assert refused.value.code is ErrorCode.NOT_FOUND


def test_a_failure_leaves_header_and_rows_as_they_were(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (vault.folder / "header.json").read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise KnownError(ErrorCode.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr("dialogue_notes.storage.vault.write_header", fail)
        with pytest.raises(KnownError):
            people.add_person(vault, "Bo", Role.CUSTODIAN, bytearray(b"second"))
    assert (vault.folder / "header.json").read_bytes() == before
    assert len(people.people(vault)) == 1
    assert "Bo" not in people.names(vault).values()
    assert verify(vault) == ()


def test_random_changes_of_slots_never_shut_out_a_holder_nor_let_in_a_former_one(folder: Path) -> None:
    vault, recovery = create(folder, bytearray(PASSPHRASE, "utf-8"), "Ada", kdf=CHEAP)
    own = PASSPHRASE
    gone: list[str | RecoveryKey] = []
    held: dict[str, str] = {}
    dice = random.Random(4)
    for number in range(40):
        step = dice.choice(["add", "add", "remove", "change", "recovery"])
        if step == "add":
            secret = f"pass {number}"
            person = people.add_person(vault, secret, dice.choice(list(Role)), bytearray(secret, "ascii"))
            held[person.slot_id] = secret
        elif step == "remove" and held:
            slot = dice.choice(sorted(held))
            people.remove_person(vault, slot)
            gone.append(held.pop(slot))
        elif step == "change":
            gone.append(own)
            own = f"own {number}"
            people.change_passphrase(vault, bytearray(own, "ascii"))
        elif step == "recovery":
            gone.append(recovery)
            recovery = people.renew_recovery_key(vault)
    assert verify(vault) == ()
    log = [entry.code for entry in audit.entries(vault)]
    vault.close()
    assert len(log) > 30
    valid: list[str | RecoveryKey] = [own, recovery, *held.values()]
    assert all(_opens(folder, one) for one in valid)
    assert not any(_opens(folder, one) for one in gone)
