"""A vault with one meeting in which a thousand things wait to be decided, whatever its length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.long_meeting import CHEAP
from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import Capacity, Kind
from dialogue_notes.domain.record import Intervention, Participant, Speaker
from dialogue_notes.services import meetings
from dialogue_notes.services.reviewing.review import suggestion_task
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.services.vaults import create_vault
from dialogue_notes.storage import attributions, interventions, participants
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault

PASSPHRASE = "seven geese over the lake"
PEOPLE = 40
MENTIONS = 170
"""Entries in which somebody or something is named; the others name nobody."""

_BEGINNING = datetime.fromisoformat("2026-03-02T09:00:00")
_SYLLABLES = (
    "Bar",
    "Cor",
    "Dal",
    "Fen",
    "Gar",
    "Hol",
    "Kes",
    "Lin",
    "Mor",
    "Nor",
    "Pel",
    "Rud",
    "Tav",
    "Wes",
)
_ENDS = ("ran", "dell", "wick", "stone", "more", "field", "holm", "gate", "mere", "ley")


@dataclass(frozen=True, slots=True)
class ReviewedMeeting:
    """What was made, and where."""

    folder: Path
    dialogue_id: str
    meeting_id: str
    session_id: str


def make(folder: Path, size: int) -> ReviewedMeeting:
    """Makes the vault, closed, with a session of `size` entries, looked through."""
    vault = create_vault(folder, bytearray(PASSPHRASE.encode()), "Ada Holm", kdf=CHEAP).vault
    try:
        return _fill(vault, folder, size)
    finally:
        vault.close()


def _fill(vault: Vault, folder: Path, size: int) -> ReviewedMeeting:
    dialogue = meetings.create_dialogue(vault, "Lakeside Dialogue")
    sides = [meetings.add_delegation(vault, dialogue.id, name) for name in ("Side A", "Side B")]
    meeting = meetings.create_meeting(vault, dialogue.id, "7th meeting")
    for number in range(PEOPLE):
        who = Participant(
            "",
            meeting.id,
            0,
            f"{'ABCDEFGHIJ'[number % 10]}nna {_name(number)}",
            delegation_id=sides[number % 2].id,
            capacity=Capacity.SPECIALIST,
        )
        meetings.add_participant(vault, who)
    session = meetings.add_session(vault, meeting.id, "Opening views")
    people = [who.id for who in participants.participants(vault, meeting.id)]
    every = max(1, size // MENTIONS)
    with vault.transaction():
        for number in range(size):
            at = _BEGINNING + timedelta(seconds=20 * number)
            text = _text(number // every) if number % every == 0 else _plain(number)
            entry = Intervention(new_id(), session.id, number + 1, Kind.STATEMENT, text, at)
            interventions.add_intervention(vault, entry)
            attributions.set_speaker(vault, meeting.id, entry.id, Speaker(people[number * 7 % len(people)]))
    task = suggestion_task(vault, meeting.id)
    keep_suggestions(vault, task.record, suggest(task.record, task.known))
    return ReviewedMeeting(folder, dialogue.id, meeting.id, session.id)


def _text(number: int) -> str:
    third = f"Minister {_name(100 + number % 130)}"
    town = ("Geneva", "Vienna", "Helsinki", "Nairobi", "Lisbon", "Ankara")[number % 6]
    return (
        f"Ms {_name(number % PEOPLE)} had heard from {third} that the harbour was discussed in {town} on "
        f"{1 + number % 28} May; the {_name(200 + number % 60)} Institute offered {number + 3} places for the "
        "next round."
    )


def _plain(number: int) -> str:
    return (
        "the second part of the proposal was gone through at length and nobody objected to it",
        "we heard this before, and it was no better then",
        "both would like to come back to this after lunch, if there is time for it",
    )[number % 3]


def _name(number: int) -> str:
    return (
        _SYLLABLES[number % len(_SYLLABLES)]
        + _ENDS[number // len(_SYLLABLES) % len(_ENDS)]
        + ("" if number < len(_SYLLABLES) * len(_ENDS) else "son")
    )
