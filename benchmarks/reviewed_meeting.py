"""A vault with one meeting in which a thousand things wait to be decided, whatever its length."""

from __future__ import annotations

from pathlib import Path

from benchmarks.long_meeting import MadeMeeting, fill, new_vault
from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import Kind
from dialogue_notes.services.reviewing.review import suggestion_task
from dialogue_notes.services.reviewing.suggestions import keep_suggestions

PEOPLE = 40
MENTIONS = 170
"""Entries in which somebody or something is named; the others name nobody."""

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


def make(folder: Path, size: int) -> MadeMeeting:
    """Makes the vault, closed, with a session of `size` entries, looked through."""
    every = max(1, size // MENTIONS)
    names = (f"{'ABCDEFGHIJ'[one % 10]}nna {_name(one)}" for one in range(PEOPLE))
    texts = (_plain(one) if one % every else _text(one // every) for one in range(size))
    with new_vault(folder) as vault:
        made = fill(vault, names, ((Kind.STATEMENT, text) for text in texts), seconds=20)
        task = suggestion_task(vault, made.meeting_id)
        keep_suggestions(vault, task.record, suggest(task.record, task.known))
        return made


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
