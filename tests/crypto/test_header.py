from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.crypto.header import Header, decode_header, encode_header
from dialogue_notes.crypto.kdf import KdfCost
from dialogue_notes.crypto.key_buffer import copy_key
from dialogue_notes.crypto.slots import KeySlot, SlotKind
from dialogue_notes.errors import ErrorCode, KnownError

CONTENT_KEY = copy_key(bytes(range(32)))


def _header() -> Header:
    slots = tuple(
        KeySlot(f"slot-{number}", kind, "custodian", bytes([number]) * 32, bytes(12), bytes(32), bytes(80))
        for number, kind in enumerate((SlotKind.PASSPHRASE, SlotKind.RECOVERY))
    )
    return Header("01234567", bytes(range(16)), KdfCost(64 * 1024, 3, 4), slots).sealed(CONTENT_KEY)


def _with_checksum(fields: dict[str, object]) -> bytes:
    """What somebody would write who knows the format but not the key."""
    fields.pop("checksum", None)
    plain = (json.dumps(fields, indent=1, sort_keys=True) + "\n").encode("ascii")
    whole = {**fields, "checksum": hashlib.sha256(plain).hexdigest()}
    return (json.dumps(whole, indent=1, sort_keys=True) + "\n").encode("ascii")


def test_a_header_is_read_back_as_it_was_written() -> None:
    header = _header()
    assert decode_header(encode_header(header)) == header
    decode_header(encode_header(header)).check_seal(CONTENT_KEY)


def test_every_single_bit_flip_is_refused_as_damage() -> None:
    data = encode_header(_header())
    for place in range(len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            with pytest.raises(KnownError) as refused:
                decode_header(bytes(flipped))
            assert refused.value.code is ErrorCode.HEADER_DAMAGED


@given(st.binary(max_size=200))
def test_anything_else_is_refused_as_damage(data: bytes) -> None:
    with pytest.raises(KnownError) as refused:
        decode_header(data)
    assert refused.value.code is ErrorCode.HEADER_DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"[" * 100_000,
        b" " * 2_000_000,
        b'{"magic": "dialogue-notes vault"}',
    ],
)
def test_hostile_headers_are_refused_as_damage(data: bytes) -> None:
    with pytest.raises(KnownError) as refused:
        decode_header(data)
    assert refused.value.code is ErrorCode.HEADER_DAMAGED


def test_a_header_cut_short_or_continued_is_damage() -> None:
    data = encode_header(_header())
    for wrong in (data[:-1], data[:100], data + b"\n", data + b" "):
        with pytest.raises(KnownError) as refused:
            decode_header(wrong)
        assert refused.value.code is ErrorCode.HEADER_DAMAGED


def test_a_later_format_is_told_from_damage() -> None:
    fields = json.loads(encode_header(_header()))
    fields["version"] = 2
    fields["something_new"] = [1, 2]
    with pytest.raises(KnownError) as refused:
        decode_header(_with_checksum(fields))
    assert refused.value.code is ErrorCode.VAULT_NEWER


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", 0),
        ("version", "1"),
        ("version", True),
        ("extra", 1),
        ("slots", {}),
        ("slots", [1]),
        ("kdf", None),
        ("mac", "AAAA"),
        ("vault_id", 5),
    ],
)
def test_a_field_that_is_wrong_though_the_checksum_is_right_is_damage(name: str, value: object) -> None:
    fields = json.loads(encode_header(_header()))
    fields[name] = value
    with pytest.raises(KnownError) as refused:
        decode_header(_with_checksum(fields))
    assert refused.value.code is ErrorCode.HEADER_DAMAGED


def test_a_change_by_somebody_without_the_key_is_found_by_the_mac() -> None:
    header = _header()
    for changed in (
        replace(header, cost=KdfCost(65 * 1024, 3, 4)),
        replace(header, slots=header.slots[:1]),
        replace(header, slots=header.slots[::-1]),
        replace(header, salt=bytes(16)),
        replace(header, seal=bytes(32)),
    ):
        with pytest.raises(KnownError) as refused:
            decode_header(encode_header(changed)).check_seal(CONTENT_KEY)
        assert refused.value.code is ErrorCode.HEADER_ALTERED
