"""A step of the history: what an act did, as it is stored so that it can be undone after a restart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import msgspec

from dialogue_notes.domain.carrying import Carry
from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Speaker
from dialogue_notes.services.entry_events import SPEAKER, UNSURE, PastEvent
from dialogue_notes.services.entry_following import Following
from dialogue_notes.services.recording.types import Version

_ID_WIDTH: Final = len('"00000000-0000-7000-8000-000000000000"')
_SAID_WIDTH: Final = len(f"00000000-0000-7000-8000-000000000000{UNSURE}")


@dataclass(frozen=True, slots=True)
class Turn:
    """Who spoke before an act and after it."""

    before: Speaker
    after: Speaker


@dataclass(frozen=True, slots=True)
class Step:
    """What an act did.

    `what` is a word of `entry_events`. `carries` say where the words went when texts were cut or put together.
    `rules` are those in force in the sessions, by session id, when the entries of the side that is not there now
    were left: what comes back never comes back looser, and what goes takes along what became stricter. `rested` is
    what rested on the entries before and after.
    `past` are the events of the entries of the side that is not there now: they come back with them.
    `clock` is set by switching a session's clock: whether it has one afterwards.
    """

    before: tuple[Version, ...] = ()
    after: tuple[Version, ...] = ()
    what: str = ""
    turn: Turn | None = None
    carries: tuple[Carry, ...] = ()
    rules: tuple[tuple[str, GroundRule], ...] = ()
    rested: tuple[Following, Following] = (Following(), Following())
    clock: bool | None = None
    past: tuple[PastEvent, ...] = ()

    @property
    def reversed(self) -> Step:
        """The step that takes this one back."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            turn=None if self.turn is None else Turn(self.turn.after, self.turn.before),
            carries=tuple(one.reversed for one in self.carries),
            rested=(self.rested[1], self.rested[0]),
            clock=None if self.clock is None else not self.clock,
        )

    @property
    def gone(self) -> tuple[str, ...]:
        """The entries that the step took away."""
        there = {one.intervention.id for one in self.after}
        return tuple(one.intervention.id for one in self.before if one.intervention.id not in there)

    @property
    def entries(self) -> tuple[str, ...]:
        """All entries that the step touches."""
        return tuple(dict.fromkeys(one.intervention.id for one in (*self.before, *self.after)))


_DECODER: Final = msgspec.json.Decoder(Step)


def payload_of(step: Step) -> bytes:
    """The step as bytes, whose number does not tell whether a speaker is known or sure."""
    spoken = [one.speaker for one in (*step.before, *step.after) if one.speaker is not None]
    if step.turn is not None:
        spoken += [step.turn.before, step.turn.after]
    short = sum(_ID_WIDTH - len("null") for one in spoken if one.participant_id is None)
    said = [
        text
        for one in step.past
        for item in one.event.items
        if item.what == SPEAKER
        for text in (item.before, item.after)
    ]
    short += sum(_SAID_WIDTH - len(text) for text in said)
    return msgspec.json.encode(step) + b" " * (short + sum(one.unsure for one in spoken))


def step_of(payload: bytes) -> Step:
    """The step in bytes of `payload_of`."""
    return _DECODER.decode(payload)
