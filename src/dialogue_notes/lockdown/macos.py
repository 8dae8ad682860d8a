"""macOS: only a packaged program with the sandbox entitlement is kept offline by the system."""

from __future__ import annotations

from dialogue_notes.lockdown.core_dumps import forbid_core_dumps
from dialogue_notes.lockdown.enforcement import Guard, Measure


def set_up() -> tuple[Measure, ...]:
    """Sets what a program started from source can set, and says what it cannot."""
    words = "macOS does not enforce it for a program that is started from source"
    return Measure(Guard.SYSTEM, is_in_force=False, words=words), forbid_core_dumps()
