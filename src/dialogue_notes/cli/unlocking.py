"""Getting a vault open from the command line: passphrase or recovery key, from a terminal or a file."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement

if TYPE_CHECKING:
    from dialogue_notes.storage.vault import Vault

MAX_SECRET = 64 << 10
"""Bytes of the longest passphrase file that is read."""

_STANDARD_INPUT = Path("-")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@contextmanager
def opened_vault(options: argparse.Namespace, folder: Path, enforcement: Enforcement) -> Iterator[Vault]:
    """The vault in `folder`, unlocked as the options say, and closed again whatever happens.

    Raises KnownError when the network is not blocked, when there is nobody to ask, and as `services.vaults` does.
    """
    from dialogue_notes.services import vaults

    enforcement.require()
    if options.recovery_key_file is not None:
        vault = vaults.unlock_with_recovery_key(folder, _secret_in(options.recovery_key_file, "recovery key"))
    else:
        vault = vaults.unlock_vault(folder, passphrase(options))
    try:
        vaults.log_override(vault, enforcement)
        yield vault
    finally:
        vault.close()


def passphrase(options: argparse.Namespace) -> bytearray:
    """The passphrase, from the file named or else typed on the terminal without echo; zeroed by who takes it."""
    if options.passphrase_file is not None:
        return _secret_in(options.passphrase_file, "passphrase")
    return _typed("Passphrase: ")


def new_passphrase(options: argparse.Namespace) -> bytearray:
    """As `passphrase`, but typed twice on a terminal. Raises KnownError(WRONG_USE) when the two differ."""
    if options.passphrase_file is not None:
        return _secret_in(options.passphrase_file, "passphrase")
    first = _typed("New passphrase: ")
    second = _typed("The same again: ")
    is_same = first == second
    second[:] = bytes(len(second))
    if not is_same:
        first[:] = bytes(len(first))
        raise KnownError(ErrorCode.WRONG_USE, detail="The two passphrases differ; nothing was made.")
    return first


def _typed(prompt: str) -> bytearray:
    if not sys.stdin.isatty():
        raise KnownError(
            ErrorCode.WRONG_USE,
            detail="There is no terminal to ask for the passphrase on: give --passphrase-file FILE "
            "(`-` reads standard input).",
        )
    try:
        return bytearray(getpass.getpass(prompt).encode())
    except EOFError:
        raise KnownError(ErrorCode.WRONG_USE, detail="No passphrase was typed.") from None


def _secret_in(path: Path, what: str) -> bytearray:
    """The one line in the file at `path`, without its line end."""
    try:
        if path == _STANDARD_INPUT:
            data = bytearray(sys.stdin.buffer.read(MAX_SECRET + 1))
        else:
            with path.open("rb", buffering=0) as file:
                data = bytearray()
                while len(data) <= MAX_SECRET and (part := file.read(MAX_SECRET)):  # a pipe gives it in parts
                    data += part
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise KnownError(
            ErrorCode.WRONG_USE, detail=f"The {what} file could not be read ({reason})."
        ) from error
    if data.startswith(_BYTE_ORDER_MARK):
        del data[: len(_BYTE_ORDER_MARK)]
    for end in (b"\n", b"\r"):
        if data.endswith(end):
            del data[-1:]
    if not data or len(data) > MAX_SECRET or b"\n" in data:
        data[:] = bytes(len(data))
        raise KnownError(
            ErrorCode.WRONG_USE, detail=f"The {what} file must hold the {what} in one line, and nothing else."
        )
    return data
