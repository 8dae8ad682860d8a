"""A record as long as a day of talks: of meeting files where there are some, else of invented sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from random import Random

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import (
    Delegation,
    Dialogue,
    Entry,
    Intervention,
    Meeting,
    MeetingRecord,
    Participant,
    Session,
    Speaker,
)
from dialogue_notes.services.importing.meeting_files import read_meeting_file

_PEOPLE = 12
_FAMILIES = "Ardelean Brunsvik Castellane Dorvath Eskilsen Farrugia Gantrel Hollister Ivarsen Jurgens Kovalets Lanthier"
_SENTENCES = (
    "{name} said that the {side} side had read the second draft with care and would answer before May.",
    "He recalled that when he was ambassador in Vienna the same question had been left open on 12 May 1998.",
    "Mr. {name} asked whether 3,500 troops could be moved by ship within ninety days, as had been agreed before.",
    "The Foreign Ministry of {land} would prefer that nothing of this were said to the newspapers for the time being.",
    "There was some doubt about the wording, and both delegations wished to return to it after the break.",
    "“We cannot explain this at home without something in return,” {name} replied, and looked at his colleagues.",
    "It would be of use to have the list of points on paper, so that those who were not here could look at it too.",
)
_LANDS = ("Seora", "Berrland")


def days_record(folder: Path, words: int) -> MeetingRecord:
    """A record of so many words, with a roster of about a dozen. The same for the same files."""
    files = sorted(folder.glob("*.meeting.json")) if folder.is_dir() else []
    records = [read_meeting_file(path.read_text(encoding="utf-8"), path.name) for path in files]
    whole = _joined(records) if records else _invented()
    texts = cycle([entry.intervention.text for entry in whole.entries])
    entries: list[Entry] = []
    while words > 0:
        text = next(texts)
        entries.append(_entry(len(entries), text, whole.sessions[0].id))
        words -= len(text.split())
    return replace(whole, entries=tuple(entries))


def _joined(records: list[MeetingRecord]) -> MeetingRecord:
    people: dict[str, Participant] = {}
    for number, record in enumerate(records):
        for person in record.participants if len(people) < _PEOPLE else ():
            people.setdefault(person.name, replace(person, id=f"{number}.{person.id}"))
    entries = tuple(entry for record in records for entry in record.entries)
    return replace(records[0], participants=tuple(people.values()), entries=entries)


def _invented() -> MeetingRecord:
    people = tuple(
        Participant(f"p{number}", "m", number, f"Mr. {family}", delegation_id=f"d{number % 2}")
        for number, family in enumerate(_FAMILIES.split())
    )
    return MeetingRecord(
        Dialogue("d", "A dialogue"),
        Meeting("m", "d", "A meeting"),
        tuple(Delegation(f"d{number}", "d", land) for number, land in enumerate(_LANDS)),
        people,
        (Session("s", "m", 0, "A session"),),
        tuple(_entry(number, text, "s") for number, text in enumerate(_texts())),
    )


def _texts() -> Iterator[str]:
    """Two hundred entries of one to six sentences."""
    drawn = Random(1)  # noqa: S311 - the same text each time
    for _ in range(200):
        yield " ".join(
            drawn.choice(_SENTENCES).format(
                name=drawn.choice(_FAMILIES.split()),
                side=drawn.choice(_LANDS) + "n",
                land=drawn.choice(_LANDS),
            )
            for _ in range(drawn.randint(1, 6))
        )


def _entry(number: int, text: str, session_id: str) -> Entry:
    return Entry(Intervention(f"t{number}", session_id, number, Kind.STATEMENT, text), Speaker())
