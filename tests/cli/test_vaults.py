from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_notes.lockdown.enforcement import Enforcement, Guard, Measure
from dialogue_notes.paths import resource
from dialogue_notes.storage import audit
from dialogue_notes.storage.vault import unlock
from tests.support.command_line import CommandVault, new_command_vault, run
from tests.support.vaults import PASSPHRASE

SAMPLE = resource("sample/meeting.json")
UNENFORCED = Enforcement((Measure(Guard.SECCOMP, is_in_force=False, words="no filter here"),))


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> CommandVault:
    made = new_command_vault(tmp_path_factory.mktemp("vault"))
    made.done("import", SAMPLE)
    return made


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """What the command finds on standard input."""
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    return data


def test_create_makes_a_vault_that_passphrase_and_recovery_key_open(tmp_path: Path) -> None:
    passphrase_file, recovery_key_file = tmp_path / "p", tmp_path / "r"
    passphrase_file.write_text(PASSPHRASE, encoding="utf-8")

    made = run("create", tmp_path / "new.vault", "--passphrase-file", passphrase_file, "--json")

    assert made.outcome == 0
    assert set(made.json) == {"vault", "recovery_key"}
    assert made.json["vault"] == str(tmp_path / "new.vault")
    recovery_key_file.write_text(made.json["recovery_key"] + "\n", encoding="utf-8")
    for option, path in (("--passphrase-file", passphrase_file), ("--recovery-key-file", recovery_key_file)):
        listed = run("meetings", tmp_path / "new.vault", option, path, "--json")
        assert (listed.outcome, listed.json) == (0, {"meetings": []})


def test_create_warns_of_a_passphrase_that_is_easily_guessed_and_makes_the_vault(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("password", encoding="utf-8")
    ran = run("create", tmp_path / "v.vault", "--passphrase-file", tmp_path / "p", "--json")
    assert (ran.outcome, ran.err.count("\n")) == (0, 1)
    assert "guess" in ran.err
    assert (tmp_path / "v.vault" / "header.json").is_file()


def test_create_refuses_what_is_there_already(vault: CommandVault) -> None:
    ran = run("create", vault.folder, "--passphrase-file", vault.passphrase_file, "--json")
    assert (ran.outcome, ran.error[0]) == (4, "vault_exists")


@pytest.mark.parametrize("content", [b"", b"\n", b"two\nlines\n"], ids=["empty", "blank", "two lines"])
def test_a_passphrase_file_holds_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p").write_bytes(content)
    ran = run("create", tmp_path / "v.vault", "--passphrase-file", tmp_path / "p", "--json")
    assert (ran.outcome, ran.error[0]) == (2, "wrong_use")
    assert not (tmp_path / "v.vault").exists()


def test_a_passphrase_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    ran = run("meetings", tmp_path / "v.vault", "--passphrase-file", tmp_path / "none", "--json")
    assert (ran.outcome, ran.error[0]) == (2, "wrong_use")


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_the_passphrase_comes_from_standard_input(
    vault: CommandVault, standard_input: io.BytesIO, ending: str
) -> None:
    standard_input.write(("\ufeff" + PASSPHRASE + ending).encode())
    standard_input.seek(0)
    assert run("meetings", vault.folder, "--passphrase-file", "-", "--json").outcome == 0


class _Terminal:
    """A program with a terminal of its own on standard input and standard error."""

    def __init__(self, *arguments: str | Path) -> None:
        self._screen, keyboard = pty.openpty()
        self._program = subprocess.Popen(
            [sys.executable, "-m", "dialogue_notes", *map(str, arguments)],
            stdin=keyboard,
            stdout=subprocess.PIPE,
            stderr=keyboard,
            start_new_session=True,
        )
        os.close(keyboard)
        self.shown = ""

    def answer(self, prompt: str, line: str) -> None:
        """Types a line once the prompt is shown."""
        seen = ""
        while prompt not in seen:
            seen += os.read(self._screen, 1024).decode()
        self.shown += seen
        os.write(self._screen, f"{line}\n".encode())

    def end(self) -> tuple[int, str]:
        """Exit code and standard output of the program, once it has ended."""
        out, _ = self._program.communicate()
        with contextlib.suppress(OSError):  # the terminal is gone with the program
            self.shown += os.read(self._screen, 4096).decode()
        os.close(self._screen)
        return self._program.returncode, out.decode()


def test_the_passphrase_is_asked_for_on_a_terminal_without_echo(vault: CommandVault) -> None:
    terminal = _Terminal("meetings", vault.folder, "--json")
    terminal.answer("Passphrase: ", PASSPHRASE)
    code, out = terminal.end()
    assert code == 0, terminal.shown
    assert len(json.loads(out)["meetings"]) == 1
    assert PASSPHRASE not in terminal.shown


def test_a_new_passphrase_is_asked_for_twice_and_must_be_the_same(tmp_path: Path) -> None:
    terminal = _Terminal("create", tmp_path / "v.vault")
    terminal.answer("New passphrase: ", PASSPHRASE)
    terminal.answer("The same again: ", PASSPHRASE + "r")
    code, out = terminal.end()
    assert (code, out) == (2, "")
    assert "differ" in terminal.shown
    assert not (tmp_path / "v.vault").exists()


def test_a_wrong_passphrase_ends_with_3(vault: CommandVault, tmp_path: Path) -> None:
    (tmp_path / "p").write_text("wrong", encoding="utf-8")
    ran = run("meetings", vault.folder, "--passphrase-file", tmp_path / "p", "--json")
    assert (ran.outcome, ran.error[0], ran.out) == (3, "wrong_passphrase", "")


def test_a_mistyped_recovery_key_ends_with_3_and_names_the_group(vault: CommandVault, tmp_path: Path) -> None:
    key = vault.recovery_key_file.read_text(encoding="utf-8").strip()
    groups = key.split("-")
    groups[2] = ("1" if groups[2][0] != "1" else "2") + groups[2][1:]
    (tmp_path / "r").write_text("-".join(groups), encoding="utf-8")
    ran = run("meetings", vault.folder, "--recovery-key-file", tmp_path / "r", "--json")
    assert (ran.outcome, ran.error[0]) == (3, "recovery_key_mistyped")
    assert "3" in ran.error[1]


def test_a_vault_that_is_not_there_is_wrong_use(vault: CommandVault, tmp_path: Path) -> None:
    ran = run("meetings", tmp_path / "no.vault", "--passphrase-file", vault.passphrase_file, "--json")
    assert (ran.outcome, ran.error[0]) == (2, "vault_missing")


def test_a_vault_in_use_ends_with_4(vault: CommandVault) -> None:
    opened = unlock(vault.folder, bytearray(PASSPHRASE, "utf-8"))
    try:
        ran = vault.run("meetings")
    finally:
        opened.close()
    assert (ran.outcome, ran.error[0]) == (4, "vault_in_use")


def test_no_vault_is_opened_or_made_while_the_network_is_not_blocked(
    vault: CommandVault, tmp_path: Path
) -> None:
    ran = vault.run("meetings", enforcement=UNENFORCED)
    assert (ran.outcome, ran.error[0]) == (3, "network_not_blocked")
    made = run(
        "create", tmp_path / "v", "--passphrase-file", vault.passphrase_file, "--json", enforcement=UNENFORCED
    )
    assert (made.outcome, made.error[0]) == (3, "network_not_blocked")
    assert not (tmp_path / "v").exists()


def test_an_override_of_the_block_is_put_into_the_audit_log(vault: CommandVault) -> None:
    overridden = Enforcement(UNENFORCED.measures, overridden=True)
    assert vault.run("meetings", "--allow-unenforced-network", enforcement=overridden).outcome == 0
    opened = unlock(vault.folder, bytearray(PASSPHRASE, "utf-8"))
    try:
        codes = [entry.code for entry in audit.entries(opened)]
    finally:
        opened.close()
    assert "network_not_enforced" in codes


def test_meetings_are_listed(vault: CommandVault) -> None:
    (meeting,) = vault.done("meetings")["meetings"]
    assert isinstance(meeting.pop("id"), str)
    assert meeting == {
        "title": "Fifth meeting",
        "date": "2026-05-18",
        "dialogue": "Lantern Strait Dialogue",
        "state": "open",
        "interventions": 73,
    }


def test_meetings_are_listed_for_people_too(vault: CommandVault) -> None:
    ran = run("meetings", vault.folder, "--passphrase-file", vault.passphrase_file)
    assert (ran.outcome, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert "Lantern Strait Dialogue: Fifth meeting" in ran.out


def test_import_counts_what_was_new(tmp_path: Path) -> None:
    vault = new_command_vault(tmp_path)
    (tmp_path / "r.csv").write_text("name\nTong Ruilan\n", encoding="utf-8")
    (tmp_path / "n.txt").write_text("# Dinner\nShort.\nShorter.\n", encoding="utf-8")

    first = vault.done("import", SAMPLE)
    (meeting_id,) = first.pop("meetings")
    second = vault.done("import", tmp_path / "n.txt", "--meeting", meeting_id)

    assert first == {"interventions": 73, "participants": 13}
    assert second == {"meetings": [meeting_id], "interventions": 2, "participants": 0}
    refused = vault.run("import", tmp_path / "r.csv", "--meeting", meeting_id)
    assert (refused.outcome, refused.error[0]) == (1, "file_not_understood")


def test_a_wrong_file_ends_with_1_and_imports_nothing(tmp_path: Path) -> None:
    vault = new_command_vault(tmp_path)
    (tmp_path / "bad.json").write_text(
        SAMPLE.read_text(encoding="utf-8").replace('"quote"', '"qoute"'), encoding="utf-8"
    )
    ran = vault.run("import", SAMPLE, tmp_path / "bad.json")
    code, message = ran.error
    assert (ran.outcome, code) == (1, "file_not_understood")
    assert message.startswith("bad.json: sessions[0].interventions[9].kind (line ")
    assert "expected one of: statement, quote" in message
    assert vault.done("meetings") == {"meetings": []}


def test_verify_says_that_a_vault_is_whole(vault: CommandVault) -> None:
    assert vault.done("verify") == {"ok": True, "problems": []}


def test_verify_finds_damage_and_ends_with_1(tmp_path: Path) -> None:
    vault = new_command_vault(tmp_path)
    database = vault.folder / "content.db"
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)
    ran = vault.run("verify")
    assert (ran.outcome, ran.json["ok"], ran.err) == (1, False, "")
    assert all(set(problem) == {"code", "message"} for problem in ran.json["problems"])


def test_verify_finds_a_damaged_header(tmp_path: Path) -> None:
    vault = new_command_vault(tmp_path)
    header = vault.folder / "header.json"
    header.write_bytes(header.read_bytes().replace(b"1", b"2", 1))
    ran = vault.run("verify")
    assert (ran.outcome, ran.json["ok"]) == (1, False)
