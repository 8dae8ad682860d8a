"""Somebody who was only talked about comes to the table: what was shown of them was not decided about a participant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogue_notes.domain.codes import Category, RedactionState
from dialogue_notes.domain.names.forms import NameForm
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.term_finder import TermFinder
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.place_texts import PlaceTexts
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.storage import meetings, redactions
from dialogue_notes.storage.vault import Vault


def look_again_at(vault: Vault, meeting_id: str, forms: Iterable[NameForm]) -> int:
    """Marks for another look what was shown in a meeting under these forms of a participant's names, as an absent
    person's; how many places. Inside the transaction in which the roster changes, so that no export comes between.
    """
    shown = [one for one in redactions.redactions(vault, meeting_id) if _is_shown(one)]
    if not shown:
        return 0
    seated = {*EntityBook(vault, meetings.meeting(vault, meeting_id).dialogue_id).persons.values()}
    finder, texts = TermFinder((one.form, one.match) for one in forms), PlaceTexts(vault)
    theirs = [
        replace(one, stale=True)
        for one in shown
        if one.entity_id not in seated and finder.find(texts.text(meeting_id, one.place)[one.start : one.end])
    ]
    if theirs:
        redactions.update_redactions(vault, theirs)
        reopen_review(vault, meeting_id)
    return len(theirs)


def _is_shown(one: Redaction) -> bool:
    return one.state is RedactionState.REJECTED and one.category is Category.PERSON and not one.stale
