"""What the command line says: lines for people, or JSON; the one place of the program that prints."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO, TypeAlias

from dialogue_notes.errors import KnownError

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"


def say(line: str) -> None:
    """Prints one line for a person on standard output."""
    _write(sys.stdout, line)


def warn(line: str) -> None:
    """Prints one line for a person on standard error."""
    _write(sys.stderr, f"dialogue-notes: {line}")


def say_json(value: Json) -> None:
    """Prints `value` as JSON in ASCII, which every terminal and every pipe lets through unharmed."""
    _write(sys.stdout, json.dumps(value, indent=1))


def fail(error: KnownError, *, as_json: bool) -> None:
    """Says an error in one line on standard error."""
    message = " ".join(error.message.split())
    if as_json:
        _write(sys.stderr, json.dumps({"error": {"code": error.code.value, "message": message}}))
    else:
        warn(message)


def _write(stream: TextIO, line: str) -> None:
    encoding = stream.encoding or "utf-8"
    print(line.encode(encoding, errors="backslashreplace").decode(encoding), file=stream, flush=True)
