"""`export`: writes a sanitised summary as files, after the leak gate has read them back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_notes.cli.output import say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_vault
from dialogue_notes.cli.unlocking import opened_vault
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement

if TYPE_CHECKING:
    from dialogue_notes.export.formats import Format


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_vault(parser)
    parser.add_argument("--summary", metavar="ID", required=True, help="the summary to export")
    parser.add_argument(
        "--format",
        metavar="LIST",
        default="pdf",
        help="any of pdf,docx,html,md,txt with commas (default: pdf)",
    )
    parser.add_argument(
        "--to", metavar="DIR", type=Path, required=True, help="the folder for summary.pdf, ..."
    )
    parser.add_argument(
        "--draft", action="store_true", help="export what is not approved, stamped DRAFT on every page"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace files of those names")
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.cli.places import inline_places
    from dialogue_notes.services.exports import export_summary

    formats = _formats(options.format)
    with opened_vault(options, options.vault, enforcement) as vault, inline_places() as places:
        files = export_summary(
            vault,
            places,
            options.summary,
            formats,
            options.to,
            draft=options.draft,
            overwrite=options.overwrite,
        )
    if options.json:
        say_json({"files": [str(path) for path in files]})
    else:
        for path in files:
            say(str(path))
    return 0


def _formats(listed: str) -> tuple[Format, ...]:
    """The formats named, each once and in the order named. Raises KnownError(WRONG_USE) for any other word."""
    from dialogue_notes.export.formats import Format

    words = [word.strip().lower() for word in listed.split(",")]
    for word in words:
        if word not in set(Format):
            expected = ", ".join(Format)
            raise KnownError(
                ErrorCode.WRONG_USE, detail=f"There is no format “{word}”; expected any of: {expected}."
            )
    return tuple(Format(word) for word in dict.fromkeys(words))


COMMAND = Command(
    name="export",
    summary="write an approved summary as PDF, Word, HTML, Markdown or text",
    help="""\
Writes the sanitised summary as summary.pdf, summary.docx, ... Each finished file is read back and searched for
everything that is withheld; on a find nothing is written. Without --draft the summary must be approved.

--json prints {"files": [PATH, ...]}""",
    example="dialogue-notes export lakeside.vault --summary ID --format pdf,docx --to out",
    add_arguments=_add_arguments,
    run=_run,
)
