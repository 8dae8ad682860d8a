"""Notes in plain text or Markdown: each line or paragraph is read as if it had been typed in the typing line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from dialogue_notes.domain.codes import Aim, EntryFlag, Kind, MarginMark
from dialogue_notes.domain.record import Entry, Intervention, Participant, Speaker
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.typed import (
    Blank,
    Continued,
    LineContext,
    Marked,
    Mended,
    NewEntry,
    SpeakerNamed,
    TypedEntry,
)
from dialogue_notes.errors import ErrorCode, KnownError

UNTITLED = "Notes"
"""The session of entries that stand before any heading."""

MAX_ENTRIES = 20_000

_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*•][ \t]+|[0-9]{1,3}[.)][ \t]+)(?=\S)")
_LONGEST_TITLE = 1000


@dataclass(slots=True)
class NotesSession:
    """A heading of the notes and what stands under it, in order; entries have no ids yet."""

    title: str
    entries: list[Entry] = field(default_factory=list, repr=False)


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading, or the text of one entry, with its line in the file."""

    line: int
    text: str = field(repr=False)
    is_heading: bool = False


def read_notes(
    text: str, name: str, roster: Sequence[Participant], day: date | None, *, is_markdown: bool
) -> tuple[NotesSession, ...]:
    """The sessions in `text`, each with its entries. `name` is the file's, for errors.

    A heading (`# ...`) begins a session. In Markdown a paragraph or a list item is an entry, in plain text a
    line is. Entries are read by the grammar of the typing line with the typing codes of `roster`; a whole name
    of the roster before a colon names its bearer too. `day` dates the times typed (`1105:`).
    Raises KnownError(FILE_NOT_UNDERSTOOD) when there is nothing in it, or too much.
    """
    reader = _Reader(roster, day)
    for block in _paragraphs(text) if is_markdown else _lines(text):
        if block.is_heading:
            reader.begin(block.text)
        else:
            reader.take(block.text)
        if reader.count > MAX_ENTRIES:
            raise _fault(name, f"line {block.line}", f"expected at most {MAX_ENTRIES} entries")
    if not reader.count:
        raise _fault(name, "the file", "there is no entry in it; expected one a line or paragraph")
    return tuple(session for session in reader.sessions if session.entries)


def _raw_lines(text: str) -> list[str]:
    """Parted at line ends only: U+2028 and its like belong to the text."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _lines(text: str) -> Iterable[_Block]:
    for number, line in enumerate(_raw_lines(text), 1):
        heading = _HEADING.match(line)
        if heading:
            yield _Block(number, heading[1], is_heading=True)
        elif line.strip():
            yield _Block(number, line)


def _paragraphs(text: str) -> Iterable[_Block]:
    held: list[str] = []
    began = 1
    for number, line in enumerate([*_raw_lines(text), ""], 1):
        heading = _HEADING.match(line)
        item = _ITEM.match(line)
        if held and (heading or item or not line.strip()):
            yield _Block(began, " ".join(held))
            held = []
        if heading:
            yield _Block(number, heading[1], is_heading=True)
        elif line.strip():
            began = began if held else number
            held.append((line[item.end() :] if item else line).strip())


class _Reader:
    """The notes so far: who speaks, and what the entry before was."""

    def __init__(self, roster: Sequence[Participant], day: date | None) -> None:
        self.sessions: list[NotesSession] = []
        self.count = 0
        self._day = day
        self._context = LineContext(
            {participant.code: participant.id for participant in roster if participant.code}
        )
        self._names = _unmistakable_names(roster)

    def begin(self, title: str) -> None:
        """Begins a session; nobody speaks in it yet."""
        self.sessions.append(NotesSession(title[:_LONGEST_TITLE] or UNTITLED))
        self._context = replace(self._context, speaker=Speaker(), previous=None)

    def take(self, text: str) -> None:
        """Reads one line or paragraph."""
        if not self.sessions:
            self.begin(UNTITLED)
        text = self._under_name(text)
        match parse(text, self._context):
            case Blank():
                return
            case SpeakerNamed(speaker):
                self._context = replace(self._context, speaker=speaker)
            case NewEntry(entry, flags, _, speaker_after):
                self._keep(entry, flags)
                self._context = replace(self._context, speaker=speaker_after, previous=entry.text)
            case Continued(more, marks, aims, interpreted) if self._entries:
                last = self._entries[-1].intervention
                heard = interpreted or last.interpreted
                self._mend(replace(last, text=f"{last.text} {more}", interpreted=heard), marks, aims)
            case Mended(mended) if self._entries:
                self._mend(replace(self._entries[-1].intervention, text=mended))
            case Marked(marks, aims, interpreted) if self._entries:
                last = self._entries[-1].intervention
                self._mend(replace(last, interpreted=interpreted or last.interpreted), marks, aims)
            case _:  # it would change an entry that is not there: kept as typed
                self._keep(TypedEntry(Kind.STATEMENT, text, self._context.speaker), ())
                self._context = replace(self._context, previous=text)

    @property
    def _entries(self) -> list[Entry]:
        return self.sessions[-1].entries

    def _keep(self, entry: TypedEntry, flags: tuple[EntryFlag, ...]) -> None:
        self.count += 1
        intervention = Intervention(
            id="",
            session_id="",
            sequence=len(self._entries) + 1,
            kind=entry.kind,
            text=self._text(entry),
            spoken_at=self._spoken_at(entry.at),
            marks=entry.marks,
            aims=entry.aims,
            interpreted=entry.interpreted,
            read_back=entry.read_back,
            flags=flags,
        )
        self._entries.append(Entry(intervention, entry.speaker))

    def _text(self, entry: TypedEntry) -> str:
        """Without a day there is no `spoken_at` to keep a typed time in: it stays in the text."""
        return entry.text if entry.at is None or self._day else f"{entry.at:%H:%M} {entry.text}"

    def _spoken_at(self, at: time | None) -> datetime | None:
        return datetime.combine(self._day, at) if self._day and at is not None else None

    def _mend(
        self, intervention: Intervention, marks: Iterable[MarginMark] = (), aims: Iterable[Aim] = ()
    ) -> None:
        marked = replace(
            intervention,
            marks=tuple(dict.fromkeys((*intervention.marks, *marks))),
            aims=tuple(dict.fromkeys((*intervention.aims, *aims))),
        )
        self._entries[-1] = replace(self._entries[-1], intervention=marked)
        self._context = replace(self._context, previous=marked.text)

    def _under_name(self, text: str) -> str:
        """`Kang Yong-chol: text` as if the typing code had been typed."""
        before, colon, after = text.partition(":")
        code = self._names.get(" ".join(before.split()).casefold()) if colon else None
        return f"{code}:{after}" if code else text


def _unmistakable_names(roster: Sequence[Participant]) -> dict[str, str]:
    """Whole names and their other forms that only one participant has, with that one's typing code."""
    codes: dict[str, set[str]] = {}
    for participant in roster:
        for name in (participant.name, *participant.aliases, *participant.scripts):
            codes.setdefault(" ".join(name.split()).casefold(), set()).add(participant.code)
    return {name: found.pop() for name, found in codes.items() if len(found) == 1}


def _fault(name: str, place: str, detail: str) -> KnownError:
    return KnownError(ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place=place, detail=f"{detail}.")
