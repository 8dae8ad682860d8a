"""What is written into the history of an entry: every change, with the words, the speakers and the rules of before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import msgspec

from dialogue_notes.domain.record import Consent, Intervention, Speaker
from dialogue_notes.services.recording.types import Version

KEPT: Final = "kept"
TEXT: Final = "text"
SPEAKER: Final = "speaker"
SPLIT: Final = "split"
JOINED: Final = "joined"
MOVED: Final = "moved"
STRUCK: Final = "struck"
UNDONE: Final = "undone"
REDONE: Final = "redone"
UNSURE: Final = "?"

TEXTS: Final = frozenset({TEXT, SPLIT, JOINED})
"""What changes the words of an entry."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was changed in an entry, in codes and ids save for its text."""

    what: str
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """What one act changed in an entry; `how` is empty, or says that it was undone or done again."""

    items: tuple[Item, ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class PastEvent:
    """An event of an entry that was taken away, with its time (UTC) and the key slot that made it."""

    entry_id: str
    changed_at: str
    changed_by: str
    event: Event


_DECODER: Final = msgspec.json.Decoder(Event)


def event_payload(event: Event) -> bytes:
    """The event as bytes."""
    return msgspec.json.encode(event)


def event_of(payload: bytes) -> Event:
    """The event in bytes of `event_payload`."""
    return _DECODER.decode(payload)


def items_between(old: Version | None, new: Version, what: str) -> tuple[Item, ...]:
    """What is different between two states of an entry; a text that changed is called `what` if that is an act on it.

    `old` is None for an entry that was not there: it was kept, came out of another, or came back out of it.
    """
    if old is None:
        return (Item(what, "", new.intervention.text if what in TEXTS else ""),)
    return tuple(_items(old, new, what if what in TEXTS else TEXT))


def _items(old: Version, new: Version, text: str) -> Iterator[Item]:
    was, now = old.intervention, new.intervention
    if was.text != now.text:
        yield Item(text, was.text, now.text)
    if old.speaker != new.speaker and new.speaker is not None:
        yield Item(SPEAKER, _speaker(old.speaker or Speaker()), _speaker(new.speaker))
    for name, before, after in zip(_NAMES, _fields(was), _fields(now), strict=True):
        if before != after:
            yield Item(name, before, after)
    if (was.session_id, old.follows) != (now.session_id, new.follows) and text == TEXT:
        yield Item(MOVED, was.session_id, now.session_id)


_NAMES: Final = ("kind", "marks", "rule", "time", "consent", "interpreted", "read_back")


def _fields(entry: Intervention) -> tuple[str, ...]:
    return (
        entry.kind.value,
        " ".join([*entry.marks, *entry.aims]),
        entry.rule.value if entry.rule is not None else "",
        entry.spoken_at.isoformat() if entry.spoken_at is not None else "",
        _consent(entry.consent),
        "yes" if entry.interpreted else "no",
        "yes" if entry.read_back else "no",
    )


def _speaker(speaker: Speaker) -> str:
    return (speaker.participant_id or "") + (UNSURE if speaker.unsure else "")


def _consent(consent: Consent | None) -> str:
    return "" if consent is None else ", ".join(part for part in (consent.by, consent.when) if part)
