from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.crypto.derivation import context
from dialogue_notes.crypto.key_buffer import copy_key, random_key
from dialogue_notes.crypto.sealing import ROW_SIZE, RowCipher, open_key, seal_key
from dialogue_notes.errors import BugError, ErrorCode, KnownError


def test_a_sealed_key_opens_with_the_private_half_alone() -> None:
    with random_key() as key, random_key() as private, random_key() as other:
        public = X25519PrivateKey.from_private_bytes(private.view).public_key().public_bytes_raw()
        sealed = seal_key(key, public, b"meeting")
        assert bytes(open_key(sealed, private, b"meeting").view) == bytes(key.view)
        for holder, info in ((other, b"meeting"), (private, b"another meeting")):
            with pytest.raises(KnownError) as refused:
                open_key(sealed, holder, info)
            assert refused.value.code is ErrorCode.VAULT_DAMAGED


@given(st.binary(max_size=ROW_SIZE).filter(lambda data: not data.endswith(b"\0")))
def test_rows_of_any_length_are_sealed_to_one_size(payload: bytes) -> None:
    cipher = RowCipher(copy_key(bytes(32)))
    sealed = cipher.seal(payload, b"row 1")
    assert len(sealed) == 12 + ROW_SIZE + 16
    assert cipher.open(sealed, b"row 1") == payload
    assert cipher.seal(payload, b"row 1") != sealed


def test_a_row_that_was_changed_or_moved_is_refused() -> None:
    cipher = RowCipher(copy_key(bytes(32)))
    sealed = cipher.seal(b"who", b"row 1")
    for data, info in (
        (sealed, b"row 2"),
        (sealed[:-1] + b"\0", b"row 1"),
        (b"", b"row 1"),
        (sealed[:20], b"row 1"),
    ):
        if data == sealed and info == b"row 1":
            continue
        with pytest.raises(KnownError) as refused:
            cipher.open(data, info)
        assert refused.value.code is ErrorCode.VAULT_DAMAGED


def test_too_long_a_row_is_a_bug() -> None:
    with pytest.raises(BugError):
        RowCipher(copy_key(bytes(32))).seal(bytes(ROW_SIZE + 1), b"")


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_two_contexts_are_equal_only_when_their_parts_are(one: list[str], other: list[str]) -> None:
    assert (context(*one) == context(*other)) == (one == other)


def test_nothing_is_sealed_under_a_key_that_was_erased() -> None:
    cipher = RowCipher(copy_key(bytes(range(32))))
    cipher.close()
    with pytest.raises(BugError):
        cipher.seal(b"who", b"row 1")
