from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.crypto.key_buffer import copy_key
from dialogue_notes.crypto.recovery_key import (
    DIGITS,
    RecoveryKey,
    is_group_whole,
    is_same_group,
    new_recovery_key,
    read_recovery_key,
)
from dialogue_notes.errors import ErrorCode, KnownError

SAMPLE = bytes(range(7, 247, 12))


@given(st.binary(min_size=20, max_size=20))
def test_every_key_is_read_back_from_what_is_written_down(data: bytes) -> None:
    key = RecoveryKey(copy_key(data))
    assert bytes(read_recovery_key(key.text).key.view) == data


@given(st.binary(min_size=20, max_size=20))
def test_case_hyphens_spaces_and_look_alikes_are_forgiven(data: bytes) -> None:
    text = RecoveryKey(copy_key(data)).text
    typed = text.lower().replace("0", "o").replace("1", "l").replace("-", " ")
    for form in (
        typed,
        typed.replace("l", "I"),
        text.replace("-", ""),
        f"  {text}\n",
        text.replace("-", "–"),
    ):
        assert bytes(read_recovery_key(form).key.view) == data


def test_it_has_160_bits_in_eight_groups() -> None:
    key = new_recovery_key()
    assert len(key.key) == 20
    assert [len(group) for group in key.groups] == [5] * 8
    assert key.text != new_recovery_key().text


def test_every_single_mistyped_character_is_named_with_its_group() -> None:
    text = RecoveryKey(copy_key(SAMPLE)).text
    others = string.ascii_uppercase + string.digits + "!?*ÄΑО㏑"
    for place, right in enumerate(text):
        if right == "-":
            continue
        for wrong in others:
            if is_same_group(right, wrong):
                continue  # a look-alike that is forgiven
            with pytest.raises(KnownError) as refused:
                read_recovery_key(text[:place] + wrong + text[place + 1 :])
            assert refused.value.code is ErrorCode.RECOVERY_KEY_MISTYPED
            assert refused.value.details["detail"] == f"group {place // 6 + 1}"


@given(st.binary(min_size=20, max_size=20), st.integers(0, 46), st.sampled_from(DIGITS))
def test_a_wrong_digit_anywhere_in_any_key_is_found(data: bytes, place: int, wrong: str) -> None:
    text = RecoveryKey(copy_key(data)).text
    if text[place] in {"-", wrong}:
        return
    with pytest.raises(KnownError) as refused:
        read_recovery_key(text[:place] + wrong + text[place + 1 :])
    assert refused.value.details["detail"] == f"group {place // 6 + 1}"


def test_a_digit_too_few_or_too_many_is_named_with_its_group() -> None:
    text = RecoveryKey(copy_key(SAMPLE)).text
    for typed in (text[:8] + text[9:], text[:8] + "7" + text[8:], text[:8] + "-" + text[9:]):
        with pytest.raises(KnownError) as refused:
            read_recovery_key(typed)
        assert refused.value.details["detail"] == "group 2"


@pytest.mark.parametrize("typed", ["", "   ", "-", "ABCDE"])
def test_too_short_a_key_is_refused(typed: str) -> None:
    with pytest.raises(KnownError) as refused:
        read_recovery_key(typed)
    assert refused.value.code is ErrorCode.RECOVERY_KEY_MISTYPED


def test_a_whole_group_left_out_is_refused() -> None:
    text = RecoveryKey(copy_key(SAMPLE)).text
    with pytest.raises(KnownError):
        read_recovery_key(text.rpartition("-")[0])


def test_groups_in_the_wrong_order_are_found() -> None:
    groups = RecoveryKey(copy_key(SAMPLE)).groups
    swapped = (groups[1], groups[0], *groups[2:])
    with pytest.raises(KnownError):
        read_recovery_key("-".join(swapped))


def test_a_group_can_be_checked_by_itself() -> None:
    groups = RecoveryKey(copy_key(SAMPLE)).groups
    assert is_group_whole(groups[3].lower(), 3)
    assert not is_group_whole(groups[3][:-1], 3)
    assert is_same_group(groups[7], f" {groups[7].lower()} ")
    assert not is_same_group(groups[7], "")
    assert not is_same_group("", "")


def test_neither_repr_shows_the_key() -> None:
    key = RecoveryKey(copy_key(SAMPLE))
    assert key.groups[0] not in repr(key) + repr(key.key)
