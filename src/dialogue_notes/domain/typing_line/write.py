"""Writes an entry as the line that means it: the inverse of `parse`, for editing in the typing line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogue_notes.domain.codes import Kind, MarginMark
from dialogue_notes.domain.typing_line.margin import Margin, margin_words
from dialogue_notes.domain.typing_line.marks import ESCAPES
from dialogue_notes.domain.typing_line.parse import SPOKEN, parse
from dialogue_notes.domain.typing_line.typed import NOBODY, LineContext, NewEntry, TypedEntry

_OPENERS = {
    Kind.STATEMENT: "",
    Kind.CLOSING: "",
    Kind.QUOTE: '" ',
    Kind.OBSERVATION: "-- ",
    Kind.AGREEMENT: "= ",
    Kind.ACTION: "!! ",
    Kind.PROCEDURE: "(",
    Kind.GAP: ".. ",
    Kind.ASIDE: "~ ",
}
_READ_BACK = "== "


def write(entry: TypedEntry, context: LineContext) -> str:
    """The line that `parse` reads as `entry` again, as plain as it can be and escaped where it must be.

    A speaker without a typing code cannot be written; the line then leaves out who spoke, and whoever keeps it
    leaves the attribution as it is.
    """
    forms = tuple(_forms(entry, context))
    return next((form for form in forms if _means(form, entry, context)), forms[-1])


def _forms(entry: TypedEntry, context: LineContext) -> Iterator[str]:
    start = _start(entry, context)
    margin = Margin(entry.marks, entry.aims, entry.kind is Kind.CLOSING, entry.interpreted)
    starred = MarginMark.IMPORTANT in entry.marks
    others = tuple(mark for mark in entry.marks if mark is not MarginMark.IMPORTANT)
    plain = replace(margin, marks=others)
    closer = {Kind.QUOTE: '"', Kind.PROCEDURE: ")"}.get(entry.kind, "")
    last = (entry.text + closer, *margin_words(plain), *(["*"] if starred else []))
    yield (start + " ".join(last)).rstrip(" ") if not entry.text else start + " ".join(last)
    yield start + "".join(f"{word} " for word in margin_words(margin)) + ESCAPES[0] + entry.text


def _start(entry: TypedEntry, context: LineContext) -> str:
    at = f"{entry.at:%H%M}: " if entry.at else ""
    who = _who(entry, context)
    opener = _READ_BACK if entry.read_back else _OPENERS[entry.kind]
    return at + opener + who if entry.kind is Kind.ASIDE else at + who + opener


def _who(entry: TypedEntry, context: LineContext) -> str:
    speaker = entry.speaker
    if speaker.participant_id is None:
        return "?: " if entry.kind in SPOKEN else ""
    code = next((code for code, owner in context.codes.items() if owner == speaker.participant_id), None)
    if code is None:
        return ""
    return f"{code}?: " if speaker.unsure else f"{code}: "


def _means(form: str, entry: TypedEntry, context: LineContext) -> bool:
    outcome = parse(form, context)
    if not isinstance(outcome, NewEntry):
        return False
    if _who(entry, context):
        return outcome.entry == entry
    return not outcome.names_speaker and _but_speaker(outcome.entry) == _but_speaker(entry)


def _but_speaker(entry: TypedEntry) -> TypedEntry:
    return replace(entry, speaker=NOBODY)
