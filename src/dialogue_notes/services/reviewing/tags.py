"""Redactions and comments on the tags of an entry follow when its tags are changed.

A tag is no row of its own: its place says which in the order of the entry's tags it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_notes.domain.places import intervention_place, tag_place
from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.tag_changes import tag_changes
from dialogue_notes.services import comment_following
from dialogue_notes.services.reviewing.following import follow_text_change, reopen_review
from dialogue_notes.services.reviewing.fresh_mentions import catch_mentions
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.vault import Vault


def follow_tags(vault: Vault, meeting_id: str, entry_id: str, old: Sequence[str], new: Sequence[str]) -> None:
    """Moves what lies on an entry's tags to where they went, inside the transaction of the change.

    A tag that stayed keeps its marks, wherever it stands now; one that was written otherwise counts as edited; what lay
    on one that was taken out goes with it. A new mention of what is hidden is hidden at once.
    """
    if tuple(old) == tuple(new):
        return
    changes = tag_changes(old, new)
    for number in changes.gone:
        place = tag_place(entry_id, number)
        gone = stored.redactions_at(vault, meeting_id, place)
        stored.remove_redactions(vault, [one.id for one in gone])
        comment_following.follow_end(vault, meeting_id, place, intervention_place(entry_id))
    _move(vault, meeting_id, {tag_place(entry_id, a): tag_place(entry_id, b) for a, b in changes.pairs})
    for before, after in changes.pairs:
        follow_text_change(vault, meeting_id, tag_place(entry_id, after), old[before], new[after])
    kept = set(old)
    for number, tag in enumerate(new):
        if tag not in kept:
            catch_mentions(vault, meeting_id, tag_place(entry_id, number), tag)
    reopen_review(vault, meeting_id)


def _move(vault: Vault, meeting_id: str, places: dict[Place, Place]) -> None:
    moved = {before: after for before, after in places.items() if before != after}
    found = [
        (one, after)
        for before, after in moved.items()
        for one in stored.redactions_at(vault, meeting_id, before)
    ]
    stored.update_redactions(vault, [replace(one, place=after) for one, after in found])
    comment_following.follow_moves(vault, meeting_id, moved)
