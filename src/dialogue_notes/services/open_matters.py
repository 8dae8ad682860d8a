"""Everything but undecided places that keeps a meeting from being called reviewed, from wherever it is known.

Whoever knows of another kind adds one line to `SOURCES`. What is named here may not import `services.review`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.services import checklist, comments, dangers
from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.storage.vault import Readable

Source = Callable[[Readable, str], Iterable[OpenMatter]]
"""Says what is open in a meeting (by id); a matter without a count is none."""


def open_matters(readable: Readable, meeting_id: str) -> tuple[OpenMatter, ...]:
    """What is open in a meeting, each kind once, in the order of `OpenKind`; nothing for a kind that is done."""
    counts: Counter[OpenKind] = Counter()
    for source in SOURCES:
        for matter in source(readable, meeting_id):
            counts[matter.kind] += matter.count
    return tuple(OpenMatter(kind, counts[kind]) for kind in OpenKind if counts[kind])


def _comments(readable: Readable, meeting_id: str) -> Iterable[OpenMatter]:
    waiting = comments.open_matters(readable, meeting_id)
    yield OpenMatter(OpenKind.SECOND_LOOK, waiting.second_looks)
    yield OpenMatter(OpenKind.COMMENT, waiting.threads)


def _dangers(readable: Readable, meeting_id: str) -> Iterable[OpenMatter]:
    waiting = [one.found.kind for one in dangers.dangers_shown(readable, meeting_id).dangers if one.is_open]
    quotes = waiting.count(DangerKind.QUOTE)
    yield OpenMatter(OpenKind.DANGER, len(waiting) - quotes)
    yield OpenMatter(OpenKind.QUOTE, quotes)


def _checklist(readable: Readable, meeting_id: str) -> Iterable[OpenMatter]:
    yield OpenMatter(OpenKind.CHECKLIST, checklist.unanswered(readable, meeting_id))


SOURCES: tuple[Source, ...] = (_comments, _dangers, _checklist)
