"""A new mention of what was decided to be hidden is hidden with the entry that it is typed in, and shown as new.

Only wordings are looked for by which something decided is known, and only in the one text that changed: where nothing
of the dialogue is decided yet, a line costs one look into an empty table. What was decided not to be identifying is
left for the look through the whole record, which knows who else in the room may be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.domain.entities import EntityDecision, EntityForm, decision_for, meeting_order
from dialogue_notes.domain.form_words import text_words
from dialogue_notes.domain.places import intervention_place, tag_place
from dialogue_notes.domain.record import Dialogue, Intervention, Meeting
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from dialogue_notes.domain.spans import Holding, Span
from dialogue_notes.domain.term_finder import Hit, TermFinder
from dialogue_notes.domain.text import normalise
from dialogue_notes.services.reviewing.following import follow_text_change, reopen_review
from dialogue_notes.storage import entities, entity_forms, meetings, redactions, review_steps
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault

SCORE: Final = 0.9
"""As for a wording that detection knows."""
WHY: Final = "the same was hidden elsewhere"


def catch_mentions(vault: Vault, meeting_id: str, place: Place, text: str) -> int:
    """Hides what in a text goes by a wording that is hidden in its meeting; how many mentions. Inside a transaction.

    A wording of two entities, and what lies under a redaction already, is left as it is.
    """
    hits = _hidden_in(vault, meeting_id, text)
    covered = [Span(one.start, one.end) for one in redactions.redactions_at(vault, meeting_id, place)]
    is_fresh = bool(hits) and review_steps.has_begun(vault, meeting_id)
    made = [
        _redaction(vault, meeting_id, place, hit, hits[hit], is_fresh=is_fresh)
        for hit in _outermost(hits, covered)
    ]
    if made:
        redactions.add_redactions(vault, made)
        reopen_review(vault, meeting_id)
    return len(made)


def holds_hidden(readable: Readable, meeting_id: str, text: str) -> bool:
    """Whether a text goes by a wording that is hidden in its meeting."""
    return bool(_hidden_in(readable, meeting_id, text))


def _hidden_in(readable: Readable, meeting_id: str, text: str) -> dict[Hit, EntityDecision]:
    """Where something that is hidden in a meeting stands in a text, with what was decided about it."""
    dialogue_id = entities.deciding_dialogue(readable, meeting_id)
    if dialogue_id is None or not text:
        return {}
    forms = _of_one(entity_forms.forms_by_word(readable, dialogue_id, text_words(text)))
    decisions = _decisions(readable, meeting_id, dialogue_id, {one.entity_id for one in forms})
    sought = [one for one in forms if one.entity_id in decisions]
    hits = TermFinder((one.form, one.match) for one in sought).find(text) if sought else ()
    return {hit: decisions[sought[hit.term].entity_id] for hit in hits}


def catch_in_entry(vault: Vault, meeting_id: str, entry: Intervention) -> int:
    """As `catch_mentions`, in the text of an entry and in its tags."""
    caught = catch_mentions(vault, meeting_id, intervention_place(entry.id), entry.text)
    for number, tag in enumerate(entry.tags):
        caught += catch_mentions(vault, meeting_id, tag_place(entry.id, number), tag)
    return caught


def catch_in_titles(vault: Vault, dialogue: Dialogue, meeting: Meeting) -> None:
    """As `catch_mentions`, in the titles and the place of a meeting that is new."""
    for kind, row_id, words in (
        (PlaceKind.DIALOGUE_TITLE, dialogue.id, dialogue.title),
        (PlaceKind.MEETING_TITLE, meeting.id, meeting.title),
        (PlaceKind.MEETING_PLACE, meeting.id, meeting.place),
    ):
        catch_mentions(vault, meeting.id, Place(kind, row_id), words)


def follow_and_catch(vault: Vault, meeting_id: str, place: Place, old: str, new: str) -> None:
    """For a text that was edited: what lies on it follows, and what is hidden elsewhere is hidden in what came."""
    follow_text_change(vault, meeting_id, place, old, new)
    if new != old:
        catch_mentions(vault, meeting_id, place, new)


def _of_one(forms: Iterable[EntityForm]) -> list[EntityForm]:
    """The forms that one entity alone goes by."""
    found = list(forms)
    owners: dict[str, set[str]] = defaultdict(set)
    for one in found:
        owners[normalise(one.form)].add(one.entity_id)
    return [one for one in found if len(owners[normalise(one.form)]) == 1]


def _decisions(
    readable: Readable, meeting_id: str, dialogue_id: str, entity_ids: Iterable[str]
) -> dict[str, EntityDecision]:
    """What was decided for the meeting about those of some entities that are hidden in it."""
    found = {one: entities.decisions_on(readable, one) for one in sorted(entity_ids)}
    if not any(found.values()):
        return {}
    order = meeting_order(meetings.meetings(readable, dialogue_id))
    held = {one: decision_for(decided, meeting_id, order) for one, decided in found.items()}
    return {one: decision for one, decision in held.items() if decision is not None and decision.hides}


def _outermost(hits: Iterable[Hit], covered: Iterable[Span]) -> list[Hit]:
    """The longest hits of those that meet, outside of what is covered."""
    kept: list[Hit] = []
    spans = list(covered)
    for hit in sorted(hits, key=lambda one: (one.start - one.end, one.start, one.term)):
        if not Holding(spans).holds(hit.start, hit.end):
            kept.append(hit)
            spans.append(Span(hit.start, hit.end))
    return kept


def _redaction(
    vault: Vault, meeting_id: str, place: Place, hit: Hit, decision: EntityDecision, *, is_fresh: bool
) -> Redaction:
    return Redaction(
        id=new_id(),
        meeting_id=meeting_id,
        place=place,
        start=hit.start,
        end=hit.end,
        entity_id=decision.entity_id,
        category=entities.entity(vault, decision.entity_id).category,
        action=decision.action,
        reason=decision.reason,
        state=RedactionState.ACCEPTED,
        replacement=decision.replacement,
        why=WHY,
        score=SCORE,
        fresh=is_fresh,
    )
