"""The sheet of consents to one quotation: its exact words, what was allowed, and one more to be noted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from dialogue_notes.errors import KnownError
from dialogue_notes.services.quote_consents import GivenConsent
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import ChoiceField, LineField
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, bring_into_sight, clear_layout, column, row, scrolled
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.review.consents.model import ConsentLine, ConsentsShown
from dialogue_notes.ui.theme.theme import theme

ABOUT = (
    "A consent is to exactly these words. With another letter it no longer holds, and it can be taken back."
)
NONE_YET = "Nobody has allowed these words to leave the room."
_ACTS = 520
"""Drawn pixels from which on three buttons have room side by side."""
_AROUND = 110
"""Pixels above and below the sheet and around its buttons that no zoom changes."""


class ConsentSheet(Overlay):
    """`note_requested(entry_id, GivenConsent)`, `revoke_requested(entry_id, consent_id)`, `report_requested(entry_id)`
    for reported speech instead.
    """

    note_requested = Signal(str, object)
    revoke_requested = Signal(str, str)
    report_requested = Signal(str)

    def __init__(self, host: QWidget) -> None:
        self._shown: ConsentsShown | None = None
        self._quotation = PlainLabel(size=Size.LARGE, wraps=True)
        self._where = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._left_before = PlainLabel(tone=Tone.AMBER, size=Size.SMALL, wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.by = LineField("By whom", placeholder="the speaker, or the head of delegation")
        self.when = LineField("When")
        self.how = LineField("How it was told", placeholder="by hand, in the coffee break")
        self.audience = ChoiceField("For which audience", ())
        self.description = LineField("Under which description")
        self.language = LineField("In which language")
        self.message = InlineMessage()
        self.note = Button("Note the consent", kind=ButtonKind.PRIMARY, keys="Enter")
        self.report = Button("Reported speech instead", kind=ButtonKind.QUIET)
        self._close = Button("Close", kind=ButtonKind.QUIET, keys="Esc")
        self._page = scrolled(self._fields())
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.verticalScrollBar().rangeChanged.connect(self._stay_in_sight)
        super().__init__(host, self._content(), name="Consent to a quotation", width=640)
        self.note.clicked.connect(self._note)
        self.report.clicked.connect(self._report)
        self._close.clicked.connect(self.close_sheet)
        self.audience.chosen.connect(self._offer_description)

    def show_sheet(self, shown: ConsentsShown) -> None:
        """Opens on a quotation."""
        self._shown = shown
        self.message.forget()
        self._quotation.setText(f"“{shown.quotation}”")
        self._where.setText(f"{shown.where[:1].upper()}{shown.where[1:]}")
        self._left_before.setText(shown.left_before)
        self._left_before.setVisible(bool(shown.left_before))
        self.audience.set_choices(shown.audiences)
        self.audience.set_code("")
        for field in (self.by, self.when, self.how, self.language, self.description):
            field.forget()
        self._offer_description("")
        self._show_lines(shown.lines)
        self.open(self.by)
        self._fit()

    def show_failed(self, error: KnownError) -> None:
        """What is wrong, at its field if it is one."""
        if self.isHidden():
            return
        if error.details.get("field") == "By whom":
            self._say_wrong(error.details.get("detail", ""))
        else:
            self.message.show_error(error)

    def show_done(self, _words: str = "") -> None:
        """What was asked for is kept: the sheet closes, and the panel below says so with its undoing."""
        self.close_sheet()

    def forget(self) -> None:
        self._shown = None
        self._quotation.forget()
        self._where.forget()
        self._left_before.forget()
        clear_layout(self._lines)
        for field in (self.by, self.when, self.how, self.language, self.description):
            field.forget()
        self.message.forget()
        super().forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._note()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's names
        """Where Tab leads is in sight, the whole field."""
        has_moved = super().focusNextPrevChild(next)
        self._stay_in_sight()
        return has_moved

    def _stay_in_sight(self) -> None:
        field = QApplication.focusWidget()
        if field is not None and self._page.isAncestorOf(field):
            bring_into_sight(field)

    def _fit(self) -> None:
        """As high as what is asked, or as the window allows: the fields scroll then, and the buttons stay."""
        page = self._page.widget()
        layout = page.layout() if page is not None else None
        if layout is None:
            return
        self.report.setVisible(self.sheet.width() >= theme().px(_ACTS))  # it is a key of the panel below, too
        layout.activate()
        wanted = layout.totalHeightForWidth(self.sheet.width() - _AROUND)
        self._page.setFixedHeight(max(theme().px(60), min(wanted, self.height() - theme().px(70) - _AROUND)))

    def _say_wrong(self, words: str) -> None:
        self.by.show_wrong(words)
        self._fit()
        self.by.setFocus()
        bring_into_sight(self.by)

    def _note(self) -> None:
        if self._shown is None:
            return
        if not self.by.text():
            self._say_wrong("Say who gave the consent.")
            return
        given = GivenConsent(
            by=self.by.text(),
            when=self.when.text(),
            how=self.how.text(),
            description=self.description.text(),
            audience=self.audience.code(),
            language=self.language.text(),
        )
        self.note_requested.emit(self._shown.entry_id, given)

    def _report(self) -> None:
        if self._shown is not None:
            self.report_requested.emit(self._shown.entry_id)

    def _offer_description(self, audience: str) -> None:
        """What would go out is what most consents are for; whoever typed something else keeps it."""
        if self._shown is not None and not self.description.edit.isModified():
            self.description.set_text(self._shown.description_for(audience))

    def _show_lines(self, lines: tuple[ConsentLine, ...]) -> None:
        clear_layout(self._lines)
        if not lines:
            self._lines.addWidget(PlainLabel(NONE_YET, tone=Tone.MUTED, wraps=True))
        for line in lines:
            said = column(
                PlainLabel(line.words, wraps=True),
                PlainLabel(
                    f"{line.standing[:1].upper()}{line.standing[1:]}",
                    tone=Tone.GREEN if line.is_holding else Tone.MUTED,
                    size=Size.SMALL,
                    wraps=True,
                ),
                gap=2,
            )
            pieces = row(said, gap=10)
            pieces.setStretch(0, 1)
            if line.can_revoke:
                revoke = Button("Take back", kind=ButtonKind.LINK, name=f"Take back: {line.words}")
                revoke.clicked.connect(partial(self._revoke, line.consent_id))
                pieces.addWidget(revoke, alignment=Qt.AlignmentFlag.AlignTop)
            self._lines.addLayout(pieces)

    def _revoke(self, consent_id: str) -> None:
        if self._shown is not None:
            self.revoke_requested.emit(self._shown.entry_id, consent_id)

    def _fields(self) -> QVBoxLayout:
        first, second = row(self.by, self.when, gap=12), row(self.audience, self.language, gap=12)
        for line in (first, second):
            line.setStretch(0, 3)
            line.setStretch(1, 2)
        return column(
            CapsLabel("Consent to a quotation"),
            self._quotation,
            self._where,
            self._left_before,
            Hairline(),
            self._lines,
            Hairline(),
            PlainLabel(ABOUT, tone=Tone.MUTED, size=Size.SMALL, wraps=True),
            first,
            self.how,
            second,
            self.description,
            margins=(24, 20, 24, 6),
            gap=10,
        )

    def _content(self) -> QVBoxLayout:
        acts = row(self.report, None, self._close, self.note)
        return column(self._page, column(self.message, acts, margins=(24, 4, 24, 18), gap=10), gap=0)
