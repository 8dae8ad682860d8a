"""The grammar of the command line: one small parser a command, and errors in one line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from dialogue_notes import __version__
from dialogue_notes.cli.outcomes import Outcome
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement

DESCRIPTION = """\
Notes of sensitive meetings, offline: recorded in an encrypted vault, reviewed and redacted there, and let out
only as sanitised summaries. Without a command the window opens."""

EPILOGUE = """\
exit codes:
  0  done
  1  found what it looked for, or refused on content (leak, damage, a file or summary that may not pass)
  2  wrong use
  3  the vault could not be unlocked
  4  the system refused (disk full, not writable, not readable, vault in use)

`dialogue-notes COMMAND --help` explains a command and shows an example."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it does in one line, its help, its arguments and how it is run."""

    name: str
    summary: str
    help: str
    example: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Enforcement], Outcome]


class _Parser(argparse.ArgumentParser):
    """Says what was wrong in one line instead of printing the whole usage."""

    def error(self, message: str) -> NoReturn:
        raise KnownError(ErrorCode.WRONG_USE, detail=f"{message[:1].upper()}{message[1:].rstrip('.')}.")


def parse_arguments(argv: Sequence[str], commands: Sequence[Command]) -> argparse.Namespace:
    """The options in `argv`; `options.command` is the Command, or None when there is none.

    Raises KnownError(WRONG_USE) in one line; `--help` and `--version` print and raise SystemExit(0).
    """
    parser = _parser("dialogue-notes", DESCRIPTION, EPILOGUE)
    parser.add_argument("--version", action="version", version=f"dialogue-notes {__version__}")
    parser.set_defaults(command=None)
    _add_override(parser)
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for command in commands:
        sub = subparsers.add_parser(
            command.name,
            help=command.summary,
            description=command.help,
            epilog=f"example:\n  {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.add_arguments(sub)
        _add_override(sub)
        sub.set_defaults(command=command)
    return parser.parse_args(list(argv))


def add_json(parser: argparse.ArgumentParser) -> None:
    """The option for output that programs read."""
    parser.add_argument(
        "--json", action="store_true", help='print JSON; errors too, as {"error": {...}} on standard error'
    )


def add_vault(parser: argparse.ArgumentParser) -> None:
    """The vault and how to unlock it."""
    parser.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    add_secrets(parser)


def add_secrets(parser: argparse.ArgumentParser) -> None:
    """The ways to unlock a vault other than typing the passphrase on the terminal."""
    group = parser.add_mutually_exclusive_group()
    add_passphrase_file(group)
    group.add_argument(
        "--recovery-key-file",
        metavar="FILE",
        type=Path,
        help="unlock with the recovery key in FILE (`-` reads standard input)",
    )


def add_passphrase_file(parser: argparse._ActionsContainer) -> None:
    """The option for a passphrase that is not typed."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        help="take the passphrase from FILE (`-` reads standard input) instead of asking on the terminal",
    )


def _parser(name: str, description: str, epilogue: str) -> _Parser:
    return _Parser(
        prog=name,
        description=description,
        epilog=epilogue,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_override(parser: argparse.ArgumentParser) -> None:
    """Read by `__main__` before anything else is; it stands here to be explained and not to be refused."""
    parser.add_argument(
        "--allow-unenforced-network",
        action="store_true",
        help="open vaults although the system does not block the network for this program (logged in the vault)",
    )
