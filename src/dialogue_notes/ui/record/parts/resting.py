"""After unlocking everything is as it was: what was selected in the line, and words half typed into questions."""

from __future__ import annotations

from dialogue_notes.ui.record.parts.part import Parts
from dialogue_notes.ui.record.resting import Resting
from dialogue_notes.ui.record.unfinished import Unfinished


def install(parts: Parts) -> None:
    """Wires both."""
    resting = Resting(parts.office, parts.desk, parts.view.area.edit)
    parts.record.session_shown.connect(lambda _view: resting.shown())
    unfinished = Unfinished(parts.office, parts.desk, parts.view, parts.view.area.edit)

    def tell(names: tuple[str, ...]) -> None:
        fields = " and ".join(names)
        parts.view.message.show_words(
            f"What you had begun to type is there when you are asked again: {fields}"
        )

    unfinished.kept.connect(tell)
    parts.rules.hidden.connect(unfinished.hide)  # before the view hears of it and empties the fields
