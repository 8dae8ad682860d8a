"""Everything but undecided places that keeps a meeting from being called reviewed, from wherever it is known.

Whoever knows of another kind adds one line to `SOURCES`. What is named here may not import
`reviewing.review` or `reviewing.states`, which ask here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.services import checklist, comments, dangers
from dialogue_notes.services.recalled_record import DECISIONS
from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.storage.memory import Moment
from dialogue_notes.storage.vault import Readable

Source = Callable[[Readable, Moment, str], Iterable[OpenMatter]]
"""Says what is open in a meeting (by id), as of a moment; a matter without a count is none."""


def open_matters(readable: Readable, meeting_id: str) -> tuple[OpenMatter, ...]:
    """What is open in a meeting, each kind once, in the order of `OpenKind`; nothing for a kind that is done.

    As of one moment. What was found before is taken over where nothing was committed that it rests on.
    """
    counts: Counter[OpenKind] = Counter()
    with readable.memory.moment() as moment:
        for source in SOURCES:
            for matter in source(readable, moment, meeting_id):
                counts[matter.kind] += matter.count
    return tuple(OpenMatter(kind, counts[kind]) for kind in OpenKind if counts[kind])


def _comments(readable: Readable, moment: Moment, meeting_id: str) -> Iterable[OpenMatter]:
    tables = ("comment", "comment_thread", *DECISIONS)
    waiting = moment.recall(
        "open comments", meeting_id, tables, lambda _: comments.open_matters(readable, meeting_id)
    )
    yield OpenMatter(OpenKind.SECOND_LOOK, waiting.second_looks)
    yield OpenMatter(OpenKind.COMMENT, waiting.threads)


def _dangers(readable: Readable, moment: Moment, meeting_id: str) -> Iterable[OpenMatter]:
    waiting = dangers.open_kinds(readable, moment, meeting_id)
    quotes = waiting.count(DangerKind.QUOTE)
    yield OpenMatter(OpenKind.DANGER, len(waiting) - quotes)
    yield OpenMatter(OpenKind.QUOTE, quotes)


def _checklist(readable: Readable, moment: Moment, meeting_id: str) -> Iterable[OpenMatter]:
    yield OpenMatter(OpenKind.CHECKLIST, checklist.checklist_in(readable, moment, meeting_id).unanswered)


SOURCES: tuple[Source, ...] = (_comments, _dangers, _checklist)
