"""Marks follow what is written for summaries (titles, headings, points), as they follow every other text."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.domain.places import summary_texts
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.summary import Summary
from dialogue_notes.services.reviewing.following import follow_text_change
from dialogue_notes.services.reviewing.fresh_mentions import catch_mentions
from dialogue_notes.storage import entities, meetings, redactions
from dialogue_notes.storage.vault import Vault


def follow_points(
    vault: Vault, before: Summary, after: Summary, back: Iterable[Redaction] = ()
) -> tuple[Redaction, ...]:
    """What lies on a summary's texts follows their new words, and what is hidden elsewhere is hidden in what came.

    Inside a transaction. A meeting that was reviewed is open to review again only where a mark was touched or caught:
    summaries are written after the review. Gives the marks of texts that are gone, which go with them; `back` are such
    marks, whose texts came back with this change.
    """
    returned = tuple(back)
    if returned:
        dialogue_id = meetings.meeting(vault, after.meeting_id).dialogue_id
        known = {one.id for one in entities.entities(vault, dialogue_id)}
        redactions.add_redactions(vault, [one for one in returned if one.entity_id in known])
    gone: list[Redaction] = []
    olds, news = summary_texts(before), summary_texts(after)
    for place in dict.fromkeys((*olds, *news)):
        old, new = olds.get(place, ""), news.get(place, "")
        if old == new:
            continue
        marks = redactions.redactions_at(vault, after.meeting_id, place)
        if not new:
            gone += marks
        if marks and old:
            follow_text_change(vault, after.meeting_id, place, old, new)
        catch_mentions(vault, after.meeting_id, place, new)
    return tuple(gone)


def has_new_words(before: Summary, after: Summary) -> bool:
    """Whether something written in the second is not in the first, so that it should be looked through."""
    olds = summary_texts(before)
    return any(olds.get(place) != text for place, text in summary_texts(after).items())
