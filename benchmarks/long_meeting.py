"""A vault with one meeting that has as many entries as wanted, as a person might have typed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from dialogue_notes.crypto.kdf import KdfCost
from dialogue_notes.domain.codes import Capacity, Kind
from dialogue_notes.domain.record import Intervention, MeetingRecord, Participant, Speaker
from dialogue_notes.services import meetings
from dialogue_notes.services.vaults import create_vault
from dialogue_notes.storage import attributions, interventions, participants
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Vault

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
"""Unlocking is not what is measured."""

PASSPHRASE = "seven geese over the lake"
PEOPLE = 40
_BEGINNING = datetime.fromisoformat("2026-03-02T09:00:00")
_WORDS = (
    "the harbour was discussed at length and nobody objected to the second part of the proposal",
    "we heard this last year as well",
    "Lakeside would host the next round if both sides agree on the dates, and a note on logistics is to follow",
    "thanked the hosts and asked for a short break",
)
_KINDS = (Kind.STATEMENT,) * 9 + (Kind.ACTION, Kind.STATEMENT, Kind.QUOTE, Kind.OBSERVATION, Kind.AGREEMENT)


@dataclass(frozen=True, slots=True)
class MadeMeeting:
    """What was made, and where."""

    folder: Path
    dialogue_id: str
    meeting_id: str
    session_id: str


@dataclass(frozen=True, slots=True)
class LongMeeting(MadeMeeting):
    """The same with the record as it stands."""

    record: MeetingRecord


def make(folder: Path, size: int) -> LongMeeting:
    """Makes the vault, closed, with a session of `size` entries."""
    with new_vault(folder) as vault:
        names = (
            f"{'ABCDEFGHIJ'[one % 10]}nders {'KLMNOPQRST'[one // 10]}orwin{one}" for one in range(PEOPLE)
        )
        entries = ((_KINDS[one % len(_KINDS)], f"{one}: {_WORDS[one % len(_WORDS)]}") for one in range(size))
        made = fill(vault, names, entries, seconds=2)
        record = meeting_record(vault, made.meeting_id)
        return LongMeeting(made.folder, made.dialogue_id, made.meeting_id, made.session_id, record)


@contextmanager
def new_vault(folder: Path) -> Iterator[Vault]:
    """A vault that is closed in the end, whatever happens."""
    vault = create_vault(folder, bytearray(PASSPHRASE.encode()), "Ada Holm", kdf=CHEAP).vault
    try:
        yield vault
    finally:
        vault.close()


def fill(
    vault: Vault, names: Iterable[str], entries: Iterable[tuple[Kind, str]], *, seconds: int
) -> MadeMeeting:
    """Makes a meeting of two sides with one session, in which somebody says something every so many `seconds`."""
    dialogue = meetings.create_dialogue(vault, "Lakeside Dialogue")
    sides = [meetings.add_delegation(vault, dialogue.id, name) for name in ("Side A", "Side B")]
    meeting = meetings.create_meeting(vault, dialogue.id, "7th meeting")
    for number, name in enumerate(names):
        who = Participant(
            "", meeting.id, 0, name, delegation_id=sides[number % 2].id, capacity=Capacity.SPECIALIST
        )
        meetings.add_participant(vault, who)
    session = meetings.add_session(vault, meeting.id, "Opening views")
    people = [who.id for who in participants.participants(vault, meeting.id)]
    with vault.transaction():
        for number, (kind, text) in enumerate(entries):
            at = _BEGINNING + timedelta(seconds=seconds * number)
            entry = Intervention(new_id(), session.id, number + 1, kind, text, at)
            interventions.add_intervention(vault, entry)
            attributions.set_speaker(vault, meeting.id, entry.id, Speaker(people[number * 7 % len(people)]))
    return MadeMeeting(vault.folder, dialogue.id, meeting.id, session.id)
