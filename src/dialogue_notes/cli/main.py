"""The command line: reads the arguments, runs one command, and turns errors into exit codes and words."""

from __future__ import annotations

import os
import sys

from dialogue_notes.cli import (
    approve,
    check,
    create,
    demo,
    draft,
    export,
    importing,
    meetings,
    suggest,
    verify,
)
from dialogue_notes.cli.outcomes import OpenWindow, Outcome, PlayDemo
from dialogue_notes.cli.output import fail
from dialogue_notes.cli.parser import Command, parse_arguments
from dialogue_notes.errors import EXIT_CODES, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement

__all__ = ["OpenWindow", "PlayDemo", "run"]

COMMANDS: tuple[Command, ...] = (
    demo.COMMAND,
    create.COMMAND,
    importing.COMMAND,
    meetings.COMMAND,
    suggest.COMMAND,
    draft.COMMAND,
    approve.COMMAND,
    export.COMMAND,
    check.COMMAND,
    verify.COMMAND,
)

EXIT_WRONG_USE = 2
"""For the errors that `errors.EXIT_CODES` leaves out."""


def run(argv: list[str], enforcement: Enforcement) -> Outcome:
    """Runs what `argv` (without the program's name) asks for.

    Returns the exit code, or, since windows are not made here, what the composition root is to open. Known
    errors are said on standard error, in JSON if the command was to speak JSON.
    """
    try:
        options = parse_arguments(argv, COMMANDS)
        if options.command is None:
            return OpenWindow()
        command: Command = options.command
        return command.run(options, enforcement)
    except KnownError as error:
        fail(error, as_json="--json" in argv)
        return EXIT_CODES.get(error.code, EXIT_WRONG_USE)
    except SystemExit as ended:  # --help and --version have said what there was to say
        return int(ended.code or 0)
    except BrokenPipeError:  # whoever read our output has seen enough; nothing is left to say it to
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
