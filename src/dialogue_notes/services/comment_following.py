"""Comments follow the words that they are about; called inside the transaction of the change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogue_notes.domain.carrying import Carry, carry_span
from dialogue_notes.domain.comments import About, CommentThread, followed
from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.spans import Edit, Span
from dialogue_notes.storage import comments as stored
from dialogue_notes.storage.vault import Vault


def follow_edit(vault: Vault, meeting_id: str, place: Place, edit: Edit) -> None:
    """After a text was edited. Threads of other meetings about it (a dialogue's title is that of all) are theirs."""
    for one in _at(vault, meeting_id, place):
        about = followed(one.about, edit)
        if about != one.about:
            stored.set_about(vault, one.id, about)


def follow_moves(vault: Vault, meeting_id: str, moved: Mapping[Place, Place]) -> None:
    """After texts that stayed as they are went to other places, all at once."""
    found = [(one, after) for before, after in moved.items() for one in _at(vault, meeting_id, before)]
    for one, after in found:
        stored.set_about(vault, one.id, replace(one.about, place=after))


def follow_end(vault: Vault, meeting_id: str, place: Place, home: Place) -> None:
    """After a text was taken out: what was about it is about the text that it belonged to."""
    for one in _at(vault, meeting_id, place):
        stored.set_about(vault, one.id, replace(one.about, place=home, span=None))


def follow_carries(vault: Vault, carries: Sequence[Carry]) -> None:
    """After texts were cut or put together: a thread goes with the first of its words.

    What was about a whole text is about that stretch of the one it was joined to.
    """
    found = {
        one.id: one for place in {each.source for each in carries} for one in stored.threads_at(vault, place)
    }
    for one in found.values():
        about = _carried(one.about, carries)
        if about != one.about:
            stored.set_about(vault, one.id, about)


def _at(vault: Vault, meeting_id: str, place: Place) -> list[CommentThread]:
    return [one for one in stored.threads_at(vault, place) if one.meeting_id == meeting_id]


def _carried(about: About, carries: Sequence[Carry]) -> About:
    place = about.place
    if place is None:
        return about
    of_place = [each for each in carries if each.source == place]
    if about.span is None:
        joined = of_place[0] if of_place and of_place[0].target != place else None
        if joined is None:
            return about
        length = joined.end - joined.start
        return replace(
            about, place=joined.target, span=Span(joined.at, joined.at + length) if length else None
        )
    parts = carry_span(place, about.span, of_place)
    if parts:
        return replace(about, place=parts[0].place, span=parts[0].span)
    return replace(about, place=of_place[0].target, span=None) if of_place else about
