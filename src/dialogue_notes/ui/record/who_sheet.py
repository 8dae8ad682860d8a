"""F2: who is here, who came late or left early, deputies and walk-ins, and who was told the ground rule."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_notes.services.attendance import Attendee, WalkIn
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import ElidedLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.record.who_forms import DeputyForm, ToldQuestion, WalkInForm
from dialogue_notes.ui.record.who_list import Act, WhoList

HELP = "Arrows or a typing code choose · digits set a time (1042), else it is now · Ctrl Z undoes"
_ACTS = (
    (Act.COME_OR_GO, "Comes or goes", "Space"),
    (Act.TOLD, "Told the rule", "Shift+T"),
    (Act.ABSENT, "Not here", "Shift+A"),
    (Act.DEPUTY, "Deputy", "Shift+D"),
    (Act.WALK_IN, "Walk-in", "Shift+N"),
)


class WhoSheet(Overlay):
    """Signals carry the digits typed for a time, empty for now: `acted(act, participant_id, clock)`,
    `deputy_given(participant_id, name, clock)`, `walk_in_given(WalkIn, clock)`, `told_answered(bool | None)`.
    """

    acted = Signal(object, str, str)
    deputy_given = Signal(str, str, str)
    walk_in_given = Signal(object, str)
    told_answered = Signal(object)

    def __init__(self, host: QWidget) -> None:
        self._title = PlainLabel("Who is here", size=Size.LARGE, strong=True)
        self._clock = PlainLabel(tone=Tone.ACCENT, strong=True)
        self.list = WhoList()
        self.told = ToldQuestion()
        self.deputy = DeputyForm()
        self.walk_in = WalkInForm()
        self.message = InlineMessage()
        self._help = ElidedLabel(HELP, tone=Tone.MUTED)
        self._help.setProperty("scale", "small")
        self._sides: tuple[tuple[str, str], ...] = ()
        content = column(
            row(self._title, None, self._clock),
            self.list,
            self.told,
            self.deputy,
            self.walk_in,
            self.message,
            self._buttons(),
            self._help,
            margins=(24, 18, 24, 16),
            gap=10,
        )
        super().__init__(host, content, name="Who is here", width=800)
        self.list.acted.connect(self._on_act)
        self.list.typed.connect(self._show_typed)
        # The list has the focus again, unless the answer leads to the next question.
        for signal in (self.told.answered, self.deputy.left, self.walk_in.left):
            signal.connect(lambda *_answer: self.list.setFocus())
        for given in (self.deputy.given, self.walk_in.given):
            given.connect(lambda _words: self.list.setFocus())
        self.told.answered.connect(self.told_answered)
        self.deputy.given.connect(self._give_deputy)
        self.walk_in.given.connect(self._give_walk_in)

    def _buttons(self) -> QVBoxLayout:
        buttons = []
        for act, words, keys in _ACTS:
            button = Button(words, keys=keys)
            button.clicked.connect(lambda _checked=False, act=act: self._on_act(act))
            buttons.append(button)
        close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        close.clicked.connect(self.close_sheet)
        return column(row(*buttons[:3], None, gap=6), row(*buttons[3:], None, close, gap=6), gap=6)

    def show_people(
        self, people: tuple[Attendee, ...], sides: dict[str, int], delegations: tuple[tuple[str, str], ...]
    ) -> None:
        """How everybody stands; `sides` are the numbers of their sides, `delegations` ids and names."""
        self._sides = delegations
        self.list.show_people(people, sides)
        here = sum(one.participant.count for one in people if one.presence.is_here)
        self._title.setText(f"Who is here · {here} of {sum(one.participant.count for one in people)}")

    def show_sheet(self) -> None:
        """Opens with the list under the keys."""
        self.list.clear_typed()
        self.open(self.list)

    def ask_told(self, name: str) -> None:
        """Asks whether somebody who comes in was told the ground rule."""
        self.told.ask(name)

    def clear_clock(self) -> None:
        """The time typed was used."""
        self.list.clear_typed()

    def forget(self) -> None:
        for part in (self.list, self.told, self.deputy, self.walk_in, self.message):
            part.forget()
        self._title.setText("Who is here")
        self._clock.clear()
        self._sides = ()
        super().forget()

    def close_sheet(self) -> None:
        if (
            self.told.isVisible()
        ):  # a click beside the sheet answers nothing; whoever came in is noted all the same
            self.told_answered.emit(None)
        for part in (self.told, self.deputy, self.walk_in, self.message):
            part.forget()
        super().close_sheet()

    def _on_act(self, act: Act) -> None:
        who = self.list.chosen()
        self.message.forget()
        if act is Act.WALK_IN:
            self.walk_in.ask(self._sides)
        elif who is not None and act is Act.DEPUTY:
            self.deputy.ask(who.participant.name)
        elif who is not None:
            self.acted.emit(act, who.participant.id, self.list.clock)

    def _give_deputy(self, name: str) -> None:
        who = self.list.chosen()
        if who is not None:
            self.deputy_given.emit(who.participant.id, name, self.list.clock)

    def _give_walk_in(self, guest: WalkIn) -> None:
        self.walk_in_given.emit(guest, self.list.clock)

    def _show_typed(self, code: str, clock: str) -> None:
        self._clock.setText(f"at {clock}" if clock else code.upper())
        self._clock.setAccessibleName(self._clock.text())
        self._clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
