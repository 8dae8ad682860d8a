from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.crypto.key_buffer import KeyBuffer, random_key
from dialogue_notes.crypto.slots import KeySlot, SlotKeys, SlotKind, SlotTerms, unwrap, wrap
from dialogue_notes.errors import ErrorCode, KnownError

TERMS = SlotTerms("vault", "slot", SlotKind.PASSPHRASE, "custodian")


@pytest.fixture
def stretched() -> KeyBuffer:
    return random_key()


def _wrapped(stretched: KeyBuffer) -> tuple[SlotKeys, KeySlot]:
    with random_key() as content:
        keys = SlotKeys.for_new_slot(content)
    return keys, wrap(TERMS, keys, stretched)


def test_a_slot_gives_back_the_keys_that_were_wrapped(stretched: KeyBuffer) -> None:
    keys, slot = _wrapped(stretched)
    opened = unwrap(TERMS, slot, stretched)
    assert opened is not None
    assert bytes(opened.content.view) == bytes(keys.content.view)
    assert bytes(opened.private.view) == bytes(keys.private.view)
    assert opened.public_key == slot.public_key


def test_another_secret_opens_nothing(stretched: KeyBuffer) -> None:
    _, slot = _wrapped(stretched)
    with random_key() as other:
        assert unwrap(TERMS, slot, other) is None


@pytest.mark.parametrize(
    "terms",
    [
        replace(TERMS, vault_id="other"),
        replace(TERMS, slot_id="other"),
        replace(TERMS, role="rapporteur"),
        replace(TERMS, kind=SlotKind.RECOVERY),
    ],
)
def test_a_slot_is_bound_to_its_vault_and_its_own_fields(stretched: KeyBuffer, terms: SlotTerms) -> None:
    _, slot = _wrapped(stretched)
    assert unwrap(terms, slot, stretched) is None


@pytest.mark.parametrize("field", ["public_key", "nonce", "wrapped"])
def test_a_changed_field_is_told_from_a_wrong_secret(stretched: KeyBuffer, field: str) -> None:
    _, slot = _wrapped(stretched)
    value = getattr(slot, field)
    changed = bytes([value[0] ^ 1]) + value[1:]
    damaged = KeySlot(
        slot.slot_id,
        slot.kind,
        slot.role,
        changed if field == "public_key" else slot.public_key,
        changed if field == "nonce" else slot.nonce,
        slot.commitment,
        changed if field == "wrapped" else slot.wrapped,
    )
    with pytest.raises(KnownError) as refused:
        unwrap(TERMS, damaged, stretched)
    assert refused.value.code is ErrorCode.HEADER_ALTERED


def test_a_changed_commitment_opens_nothing(stretched: KeyBuffer) -> None:
    _, slot = _wrapped(stretched)
    assert unwrap(TERMS, replace(slot, commitment=bytes(32)), stretched) is None
