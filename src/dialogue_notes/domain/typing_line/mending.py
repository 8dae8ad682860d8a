"""Mends of the entry before: `s/old/new/` and `mend old > new`."""

from __future__ import annotations

from dialogue_notes.domain.typing_line.layouts import readings

_WORD = "mend"


def mended(line: str, previous: str) -> str | None:
    """The text of the entry before with the first `old` replaced; None when the line is no mend that fits.

    A mend fits when `old` stands in the text and something is left of it; anything else is ordinary text.
    """
    change = _with_slashes(line) or _with_word(line)
    if change is None:
        return None
    old, new = change
    if not old or old not in previous:
        return None
    text = previous.replace(old, new, 1)
    return text if text.strip() and text != previous else None


def _with_slashes(line: str) -> tuple[str, str] | None:
    """`s/old/new`, closed or not; the key of S may carry another layout's letter."""
    head, *parts = line.split("/")
    if len(head) != 1 or "s" not in readings(head) or len(parts) not in (2, 3) or "".join(parts[2:]).strip():
        return None
    return parts[0], parts[1]


def _with_word(line: str) -> tuple[str, str] | None:
    head, _, change = line.partition(" ")
    if _WORD not in readings(head) or ">" not in change:
        return None
    old, _, new = change.partition(">")
    return old.strip(), new.strip()
