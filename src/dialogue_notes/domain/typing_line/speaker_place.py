"""Naming the speaker of a line that is half typed: the code is put where it belongs, and the words stay."""

from __future__ import annotations

from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.marks import SPACES
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.prefixes import BEFORE_SPEAKER, take_speaker
from dialogue_notes.domain.typing_line.typed import LineContext, NewEntry, SpeakerNamed, TypedLine


def with_speaker(line: str, caret: int, code: str, context: LineContext) -> tuple[str, int] | None:
    """The line with `code` naming its speaker, and where the caret stands in it then (code points).

    None where a line cannot name one: an empty line, and one that is about the entry before.
    """
    now = parse(line, context)
    if not isinstance(now, NewEntry | SpeakerNamed) or code not in context.codes:
        return None
    opening = BEFORE_SPEAKER.match(line)
    places = (opening.end() if opening else 0, len(line) - len(line.lstrip(SPACES)))
    for start in dict.fromkeys(places):
        named = take_speaker(line[start:], context.codes)
        end = len(line) - len(named[1]) if named is not None else start
        new = f"{line[:start]}{code}: {line[end:]}"
        if _says_the_same(now, parse(new, context), Speaker(context.codes[code])):
            behind = start + len(code) + 2
            return new, behind + max(0, caret - end) if caret >= start else caret
    return None


def _says_the_same(old: TypedLine, new: TypedLine, speaker: Speaker) -> bool:
    """Whether nothing but the speaker changed."""
    if isinstance(old, SpeakerNamed):
        return isinstance(new, SpeakerNamed) and new.speaker == speaker
    if not isinstance(old, NewEntry) or not isinstance(new, NewEntry) or not new.names_speaker:
        return False
    was, now = old.entry, new.entry
    return now.speaker == speaker and (
        (was.kind, was.text.lstrip(SPACES), was.at, was.marks, was.aims, was.read_back, was.interpreted)
        == (now.kind, now.text.lstrip(SPACES), now.at, now.marks, now.aims, now.read_back, now.interpreted)
    )
