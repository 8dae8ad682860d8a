"""`import`: takes meeting files, notes and rosters into the vault."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_notes.cli.output import say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_vault
from dialogue_notes.cli.unlocking import opened_vault
from dialogue_notes.lockdown.enforcement import Enforcement


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_vault(parser)
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="what to take in")
    parser.add_argument("--meeting", metavar="ID", help="the meeting that rosters and notes go to")
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.cli.places import inline_places
    from dialogue_notes.services.import_files import read_import_file
    from dialogue_notes.services.importing import import_files

    files = [read_import_file(path) for path in options.files]
    with opened_vault(options, options.vault, enforcement) as vault, inline_places() as places:
        outcome = import_files(vault, places, files, options.meeting).result()
    if options.json:
        say_json(
            {
                "meetings": outcome.meeting_ids,
                "interventions": outcome.interventions,
                "participants": outcome.participants,
            }
        )
    else:
        say(
            f"{outcome.interventions} interventions and {outcome.participants} participants were imported into:"
        )
        for meeting_id in outcome.meeting_ids:
            say(f"  {meeting_id}")
    return 0


COMMAND = Command(
    name="import",
    summary="take meeting files, notes and rosters into a vault",
    help="""\
Takes files into the vault, all of them or, when anything in them is wrong, none:
  .json           meeting files (resources/schema/meeting-1.json says what may be in them)
  .txt, .md       notes: an entry a line, in Markdown an entry a paragraph; `# headings` are sessions
  .csv, .tsv      rosters: one person a row, with a heading such as name, delegation, role, capacity
  .vcf            rosters as vCards
Rosters and notes go to the meeting named by --meeting, or to the one meeting file beside them; notes alone
make a meeting of their own.

--json prints {"meetings": [ID, ...], "interventions": N, "participants": N}""",
    example="dialogue-notes import lakeside.vault spring.json roster.csv",
    add_arguments=_add_arguments,
    run=_run,
)
