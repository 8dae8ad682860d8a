"""`suggest`: what in a meeting may identify someone."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_notes.cli.output import Json, say, say_json
from dialogue_notes.cli.parser import Command, add_json, add_secrets
from dialogue_notes.cli.unlocking import opened_vault
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement

if TYPE_CHECKING:
    from dialogue_notes.domain.record import MeetingRecord
    from dialogue_notes.domain.redaction import Place, Suggestion
    from dialogue_notes.services.worker.detection_jobs import SuggestionTask


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", metavar="FILE|VAULT", type=Path, help="a meeting file, or a vault with --meeting"
    )
    parser.add_argument("--meeting", metavar="ID", help="the meeting of the vault to look through")
    add_secrets(parser)
    add_json(parser)


def _run(options: argparse.Namespace, enforcement: Enforcement) -> int:
    from dialogue_notes.detection.suggesting import suggest
    from dialogue_notes.domain.redaction import PlaceKind

    task = _task(options, enforcement)
    record = task.record
    found = suggest(record, task.known, task.around)
    inside = [suggestion for suggestion in found if suggestion.place.kind is PlaceKind.INTERVENTION]
    elsewhere = [suggestion for suggestion in found if suggestion.place.kind is not PlaceKind.INTERVENTION]
    if options.json:
        say_json(
            {
                "suggestions": [{"intervention": one.place.id, **_facts(one)} for one in inside],
                "elsewhere": [{"field": _field(one.place, record), **_facts(one)} for one in elsewhere],
            }
        )
        return 0
    for one in found:
        where = one.place.id if one.place.kind is PlaceKind.INTERVENTION else _field(one.place, record)
        taken = "by default" if one.default else "if wished"
        say(
            f"{where} {one.start}-{one.end}  {one.text}  ({one.category.value}: {one.reason}; hidden {taken})"
        )
    say(f"{len(found)} places may identify someone. Meaning was not checked.")
    return 0


def _task(options: argparse.Namespace, enforcement: Enforcement) -> SuggestionTask:
    """What to look through. A meeting file is read right here: no key is in this process."""
    from dialogue_notes.services.worker.detection_jobs import SuggestionTask

    if options.meeting is not None:
        from dialogue_notes.services.reviewing.review import suggestion_task

        with opened_vault(options, options.target, enforcement) as vault:
            return suggestion_task(vault, options.meeting)
    from dialogue_notes.services.importing.files import ImportKind, read_import_file, text_of
    from dialogue_notes.services.importing.meeting_files import read_meeting_file

    if options.target.is_dir():
        raise KnownError(
            ErrorCode.WRONG_USE, detail="Say with --meeting which meeting of the vault to look through."
        )
    file = read_import_file(options.target)
    if file.kind is not ImportKind.MEETING:
        raise KnownError(
            ErrorCode.WRONG_USE, detail="Only a meeting file (.json) can be looked through by itself."
        )
    return SuggestionTask(read_meeting_file(text_of(file), file.name))


def _facts(suggestion: Suggestion) -> dict[str, Json]:
    return {
        "start": suggestion.start,
        "end": suggestion.end,
        "text": suggestion.text,
        "category": suggestion.category.value,
        "entity": suggestion.entity,
        "reason": suggestion.reason,
        "score": round(suggestion.score, 4),
        "default": suggestion.default,
    }


def _field(place: Place, record: MeetingRecord) -> str:
    """A text that is no intervention, in words: "session 1 title", "intervention t4 tag 1", "participant 2 role"."""
    from dialogue_notes.domain.places import written_words
    from dialogue_notes.domain.redaction import PlaceKind

    if place.kind is PlaceKind.SESSION_TITLE:
        numbers = {session.id: number for number, session in enumerate(record.sessions, 1)}
        return f"session {numbers[place.id]} title"
    if place.kind is PlaceKind.TAG:
        entry_id, _, index = place.id.rpartition("#")
        return f"intervention {entry_id} tag {int(index) + 1}"
    if place.kind in {PlaceKind.ROLE, PlaceKind.DESCRIPTOR}:
        numbers = {person.id: number for number, person in enumerate(record.participants, 1)}
        person_id, _, index = (
            place.id.rpartition("#") if place.kind is PlaceKind.DESCRIPTOR else (place.id, "", "")
        )
        described = f"description {int(index) + 1}" if index else "role"
        return f"participant {numbers[person_id]} {described}"
    written = written_words(record).get(place)
    if written is not None:
        return f"written {written}"
    return place.kind.value.replace("_", " ")


COMMAND = Command(
    name="suggest",
    summary="show what in a meeting may identify someone",
    help="""\
Looks through a meeting for what may identify someone: a meeting file, which needs no vault and no passphrase,
or a meeting of a vault. Offsets count code points in the intervention's text. In a file, an intervention
without an id is called s1t0: session 1, first entry.

--json prints {"suggestions": [{"intervention", "start", "end", "text", "category", "entity", "reason", "score",
"default"}, ...], "elsewhere": [{"field", ...}, ...]}""",
    example="dialogue-notes suggest spring.json --json",
    add_arguments=_add_arguments,
    run=_run,
)
