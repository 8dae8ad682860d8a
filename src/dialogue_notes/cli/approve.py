"""`approve`: approves a summary as the person unlocked."""

from __future__ import annotations

import argparse

from dialogue_notes.cli.output import say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_vault
from dialogue_notes.cli.unlocking import opened_vault
from dialogue_notes.lockdown.enforcement import Enforcement


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_vault(parser)
    parser.add_argument("--summary", metavar="ID", required=True, help="the summary to approve")
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.services import summaries

    with opened_vault(options, options.vault, enforcement) as vault:
        approval = summaries.approve(vault, options.summary)
    if options.json:
        say_json({"approval": approval.id, "content_hash": approval.content_hash})
    else:
        say(f"Approved by {approval.approved_by} ({approval.id}).")
        say(f"Exactly this content: SHA-256 {approval.content_hash}")
    return 0


COMMAND = Command(
    name="approve",
    summary="approve a summary in its present form",
    help="""\
Approves a summary as the person whose passphrase unlocks the vault. The approval is bound to the exact content
and lapses with any change.

--json prints {"approval": ID, "content_hash": SHA256}""",
    example="dialogue-notes approve lakeside.vault --summary ID",
    add_arguments=_add_arguments,
    run=_run,
)
