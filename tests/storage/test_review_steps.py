from __future__ import annotations

from pathlib import Path

from dialogue_notes.storage import review_steps
from dialogue_notes.storage.review_steps import KEPT_STEPS
from dialogue_notes.storage.vault import Vault
from tests.support.filling import fill
from tests.support.vaults import new_vault


def test_a_step_is_forgotten_with_any_text_of_the_entry(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "one.vault")
    filled = fill(vault)
    entry, other = (one.id for one in filled.interventions)
    meeting = filled.meeting.id
    steps = [review_steps.add_step(vault, meeting, [place], b"{}") for place in (entry, f"{entry}#1", other)]
    review_steps.drop_of_entry(vault, entry)
    assert _kept(vault) == steps[2:]
    assert vault.database.query("SELECT DISTINCT step_id FROM review_step_place") == [(steps[2],)]
    vault.close()


def test_only_the_newest_steps_of_a_meeting_are_kept(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "one.vault")
    meeting = fill(vault).meeting.id
    assert not review_steps.has_begun(vault, meeting)
    with vault.transaction():
        steps = [review_steps.add_step(vault, meeting, [], b"{}") for _ in range(KEPT_STEPS + 2)]
    assert _kept(vault) == steps[2:]
    assert review_steps.has_begun(vault, meeting)
    vault.close()


def _kept(vault: Vault) -> list[int]:
    return [row[0] for row in vault.database.query("SELECT id FROM review_step ORDER BY id")]
