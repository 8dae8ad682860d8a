"""A strike reaches what other rapporteurs wrote of the same remark."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from dialogue_notes.domain.codes import InterventionState
from dialogue_notes.domain.parallel.aligning import AlignedRow, Side
from dialogue_notes.domain.parallel.likeness import Bag, bag
from dialogue_notes.domain.parallel.records import ParallelEntry
from dialogue_notes.domain.record import Session
from dialogue_notes.services.parallel.rows import aligned
from dialogue_notes.storage import audit, interventions
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.families import relatives
from dialogue_notes.storage.vault import Vault

_WITHIN = 0.6
"""The share of an entry's words that also stand in the struck one, from which it is a part of it: the other rapporteur
made two entries of the remark."""


def strike_beside(
    vault: Vault, session: Session, intervention_id: str, said: Iterable[str]
) -> tuple[str, ...]:
    """Destroys what stands beside an entry that is about to be struck, in every other record; returns whose words went.

    That is what is paired with it or with an entry that shares its history, what was taken over as one of these, and
    neighbours that no other entry stands beside and most of whose words are in `said`, all that it ever said. Called
    while its words are there.
    """
    records = stored.records(vault, session.meeting_id, with_removed=True)
    if not records:
        return ()
    family = set(relatives(vault, intervention_id))
    struck: dict[str, None] = dict.fromkeys(stored.taken_as(vault, sorted(family)))
    ours = interventions.interventions(vault, session.id)
    words = bag("\n".join(said))
    for record in records:
        theirs = [one for one in stored.entries(vault, record.id) if one.session_id == session.id]
        rows = aligned(ours, theirs)
        struck.update(dict.fromkeys(_beside(rows, theirs, family, words)))
    for each in struck:
        stored.strike_entry(vault, each)
        audit.append(vault, "parallel_entry_struck", meeting=session.meeting_id, entry=each)
    return tuple(struck)


def _beside(
    rows: Sequence[AlignedRow], theirs: Sequence[ParallelEntry], family: Collection[str], words: Bag
) -> Iterator[str]:
    texts = {one.id: one.text for one in theirs if one.state is InterventionState.KEPT}
    for place, row in enumerate(rows):
        if row.left not in family:
            continue
        if row.right in texts:
            yield str(row.right)
        for neighbour in (*_alone(rows[place + 1 :]), *_alone(rows[:place][::-1])):
            own = bag(texts.get(neighbour, ""))
            shared = sum(min(count, words.get(word, 0)) for word, count in own.items())
            if own and shared >= _WITHIN * sum(own.values()):
                yield neighbour


def _alone(rows: Sequence[AlignedRow]) -> Iterator[str]:
    """The entries of the other record that follow and stand alone, up to the next two that stand together."""
    for row in rows:
        if row.side is Side.BOTH:
            return
        if row.right is not None:
            yield row.right
