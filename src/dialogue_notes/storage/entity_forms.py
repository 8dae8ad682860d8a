"""The wordings under which entities are known, and the texts that they were learned from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_notes.domain.entities import EntityForm
from dialogue_notes.domain.form_words import form_words, telling_words
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.storage.database import Row
from dialogue_notes.storage.vault import Readable, Vault, stamp

_FORM = "SELECT f.id, f.entity_id, f.form, f.match FROM entity_form f JOIN entity e ON e.id = f.entity_id"


@dataclass(frozen=True, slots=True)
class FormSource:
    """A text that a form was learned from, by the id of its place."""

    form_id: str
    place_id: str


def forms(readable: Readable, dialogue_id: str) -> tuple[EntityForm, ...]:
    """Every wording of every entity of a dialogue, in the order of their ids."""
    rows = readable.database.query(f"{_FORM} WHERE e.dialogue_id = ? ORDER BY f.id", (dialogue_id,))
    return tuple(map(_form, rows))


def forms_of(readable: Readable, entity_ids: Iterable[str]) -> tuple[EntityForm, ...]:
    """The wordings of some entities."""
    rows = readable.database.query(
        f"{_FORM} WHERE f.entity_id IN (SELECT value FROM json_each(?)) ORDER BY f.id",
        (json.dumps(sorted(set(entity_ids))),),
    )
    return tuple(map(_form, rows))


def forms_by_id(readable: Readable, ids: Iterable[str]) -> tuple[EntityForm, ...]:
    """Those of some forms that are there."""
    rows = readable.database.query(
        f"{_FORM} WHERE f.id IN (SELECT value FROM json_each(?)) ORDER BY f.id",
        (json.dumps(sorted(set(ids))),),
    )
    return tuple(map(_form, rows))


def forms_by_word(readable: Readable, dialogue_id: str, words: Iterable[str]) -> tuple[EntityForm, ...]:
    """The wordings of a dialogue that a text of such words may hold; see `domain.form_words`.

    Those of an entity that was merged into another one are given as that one's.
    """
    rows = readable.database.query(
        # CROSS JOIN keeps the order in which it is written: from the few words to the few forms that they lead to.
        "SELECT DISTINCT f.id, coalesce(m.into_id, f.entity_id), f.form, f.match FROM json_each(?2) j"
        " CROSS JOIN entity_form_word w ON w.word = j.value CROSS JOIN entity_form f ON f.id = w.form_id"
        " CROSS JOIN entity e ON e.id = f.entity_id LEFT JOIN entity_merge m ON m.entity_id = f.entity_id"
        " WHERE e.dialogue_id = ?1 ORDER BY f.id",
        (dialogue_id, json.dumps(sorted(set(words)))),
    )
    return tuple(map(_form, rows))


def add_forms(vault: Vault, added: Iterable[EntityForm]) -> None:
    """Keeps new forms with the words that they are found by: each with the least common of its own."""
    given, written = tuple(added), stamp(vault)
    common = _commonness(vault, given)
    with vault.transaction():
        vault.database.run_many(
            "INSERT INTO entity_form VALUES (?, ?, ?, ?, ?, ?)",
            [(one.id, one.entity_id, one.form, one.match, *written) for one in given],
        )
        vault.database.run_many(
            "INSERT INTO entity_form_word VALUES (?, ?)",
            [(word, one.id) for one in given for word in sorted(telling_words(one.form, common))],
        )


def _commonness(readable: Readable, added: Iterable[EntityForm]) -> Counter[str]:
    """How many forms each word of new ones leads to, and how many of these have it."""
    counts = Counter(word for one in added for word in frozenset().union(*form_words(one.form)))
    rows = readable.database.query(
        "SELECT j.value, (SELECT count(*) FROM entity_form_word w WHERE w.word = j.value) FROM json_each(?) j",
        (json.dumps(sorted(counts)),),
    )
    counts.update(dict(rows))
    return counts


def remove_forms(vault: Vault, ids: Iterable[str]) -> None:
    """Forgets forms; those that are gone already are no error."""
    with vault.transaction():
        vault.database.run_many("DELETE FROM entity_form WHERE id = ?", [(one,) for one in ids])


def add_sources(vault: Vault, sources: Iterable[FormSource]) -> None:
    """Notes from which texts forms were learned; what is noted already is no error."""
    with vault.transaction():
        vault.database.run_many(
            "INSERT OR IGNORE INTO entity_form_source VALUES (?, ?)",
            [(one.form_id, one.place_id) for one in sources],
        )


def sources_of(readable: Readable, form_ids: Iterable[str]) -> tuple[FormSource, ...]:
    """The texts that some forms were learned from."""
    rows = readable.database.query(
        "SELECT form_id, place_id FROM entity_form_source WHERE form_id IN (SELECT value FROM json_each(?))"
        " ORDER BY form_id, place_id",
        (json.dumps(sorted(set(form_ids))),),
    )
    return tuple(FormSource(*row) for row in rows)


def drop_sources(vault: Vault, intervention_id: str) -> tuple[str, ...]:
    """Forgets that forms were learned from an entry and its tags; returns the ids of those that no text is left of."""
    within = "place_id = ?1 OR (place_id >= ?1 || '#' AND place_id < ?1 || '$')"
    with vault.transaction():
        learned = vault.database.query(
            f"SELECT DISTINCT form_id FROM entity_form_source WHERE {within} ORDER BY form_id",
            (intervention_id,),
        )
        vault.database.run(f"DELETE FROM entity_form_source WHERE {within}", (intervention_id,))
        return tuple(
            row[0]
            for row in learned
            if vault.database.first("SELECT 1 FROM entity_form_source WHERE form_id = ?", row) is None
        )


def _form(row: Row) -> EntityForm:
    return EntityForm(row[0], row[1], row[2], TermMatch(row[3]))
