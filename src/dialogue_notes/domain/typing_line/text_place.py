"""Where the text of an entry stands in the line it is typed as: what a caret in the line is in the text."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.typed import LineContext, NewEntry

_NO_MARK = "\ue000"
"""A private character, so never part of a mark: it stands for text that means nothing to the parser."""


def text_place(line: str, context: LineContext) -> int | None:
    """The code point of `line` at which the text of its entry begins; None when the line makes no entry with a text.

    The text is always a run of the line as it was typed, as long as shorthand is not expanded: `context` must have
    no glossary. Where the run occurs more than once, the one is meant whose surroundings are nothing but marks.
    """
    text = _text_of(line, context)
    if not text:
        return None
    places = tuple(_occurrences(text, line))
    stand_in = _NO_MARK * len(text)
    for place in places if len(places) > 1 else ():
        if _text_of(line[:place] + stand_in + line[place + len(text) :], context) == stand_in:
            return place
    return places[0] if places else None


def caret_in_text(line: str, caret: int, context: LineContext) -> int | None:
    """The code point of the entry's text at which a caret in its line stands; None outside the text or at its ends,
    and where the text before or behind it would be nothing but spaces.
    """
    start = text_place(line, context)
    if start is None:
        return None
    text, at = _text_of(line, context), caret - start
    is_inside = 0 < at < len(text)
    return at if is_inside and text[:at].strip() and text[at:].strip() else None


def _text_of(line: str, context: LineContext) -> str:
    outcome = parse(line, context)
    return outcome.entry.text if isinstance(outcome, NewEntry) else ""


def _occurrences(text: str, line: str) -> Iterator[int]:
    place = line.find(text)
    while place >= 0:
        yield place
        place = line.find(text, place + 1)
