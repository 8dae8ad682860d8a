"""Questions asked in place about entries already made: when they were spoken, where they belong; and the bar that says
before which one the line is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal

from dialogue_notes.ui.common.labels import ElidedLabel, KeyHint, PlainLabel, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.record.choice_list import ChoiceList
from dialogue_notes.ui.record.prompts import LinePrompt, Prompt

_IN_SIGHT = 6


class TimePrompt(LinePrompt):
    """When entries were spoken: a time and Enter."""

    def __init__(self) -> None:
        help_words = "1105, or +10 and -10 minutes; empty: no time · Esc leaves it"
        super().__init__("When it was spoken", help_words, width=90)


@dataclass(frozen=True, slots=True)
class MovePlaces:
    """Where entries can go in one session: before one of these, or, as the last line says, to its end."""

    session_id: str
    ids: tuple[str, ...]
    lines: tuple[str, ...] = field(repr=False)


class MovePrompt(Prompt):
    """Another session, then a place in it, with the arrow keys. `places_wanted(session_id)` as a session is chosen,
    `given(session_id, before_id)` on Enter with no id for the end, `left` on Esc.
    """

    given = Signal(str, str)
    places_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(strong=True)
        self._ids: tuple[str, ...] = ()
        self._places: MovePlaces | None = None
        self.sessions = ChoiceList("Session to move to", _IN_SIGHT)
        self.places = ChoiceList("Place in the session", _IN_SIGHT)
        self.sessions.moved.connect(lambda number: self.places_wanted.emit(self._ids[number]))
        for signal in (self.sessions.entered, self.sessions.gone_on):
            signal.connect(self._to_places)
        self.places.left_behind.connect(self.sessions.setFocus)
        self.places.entered.connect(self._give)
        lists = row(self.sessions, self.places, gap=14)
        lists.setStretch(0, 2)
        lists.setStretch(1, 5)
        help_words = PlainLabel("↑ ↓ choose · → to the places · Enter moves · Esc leaves it", tone=Tone.MUTED)
        self.setLayout(column(row(self._words, help_words, None, gap=12), lists, margins=(14, 10, 14, 10)))

    def ask(self, words: str, ids: tuple[str, ...], titles: tuple[str, ...], chosen: int) -> None:
        """Asks `words` with these sessions; `chosen` is the number of the one looked at."""
        self._ids, self._places = (), None
        self._words.setText(words)
        self.places.forget()
        self.sessions.forget()
        self._ids = ids
        self.sessions.show_lines(titles, chosen)
        self.show()
        self.sessions.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_places(self, places: MovePlaces) -> None:
        """The places of the session chosen; what comes late of another one is not shown."""
        number = self.sessions.chosen()
        if 0 <= number < len(self._ids) and self._ids[number] == places.session_id:
            self._places = places
            self.places.show_lines(places.lines, len(places.lines) - 1)

    def forget(self) -> None:
        """Hides it and drops every line."""
        self._ids, self._places = (), None
        self._words.clear()
        self.sessions.forget()
        self.places.forget()
        self.hide()

    def _to_places(self) -> None:
        if self._places is not None:
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, number: int) -> None:
        places = self._places
        if places is None:
            return
        before = places.ids[number] if number < len(places.ids) else ""
        self.forget()
        self.given.emit(places.session_id, before)


class InsertBar(Prompt):
    """Says before which entry the line is kept; it asks nothing and never has the focus."""

    def __init__(self) -> None:
        super().__init__("message")
        self.setProperty("tone", "accent")
        self._words = ElidedLabel(tone=Tone.ACCENT, strong=True)
        back = PlainLabel("back to the end", tone=Tone.MUTED)
        line = row(self._words, KeyHint("Esc"), back, margins=(14, 8, 14, 8), gap=9)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_words(self, words: str) -> None:
        """Shows `words`; none hides the bar."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def forget(self) -> None:
        """Hides it and drops its words."""
        self.show_words("")
