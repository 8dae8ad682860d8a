from __future__ import annotations

import pytest

from dialogue_notes.crypto.kdf import (
    CEILING,
    DEFAULT_COST,
    FLOOR,
    KdfCost,
    calibrated_cost,
    check_cost,
    normal_form,
    stretch,
)
from dialogue_notes.errors import ErrorCode, KnownError


def test_argon2id_gives_the_reference_implementations_answer() -> None:
    # phc-winner-argon2, src/test.c: hashtest(version 0x13, t=2, m=2^16, p=1, "password", "somesalt", Argon2id)
    with stretch(bytearray(b"password"), b"somesalt", KdfCost(65536, 2, 1)) as key:
        assert bytes(key.view).hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


@pytest.mark.parametrize(
    "cost",
    [
        KdfCost(FLOOR.memory_kib - 1, 3, 4),
        KdfCost(256 * 1024, 2, 4),
        KdfCost(256 * 1024, 3, 0),
        KdfCost(CEILING.memory_kib + 1, 3, 4),
        KdfCost(2**50, 3, 4),  # were anything allocated, this would end in a MemoryError
        KdfCost(256 * 1024, 17, 4),
        KdfCost(256 * 1024, 3, 65),
        KdfCost(-1, 3, 4),
    ],
)
def test_a_stored_cost_outside_the_bounds_is_refused(cost: KdfCost) -> None:
    with pytest.raises(KnownError) as refused:
        check_cost(cost)
    assert refused.value.code is ErrorCode.KDF_COST_REFUSED


def test_the_bounds_themselves_and_the_default_are_allowed() -> None:
    for cost in (FLOOR, CEILING, DEFAULT_COST):
        check_cost(cost)


def test_calibration_never_goes_below_the_default() -> None:
    cost = calibrated_cost()
    check_cost(cost)
    assert cost.memory_kib == DEFAULT_COST.memory_kib
    assert cost.passes >= DEFAULT_COST.passes


def test_every_way_of_typing_a_passphrase_has_one_normal_form() -> None:
    composed, decomposed = bytearray("Zürich ﬁne", "utf-8"), bytearray("Zu\u0308rich fine", "utf-8")
    assert normal_form(composed) == normal_form(decomposed)


@pytest.mark.parametrize("text", ["plain ascii", "Zürich"])
def test_bringing_to_normal_form_erases_what_was_given(text: str) -> None:
    typed = bytearray(text, "utf-8")
    normal_form(typed)
    assert not any(typed)


def test_what_is_not_utf_8_is_refused_and_erased() -> None:
    typed = bytearray(b"\xff\xfe passphrase")
    with pytest.raises(KnownError) as refused:
        normal_form(typed)
    assert refused.value.code is ErrorCode.BAD_FIELD
    assert not any(typed)
    assert "passphrase" not in repr(refused.value.__context__)
