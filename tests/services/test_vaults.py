from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.passphrases import GOOD_STRENGTH
from dialogue_notes.services.vaults import (
    create_vault,
    offered_passphrase,
    passphrase_strength,
    recovery_key_group_matches,
    unlock_vault,
    unlock_with_recovery_key,
    verify_open_vault,
    verify_vault,
)
from dialogue_notes.storage import audit
from tests.support.vaults import CHEAP


def _secret(text: str = "correct horse battery") -> bytearray:
    return bytearray(text, "utf-8")


def test_a_new_vault_is_open_and_its_recovery_key_opens_it_too(tmp_path: Path) -> None:
    folder = tmp_path / "test.vault"
    created = create_vault(folder, _secret(), "  Ada Holm ", kdf=CHEAP)
    assert created.vault.person.name == "Ada Holm"
    assert created.recovery_key not in repr(created)
    created.vault.close()
    typed = bytearray(created.recovery_key.lower(), "ascii")
    vault = unlock_with_recovery_key(folder, typed, minimum=CHEAP)
    assert not any(typed)
    codes = [entry.code for entry in audit.entries(vault)]
    vault.close()
    assert codes == ["vault_created", "unlocked_with_recovery_key"]


def test_each_unlocking_is_in_the_audit_log(tmp_path: Path) -> None:
    folder = tmp_path / "test.vault"
    create_vault(folder, _secret(), "Ada", kdf=CHEAP).vault.close()
    vault = unlock_vault(folder, _secret(), minimum=CHEAP)
    assert [entry.code for entry in audit.entries(vault)] == ["vault_created", "unlocked"]
    assert verify_open_vault(vault) == ()
    vault.close()


@pytest.mark.parametrize(
    ("passphrase", "person", "code"),
    [
        ("", "Ada", ErrorCode.WEAK_PASSPHRASE),
        ("   ", "Ada", ErrorCode.WEAK_PASSPHRASE),
        ("passphrase", " ", ErrorCode.BAD_FIELD),
    ],
)
def test_without_passphrase_or_name_nothing_is_made(
    tmp_path: Path, passphrase: str, person: str, code: ErrorCode
) -> None:
    secret = _secret(passphrase)
    with pytest.raises(KnownError) as refused:
        create_vault(tmp_path / "test.vault", secret, person, kdf=CHEAP)
    assert refused.value.code is code
    assert not any(secret)
    assert list(tmp_path.iterdir()) == []


def test_a_synchronised_folder_is_refused_unless_allowed_expressly(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "test.vault"
    with pytest.raises(KnownError) as refused:
        create_vault(folder, _secret(), "Ada", kdf=CHEAP)
    assert refused.value.code is ErrorCode.VAULT_IN_SYNCED_FOLDER
    assert "Dropbox" in refused.value.message
    assert list(tmp_path.iterdir()) == []
    create_vault(folder, _secret(), "Ada", kdf=CHEAP, allow_synced=True).vault.close()


def test_a_mistyped_recovery_key_is_named_by_its_group_before_the_vault_is_touched(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        unlock_with_recovery_key(tmp_path / "nowhere", bytearray(b"not a recovery key"))
    assert refused.value.code is ErrorCode.RECOVERY_KEY_MISTYPED


def test_verifying_reports_damage_and_raises_what_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "test.vault"
    create_vault(folder, _secret(), "Ada", kdf=CHEAP).vault.close()
    assert verify_vault(folder, _secret(), minimum=CHEAP) == ()
    with pytest.raises(KnownError) as refused:
        verify_vault(folder, _secret("wrong"), minimum=CHEAP)
    assert refused.value.code is ErrorCode.WRONG_PASSPHRASE
    header = folder / "header.json"
    header.write_bytes(header.read_bytes()[:-1])
    (problem,) = verify_vault(folder, _secret(), minimum=CHEAP)
    assert problem.code == "header_damaged"
    assert "header" in problem.words


def test_a_damaged_page_is_reported_though_closing_stumbles_over_it_too(tmp_path: Path) -> None:
    folder = tmp_path / "test.vault"
    create_vault(folder, _secret(), "Ada", kdf=CHEAP).vault.close()
    content = folder / "content.db"
    data = bytearray(content.read_bytes())
    data[5 * 4096 + 100] ^= 1
    content.write_bytes(data)
    assert [problem.code for problem in verify_vault(folder, _secret(), minimum=CHEAP)] == [
        "page_damaged",
        "unchecked",
    ]


def test_the_last_group_shows_that_the_key_was_written_down() -> None:
    key = "AAAAA-BBBBB-01234"
    assert recovery_key_group_matches(key, " o1234 ")
    assert recovery_key_group_matches(key, "0l234")
    assert not recovery_key_group_matches(key, "01235")
    assert not recovery_key_group_matches(key, "")


def test_five_words_are_offered_and_judged_good() -> None:
    words = offered_passphrase()
    assert len(words.split()) == 5
    assert words.replace(" ", "").replace("-", "").isalpha()
    assert words != offered_passphrase()
    assert passphrase_strength(words).score >= GOOD_STRENGTH


@pytest.mark.parametrize("given", ["", "password", "123456", b"qwerty", bytearray(b"letmein")])
def test_a_bad_passphrase_is_judged_bad(given: str | bytes | bytearray) -> None:
    judged = passphrase_strength(given)
    assert judged.score < GOOD_STRENGTH
    assert judged.words


@pytest.mark.parametrize("given", ["ö" * 500, b"\xff\xfe\xfd", "a\0b", "회의 회의 회의"])
def test_any_passphrase_can_be_judged(given: str | bytes) -> None:
    assert 0 <= passphrase_strength(given).score <= 4
