"""What the tests of the grammar read lines with."""

from __future__ import annotations

from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.typed import LineContext, NewEntry, TypedEntry

CODES = {"hk": "p1", "kyc": "p2", "hw": "p3", "aw": "p4", "pm": "p5"}
CONTEXT = LineContext(CODES, Speaker("p3"), "The text before.")
FIRST = LineContext(CODES)


def entry(line: str, context: LineContext = CONTEXT) -> TypedEntry:
    return outcome(line, context).entry


def outcome(line: str, context: LineContext = CONTEXT) -> NewEntry:
    result = parse(line, context)
    assert isinstance(result, NewEntry)
    return result
