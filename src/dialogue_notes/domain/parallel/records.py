"""Another rapporteur's record of a meeting, set beside the one in the vault. Raw; nothing of it is exported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from dialogue_notes.domain.codes import GroundRule, InterventionState, Kind
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.room_notes import sync_number

NOBODY: Final = Speaker()
_SYNC: Final = re.compile(r"sync(?: mark)?\s*(?:no\.?\s*)?(\d{1,4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParallelRecord:
    """A record that was set beside a meeting; `title` tells it from others."""

    id: str
    meeting_id: str
    title: str = field(repr=False)
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class ParallelPerson:
    """Somebody whom that record knows; `participant_id` is None when nobody on the roster is meant."""

    id: str
    record_id: str
    position: int
    name: str = field(repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    scripts: tuple[str, ...] = field(default=(), repr=False)
    role: str = field(default="", repr=False)
    participant_id: str | None = None


@dataclass(frozen=True, slots=True)
class ParallelEntry:
    """One entry of that record.

    `session_id` is the session of the meeting that it belongs to; None once that is no more. `rule` is the one in
    force there: None where that record says none. `speaker` means a `ParallelPerson` by its id. `taken_as` is the
    entry of the meeting that took its words over.
    """

    id: str
    record_id: str
    session_id: str | None
    position: int
    kind: Kind
    text: str = field(repr=False)
    spoken_at: datetime | None = None
    rule: GroundRule | None = None
    tags: tuple[str, ...] = field(default=(), repr=False)
    interpreted: bool = False
    speaker: Speaker = NOBODY
    taken_as: str | None = None
    state: InterventionState = InterventionState.KEPT


@dataclass(frozen=True, slots=True)
class KeptDifference:
    """A difference that is to stay: between two entries, or one that only one record has.

    `digest` is of both texts as they were then.
    """

    id: str
    record_id: str
    left_id: str | None
    right_id: str | None
    digest: str


def sync_of(kind: Kind, text: str, tags: tuple[str, ...]) -> int | None:
    """The number of a sync mark, by its tag or, where it came from a file, by its words ("Sync 3 at 11:04:07").

    A meeting file may not hold the tag, which only the room's own key gives.
    """
    number = sync_number(tags)
    if number is not None or kind is not Kind.PROCEDURE:
        return number
    found = _SYNC.match(text.strip())
    return None if found is None else int(found[1])
