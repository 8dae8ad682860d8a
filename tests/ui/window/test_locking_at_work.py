"""Locking while something long is under way: it stops, nothing of it comes back, and the next time all is well."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_notes.app.compose import Composition
from dialogue_notes.paths import resource
from dialogue_notes.services import summaries
from dialogue_notes.services.importing.files import read_import_file
from dialogue_notes.services.importing.importer import ImportOutcome, import_files
from dialogue_notes.services.place_tasks import Task
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.summaries import DraftOutcome
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.summary.out_presenter import OutPresenter
from tests.ui.conftest import PASSPHRASE, settle, wait_for

FORMATS = ("pdf", "docx", "html", "md", "txt")


def lock_and_unlock(composition: Composition) -> None:
    office, folder = composition.office, composition.office.folder
    assert folder is not None
    wait_for(office.closed, office.lock)
    wait_for(office.unlocked, lambda: composition.unlock.unlock(folder, bytearray(PASSPHRASE.encode())))
    settle(composition)


def test_a_quick_hand_finds_no_vault_in_use(opened: Composition) -> None:
    office, folder = opened.office, opened.office.folder
    assert folder is not None
    errors: list[object] = []
    opened.unlock.failed.connect(errors.append)

    def lock_and_unlock_at_once() -> None:
        office.lock()
        opened.unlock.unlock(folder, bytearray(PASSPHRASE.encode()))

    for _ in range(5):
        wait_for(office.unlocked, lock_and_unlock_at_once)
    assert errors == []


def begin_import(composition: Composition) -> Task[ImportOutcome]:
    """Asks for the sample meeting to be read and written, as a chain through three places."""
    places, sample = composition.office.places, read_import_file(resource("sample/meeting.json"))
    vaults: list[Vault] = []
    composition.office.write(vaults.append, lambda _none: None)
    settle(composition)
    return import_files(vaults[0], places, [sample])


def meetings_of(composition: Composition) -> tuple[str, ...]:
    found: list[str] = []
    composition.office.read(lambda reader: tuple(one.id for one in meetings.meetings(reader)), found.extend)
    settle(composition)
    return tuple(found)


@pytest.fixture
def filled(opened: Composition) -> Composition:
    """The window with the sample meeting imported and chosen."""
    importing = begin_import(opened)
    wait_for(
        opened.office.summary_changed,
        lambda: opened.office.watch(importing, lambda _outcome: opened.office.summary_changed.emit()),
    )
    dialogue: list[str] = []
    (meeting_id,) = meetings_of(opened)
    opened.office.read(lambda reader: meetings.meeting(reader, meeting_id).dialogue_id, dialogue.append)
    settle(opened)
    opened.office.choose_meeting(dialogue[0], meeting_id)
    settle(opened)
    return opened


def test_an_import_that_a_lock_cut_off_left_nothing(opened: Composition) -> None:
    begin_import(opened)
    lock_and_unlock(opened)
    assert meetings_of(opened) == ()


def test_a_suggestion_pass_that_a_lock_cut_off_is_done_the_next_time(filled: Composition) -> None:
    room = filled.window.findChildren(ReviewView)[0]
    filled.window.show_room("review")
    lock_and_unlock(filled)
    assert filled.window.current_room == "review"
    if not room.model.rowCount():
        wait_for(room.model.modelReset, lambda: None)
    assert room.model.rowCount() > 0


@pytest.mark.parametrize("rounds", [0, 1, 3])
def test_an_export_that_a_lock_cut_off_wrote_all_files_or_none(
    filled: Composition, tmp_path: Path, rounds: int
) -> None:
    office, meeting_id = filled.office, filled.office.chosen.meeting_id
    assert meeting_id is not None
    drafted: list[DraftOutcome] = []

    def draft(vault: Vault) -> DraftOutcome:
        review.refresh_suggestions(vault, office.places, meeting_id)
        return summaries.draft_summary(vault, meeting_id, "principals", accept_suggestions=True)

    office.write(draft, drafted.append)
    settle(filled)
    outward = filled.window.findChildren(OutPresenter)[0]
    out, again = tmp_path / "out", tmp_path / "again"
    summary_id = drafted[0].summary_id
    outward.export(summary_id, FORMATS, out, is_draft=True, may_overwrite=False)
    for _round in range(rounds):
        settle(filled)
    lock_and_unlock(filled)
    left = sorted(path.name for path in out.iterdir()) if out.exists() else []
    assert left in ([], sorted(f"summary.{ending}" for ending in FORMATS))
    wait_for(
        outward.export_done,
        lambda: outward.export(summary_id, FORMATS, again, is_draft=True, may_overwrite=False),
    )
    assert len(list(again.iterdir())) == len(FORMATS)
