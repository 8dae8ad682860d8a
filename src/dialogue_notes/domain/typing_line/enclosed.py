"""Marks that open and close: quotation marks and the brackets of a procedure."""

from __future__ import annotations

from dialogue_notes.domain.typing_line.marks import SPACES

_QUOTES = {'"': '"', "«": "»", "“": "”", "＂": "＂"}
_BEFORE_OPENING = "(（[-–—/"
_OPENING_BRACKETS, _CLOSING_BRACKETS = "(（", ")）"


def opens_quote(text: str, *, whole: bool) -> bool:
    """Whether `text` is a verbatim quote: a quotation mark, and no words of the rapporteur's after its close.

    `"No," he said` is a statement that holds a quotation. A space after the mark (`" text`) says that the whole
    line is the quote; so does `whole`, for text behind an escape.
    """
    closer = _QUOTES.get(text[:1])
    if closer is None:
        return False
    if whole or text[1:2] in (*SPACES, ""):
        return True
    body = text[1:].rstrip()
    return _closed_at(text[0], body) in (None, len(body) - 1)


def opens_procedure(text: str, *, whole: bool) -> bool:
    """Whether `text` is a line in brackets: the first one closes at the end or never, or it is `whole`."""
    if text[:1] not in tuple(_OPENING_BRACKETS):
        return False
    if whole:
        return True
    depth = 0
    body = text.rstrip()
    for position, letter in enumerate(body):
        depth += (letter in _OPENING_BRACKETS) - (letter in _CLOSING_BRACKETS)
        if depth == 0:
            return position == len(body) - 1
    return True


def without_closing_quote(opener: str, body: str) -> str:
    """The words of a quote without the mark that closes it; a quotation inside keeps its own."""
    trimmed = body.rstrip()
    closed = trimmed and _closed_at(opener, trimmed) == len(trimmed) - 1
    return trimmed[:-1].rstrip(SPACES) if closed else body


def without_closing_bracket(body: str) -> str:
    """The words of a procedure without the bracket that closes it."""
    trimmed = body.rstrip()
    surplus = sum((letter in _CLOSING_BRACKETS) - (letter in _OPENING_BRACKETS) for letter in trimmed)
    closed = trimmed[-1:] in tuple(_CLOSING_BRACKETS) and surplus > 0
    return trimmed[:-1].rstrip(SPACES) if closed else body


def _closed_at(opener: str, body: str) -> int | None:
    """Where in `body` the quote is closed that `opener` began before it; None when it never is."""
    depth = 1
    for position, letter in enumerate(body):
        if letter == opener and (letter != _QUOTES[opener] or _may_open(body, position)):
            depth += 1
        elif letter == _QUOTES[opener]:
            depth -= 1
            if depth == 0:
                return position
    return None


def _may_open(body: str, position: int) -> bool:
    """Whether a mark that looks the same on both sides opens here: a word follows and none stands before."""
    before, after = body[position - 1 : position], body[position + 1 : position + 2]
    starts = not before or before.isspace() or before in _BEFORE_OPENING
    return starts and after.isalnum()
