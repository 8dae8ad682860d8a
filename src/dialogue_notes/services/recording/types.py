"""What recording hands to and fro: the moment a line belongs to, what was kept, and how to take it back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.domain.typing_line.typed import NOBODY


@dataclass(frozen=True, slots=True)
class Moment:
    """What the screen knows about a line.

    `spoken_at` is the clock on the wall at the line's first key (naive local time). `speaker` is who speaks.
    `rule` is the strictest rule that the screen has shown since the line's first key. `before` is the entry that the
    line is to stand before; None for the end of the session. `interpreted` are the ids of those who speak through an
    interpreter.
    """

    spoken_at: datetime
    speaker: Speaker = NOBODY
    rule: GroundRule | None = None
    glossary: Mapping[str, str] = field(default_factory=dict, repr=False)
    before: str | None = None
    interpreted: Collection[str] = ()


class Outcome(StrEnum):
    """What became of a line."""

    NOTHING = "nothing"
    SPEAKER = "speaker"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it stood before or after a change; `speaker` is None when the change left it alone.

    `follows` is the entry that it stood after in its session, None for the first: said where the change made, took
    away or moved it.
    """

    intervention: Intervention
    speaker: Speaker | None = None
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What one act did to the entries of a meeting.

    `reorders` when other entries were renumbered, or entries went to another session: whoever shows the session
    must read it again.
    """

    meeting_id: str
    before: tuple[Version, ...] = ()
    after: tuple[Version, ...] = ()
    reorders: bool = False

    @property
    def added(self) -> tuple[str, ...]:
        """The entries that were not there before."""
        before = {version.intervention.id for version in self.before}
        return tuple(
            version.intervention.id for version in self.after if version.intervention.id not in before
        )

    @property
    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.meeting_id, self.after, self.before, self.reorders)


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """What became of a line: who speaks from now on, and the change if there was one."""

    outcome: Outcome
    speaker_after: Speaker
    change: Change | None = None
