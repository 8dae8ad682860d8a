"""What the panel of two records says of itself."""

from __future__ import annotations

from typing import Final

EMPTY: Final = (
    "Another rapporteur's record of this meeting can stand beside this one, entry by entry. It is kept as evidence;"
    " nothing of it is exported before it is taken over."
)
LEGEND: Final = (
    "Dashed: words of this record only. Underlined: words of the other only. = the same, ≠ differs, ← only there,"
    " ✓ kept as a difference."
)
CLOSED: Final = (
    "This meeting is closed, so its record stays as it is and nothing can be taken over. Open it again in Meetings to"
    " do so; differences can be kept as they are."
)
NONE_OPEN: Final = "No difference is open. F shows every row again."
STRIKE: Final = "The other rapporteur's words of this entry will be destroyed. That cannot be undone."
