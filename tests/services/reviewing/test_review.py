from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import (
    Category,
    MeetingState,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.profiles import PRINCIPALS, WIDE
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from dialogue_notes.domain.sanitised import text_of
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.meetings import change_meeting, rename_dialogue
from dialogue_notes.services.places import InlinePlaces
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.history import undo
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.services.reviewing.types import Danger
from dialogue_notes.services.reviewing.view import sanitised_lines
from dialogue_notes.services.sessions import change_session
from dialogue_notes.storage import audit, interventions, meetings
from dialogue_notes.storage import entities as stored_entities
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.record import meeting_record
from tests.support.reviewing import Desk, edit, look, settle_rest

PSEUDONYMISE, IDENTITY = RedactionAction.PSEUDONYMISE, RedactionReason.PARTICIPANT_IDENTITY


def waiting(desk: Desk) -> dict[str, int]:
    state = review_state(desk.vault, desk.meeting_id)
    return {one.entity.name: one.waiting for one in state.entities}


def redactions(desk: Desk) -> tuple[Redaction, ...]:
    return stored.redactions(desk.vault, desk.meeting_id)


def ids(desk: Desk, name: str) -> list[str]:
    state = review_state(desk.vault, desk.meeting_id)
    return [place.redaction.id for one in state.entities if one.entity.name == name for place in one.places]


def test_the_worker_looks_through_a_meeting_and_what_it_finds_is_kept(desk: Desk) -> None:
    places = InlinePlaces()
    try:
        review.refresh_suggestions(desk.vault, places, desk.meeting_id)
    finally:
        places.close()
    people = {"Helen Whitcombe": 3, "Pak Jin-sook": 1, "Kang Yong-chol": 1}
    assert people.items() <= waiting(desk).items()


def test_looking_again_changes_nothing(desk: Desk) -> None:
    look(desk)
    before = redactions(desk)
    look(desk)
    assert redactions(desk) == before


def test_a_decision_on_an_entity_reaches_every_place_and_is_undone_as_one(desk: Desk) -> None:
    look(desk)
    before = redactions(desk)
    entity = review_state(desk.vault, desk.meeting_id).entities[0].entity
    decision = review.accept_entity(desk.vault, desk.meeting_id, entity.id, PSEUDONYMISE, IDENTITY)
    assert decision.places == 3
    assert waiting(desk)["Helen Whitcombe"] == 0
    assert all(one.state is RedactionState.ACCEPTED for one in redactions(desk) if one.entity_id == entity.id)
    undo(desk.vault, desk.meeting_id)
    assert redactions(desk) == before
    assert undo(desk.vault, desk.meeting_id) is None


def test_the_most_dangerous_come_first_and_the_decided_last(desk: Desk) -> None:
    look(desk)
    review.reject(desk.vault, desk.meeting_id, ids(desk, "Helen Whitcombe"))
    state = review_state(desk.vault, desk.meeting_id)
    assert [one.danger for one in state.entities] == [Danger.HIGH, Danger.HIGH, Danger.DECIDED]
    assert (state.decided, state.total, state.waiting) == (3, 5, 2)
    assert state.entities[0].why.endswith("name of a participant")


def test_a_generalised_place_needs_its_words(desk: Desk) -> None:
    look(desk)
    some = ids(desk, "Pak Jin-sook")
    with pytest.raises(KnownError) as refused:
        review.accept(desk.vault, desk.meeting_id, some, RedactionAction.GENERALISE, IDENTITY)
    assert refused.value.code is ErrorCode.BAD_FIELD
    review.accept(desk.vault, desk.meeting_id, some, RedactionAction.GENERALISE, IDENTITY, "a participant")
    assert [one.replacement for one in redactions(desk) if one.id in some] == ["a participant"]


def test_deciding_on_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(KnownError) as refused:
        review.reject(desk.vault, desk.meeting_id, ["gone"])
    assert refused.value.code is ErrorCode.NOT_FOUND


def test_a_new_mention_of_what_was_decided_everywhere_is_decided_alike(desk: Desk) -> None:
    look(desk)
    review.accept(desk.vault, desk.meeting_id, ids(desk, "Helen Whitcombe"), RedactionAction.REMOVE, IDENTITY)
    edit(desk, 3, "nothing yet, Whitcombe said")
    look(desk)
    (new,) = (one for one in redactions(desk) if one.place.id == desk.entries[3])
    assert (new.state, new.action) == (RedactionState.ACCEPTED, RedactionAction.REMOVE)


def test_a_new_mention_waits_where_places_were_decided_differently(desk: Desk) -> None:
    look(desk)
    first, *others = ids(desk, "Helen Whitcombe")
    review.accept(desk.vault, desk.meeting_id, [first], PSEUDONYMISE, IDENTITY)
    review.reject(desk.vault, desk.meeting_id, others)
    edit(desk, 3, "nothing yet, Whitcombe said")
    look(desk)
    assert waiting(desk)["Helen Whitcombe"] == 1


def test_redactions_follow_an_edit_before_them(desk: Desk) -> None:
    look(desk)
    review.accept(desk.vault, desk.meeting_id, ids(desk, "Pak Jin-sook"), PSEUDONYMISE, IDENTITY)
    old = interventions.intervention(desk.vault, desk.entries[1]).text
    edit(desk, 1, "Well, " + old)
    state = review_state(desk.vault, desk.meeting_id)
    texts = [p.text for one in state.entities if one.entity.name == "Pak Jin-sook" for p in one.places]
    assert texts == ["Pak"]
    assert waiting(desk)["Pak Jin-sook"] == 0


def test_an_edit_inside_a_decision_reopens_it_and_the_review(desk: Desk) -> None:
    look(desk)
    for name in ("Helen Whitcombe", "Pak Jin-sook", "Kang Yong-chol"):
        review.accept(desk.vault, desk.meeting_id, ids(desk, name), PSEUDONYMISE, IDENTITY)
    settle_rest(desk.vault, desk.meeting_id)
    review.mark_reviewed(desk.vault, desk.meeting_id)
    assert review_state(desk.vault, desk.meeting_id).is_reviewed
    old = interventions.intervention(desk.vault, desk.entries[1]).text
    edit(desk, 1, old.replace("Pak", "Park"))
    state = review_state(desk.vault, desk.meeting_id)
    assert not state.is_reviewed
    assert meetings.meeting(desk.vault, desk.meeting_id).state is MeetingState.CLOSED
    assert state.waiting == 1
    assert state.entities[0].why == "its text changed after it was decided"


def test_an_edit_that_deletes_a_name_takes_its_redaction_along(desk: Desk) -> None:
    look(desk)
    review.accept(desk.vault, desk.meeting_id, ids(desk, "Pak Jin-sook"), PSEUDONYMISE, IDENTITY)
    edit(desk, 1, interventions.intervention(desk.vault, desk.entries[1]).text.removeprefix("Pak "))
    assert ids(desk, "Pak Jin-sook") == []


def test_a_meeting_is_not_reviewed_while_a_place_is_open(desk: Desk) -> None:
    look(desk)
    with pytest.raises(KnownError) as refused:
        review.mark_reviewed(desk.vault, desk.meeting_id)
    assert "5 places are still to be decided; " in str(refused.value)
    assert "of the checklist are not answered" in str(refused.value)
    assert meetings.meeting(desk.vault, desk.meeting_id).state is MeetingState.OPEN


def test_suggestions_on_a_text_that_changed_meanwhile_are_dropped(desk: Desk) -> None:
    record = meeting_record(desk.vault, desk.meeting_id)
    late = [replace(one, text="another") for one in suggest(record)]
    keep_suggestions(desk.vault, record, late)
    assert redactions(desk) == ()


def test_decisions_are_in_the_audit_log_without_content(desk: Desk) -> None:
    look(desk)
    review.reject(desk.vault, desk.meeting_id, ids(desk, "Helen Whitcombe"))
    entry = audit.entries(desk.vault)[-1]
    assert (entry.code, dict(entry.facts)["places"]) == ("redaction_decided", "3")
    assert "Whitcombe" not in repr(entry)


def test_the_live_view_shows_what_each_profile_would_see(desk: Desk) -> None:
    look(desk)
    record = meeting_record(desk.vault, desk.meeting_id)
    entities = stored_entities.entities(desk.vault, record.dialogue.id)
    for profile, lead, hidden in ((PRINCIPALS, "One voice", ""), (WIDE, "One voice", "off the record")):
        lines = {one.place.id: one for one in sanitised_lines(record, entities, redactions(desk), profile)}
        assert text_of(lines[desk.entries[0]].runs) == "Person 01 and the Lantern Accord"
        assert lines[desk.entries[1]].lead == lead
        assert lines[desk.entries[2]].withheld == hidden
        assert lines[desk.entries[4]].withheld == "not for the report"
        assert lines[desk.entries[4]].runs == ()


def test_redactions_follow_the_titles_they_lie_in(desk: Desk) -> None:
    record = meeting_record(desk.vault, desk.meeting_id)
    session = record.sessions[0]
    wish = Wish(RedactionAction.REMOVE, RedactionReason.OTHER, Category.ORGANISATION)
    for place, text in (
        (Place(PlaceKind.MEETING_TITLE, desk.meeting_id), record.meeting.title),
        (Place(PlaceKind.SESSION_TITLE, session.id), session.title),
        (Place(PlaceKind.DIALOGUE_TITLE, record.dialogue.id), record.dialogue.title),
    ):
        redact_selection(desk.vault, desk.meeting_id, Selection(place, len(text) - 4, len(text)), wish)
    before = {one.place: text for one, text in hidden_texts(desk).items()}
    change_meeting(desk.vault, replace(record.meeting, title=f"The {record.meeting.title}", place="Lakeside"))
    change_session(desk.vault, replace(session, title=f"On {session.title}"))
    rename_dialogue(desk.vault, record.dialogue.id, f"New {record.dialogue.title}")
    assert {one.place: text for one, text in hidden_texts(desk).items()} == before


def hidden_texts(desk: Desk) -> dict[Redaction, str]:
    texts = record_texts(meeting_record(desk.vault, desk.meeting_id))
    return {one: texts[one.place][one.start : one.end] for one in redactions(desk)}
