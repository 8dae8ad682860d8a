"""Dangers on a real vault: found, settled with a reason, open again when what they rested on changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import Category, Kind, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.dangers.danger import Danger, DangerKind, Spot
from dialogue_notes.domain.dangers.settling import Standing
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import dangers, entry_remedies
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.reviewing.history import undo
from dialogue_notes.services.striking import strike
from dialogue_notes.storage import attributions, audit, entities, interventions, redactions
from dialogue_notes.storage import dangers as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.verification import verify
from tests.support.reviewing import Desk


def found(desk: Desk, kind: DangerKind) -> list[Danger]:
    shown = dangers.dangers_shown(desk.vault, desk.meeting_id)
    return [one for one in shown.dangers if one.found.kind is kind]


def only(desk: Desk, kind: DangerKind) -> Danger:
    (one,) = found(desk, kind)
    return one


def add(desk: Desk, text: str, kind: Kind = Kind.STATEMENT, speaker: str | None = None) -> Intervention:
    session = interventions.intervention(desk.vault, desk.entries[0]).session_id
    made = Intervention(
        new_id(), session, interventions.next_sequence(desk.vault, session), kind, text, tags=("fish",)
    )
    interventions.add_intervention(desk.vault, made)
    if speaker:
        attributions.set_speaker(desk.vault, desk.meeting_id, made.id, Speaker(speaker))
    return made


def edit(desk: Desk, one: Intervention, text: str) -> Intervention:
    changed = replace(interventions.intervention(desk.vault, one.id), text=text)
    update_entry(desk.vault, desk.meeting_id, interventions.intervention(desk.vault, one.id), changed)
    return changed


def mark(desk: Desk, one: Intervention, word: str, category: Category = Category.PERSON) -> Redaction:
    entity = Entity(new_id(), _dialogue(desk), category, word)
    entities.add_entity(desk.vault, entity)
    start = one.text.index(word)
    made = Redaction(
        new_id(),
        desk.meeting_id,
        intervention_place(one.id),
        start,
        start + len(word),
        entity.id,
        category,
        RedactionAction.PSEUDONYMISE,
        RedactionReason.THIRD_PERSON_IDENTITY,
        RedactionState.SUGGESTED,
        why="a name",
    )
    redactions.add_redactions(desk.vault, [made])
    return made


def _dialogue(desk: Desk) -> str:
    row = desk.vault.database.first("SELECT dialogue_id FROM meeting WHERE id = ?", (desk.meeting_id,))
    assert row is not None
    return str(row[0])


def test_an_agreement_is_settled_with_a_reason_and_open_again_when_its_words_change(desk: Desk) -> None:
    danger = only(desk, DangerKind.NOT_READ_BACK)
    assert danger.is_open
    before = dangers.dangers_shown(desk.vault, desk.meeting_id).open
    dangers.settle(desk.vault, desk.meeting_id, danger.found, "  the chairs confirmed it  ")
    settled = only(desk, DangerKind.NOT_READ_BACK)
    assert settled.standing is Standing.SETTLED
    assert settled.settled is not None
    assert settled.settled.reason == "the chairs confirmed it"
    assert settled.settled.by == desk.vault.person.slot_id
    assert dangers.dangers_shown(desk.vault, desk.meeting_id).open == before - 1
    entry = interventions.intervention(desk.vault, desk.entries[5])
    edit(desk, entry, entry.text + " or June")
    assert only(desk, DangerKind.NOT_READ_BACK).standing is Standing.CHANGED
    edit(desk, entry, entry.text)
    assert only(desk, DangerKind.NOT_READ_BACK).standing is Standing.SETTLED
    undo(desk.vault, desk.meeting_id)
    assert only(desk, DangerKind.NOT_READ_BACK).standing is Standing.OPEN
    assert undo(desk.vault, desk.meeting_id) is None


def test_a_settling_of_earlier_is_taken_back_and_brought_back_as_it_was(desk: Desk) -> None:
    danger = only(desk, DangerKind.NOT_READ_BACK)
    dangers.settle(desk.vault, desk.meeting_id, danger.found, "seen")
    (kept,) = stored.settled(desk.vault, desk.meeting_id)
    dangers.reopen(desk.vault, desk.meeting_id, kept.id)
    assert only(desk, DangerKind.NOT_READ_BACK).is_open
    undo(desk.vault, desk.meeting_id)
    assert stored.settled(desk.vault, desk.meeting_id) == (kept,)


def test_a_reason_is_needed(desk: Desk) -> None:
    danger = only(desk, DangerKind.NOT_READ_BACK)
    with pytest.raises(KnownError) as caught:
        dangers.settle(desk.vault, desk.meeting_id, danger.found, "  ")
    assert caught.value.code is ErrorCode.BAD_FIELD


def test_a_danger_goes_by_itself_with_its_cause_and_comes_back_with_it(desk: Desk) -> None:
    entry_remedies.mark_read_back(desk.vault, desk.entries[5])
    assert not found(desk, DangerKind.NOT_READ_BACK)
    undo(desk.vault, desk.meeting_id)
    assert found(desk, DangerKind.NOT_READ_BACK)


def test_a_self_reference_is_ended_by_a_decision_only(desk: Desk) -> None:
    one = add(desk, "When I was ambassador it was cold.")
    said = mark(desk, one, "When I was ambassador", Category.SELF_REFERENCE)
    danger = only(desk, DangerKind.SELF_REFERENCE)
    with pytest.raises(KnownError):
        dangers.settle(desk.vault, desk.meeting_id, danger.found, "seen")
    redactions.update_redactions(desk.vault, [replace(said, state=RedactionState.REJECTED)])
    assert not found(desk, DangerKind.SELF_REFERENCE)


def test_a_private_remark_is_found_and_gone_once_the_entry_is_withheld(desk: Desk) -> None:
    one = add(desk, "Marlow told me privately that it is over.")
    said = mark(desk, one, "Marlow")
    assert only(desk, DangerKind.PRIVATE_REMARK).found.place == intervention_place(one.id)
    redactions.update_redactions(
        desk.vault,
        [
            replace(
                said, state=RedactionState.ACCEPTED, action=RedactionAction.WITHHOLD_ENTRY, start=0, end=41
            )
        ],
    )
    assert not found(desk, DangerKind.PRIVATE_REMARK)


def test_a_strike_takes_what_was_settled_along(desk: Desk) -> None:
    who = attributions.speakers(desk.vault, desk.meeting_id)[desk.entries[0]].participant_id
    for text in ("Cod first", "Herring then"):
        add(desk, text, speaker=who)
    for kind in (DangerKind.NOT_READ_BACK, DangerKind.RARE_TOPIC):
        dangers.settle(desk.vault, desk.meeting_id, only(desk, kind).found, "the word herring may stay")
    strike(desk.vault, [desk.entries[5]])
    kinds = {
        one.found.kind: one.standing for one in dangers.dangers_shown(desk.vault, desk.meeting_id).dangers
    }
    assert DangerKind.NOT_READ_BACK not in kinds
    assert len(stored.settled(desk.vault, desk.meeting_id)) == 1
    strike(desk.vault, [found(desk, DangerKind.RARE_TOPIC)[0].found.place.id])  # type: ignore[union-attr]  # it has one
    assert stored.settled(desk.vault, desk.meeting_id) == ()


def test_what_was_settled_of_several_places_goes_with_any_of_their_entries(desk: Desk) -> None:
    danger = only(desk, DangerKind.NOT_READ_BACK).found
    spots = tuple(Spot(intervention_place(one), 0, 2) for one in (desk.entries[5], desk.entries[0]))
    dangers.settle(desk.vault, desk.meeting_id, replace(danger, spots=spots), "both may stay")
    strike(desk.vault, [desk.entries[0]])
    assert stored.settled(desk.vault, desk.meeting_id) == ()


def test_neither_reason_nor_key_is_readable_in_a_row_and_the_log_holds_no_words(desk: Desk) -> None:
    danger = only(desk, DangerKind.NOT_READ_BACK)
    dangers.settle(desk.vault, desk.meeting_id, danger.found, "the chairs confirmed it")
    (row,) = desk.vault.database.query("SELECT * FROM settled_danger")
    assert not any("chairs" in str(cell) or danger.found.key in str(cell) for cell in row)
    facts = [fact for entry in audit.entries(desk.vault) for fact in entry.facts]
    assert not any("chairs" in value or "May" in value for _, value in facts)
    assert "chairs" not in repr(stored.settled(desk.vault, desk.meeting_id))
    assert "May" not in repr(danger)


def test_a_changed_row_is_found_when_the_vault_is_looked_over(desk: Desk) -> None:
    dangers.settle(desk.vault, desk.meeting_id, only(desk, DangerKind.NOT_READ_BACK).found, "seen")
    assert verify(desk.vault) == ()
    with desk.vault.transaction():
        desk.vault.database.run("UPDATE settled_danger SET sealed = zeroblob(length(sealed))")
    assert [one.code for one in verify(desk.vault)] == [ErrorCode.VAULT_DAMAGED.value]
