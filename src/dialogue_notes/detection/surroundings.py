"""What a record's dialogue knows beside it: who took part in its other meetings, and which papers went round."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.papers import Paper
from dialogue_notes.domain.record import Participant


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`others` took part in other meetings of the dialogue; `papers` went round in any of them."""

    others: tuple[Participant, ...] = ()
    papers: tuple[Paper, ...] = field(default=(), repr=False)


NOTHING_AROUND = Surroundings()
