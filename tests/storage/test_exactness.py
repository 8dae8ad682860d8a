"""Text survives exactly, or is refused by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_notes.domain.record import Consent
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import interventions
from dialogue_notes.storage.drafts import Draft, draft, save_draft
from dialogue_notes.storage.vault import Vault
from tests.support.filling import Filled, fill
from tests.support.vaults import new_vault, reopen

TEXTS = [
    "",
    "a\0b",
    "\0",
    "line\u2028separator\u2029paragraph",
    "no\u00a0break\u202f",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "e\u0301 \u00e9 \u1112\u1161\u11ab",
    "\ufeff\ufffe\uffff",
    "\r\n\r\t\x01\x7f\x85",
    "𝔘𝔫𝔦 👩‍👩‍👧 회의 会议",
    "' \" -- ; DROP TABLE x",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_kind_of_text_comes_back_as_it_was(vault: Vault, text: str) -> None:
    filled = fill(vault)
    entry = replace(
        filled.interventions[0],
        text=text,
        tags=(text, "x"),
        rule_reason=text,
        consent=Consent(text, text),
    )
    interventions.update_intervention(vault, entry)
    save_draft(vault, filled.session.id, Draft(text, len(text)))
    assert interventions.intervention(vault, entry.id) == entry
    assert draft(vault, filled.session.id) == Draft(text, len(text))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Vault, Filled]:
    vault = new_vault(tmp_path_factory.mktemp("exact") / "test.vault")
    return vault, fill(vault)


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_without_half_characters_comes_back(shared: tuple[Vault, Filled], text: str) -> None:
    vault, filled = shared
    entry = replace(filled.interventions[0], text=text, tags=(text,))
    interventions.update_intervention(vault, entry)
    assert interventions.intervention(vault, entry.id) == entry


def test_half_a_character_is_refused_wherever_it_stands(vault: Vault) -> None:
    filled = fill(vault)
    entry, half = filled.interventions[0], "before \ud83d after"
    for changed in (
        replace(entry, text=half),
        replace(entry, rule_reason=half),
        replace(entry, tags=(half,)),
        replace(entry, consent=Consent(half)),
    ):
        with pytest.raises(KnownError) as refused:
            interventions.update_intervention(vault, changed)
        assert refused.value.code is ErrorCode.BAD_FIELD
    assert interventions.intervention(vault, entry.id) == entry


def test_five_megabytes_in_one_entry_survive(folder: Path) -> None:
    vault = new_vault(folder)
    filled = fill(vault)
    entry = replace(filled.interventions[0], text="회의 word\u2028" * 370_000)
    assert len(entry.text.encode()) > 5_000_000
    interventions.update_intervention(vault, entry)
    vault.close()
    again = reopen(folder)
    assert interventions.intervention(again, entry.id).text == entry.text
    again.close()
