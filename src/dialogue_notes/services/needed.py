"""Fields that must not be empty."""

from __future__ import annotations

from dialogue_notes.errors import ErrorCode, KnownError


def needed(field: str, text: str) -> str:
    """`text` without blanks around it. Raises KnownError(BAD_FIELD) naming `field` when nothing is left."""
    stripped = text.strip()
    if not stripped:
        raise KnownError(ErrorCode.BAD_FIELD, field=field, detail="it is empty")
    return stripped
