"""One of everything that the Review room keeps beside the redactions, with a text of the test's choice in each."""

from __future__ import annotations

from dialogue_notes.domain.codes import Category, Kind, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.comments import About, Comment, CommentThread
from dialogue_notes.domain.entities import EntityDecision, EntityForm
from dialogue_notes.domain.parallel.records import (
    KeptDifference,
    ParallelEntry,
    ParallelPerson,
    ParallelRecord,
)
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.redaction import Entity
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.spans import Span
from dialogue_notes.storage import comments, entities, entity_forms, parallel_records, review_steps
from dialogue_notes.storage.entities import Bond, Link
from dialogue_notes.storage.entity_forms import FormSource
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from tests.support.filling import Filled


def fill_review(vault: Vault, filled: Filled, word: str) -> None:
    """Adds it to a vault that was filled."""
    with vault.transaction():
        _learned(vault, filled, word)
        _commented(vault, filled, word)
        _beside(vault, filled, word)


def _learned(vault: Vault, filled: Filled, word: str) -> None:
    kept, place = filled.entity.id, filled.interventions[0].id
    others = [Entity(new_id(), filled.dialogue.id, Category.PERSON, f"{name} {word}") for name in "ab"]
    entities.add_entities(vault, others)
    entities.set_links(vault, Bond.MERGED_INTO, [Link(others[0].id, kept)])
    entities.set_links(vault, Bond.SPLIT_FROM, [Link(others[1].id, kept)])
    entities.set_links(vault, Bond.PERSON, [Link(filled.participants[0].id, kept)])
    form = EntityForm(new_id(), kept, f"form {word}", TermMatch.FOLDED)
    entity_forms.add_forms(vault, [form])
    vault.database.run("INSERT INTO entity_form_word VALUES (?, ?)", (f"word{word}", form.id))
    entity_forms.add_sources(vault, [FormSource(form.id, place)])
    generalised = RedactionAction.GENERALISE, RedactionReason.OTHER, f"in place of {word}"
    entities.set_decisions(
        vault, kept, [EntityDecision(kept, filled.meeting.id, RedactionState.ACCEPTED, *generalised)]
    )
    review_steps.add_step(vault, filled.meeting.id, [place], f'"{word}"'.encode())


def _commented(vault: Vault, filled: Filled, word: str) -> None:
    about = About(place=intervention_place(filled.interventions[0].id), span=Span(0, 3))
    at = "2026-03-05T10:00:00.000Z"
    said = Comment(new_id(), f"comment {word}", at, vault.person.slot_id)
    comments.put_thread(
        vault, CommentThread(new_id(), filled.meeting.id, about, (said,), is_second_look=True)
    )


def _beside(vault: Vault, filled: Filled, word: str) -> None:
    record, who, entry = new_id(), new_id(), new_id()
    left = filled.interventions[0].id
    parallel_records.add_record(
        vault,
        ParallelRecord(record, filled.meeting.id, f"record {word}"),
        [
            ParallelPerson(
                who, record, 1, f"name {word}", (f"alias {word}",), (f"script {word}",), f"role {word}"
            )
        ],
        [
            ParallelEntry(
                entry,
                record,
                filled.session.id,
                1,
                Kind.STATEMENT,
                f"text {word}",
                tags=(f"tag {word}",),
                speaker=Speaker(who),
                taken_as=left,
            )
        ],
    )
    parallel_records.add_difference(vault, KeptDifference(new_id(), record, left, entry, "ab" * 32))
