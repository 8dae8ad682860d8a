from __future__ import annotations

import pytest

from dialogue_notes.crypto.key_buffer import KeyBuffer, copy_key, erase, random_key
from dialogue_notes.errors import BugError


def test_closing_zeroes_the_key_even_while_a_view_is_held() -> None:
    key = copy_key(b"k" * 32)
    view = key.view
    key.close()
    assert bytes(view) == bytes(32)


def test_an_erased_key_cannot_be_used() -> None:
    key = random_key()
    key.close()
    key.close()
    assert key.is_closed
    with pytest.raises(BugError):
        _ = key.view


def test_random_keys_differ_and_have_the_length_asked_for() -> None:
    with random_key() as one, random_key() as other, random_key(20) as short:
        assert bytes(one.view) != bytes(other.view) != bytes(32)
        assert len(one) == 32
        assert len(short.view) == 20


def test_the_repr_shows_the_length_alone() -> None:
    with copy_key(b"secret key bytes") as key:
        assert repr(key) == "KeyBuffer(16 bytes)"


def test_erasing_overwrites_in_place() -> None:
    data = bytearray(b"passphrase")
    same = memoryview(data)
    erase(data)
    assert bytes(same) == bytes(10)


def test_an_empty_buffer_is_allowed() -> None:
    with KeyBuffer(0) as key:
        assert bytes(key.view) == b""
