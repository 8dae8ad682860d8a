"""Between columns and the types of the domain: dates, lists of words, lists of codes, consents."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Final, TypeVar

import msgspec

from dialogue_notes.domain.record import Consent

E = TypeVar("E", bound=StrEnum)

_WORDS: Final = msgspec.json.Decoder(tuple[str, ...])
_PAIR: Final = msgspec.json.Decoder(tuple[str, str])


def words_column(words: Iterable[str]) -> str:
    """A list of texts as JSON; empty for none."""
    values = list(words)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else ""


def words(column: str) -> tuple[str, ...]:
    """The list of texts in a column."""
    return _WORDS.decode(column) if column else ()


def codes_column(codes: Iterable[StrEnum]) -> str:
    """A list of codes, separated by blanks."""
    return " ".join(code.value for code in codes)


@cache
def codes(column: str, kind: type[E]) -> tuple[E, ...]:
    """The list of codes in a column."""
    return tuple(kind(word) for word in column.split())


def date_column(value: date | None) -> str | None:
    """A date or a local time as ISO 8601."""
    return None if value is None else value.isoformat()


def date_of(column: str | None) -> date | None:
    """The date in a column."""
    return None if column is None else date.fromisoformat(column)


def time_of(column: str | None) -> datetime | None:
    """The local time in a column."""
    return None if column is None else datetime.fromisoformat(column)


def consent_column(consent: Consent | None) -> str | None:
    """A consent as JSON."""
    return None if consent is None else json.dumps([consent.by, consent.when], ensure_ascii=False)


def consent_of(column: str | None) -> Consent | None:
    """The consent in a column."""
    return None if column is None else Consent(*_PAIR.decode(column))
