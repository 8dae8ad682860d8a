"""header.json: the one file of a vault that is read before its key is known."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from typing import Final

from dialogue_notes.crypto.derivation import derive_key, is_same, mac
from dialogue_notes.crypto.kdf import SALT_SIZE, KdfCost
from dialogue_notes.crypto.key_buffer import KeyBuffer
from dialogue_notes.crypto.slots import KEY_SIZE, NONCE_SIZE, WRAPPED_SIZE, KeySlot, SlotKind, SlotTerms
from dialogue_notes.errors import ErrorCode, KnownError

MAGIC: Final = "dialogue-notes vault"
FORMAT_VERSION: Final = 1
_LONGEST: Final = 1024 * 1024
"""Bytes; a real header has a few thousand."""

_SIZES: Final = {
    "public_key": KEY_SIZE,
    "nonce": NONCE_SIZE,
    "commitment": KEY_SIZE,
    "wrapped": WRAPPED_SIZE,
}


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; `seal` is the MAC under the content key over all the rest."""

    vault_id: str
    salt: bytes
    cost: KdfCost
    slots: tuple[KeySlot, ...]
    seal: bytes = b""

    def terms(self, slot: KeySlot) -> SlotTerms:
        """What the slot's wrapping authenticates."""
        return SlotTerms(self.vault_id, slot.slot_id, slot.kind, slot.role)

    def sealed(self, content_key: KeyBuffer) -> Header:
        """The same header with its MAC."""
        return replace(self, seal=self._mac(content_key))

    def check_seal(self, content_key: KeyBuffer) -> None:
        """Raises KnownError(HEADER_ALTERED) when anything but this program wrote the header."""
        if not is_same(self._mac(content_key), self.seal):
            raise KnownError(ErrorCode.HEADER_ALTERED)

    def _mac(self, content_key: KeyBuffer) -> bytes:
        with derive_key(content_key, "dialogue-notes header", self.vault_id) as key:
            return mac(key, _canonical(_fields(replace(self, seal=b""))))


def encode_header(header: Header) -> bytes:
    """The header as the bytes of its file; there is exactly one way to write it."""
    fields = _fields(header)
    return _canonical({**fields, "checksum": _checksum(fields)})


def decode_header(data: bytes) -> Header:
    """The header in `data`; nothing in it is trusted yet but that no bit was changed by accident.

    Raises KnownError: HEADER_DAMAGED when the checksum is wrong or anything is missing, VAULT_NEWER when it is
    whole but of a later format. Neither the MAC nor the cost is checked here.
    """
    fields = _checked_fields(data)
    version = fields.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < FORMAT_VERSION:
        raise KnownError(ErrorCode.HEADER_DAMAGED)
    if version > FORMAT_VERSION:
        raise KnownError(ErrorCode.VAULT_NEWER, detail=f"format {version}")
    try:
        return _header(fields)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise KnownError(ErrorCode.HEADER_DAMAGED) from None


def _checked_fields(data: bytes) -> dict[str, object]:
    """The fields whose checksum is right and which are written in the one way, so that no bit can hide."""
    try:
        fields = json.loads(data.decode("ascii")) if len(data) <= _LONGEST else None
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict) or fields.get("magic") != MAGIC or _canonical(fields) != data:
        raise KnownError(ErrorCode.HEADER_DAMAGED)
    checksum = fields.pop("checksum", None)
    if checksum != _checksum(fields):
        raise KnownError(ErrorCode.HEADER_DAMAGED)
    return fields


def _checksum(fields: dict[str, object]) -> str:
    return hashlib.sha256(_canonical(fields)).hexdigest()


def _canonical(fields: dict[str, object]) -> bytes:
    return (json.dumps(fields, indent=1, sort_keys=True, ensure_ascii=True) + "\n").encode("ascii")


def _fields(header: Header) -> dict[str, object]:
    return {
        "magic": MAGIC,
        "version": FORMAT_VERSION,
        "vault_id": header.vault_id,
        "kdf": {
            "algorithm": "argon2id-1.3",
            "salt": _text(header.salt),
            "memory_kib": header.cost.memory_kib,
            "passes": header.cost.passes,
            "lanes": header.cost.lanes,
        },
        "slots": [_slot_fields(slot) for slot in header.slots],
        "mac": _text(header.seal),
    }


def _slot_fields(slot: KeySlot) -> dict[str, object]:
    return {
        "id": slot.slot_id,
        "kind": slot.kind.value,
        "role": slot.role,
        **{name: _text(getattr(slot, name)) for name in _SIZES},
    }


def _header(fields: dict[str, object]) -> Header:
    kdf, slots = fields["kdf"], fields["slots"]
    if not isinstance(kdf, dict) or not isinstance(slots, list) or kdf["algorithm"] != "argon2id-1.3":
        raise ValueError
    cost = KdfCost(*(_number(kdf[name]) for name in ("memory_kib", "passes", "lanes")))
    header = Header(
        _word(fields["vault_id"]),
        _bytes(kdf["salt"], SALT_SIZE),
        cost,
        tuple(_slot(slot) for slot in slots),
        _bytes(fields["mac"], KEY_SIZE),
    )
    if _fields(header) != fields:  # something more than this version knows
        raise ValueError
    return header


def _slot(fields: dict[str, object]) -> KeySlot:
    sized = {name: _bytes(fields[name], size) for name, size in _SIZES.items()}
    return KeySlot(_word(fields["id"]), SlotKind(_word(fields["kind"])), _word(fields["role"]), **sized)


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _bytes(value: object, size: int) -> bytes:
    data = b64decode(_word(value), validate=True)
    if len(data) != size:
        raise ValueError
    return data


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value
