"""What a typed line means: the outcomes of reading it, and what must be known to read it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import TypeAlias

from dialogue_notes.domain.codes import Aim, EntryFlag, Kind, MarginMark
from dialogue_notes.domain.record import Speaker

NOBODY = Speaker()
"""Nobody was named."""


@dataclass(frozen=True, slots=True)
class LineContext:
    """What the meaning of a line depends on.

    `codes` leads from typing codes (lower case) to participants' ids. `speaker` is who speaks until another is
    named. `previous` is the text of the entry before, None when there is none. `glossary` leads from shorthand
    keys to what they stand for. `names` are those on the roster, as `layouts.as_typed` makes them: before a colon
    one of them is meant for a speaker, and says no more than that.
    """

    codes: Mapping[str, str] = field(repr=False)
    speaker: Speaker = NOBODY
    previous: str | None = field(default=None, repr=False)
    glossary: Mapping[str, str] = field(default_factory=dict, repr=False)
    names: Collection[str] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class TypedEntry:
    """An entry as far as a line can say it.

    `at` is the wall clock when it was noted later than spoken; `interpreted` when an interpreter's words are noted.
    """

    kind: Kind
    text: str = field(repr=False)
    speaker: Speaker = NOBODY
    read_back: bool = False
    at: time | None = None
    marks: tuple[MarginMark, ...] = ()
    aims: tuple[Aim, ...] = ()
    interpreted: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing was typed; nothing is saved."""


@dataclass(frozen=True, slots=True)
class SpeakerNamed:
    """A code alone: who speaks from now on; nothing is saved yet."""

    speaker: Speaker


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A line that makes an entry.

    `names_speaker` says whether the line itself named the speaker; `speaker_after` is who speaks from now on.
    """

    entry: TypedEntry
    flags: tuple[EntryFlag, ...]
    names_speaker: bool
    speaker_after: Speaker


@dataclass(frozen=True, slots=True)
class Continued:
    """Text that goes on with the entry before, with marks for the whole of it."""

    text: str = field(repr=False)
    marks: tuple[MarginMark, ...] = ()
    aims: tuple[Aim, ...] = ()
    interpreted: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """The text of the entry before, with one place in it put right."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Marked:
    """Nothing but marks: they belong to the entry before."""

    marks: tuple[MarginMark, ...]
    aims: tuple[Aim, ...]
    interpreted: bool = False


TypedLine: TypeAlias = Blank | SpeakerNamed | NewEntry | Continued | Mended | Marked
