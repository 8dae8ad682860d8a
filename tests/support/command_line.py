"""The command line, run in this process: what it returned and what it printed."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogue_notes.cli import main
from dialogue_notes.cli.outcomes import Outcome
from dialogue_notes.crypto.kdf import FLOOR
from dialogue_notes.lockdown.enforcement import Enforcement, Guard, Measure
from dialogue_notes.services.vaults import create_vault
from tests.support.vaults import PASSPHRASE

ENFORCED = Enforcement(tuple(Measure(guard, is_in_force=True, words="") for guard in Guard))
"""As if the system blocked the network: the lockdown is tested where it is set, in children."""


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of the command line."""

    outcome: Outcome
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, which must be JSON and nothing else."""
        return json.loads(self.out)

    @property
    def error(self) -> tuple[str, str]:
        """Code and message of the error, which must be all that was said on standard error, in JSON."""
        error = json.loads(self.err)["error"]
        assert set(error) == {"code", "message"}
        return error["code"], error["message"]


def run(*arguments: str | Path, enforcement: Enforcement = ENFORCED) -> Ran:
    """Runs `dialogue-notes` with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        outcome = main.run([str(argument) for argument in arguments], enforcement)
    return Ran(outcome, out.getvalue(), err.getvalue())


@dataclass(frozen=True, slots=True)
class CommandVault:
    """A vault that the command line can open, with its secrets in files."""

    folder: Path
    passphrase_file: Path
    recovery_key_file: Path

    def run(self, command: str, *arguments: str | Path, enforcement: Enforcement = ENFORCED) -> Ran:
        """Runs a command on the vault, in JSON."""
        unlocking = ("--passphrase-file", self.passphrase_file, "--json")
        return run(command, self.folder, *arguments, *unlocking, enforcement=enforcement)

    def done(self, command: str, *arguments: str | Path) -> Any:
        """As `run`, for what must succeed; the JSON printed."""
        ran = self.run(command, *arguments)
        assert (ran.outcome, ran.err) == (0, ""), ran
        return ran.json


def new_command_vault(folder: Path) -> CommandVault:
    """A new vault at the lowest cost that the program opens."""
    passphrase_file, recovery_key_file = folder / "passphrase", folder / "recovery-key"
    created = create_vault(folder / "v.vault", bytearray(PASSPHRASE, "utf-8"), "Ada Holm", kdf=FLOOR)
    created.vault.close()
    passphrase_file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    recovery_key_file.write_text(created.recovery_key + "\n", encoding="utf-8")
    return CommandVault(folder / "v.vault", passphrase_file, recovery_key_file)
