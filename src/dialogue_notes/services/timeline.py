"""What became of an entry: who changed what in it and when, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from dialogue_notes.domain.codes import Aim, GroundRule, Kind, MarginMark
from dialogue_notes.domain.language import AIM_WORDS, KIND_WORDS, MARK_WORDS, RULE_WORDS
from dialogue_notes.domain.record import Intervention
from dialogue_notes.services.entry_events import (
    KEPT,
    MOVED,
    SPEAKER,
    TEXT,
    TEXTS,
    UNSURE,
    Event,
    Item,
    event_of,
)
from dialogue_notes.storage import entry_events, interventions, meetings, participants, people
from dialogue_notes.storage.vault import Readable


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One thing that was changed in an entry.

    `at` is the clock on the wall where the vault is read. `by` is the person whose key was used. `what` is a word such
    as "text", "speaker", "rule", "split", "joined", "moved" or "struck", with ", undone" or ", redone" behind it.
    `before` and `after` are words; a speaker is named as the roster has it.
    """

    at: datetime
    by: str
    what: str
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)


def timeline(readable: Readable, intervention_id: str) -> tuple[TimelineStep, ...]:
    """Who noted an entry and what was changed in it since, oldest first, with the earlier texts that older vaults kept.

    Without the meeting's key only these are known. Raises KnownError(NOT_FOUND).
    """
    entry = interventions.intervention(readable, intervention_id)
    meeting_id = meetings.session(readable, entry.session_id).meeting_id
    words = _Words(readable, meeting_id)
    found = [
        (each, event_of(each.payload)) for each in entry_events.events(readable, meeting_id, intervention_id)
    ]
    earlier = _earlier(readable, entry, [event for _, event in found], words)
    return (
        *earlier,
        *(
            TimelineStep(
                local_time(each.changed_at),
                words.person(each.changed_by),
                f"{words.name(item)}, {event.how}" if event.how else words.name(item),
                words.said(item.what, item.before),
                words.said(item.what, item.after),
            )
            for each, event in found
            for item in event.items
        ),
    )


def local_time(at: str) -> datetime:
    """A time in UTC as the clock on the wall."""
    return datetime.fromisoformat(at).astimezone().replace(tzinfo=None, microsecond=0)


def _earlier(
    readable: Readable, entry: Intervention, events: list[Event], words: _Words
) -> Iterator[TimelineStep]:
    """The texts that version 1 kept, each with the one that took its place."""
    revisions = interventions.revisions(readable, entry.id)
    first = next((item.before for event in events for item in event.items if item.what in TEXTS), entry.text)
    for number, revision in enumerate(revisions):
        after = revisions[number + 1].text if number + 1 < len(revisions) else first
        at, by = local_time(revision.changed_at), words.person(revision.changed_by)
        yield TimelineStep(at, by, TEXT, revision.text, after)


class _Words:
    """Turns codes and ids into words."""

    def __init__(self, readable: Readable, meeting_id: str) -> None:
        self._people = people.names(readable)
        self._roster = {one.id: one.name for one in participants.participants(readable, meeting_id)}
        self._sessions = {one.id: one.title for one in meetings.sessions(readable, meeting_id)}

    def person(self, slot_id: str) -> str:
        """Whose key slot it is."""
        return self._people.get(slot_id, "")

    def name(self, item: Item) -> str:
        """What the item is called."""
        return _NAMES.get(item.what, item.what)

    def said(self, what: str, value: str) -> str:
        """A value in words."""
        if what == SPEAKER:
            bare = value.removesuffix(UNSURE)
            name = self._roster.get(bare, "nobody" if not bare else "somebody no longer on the roster")
            return f"{name} (unsure)" if value.endswith(UNSURE) else name
        if what == MOVED:
            return self._sessions.get(value, "")
        write = _WRITERS.get(what)
        return write(value) if write is not None and value else value


def _marks(value: str) -> str:
    return ", ".join(_MARKS.get(word, word) for word in value.split())


def _time(value: str) -> str:
    return f"{datetime.fromisoformat(value):%Y-%m-%d %H:%M}"


_MARKS: Final = {
    **{mark.value: MARK_WORDS[mark] for mark in MarginMark},
    **{aim.value: AIM_WORDS[aim] for aim in Aim},
}
_NAMES: Final = {KEPT: "noted", "read_back": "read back"}
_WRITERS: Final[dict[str, Callable[[str], str]]] = {
    "marks": _marks,
    "time": _time,
    "rule": lambda value: RULE_WORDS[GroundRule(value)],
    "kind": lambda value: KIND_WORDS[Kind(value)].lower(),
}
