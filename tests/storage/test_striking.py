from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import InterventionState
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import attributions, interventions, redactions, search_index, summaries
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.striking import is_held, strike_intervention
from dialogue_notes.storage.vault import Vault, stamp
from tests.support.filling import fill
from tests.support.vaults import new_vault


def test_striking_destroys_the_words_and_keeps_the_place(vault: Vault) -> None:
    filled = fill(vault)
    struck = filled.interventions[1]
    strike_intervention(vault, struck.id)
    left = interventions.intervention(vault, struck.id)
    assert left.state is InterventionState.STRUCK
    assert (left.text, left.tags, left.consent, left.rule_reason) == ("", (), None, "")
    assert (left.sequence, left.spoken_at, left.rule) == (struck.sequence, struck.spoken_at, struck.rule)
    assert interventions.revisions(vault, struck.id) == ()
    assert attributions.speakers(vault, filled.meeting.id).get(struck.id, Speaker()) == Speaker()
    assert interventions.count_interventions(vault, filled.meeting.id) == 1
    assert interventions.next_sequence(vault, filled.session.id) == 3


def test_its_redactions_go_too_and_no_others(vault: Vault) -> None:
    filled = fill(vault)
    entry = filled.interventions[0]
    tag = replace(filled.redaction, id=new_id(), place=Place(PlaceKind.TAG, f"{entry.id}#1"))
    other = replace(
        filled.redaction, id=new_id(), place=Place(PlaceKind.INTERVENTION, filled.interventions[1].id)
    )
    redactions.add_redactions(vault, [tag, other])
    strike_intervention(vault, entry.id)
    assert redactions.redactions(vault, filled.meeting.id) == (other,)


def test_points_written_by_hand_from_it_must_be_looked_at_again(vault: Vault) -> None:
    filled = fill(vault)
    section = filled.summary.sections[0]
    fresh = replace(section, points=tuple(replace(point, stale=False) for point in section.points))
    summaries.replace_sections(vault, filled.summary.id, (fresh,))
    strike_intervention(vault, filled.interventions[1].id)
    points = summaries.summary(vault, filled.summary.id).sections[0].points
    assert [point.stale for point in points] == [False, True]


def test_a_legal_hold_forbids_it(vault: Vault) -> None:
    filled = fill(vault)
    held = (new_id(), filled.meeting.id, "court order", None, *stamp(vault))
    vault.database.run("INSERT INTO legal_hold VALUES (?, ?, ?, ?, ?, ?)", held)
    assert is_held(vault, filled.meeting.id)
    with pytest.raises(KnownError) as refused:
        strike_intervention(vault, filled.interventions[0].id)
    assert refused.value.code is ErrorCode.LEGAL_HOLD
    assert interventions.interventions(vault, filled.session.id) == filled.interventions
    vault.database.run("UPDATE legal_hold SET lifted_at = '2026-01-01'")
    strike_intervention(vault, filled.interventions[0].id)


def test_the_log_is_empty_right_after_the_strike(vault: Vault) -> None:
    filled = fill(vault)
    wal = vault.folder / "content.db-wal"
    assert wal.stat().st_size > 0
    strike_intervention(vault, filled.interventions[0].id)
    assert wal.stat().st_size == 0


def test_no_page_of_the_decrypted_database_holds_the_words_afterwards(folder: Path) -> None:
    vault = new_vault(folder)
    filled = fill(vault, "zeppelinword")
    search_index.drain(vault.database, vault._transactions)
    for entry in filled.interventions:
        strike_intervention(vault, entry.id)
    texts = [entry.text for entry in filled.interventions] + ["entry", "earlier"]
    rows = vault.database.query("SELECT block FROM search_data")
    index = b"".join(row[0] for row in rows)
    assert b"zeppelinword" not in index
    vault.database.run("ATTACH DATABASE ':memory:' AS plain KEY ''")
    vault.database.query("SELECT sqlcipher_export('plain')")
    kept = vault.database.query(
        "SELECT text FROM plain.intervention UNION ALL SELECT text FROM plain.intervention_revision"
    )
    assert not any(text in row[0] for text in texts for row in kept)
    vault.close()


def test_what_is_not_there_is_named(vault: Vault) -> None:
    with pytest.raises(KnownError) as refused:
        strike_intervention(vault, new_id())
    assert refused.value.code is ErrorCode.NOT_FOUND
