"""`verify`: whether a vault is whole."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from dialogue_notes.cli.output import say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_vault
from dialogue_notes.cli.unlocking import opened_vault, passphrase
from dialogue_notes.errors import EXIT_CODES, ErrorCode, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement

if TYPE_CHECKING:
    from dialogue_notes.services.vaults import Problem


DAMAGE = frozenset({ErrorCode.HEADER_DAMAGED, ErrorCode.HEADER_ALTERED, ErrorCode.VAULT_DAMAGED})


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_vault(parser)
    parser.add_argument(
        "--anchor",
        metavar="TEXT",
        default="",
        help="the anchor written down at an earlier closing, to be found again",
    )
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    problems = _problems(options, enforcement)
    if options.json:
        found = [{"code": problem.code, "message": problem.words} for problem in problems]
        say_json({"ok": not problems, "problems": found})
    else:
        for problem in problems:
            say(f"{problem.code}: {problem.words}")
        say(f"{len(problems)} problems were found." if problems else "The vault is whole.")
    return EXIT_CODES[ErrorCode.VAULT_DAMAGED] if problems else 0


def _problems(options: argparse.Namespace, enforcement: Enforcement) -> tuple[Problem, ...]:
    """What is wrong. Damage that keeps the vault from being opened or closed is a find, not an error."""
    from dialogue_notes.services import vaults

    try:
        if options.recovery_key_file is not None:
            with opened_vault(options, options.vault, enforcement) as vault:
                return vaults.verify_open_vault(vault, options.anchor)
        enforcement.require()
        return vaults.verify_vault(options.vault, passphrase(options), anchor=options.anchor)
    except KnownError as error:
        if error.code not in DAMAGE:
            raise
        return (vaults.Problem(error.code.value, error.message),)


COMMAND = Command(
    name="verify",
    summary="check that a vault is whole",
    help="""\
Checks the header, both integrity checks of the database, its tables and the chain of the audit log. An anchor
that was written down when the vault was closed shows whether a whole older copy was put in its place.

--json prints {"ok": true, "problems": [{"code", "message"}, ...]}""",
    example="dialogue-notes verify lakeside.vault",
    add_arguments=_add_arguments,
    run=_run,
)
