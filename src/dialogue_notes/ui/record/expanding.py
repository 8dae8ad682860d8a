"""Shorthand that expands while it is typed, and what taking an expansion back means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.shorthand import expand_before
from dialogue_notes.domain.typing_line.typed import LineContext, NewEntry


class Expanding:
    """For one line in each session. Ctrl+Z after an expansion gives the key back; then Enter keeps keys in this line
    as typed, though the vault was locked in between.
    """

    def __init__(self) -> None:
        self._before: int | None = None  # which line it was, and no word of it: it outlives a locking
        self._session_id = ""
        self._taken_back: set[str] = set()  # the sessions in whose line a key was given back

    def turn_to(self, session_id: str) -> None:
        """The line of another session is typed from here on, or of the same one after unlocking."""
        if session_id != self._session_id:
            self._before, self._session_id = None, session_id

    def expand(
        self, text: str, caret: int, before: str, context: Callable[[], LineContext]
    ) -> tuple[str, int] | None:
        """The line and its caret (code points) after a space ended a key; None when nothing expands.

        `before` is the line before the last key; `context` is asked only after a space.
        """
        if text == before or text[caret - 1 : caret] != " ":
            return None
        if hash(text) == self._before:
            self._taken_back.add(self._session_id)
            return None
        known = context()
        expanded = expand_before(text, caret, known.glossary)
        if expanded is None or _is_plain(text, known):
            return None
        self._before = hash(text)
        return expanded

    def settle(self, glossary: Mapping[str, str]) -> Mapping[str, str]:
        """The line is finished: what it is to be read with. The next line begins."""
        found = {} if self._session_id in self._taken_back else glossary
        self._taken_back.discard(self._session_id)
        self._before = None
        return found


def _is_plain(text: str, context: LineContext) -> bool:
    """Whether Enter would keep the text as it is typed, because the escape stands before it."""
    outcome = parse(text, context)
    return isinstance(outcome, NewEntry) and outcome == parse(text, replace(context, glossary={}))
