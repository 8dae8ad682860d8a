"""The word for interpreted speech, put into a line that is half typed and taken out of it again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from dialogue_notes.domain.typing_line.margin import INTERPRETED, meaning_of
from dialogue_notes.domain.typing_line.parse import SPOKEN, parse
from dialogue_notes.domain.typing_line.prefixes import read_prefixes
from dialogue_notes.domain.typing_line.typed import Continued, LineContext, NewEntry

_WORD = f"%{INTERPRETED}"
_ANY_TEXT = "x"
_ANY_WORD = re.compile(r"%(\w+)\s*")


def is_interpreted(line: str, context: LineContext) -> bool:
    """Whether the line itself says that its words were an interpreter's."""
    outcome = _said(line, context)
    return outcome is not None and _is_interpreted(outcome)


def with_interpreted(line: str, caret: int, context: LineContext) -> tuple[str, int] | None:
    """The line with the word in it, and its caret (code points); None for a line that takes none.

    The word stands behind the text, so that the caret stays where it is; before it where all that follows is text;
    behind the mark of a line that has no text yet ("hk:~ ").
    """
    now = _said(line, context)
    if now is None or _is_interpreted(now):
        return None
    start = len(line) - len(read_prefixes(line, context.codes).rest)
    trimmed = line.rstrip()
    behind = f"{trimmed if caret <= len(trimmed) else line} {_WORD}"
    before = f"{line[:start]}{_WORD} {line[start:]}"
    begun = f"{line}{_WORD} "
    moved = caret + len(_WORD) + 1 if caret >= start else caret
    for new, place in ((behind, caret), (before, moved), (begun, len(begun))):
        if _alike(_said(new, context)) == _alike(now) and is_interpreted(new, context):
            return new, place
    return None


def without_interpreted(line: str, caret: int, context: LineContext) -> tuple[str, int] | None:
    """The line without the word, and its caret; None for a line that does not say it."""
    now = _said(line, context)
    if now is None or not _is_interpreted(now):
        return None
    for start, end in reversed(tuple(_words(line))):
        new = line[:start] + line[end:]
        if end == len(line) and _begun(new, context) is None:
            new = new.rstrip()
        if _alike(_said(new, context)) == _alike(now) and not is_interpreted(new, context):
            moved = caret if caret <= start else max(start, caret - (end - start))
            return new, min(moved, len(new))
    return None


def _said(line: str, context: LineContext) -> NewEntry | Continued | None:
    """What the line says; where a mark has no text yet, what it will say once it has."""
    outcome = parse(line, context)
    if not isinstance(outcome, NewEntry):
        return outcome if isinstance(outcome, Continued) else None
    return _begun(line, context) or outcome


def _begun(line: str, context: LineContext) -> NewEntry | None:
    """What a line without text says once it has some; None when it has."""
    outcome = parse(line + _ANY_TEXT, context)
    return outcome if isinstance(outcome, NewEntry) and outcome.entry.text == _ANY_TEXT else None


def _is_interpreted(outcome: NewEntry | Continued) -> bool:
    return outcome.entry.interpreted if isinstance(outcome, NewEntry) else outcome.interpreted


def _alike(outcome: NewEntry | Continued | None) -> NewEntry | Continued | None:
    """The outcome whether or not it was interpreted; spaces round the text make no difference."""
    if isinstance(outcome, NewEntry):
        entry = replace(outcome.entry, interpreted=False, text=outcome.entry.text.strip())
        return replace(outcome, entry=entry)
    return replace(outcome, interpreted=False, text=outcome.text.strip()) if outcome is not None else None


def _words(line: str) -> Iterator[tuple[int, int]]:
    for match in _ANY_WORD.finditer(line):
        meaning = meaning_of(match[1])
        if meaning is not None and meaning.is_interpreted:
            yield match.span()


def heard_through(typed: NewEntry, people: Collection[str]) -> NewEntry:
    """The entry as interpreted, where its speaker is one of `people`, who speak through an interpreter."""
    is_theirs = typed.entry.kind in SPOKEN and typed.entry.speaker.participant_id in people
    return replace(typed, entry=replace(typed.entry, interpreted=True)) if is_theirs else typed
