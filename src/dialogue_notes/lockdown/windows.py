"""Windows: only a packaged program in an AppContainer without network capability is kept offline by the system."""

from __future__ import annotations

from dialogue_notes.lockdown.enforcement import Guard, Measure


def set_up() -> tuple[Measure, ...]:
    """Says what Windows does not enforce for a program started from source."""
    network = "Windows does not enforce it for a program that is started from source"
    dumps = "Windows decides by its own settings whether a crash is reported"
    return (
        Measure(Guard.SYSTEM, is_in_force=False, words=network),
        Measure(Guard.CORE_DUMPS, is_in_force=False, words=dumps),
    )
