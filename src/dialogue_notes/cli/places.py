"""The places of work of one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogue_notes.services.places import InlinePlaces


@contextmanager
def inline_places() -> Iterator[InlinePlaces]:
    """Everything in this thread but jobs, whose process ends with the command."""
    from dialogue_notes.services.places import InlinePlaces

    places = InlinePlaces()
    try:
        yield places
    finally:
        places.close()
