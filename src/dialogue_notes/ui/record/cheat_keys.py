"""The keys of the Record room in groups, as the cheat sheet shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line: a key with its other spelling, if it has one, and what it does."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Lines that belong together, under a caption."""

    caption: str
    lines: tuple[KeyLine, ...]


def _line(words: str, *keys: str) -> KeyLine:
    return KeyLine(keys, words)


GROUPS: Final = (
    KeyGroup(
        "While typing",
        (
            _line("keeps the line", "Enter"),
            _line("takes what is offered; ↓ the next one", "Tab"),
            _line("edits the last entry; Esc leaves it as it was", "↑"),
            _line("splits the entry being edited at the caret", "Ctrl+Enter"),
            _line("undoes what was kept or changed; Ctrl+Shift+Z redoes", "Ctrl+Z"),
            _line("shorthand: a key for the words selected, or the list", "Ctrl+G"),
            _line("scrolls the record; PgDown back", "PgUp"),
        ),
    ),
    KeyGroup(
        "Who speaks",
        (
            _line("back to the speaker before", "F8", "Alt+X"),
            _line("who spoke lately, as shown over the line", "Alt+1…9"),
            _line("the seat plan: arrows and Enter", "F4", "Alt+S"),
            _line("heard through an interpreter", "Alt+T"),
            _line("adds whom the line names to the roster", "Ctrl+N"),
        ),
    ),
    KeyGroup(
        "Entries already made",
        (
            _line("goes into the record; again selects more", "Shift+↑"),
            _line("there: edits; a letter says who spoke, Space unfolds", "Enter"),
            _line("joins the selected; Ctrl+M moves", "Ctrl+J"),
            _line("inserts before; Ctrl+T the time", "Ctrl+I"),
            _line("history of the entry", "Ctrl+H"),
            _line("marks it important; K check, P personal, L line, B balloon, U unsure", "Alt+I"),
            _line("attitude; C channel, R relationship, F confidence, O option", "Alt+A"),
            _line("its words may be quoted; again takes that back", "Alt+Q"),
        ),
    ),
    KeyGroup(
        "Session",
        (
            _line("who is here: comings and goings", "F2", "Alt+W"),
            _line("sync mark for two rapporteurs", "F3", "Alt+Y"),
            _line("a break begins, or ends", "F5", "Alt+G"),
            _line("a paper was handed out", "Alt+H"),
            _line("the next session; Alt+↑ the one before", "Alt+↓"),
            _line("clean-up", "F10", "Ctrl+Shift+E"),
        ),
    ),
    KeyGroup(
        "Safety, and a neighbour's eyes",
        (
            _line("hands off, and on again", "F9", "Ctrl+."),
            _line("hides the text, and shows it again", "F12", "Ctrl+,"),
            _line("locks at once", "Ctrl+L"),
            _line("folds the agenda", "F6", "Alt+D"),
            _line("folds the roster", "F7", "Alt+N"),
            _line("folds all but the line and the last entries", "Alt+V"),
            _line("full screen", "F11", "Ctrl+Shift+F"),
            _line("finds every command", "Ctrl+K"),
        ),
    ),
)
"""Every key of the room; a test compares them with the commands."""
