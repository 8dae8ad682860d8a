"""A recorded hour of a meeting that never was: which keys were pressed when, and what has to stand in the record.

What is expected is put together beside the keys and not by reading them, so that a mistake of the grammar shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.rapporteur import Rapporteur
from tests.support.recorded_keys import Noted, Stroke

HOUR = 250
"""Entries of an hour."""


@dataclass(frozen=True, slots=True)
class Hour:
    """The keys and what they make."""

    strokes: tuple[Stroke, ...]
    noted: tuple[Noted, ...]


def recorded(entries: int, seed: int = 2026) -> Hour:
    """The first `entries` entries of an hour; `HOUR` of them fill it."""
    rapporteur = Rapporteur(seed)
    while len(rapporteur.noted) < entries:
        rapporteur.go_on()
    return Hour(tuple(rapporteur.strokes), tuple(rapporteur.noted))
