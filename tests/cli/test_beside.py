"""`import --beside`: another rapporteur's record from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_notes.paths import resource
from tests.services.rapporteurs import PEOPLE, SAID, second_file
from tests.support.command_line import CommandVault, new_command_vault, run

SAMPLE = resource("sample/meeting.json")


@pytest.fixture
def vault(tmp_path: Path) -> CommandVault:
    made = new_command_vault(tmp_path)
    made.done("import", SAMPLE)
    return made


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.json"
    path.write_bytes(second_file().data)
    return path


def meetings(vault: CommandVault) -> list[dict[str, object]]:
    return list(vault.done("meetings")["meetings"])


def test_a_record_is_set_beside_and_the_meeting_stays_as_it_was(vault: CommandVault, second: Path) -> None:
    before = meetings(vault)
    meeting_id = str(before[0]["id"])
    made = vault.done("import", second, "--beside", meeting_id)
    assert made["meetings"] == [meeting_id]
    assert (made["interventions"], made["participants"]) == (len(SAID), len(PEOPLE))
    assert len(made["records"]) == 1
    assert meetings(vault) == before
    told = run(
        "import", vault.folder, second, "--beside", meeting_id, "--passphrase-file", vault.passphrase_file
    )
    assert (told.outcome, told.out.splitlines()[-1]) == (0, f"  {meeting_id}")


def test_what_is_no_meeting_file_or_no_meeting_is_refused(
    vault: CommandVault, second: Path, tmp_path: Path
) -> None:
    meeting_id = str(meetings(vault)[0]["id"])
    notes = tmp_path / "notes.txt"
    notes.write_text("words", encoding="utf-8")
    for arguments in (
        (notes, "--beside", meeting_id),
        (second, "--beside", "none"),
        (second, "--beside", meeting_id, "--meeting", meeting_id),
    ):
        ran = vault.run("import", *arguments)
        assert ran.outcome != 0
        assert ran.error[0] in {"wrong_use", "not_found"}
