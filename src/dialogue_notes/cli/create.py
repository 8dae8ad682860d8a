"""`create`: makes a new vault and prints its recovery key once."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_notes.cli.output import say, say_json, warn
from dialogue_notes.cli.parser import Command, add_json, add_passphrase_file
from dialogue_notes.cli.unlocking import new_passphrase
from dialogue_notes.lockdown.enforcement import Enforcement

FIRST_PERSON = "Custodian"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "vault", metavar="VAULT", type=Path, help="the folder to make, such as lakeside.vault"
    )
    add_passphrase_file(parser)
    parser.add_argument(
        "--person",
        metavar="NAME",
        default=FIRST_PERSON,
        help=f"the name under which you approve and export (default: {FIRST_PERSON})",
    )
    parser.add_argument(
        "--allow-synced-folder",
        action="store_true",
        help="make it although a service keeps the folder in step with other computers",
    )
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.services import vaults

    enforcement.require()
    secret = new_passphrase(options)
    strength = vaults.passphrase_strength(secret)
    if strength.score < vaults.GOOD_STRENGTH:
        warn(f"The passphrase: {strength.words} Five random words are far better.")
    created = vaults.create_vault(
        options.vault, secret, options.person, allow_synced=options.allow_synced_folder
    )
    try:
        vaults.log_override(created.vault, enforcement)
    finally:
        created.vault.close()
    if options.json:
        say_json({"vault": str(options.vault), "recovery_key": created.recovery_key})
    else:
        say(f"The vault is in {options.vault}.")
        say("Recovery key (shown this once; write it on paper and keep it apart from the machine):")
        say(f"  {created.recovery_key}")
    return 0


COMMAND = Command(
    name="create",
    summary="make a new vault",
    help="""\
Makes a new vault with you as its custodian, and prints its recovery key. The key is shown this once: it opens
the vault when the passphrase is forgotten, and nothing else does.

--json prints {"vault": PATH, "recovery_key": KEY}""",
    example="dialogue-notes create lakeside.vault",
    add_arguments=_add_arguments,
    run=_run,
)
