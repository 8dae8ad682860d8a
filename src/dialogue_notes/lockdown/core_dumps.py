"""No core file, so that a crash leaves no note on the disk (Linux and macOS)."""

from __future__ import annotations

import resource

from dialogue_notes.lockdown.enforcement import Guard, Measure


def forbid_core_dumps() -> Measure:
    """Sets the limit for core files to nothing, for good and for all children."""
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError) as error:
        return Measure(Guard.CORE_DUMPS, is_in_force=False, words=f"the limit was not accepted ({error})")
    return Measure(
        Guard.CORE_DUMPS, is_in_force=True, words="a crash leaves no copy of the memory on the disk"
    )
