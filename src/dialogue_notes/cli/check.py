"""`check`: what a file would give away."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_notes.cli.output import Json, say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_secrets
from dialogue_notes.cli.unlocking import opened_vault
from dialogue_notes.errors import EXIT_CODES, ErrorCode
from dialogue_notes.lockdown.enforcement import Enforcement

if TYPE_CHECKING:
    from dialogue_notes.services.checking import CheckedFile
    from dialogue_notes.storage.vault import Vault


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help="PDF, Word, HTML, Markdown or text"
    )
    parser.add_argument(
        "--vault", metavar="VAULT", type=Path, help="look for everything that this vault withholds, too"
    )
    add_secrets(parser)
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.cli.places import inline_places
    from dialogue_notes.services.checking import check_file
    from dialogue_notes.services.vault_terms import vault_terms

    with _vault(options, enforcement) as vault, inline_places() as places:
        checked = [
            check_file(places, path, () if vault is None else vault_terms(vault, path))
            for path in options.files
        ]
    if options.json:
        say_json({"files": [_facts(file) for file in checked]})
    else:
        for file in checked:
            for finding in file.findings:
                say(
                    f"{file.path}: {finding.severity.value}: {finding.where}: {finding.detail} ({finding.code.value})"
                )
            if not file.findings:
                say(f"{file.path}: nothing found. Meaning was not checked.")
    return EXIT_CODES[ErrorCode.LEAK_FOUND] if any(file.gives_something_away for file in checked) else 0


@contextmanager
def _vault(options: argparse.Namespace, enforcement: Enforcement) -> Iterator[Vault | None]:
    """The vault whose terms are looked for; none, and no passphrase asked for, where none was named."""
    if options.vault is None:
        yield None
        return
    with opened_vault(options, options.vault, enforcement) as vault:
        yield vault


def _facts(file: CheckedFile) -> dict[str, Json]:
    findings = [
        {"code": one.code.value, "where": one.where, "detail": one.detail, "severity": one.severity.value}
        for one in file.findings
    ]
    return {"path": str(file.path), "findings": findings}


COMMAND = Command(
    name="check",
    summary="show what a file would give away",
    help="""\
Looks for what a file holds beside what it shows: hidden text, metadata, annotations, earlier revisions,
attachments, scripts, comments, tracked changes, external addresses, invisible characters, thumbnails. With a
vault, also for anything that the vault withholds. Exit code 1 from the severity `warning` up.

--json prints {"files": [{"path", "findings": [{"code", "where", "detail", "severity"}, ...]}, ...]}""",
    example="dialogue-notes check out/summary.pdf --vault lakeside.vault",
    add_arguments=_add_arguments,
    run=_run,
)
