"""`import`: takes meeting files, notes and rosters into the vault."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_notes.cli.output import say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_vault
from dialogue_notes.cli.unlocking import opened_vault
from dialogue_notes.lockdown.enforcement import Enforcement

if TYPE_CHECKING:
    from dialogue_notes.services.parallel.records import Beside


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_vault(parser)
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="what to take in")
    target = parser.add_mutually_exclusive_group()
    target.add_argument("--meeting", metavar="ID", help="the meeting that rosters and notes go to")
    target.add_argument(
        "--beside",
        metavar="ID",
        help="the meeting beside whose record another rapporteur's is set, as evidence",
    )
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.cli.places import inline_places
    from dialogue_notes.services.importing.files import read_import_file
    from dialogue_notes.services.importing.importer import import_files
    from dialogue_notes.services.parallel.records import import_beside

    files = [read_import_file(path) for path in options.files]
    if options.beside:
        with opened_vault(options, options.vault, enforcement) as vault, inline_places() as places:
            beside = import_beside(vault, places, files, options.beside).result()
        return _tell_beside(options, beside)
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


def _tell_beside(options: argparse.Namespace, beside: Beside) -> int:
    if options.json:
        say_json(
            {
                "meetings": [options.beside],
                "interventions": beside.entries,
                "participants": beside.people,
                "records": beside.record_ids,
            }
        )
        return 0
    say(f"{beside.entries} interventions of {beside.people} participants were set beside the record of:")
    say(f"  {options.beside}")
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

With --beside a meeting file is another rapporteur's record of that meeting: it is kept beside the meeting's own,
entry by entry to be compared and taken over in the Review room, and nothing of it is exported before.

--json prints {"meetings": [ID, ...], "interventions": N, "participants": N}; with --beside also
"records": [ID, ...]""",
    example="dialogue-notes import lakeside.vault spring.json roster.csv",
    add_arguments=_add_arguments,
    run=_run,
)
