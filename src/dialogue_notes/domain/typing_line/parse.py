"""Reads a typed line. Pure; no input raises, and what is not understood is kept exactly as typed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dialogue_notes.domain.codes import EntryFlag, Kind
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line import enclosed
from dialogue_notes.domain.typing_line.layouts import INVISIBLE
from dialogue_notes.domain.typing_line.margin import Margin, take_first, take_last
from dialogue_notes.domain.typing_line.marks import CONTINUE, ESCAPES, KIND_MARKS, SPACES
from dialogue_notes.domain.typing_line.mending import mended
from dialogue_notes.domain.typing_line.prefixes import (
    Prefixes,
    begins_with_a_name,
    looks_like_a_code,
    misses_its_speaker,
    read_prefixes,
    take_speaker,
)
from dialogue_notes.domain.typing_line.shorthand import expand
from dialogue_notes.domain.typing_line.typed import (
    NOBODY,
    Blank,
    Continued,
    LineContext,
    Marked,
    Mended,
    NewEntry,
    SpeakerNamed,
    TypedEntry,
    TypedLine,
)

SPOKEN = frozenset({Kind.STATEMENT, Kind.QUOTE})
"""Kinds that belong to whoever speaks; the others have a speaker only when the line itself names one."""

_UNSEEN = SPACES + INVISIBLE
"""What may stand before the first mark of a line and is no part of it."""


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands after the prefixes."""

    kind: Kind
    text: str = field(repr=False)
    margin: Margin
    read_back: bool = False
    teller: Speaker | None = None


def parse(line: str, context: LineContext) -> TypedLine:
    """What `line` means. The grammar is the table `marks.CHEAT_SHEET`; `write` is its inverse for entries.

    A line is: a time, a speaker (each optional), a mark for its kind, margin words, the text, margin words. Margin
    words may also stand before the speaker. The escape may stand wherever the text may begin, and takes all that
    follows as it is.
    """
    if not line.strip():
        return Blank()
    if context.previous is not None:
        about_previous = _about_previous(line.lstrip(_UNSEEN), context.previous, context)
        if about_previous is not None:
            return about_previous
    lead, prefixes = _read_start(line.lstrip(_UNSEEN), context)
    if prefixes.speaker is not None and not prefixes.rest.strip():
        if prefixes.at is None and lead.is_empty:
            return SpeakerNamed(prefixes.speaker)
        return _as_typed(line, context)
    if prefixes.at is not None and not prefixes.rest.strip():
        return _as_typed(line, context)
    if prefixes.speaker is None and _means_somebody(prefixes.rest, context):
        return _unrecognised(line, prefixes, context)
    body = _marked_body(prefixes.rest, context)
    if body is None:
        has_prefix = prefixes.at is not None or prefixes.speaker is not None
        body = _statement(prefixes.rest if has_prefix else line, context)
    return _new_entry(_led(body, lead), prefixes, context)


def _means_somebody(rest: str, context: LineContext) -> bool:
    """Whether text before which no exact code stands was meant for somebody, and does not say for whom."""
    meant = take_first(rest)[1]
    if enclosed.opens_quote(meant, whole=False) and take_speaker(meant[1:].lstrip(SPACES), context.codes):
        return True
    return (
        looks_like_a_code(meant)
        or begins_with_a_name(meant, context.names)
        or misses_its_speaker(meant, context.codes)
    )


def _about_previous(line: str, previous: str, context: LineContext) -> TypedLine | None:
    """A continuation, a mend or marks for the entry before; None when the line makes an entry of its own."""
    text = mended(line, previous)
    if text is not None:
        return Mended(text)
    if line.startswith(CONTINUE) and line[1:2] in tuple(SPACES):
        more = _statement(line[1:].lstrip(SPACES), context)
        said = more.margin
        return Continued(more.text, said.marks, said.aims, said.is_interpreted) if more.text.strip() else None
    margin, rest = take_last(line)
    if rest.strip() or margin.is_empty or margin.is_closing:
        return None
    return Marked(margin.marks, margin.aims, margin.is_interpreted)


def _read_start(line: str, context: LineContext) -> tuple[Margin, Prefixes]:
    """The prefixes of a line and the margin words before its speaker; with none of these, they are part of the text."""
    prefixes = read_prefixes(line, context.codes)
    if prefixes.speaker is None:
        lead, rest = take_first(prefixes.rest)
        more = read_prefixes(rest, context.codes)
        is_once = prefixes.at is None or more.at is None
        if not lead.is_empty and more.speaker is not None and is_once:
            return lead, replace(more, at=prefixes.at or more.at)
    return Margin(), prefixes


def _led(body: _Body, lead: Margin) -> _Body:
    """The body with the margin words that stood before the speaker."""
    kind = Kind.CLOSING if lead.is_closing and body.kind is Kind.STATEMENT else body.kind
    return replace(body, kind=kind, margin=body.margin.joined(lead))


def _marked_body(rest: str, context: LineContext) -> _Body | None:
    """The body if `rest` opens with a mark and something follows it; None for ordinary text."""
    is_escaped = _escaped(take_first(rest[1:].lstrip(SPACES))[1]) is not None
    if enclosed.opens_quote(rest, whole=is_escaped):
        return _enclosed(Kind.QUOTE, rest)
    if enclosed.opens_procedure(take_last(rest)[1], whole=is_escaped):
        return _enclosed(Kind.PROCEDURE, rest)
    mark = next((mark for mark in KIND_MARKS if mark.opens(rest)), None)
    if mark is None:
        return None
    after = rest[len(mark.spelling) :].lstrip(SPACES)
    teller: Speaker | None = None
    if mark.kind is Kind.ASIDE and (told := take_speaker(after, context.codes)):
        teller, after = told
    body = _statement(after, context, may_be_empty=mark.kind is Kind.GAP)
    if not body.text.strip() and mark.kind is not Kind.GAP:
        return None
    margin = replace(body.margin, is_closing=False)
    return _Body(mark.kind, body.text, margin, mark.read_back, teller)


def _enclosed(kind: Kind, rest: str) -> _Body | None:
    opener = rest[0]
    first, after = take_first(rest[1:].lstrip(SPACES))
    escaped = _escaped(after)
    if escaped is not None:
        text, last = escaped, Margin()
    else:
        last, text = take_last(after)
        text = (
            enclosed.without_closing_quote(opener, text)
            if kind is Kind.QUOTE
            else enclosed.without_closing_bracket(text)
        )
    margin = replace(first.joined(last), is_closing=False)
    return _Body(kind, text, margin) if text.strip() else None


def _statement(text: str, context: LineContext, *, may_be_empty: bool = False) -> _Body:
    """Ordinary text with its margin words; with nothing but words it is the words themselves that were meant."""
    first, after = take_first(text.lstrip(SPACES))
    if first.is_empty:
        after = text
    escaped = _escaped(after.lstrip(SPACES))
    if escaped is not None:
        last, words = Margin(), escaped
    else:
        last, words = take_last(after)
        words = expand(words, context.glossary)
    margin = first.joined(last)
    if not words.strip():
        return _Body(Kind.STATEMENT, "", margin) if may_be_empty else _Body(Kind.STATEMENT, text, Margin())
    return _Body(Kind.CLOSING if margin.is_closing else Kind.STATEMENT, words, margin)


def _escaped(text: str) -> str | None:
    """What follows the escape, untouched; None without an escape."""
    return next((text[len(escape) :] for escape in ESCAPES if text.startswith(escape)), None)


def _unrecognised(line: str, prefixes: Prefixes, context: LineContext) -> NewEntry:
    """A code that is nobody's: kept with its text, and nobody is taken to have spoken until a code says who."""
    body = replace(_statement(line if prefixes.at is None else prefixes.rest, context), kind=Kind.STATEMENT)
    entry = _entry(body, NOBODY, prefixes)
    return NewEntry(entry, (EntryFlag.SPEAKER_NOT_RECOGNISED,), names_speaker=True, speaker_after=NOBODY)


def _as_typed(line: str, context: LineContext) -> NewEntry:
    return _new_entry(_Body(Kind.STATEMENT, line, Margin()), Prefixes(None, None, line), context)


def _new_entry(body: _Body, prefixes: Prefixes, context: LineContext) -> NewEntry:
    named = body.teller or prefixes.speaker
    speaker = named or (context.speaker if body.kind in SPOKEN else NOBODY)
    entry = _entry(body, speaker, prefixes)
    unknown = body.kind in SPOKEN and speaker.participant_id is None
    after = context.speaker if body.kind is Kind.ASIDE else prefixes.speaker or context.speaker
    return NewEntry(entry, (EntryFlag.SPEAKER_UNKNOWN,) if unknown else (), named is not None, after)


def _entry(body: _Body, speaker: Speaker, prefixes: Prefixes) -> TypedEntry:
    said = body.margin
    return TypedEntry(
        body.kind, body.text, speaker, body.read_back, prefixes.at, said.marks, said.aims, said.is_interpreted
    )
