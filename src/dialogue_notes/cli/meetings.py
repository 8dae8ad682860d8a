"""`meetings`: lists dialogues and meetings."""

from __future__ import annotations

import argparse

from dialogue_notes.cli.output import say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_vault
from dialogue_notes.cli.unlocking import opened_vault
from dialogue_notes.lockdown.enforcement import Enforcement


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_vault(parser)
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.services.meetings import list_overview

    with opened_vault(options, options.vault, enforcement) as vault:
        overview = list_overview(vault)
    rows = [(dialogue.dialogue, line) for dialogue in overview for line in dialogue.meetings]
    if options.json:
        found = [
            {
                "id": line.meeting.id,
                "title": line.meeting.title,
                "date": None if line.meeting.date is None else line.meeting.date.isoformat(),
                "dialogue": dialogue.title,
                "state": line.meeting.state.value,
                "interventions": line.interventions,
            }
            for dialogue, line in rows
        ]
        say_json({"meetings": found})
        return 0
    if not rows:
        say("There is no meeting in this vault yet.")
    for dialogue, line in rows:
        day = "no date" if line.meeting.date is None else line.meeting.date.isoformat()
        state = line.meeting.state.value
        say(
            f"{line.meeting.id}  {day:10}  {state:10}  {line.interventions:5}  {dialogue.title}: {line.meeting.title}"
        )
    return 0


COMMAND = Command(
    name="meetings",
    summary="list the dialogues and meetings of a vault",
    help="""\
Lists the meetings of a vault: id, date, state, number of interventions, dialogue and title.

--json prints {"meetings": [{"id", "title", "date", "dialogue", "state", "interventions"}, ...]}""",
    example="dialogue-notes meetings lakeside.vault",
    add_arguments=_add_arguments,
    run=_run,
)
