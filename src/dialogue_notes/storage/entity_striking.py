"""What entities were known by from an entry that is struck: wordings, names and steps that hold its words go with it.

What stands in another entry too stays known from there.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.entities import EntityForm
from dialogue_notes.domain.redaction import Entity
from dialogue_notes.domain.sanitising.withholding import hidden_wording
from dialogue_notes.domain.text import normalise
from dialogue_notes.storage import entities, entity_forms, review_steps
from dialogue_notes.storage.entity_forms import FormSource
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


def destroy_learned(vault: Vault, family: Collection[str], entity_ids: Collection[str]) -> None:
    """Called once the entry's text and redactions are gone. `family`: the entry and those which share its history;
    `entity_ids` had redactions in it.

    All that the family taught is looked at: it stays where its words still stand under a redaction of the same entity.
    """
    with vault.transaction():
        orphans = [one for each in family for one in entity_forms.drop_sources(vault, each)]
        for each in family:
            review_steps.drop_of_entry(vault, each)
        forms = entity_forms.forms_by_id(vault, orphans)
        touched = {*entity_ids, *(one.entity_id for one in forms)}
        touched |= entities.merged_with(vault, touched)
        standing = _standing(vault, touched)
        _drop_forms(vault, forms, standing)
        for one in sorted(touched):
            _rename(vault, one, standing)


Standing = dict[str, dict[str, tuple[str, str]]]
"""By entity, by wording as it is compared: the wording itself and the place that it stands in."""


def _standing(vault: Vault, touched: Iterable[str]) -> Standing:
    """The words that stand under the redactions of some entities, in entries that were not struck."""
    found: Standing = {}
    roots = {one: entities.root(vault, one) for one in touched}
    rows = vault.database.query(
        "SELECT r.entity_id, r.category, substr(i.text, r.start + 1, r.end - r.start), r.place_id"
        " FROM redaction r JOIN intervention i ON i.id = r.place_id"
        " WHERE i.state = 'kept' AND r.entity_id IN (SELECT value FROM json_each(?)) ORDER BY r.rowid",
        (json.dumps(sorted({*roots, *roots.values()})),),
    )
    for entity_id, category, words, place_id in rows:
        wording = hidden_wording(words, Category(category)) or words
        for one, root in roots.items():
            if entity_id in {one, root}:
                found.setdefault(one, {}).setdefault(normalise(wording).strip(), (wording, place_id))
    return found


def _drop_forms(vault: Vault, forms: Iterable[EntityForm], standing: Standing) -> None:
    """Forgets the forms whose words stand nowhere any more."""
    for one in forms:
        there = standing.get(one.entity_id, {}).get(normalise(one.form).strip())
        if there is not None and there[0] == one.form:
            entity_forms.add_sources(vault, [FormSource(one.id, there[1])])
            continue
        entity_forms.remove_forms(vault, [one.id])
        if there is not None:  # spelled otherwise: as it stands there
            spelled = EntityForm(new_id(), one.entity_id, there[0], one.match)
            entity_forms.add_forms(vault, [spelled])
            entity_forms.add_sources(vault, [FormSource(spelled.id, there[1])])


def _rename(vault: Vault, entity_id: str, standing: Standing) -> None:
    """Takes an entity's name from it unless it stands somewhere still, and the whole entity if nothing of it does.

    Names from the roster are no words of the entry.
    """
    entity = entities.entity(vault, entity_id)
    if _is_from_roster(vault, entity):
        return
    words = standing.get(entity_id, {})
    forms = [one.form for one in entity_forms.forms_of(vault, (entity_id, entities.root(vault, entity_id)))]
    known = {*forms, *(wording for wording, _ in words.values())}
    name = entity.name.removesuffix(")").rpartition(" (")[0] if entity.name.endswith(")") else entity.name
    if known & {name, entity.name}:
        return
    others = sorted(known, key=lambda one: (-len(one), one))
    if others:
        entities.update_entity(
            vault, Entity(entity.id, entity.dialogue_id, entity.category, others[0], entity.participant_id)
        )
    elif entities.has_places(vault, entity_id):
        word = entity.category.value.replace("_", " ")
        entities.update_entity(vault, Entity(entity.id, entity.dialogue_id, entity.category, word))
    else:
        entities.remove_entities(vault, [entity_id])


def _is_from_roster(vault: Vault, entity: Entity) -> bool:
    """Whether it is called by a participant's name, or by those of several ("A or B")."""
    if entity.participant_id is not None:
        return True
    rows = vault.database.query(
        "SELECT p.name FROM participant p JOIN meeting m ON m.id = p.meeting_id WHERE m.dialogue_id = ?",
        (entity.dialogue_id,),
    )
    names = {row[0] for row in rows}
    return all(part in names for part in entity.name.split(" or "))
