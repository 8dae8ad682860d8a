"""Numbers that say by their own digits what they are: phone numbers, bank accounts, cards, personal numbers.

The libraries are loaded at the first number that may be one.
"""

from __future__ import annotations

import re

_REGIONS = ("US", "GB", "FR", "DE", "CH", "KR", "JP", "CN", "RU", "IN", "ES", "IT", "EG", "IL", "SA", "TR")
"""Where a number is tried that has no country code: it must be valid in one of them, and be grouped as phones are."""
_TRUNK = re.compile(r"\(?0\d{1,4}\)?[ \u00a0./-]\d|\(?\d{3}\)?[ \u00a0.-]{1,2}\d{3}[ \u00a0.-]\d{4}\Z")
_FEWEST, _MOST = 6, 15
"""Digits of a phone number; the most are those of ITU-T E.164."""
_CARD_DIGITS = range(13, 17)


def phone_number(written: str, *, is_called: bool) -> str | None:
    """A phone number in one form however it was written (E.164, or its digits without a country), or None.

    `is_called`: a word before it says that it is one; then it needs no shape of its own.
    """
    digits = re.sub(r"\D", "", written)
    if not _FEWEST <= len(digits) <= _MOST + 2:
        return None
    if written.startswith(("+", "00")):
        found = _valid("+" + digits.removeprefix("00"), None)
        return found or (digits if is_called else None)
    if is_called:
        return digits
    is_grouped = _TRUNK.match(written) is not None
    return digits if is_grouped and any(_valid(written, region) for region in _REGIONS) else None


def is_account(written: str) -> bool:
    """Whether an IBAN's country, length and check digits agree (ISO 13616)."""
    from stdnum import iban  # noqa: PLC0415 - seldom needed

    return bool(iban.is_valid(written, check_country=False))


def is_card(written: str) -> bool:
    """Whether the digits are those of a payment card: a known first digit, and the check digit (ISO/IEC 7812)."""
    from stdnum import luhn  # noqa: PLC0415 - seldom needed

    digits = re.sub(r"\D", "", written)
    is_long_enough = len(digits) in _CARD_DIGITS and digits[0] in "3456"
    return is_long_enough and len(set(digits)) > 1 and bool(luhn.is_valid(digits))


def is_identity(written: str) -> bool:
    """Whether this is a personal number of the United States, Korea or China."""
    from stdnum.cn import ric  # noqa: PLC0415 - seldom needed
    from stdnum.kr import rrn  # noqa: PLC0415 - seldom needed
    from stdnum.us import ssn  # noqa: PLC0415 - seldom needed

    return bool(ssn.is_valid(written) or rrn.is_valid(written) or ric.is_valid(written))


def _valid(written: str, region: str | None) -> str | None:
    import phonenumbers  # noqa: PLC0415 - seldom needed

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
