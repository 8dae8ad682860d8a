"""Wordings by which entities are known: what of a hidden wording is learned, and how it is looked for."""

from __future__ import annotations

from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.entities import EntityForm
from dialogue_notes.domain.sanitising.withholding import hidden_wording, how_to_find
from dialogue_notes.domain.text import normalise
from dialogue_notes.storage.identifiers import new_id


def form_of(entity_id: str, wording: str, category: Category) -> EntityForm | None:
    """The form that a wording teaches; None for one that tells nothing by itself."""
    form = hidden_wording(wording, category)
    return EntityForm(new_id(), entity_id, form, how_to_find(form)) if form else None


def form_key(wording: str, category: Category) -> str:
    """A wording as it is compared with others, to tell whose it is."""
    return normalise(hidden_wording(wording, category) or wording).strip()
