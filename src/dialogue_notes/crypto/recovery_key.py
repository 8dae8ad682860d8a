"""The recovery key: 160 random bits that a person writes down, in groups that each show a typing error.

The digits are Crockford's base 32, which leaves out I, L, O and U: what is read as O is 0, as I or L is 1, and
case does not matter. A group is four digits of the key and one check digit; a wrong digit anywhere is named
with its group.
"""

from __future__ import annotations

from typing import Final

from dialogue_notes.crypto.key_buffer import KeyBuffer, erase, random_key
from dialogue_notes.errors import ErrorCode, KnownError

GROUPS: Final = 8
DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Douglas Crockford's base 32 (https://www.crockford.com/base32.html), without its check symbols."""

GROUP_SIZE: Final = 5
_KEY_BYTES: Final = 20
_FORGIVEN: Final = {ord("O"): "0", ord("I"): "1", ord("L"): "1"}
_SEPARATORS: Final = dict.fromkeys(map(ord, "- \t\r\n\u00a0\u2010\u2011\u2012\u2013\u2212"))


class RecoveryKey:
    """The key's 20 bytes, in memory that is erased by `close`."""

    __slots__ = ("key",)

    def __init__(self, key: KeyBuffer) -> None:
        self.key = key

    @property
    def text(self) -> str:
        """Eight groups joined by hyphens, to be shown once and written down."""
        return "-".join(self.groups)

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups of five characters."""
        number = int.from_bytes(self.key.view, "big")
        values = [(number >> shift) & 31 for shift in range(155, -1, -5)]
        return tuple(_written(values[start : start + 4], start // 4) for start in range(0, 32, 4))

    def close(self) -> None:
        """Erases the key."""
        self.key.close()

    def __repr__(self) -> str:
        return "RecoveryKey(hidden)"


def new_recovery_key() -> RecoveryKey:
    """A new key from the operating system's generator."""
    return RecoveryKey(random_key(_KEY_BYTES))


def read_recovery_key(typed: str) -> RecoveryKey:
    """The key that was typed, with or without hyphens and spaces, in any case, O for 0, I and L for 1.

    Raises KnownError(RECOVERY_KEY_MISTYPED) with the group, or with the length, in its detail.
    """
    digits = _plain(typed)
    wrong = _first_wrong_group(typed)
    if len(digits) != GROUPS * GROUP_SIZE and wrong is None:
        raise KnownError(
            ErrorCode.RECOVERY_KEY_MISTYPED,
            detail=f"its length: {len(digits)} characters instead of {GROUPS * GROUP_SIZE}",
        )
    if wrong is not None and not _is_whole(digits):
        raise KnownError(ErrorCode.RECOVERY_KEY_MISTYPED, detail=f"group {wrong}")
    number = 0
    for index, digit in enumerate(digits):
        if index % GROUP_SIZE != GROUP_SIZE - 1:
            number = number << 5 | DIGITS.index(digit)
    data = bytearray(number.to_bytes(_KEY_BYTES, "big"))
    key = KeyBuffer(_KEY_BYTES)
    key.view[:] = data
    erase(data)
    return RecoveryKey(key)


def is_group_whole(typed: str, index: int) -> bool:
    """Whether `typed` is a group with the right check digit for place `index` (0 to 7)."""
    digits = _plain(typed)
    if len(digits) != GROUP_SIZE or any(digit not in DIGITS for digit in digits):
        return False
    return _check_digit([DIGITS.index(digit) for digit in digits[:-1]], index) == digits[-1]


def is_same_group(group: str, typed: str) -> bool:
    """Whether `typed` is `group`, in any case, O for 0, I and L for 1."""
    return bool(group) and _plain(typed) == _plain(group)


def _is_whole(digits: str) -> bool:
    return len(digits) == GROUPS * GROUP_SIZE and all(
        is_group_whole(digits[start : start + GROUP_SIZE], start // GROUP_SIZE)
        for start in range(0, len(digits), GROUP_SIZE)
    )


def _first_wrong_group(typed: str) -> int | None:
    """The number (from 1) of the first group that does not hold, by the separators typed or else by length."""
    parts = typed.translate(dict.fromkeys(_SEPARATORS, " ")).split()
    if len(parts) == 1:
        digits = _plain(typed)
        parts = [digits[start : start + GROUP_SIZE] for start in range(0, len(digits), GROUP_SIZE)]
    for index, part in enumerate(parts):
        if not is_group_whole(part, index):
            return min(index + 1, GROUPS)
    return None


def _plain(typed: str) -> str:
    return typed.translate(_SEPARATORS).upper().translate(_FORGIVEN)


def _written(values: list[int], index: int) -> str:
    return "".join(DIGITS[value] for value in values) + _check_digit(values, index)


def _check_digit(values: list[int], index: int) -> str:
    """A weighted sum modulo 32; odd weights can be undone, so every single wrong digit changes it.

    The group's place is added in, so that most groups written in the wrong order are found too.
    """
    weights = (1, 3, 5, 7)
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    return DIGITS[(total + 11 * (index + 1)) % 32]
