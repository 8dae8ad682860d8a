"""`draft`: a sanitised draft summary of a whole meeting."""

from __future__ import annotations

import argparse

from dialogue_notes.cli.output import say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_vault
from dialogue_notes.cli.unlocking import opened_vault
from dialogue_notes.lockdown.enforcement import Enforcement


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_vault(parser)
    parser.add_argument("--meeting", metavar="ID", required=True, help="the meeting to draft from")
    parser.add_argument(
        "--profile", metavar="NAME", required=True, help="the audience: inside, principals or wide"
    )
    parser.add_argument(
        "--accept-suggestions",
        action="store_true",
        help="hide what the program suggests by default without a person's decision; every page then says so",
    )
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.cli.places import inline_places
    from dialogue_notes.services.reviewing.review import refresh_suggestions
    from dialogue_notes.services.summaries import draft_summary

    with opened_vault(options, options.vault, enforcement) as vault, inline_places() as places:
        refresh_suggestions(vault, places, options.meeting)
        outcome = draft_summary(vault, options.meeting, options.profile, options.accept_suggestions)
    if options.json:
        say_json({"summary": outcome.summary_id, "withheld": outcome.withheld})
    else:
        say(f"Draft {outcome.summary_id} was made; {outcome.withheld} entries were withheld.")
    return 0


COMMAND = Command(
    name="draft",
    summary="make a draft summary of a whole meeting",
    help="""\
Makes a draft of the whole meeting for one audience, in the order of the record. What the ground rules or the
audience do not let out is left out, and counted. Places that nobody has decided on stop the export, unless
--accept-suggestions takes the program's proposals.

--json prints {"summary": ID, "withheld": N}""",
    example="dialogue-notes draft lakeside.vault --meeting ID --profile principals --accept-suggestions",
    add_arguments=_add_arguments,
    run=_run,
)
