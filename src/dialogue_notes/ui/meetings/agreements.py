"""What the participants allowed: each defaults to no, and records who agreed and when."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from dialogue_notes.domain.codes import SidesAgreement
from dialogue_notes.domain.record import Agreements, Consent
from dialogue_notes.ui.common.buttons import Segmented
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row

_SIDES = (
    (SidesAgreement.NO.value, "Not told apart"),
    (SidesAgreement.ONE_SIDE.value, "“One side”"),
    (SidesAgreement.NAMED.value, "Named"),
)


class AgreementsPane(QWidget):
    """`changed(Agreements)` with every decision that a person makes here."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._agreements = Agreements()
        self._sides = Segmented("Sides", _SIDES)
        self._sides_by = _ConsentLine("the sides")
        self._attendance = QCheckBox("Attendance may be listed")
        self._attendance_by = _ConsentLine("the list of attendance")
        self._track = QCheckBox("The track may be printed")
        self._track_by = _ConsentLine("the track")
        self._proposal = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self._comments = LineField("Who comments before release", placeholder="The chairs, then the sides")
        self.setLayout(
            column(
                CapsLabel("Agreed by the participants"),
                column(
                    PlainLabel("Sides in the summary", tone=Tone.MUTED, size=Size.SMALL), self._sides, gap=3
                ),
                self._sides_by,
                self._attendance,
                self._attendance_by,
                column(self._track, row(24, self._proposal, gap=0), gap=0),
                self._track_by,
                self._comments,
                gap=7,
            )
        )
        self._connect()

    def show_agreements(self, agreements: Agreements, track: str) -> None:
        """Shows what was agreed, and the track that the roster proposes, in words."""
        self._agreements = agreements
        self._sides.set_code(agreements.sides.value)
        for box, is_agreed in ((self._attendance, agreements.attendance), (self._track, agreements.track)):
            box.blockSignals(True)
            box.setChecked(is_agreed)
            box.blockSignals(False)
        self._sides_by.show_consent(
            agreements.sides_consent, is_needed=agreements.sides is not SidesAgreement.NO
        )
        self._attendance_by.show_consent(agreements.attendance_consent, is_needed=agreements.attendance)
        self._track_by.show_consent(agreements.track_consent, is_needed=agreements.track)
        self._proposal.setText(track)
        self._proposal.setVisible(bool(track))
        self._comments.refresh_text(agreements.comments_by)

    def forget(self) -> None:
        """No name stays."""
        self.show_agreements(Agreements(), "")
        for field in self.findChildren(LineField):
            field.forget()

    def _connect(self) -> None:
        def say(agreements: Agreements) -> None:
            self.changed.emit(agreements)

        def now() -> Agreements:
            return self._agreements

        self._sides.chosen.connect(lambda code: say(replace(now(), sides=SidesAgreement(code))))
        self._attendance.toggled.connect(lambda is_agreed: say(replace(now(), attendance=is_agreed)))
        self._track.toggled.connect(lambda is_agreed: say(replace(now(), track=is_agreed)))
        self._sides_by.changed.connect(lambda consent: say(replace(now(), sides_consent=consent)))
        self._attendance_by.changed.connect(lambda consent: say(replace(now(), attendance_consent=consent)))
        self._track_by.changed.connect(lambda consent: say(replace(now(), track_consent=consent)))
        self._comments.finished.connect(lambda text: say(replace(now(), comments_by=text)))


class _ConsentLine(QWidget):
    """By whom and when something was agreed; shown only once it was."""

    changed = Signal(object)

    def __init__(self, what: str) -> None:
        super().__init__()
        self._by = LineField("Agreed by", placeholder="both chairs")
        self._when = LineField("When", placeholder="14 May, opening")
        self._by.edit.setAccessibleName(f"Who agreed to {what}")
        self._when.edit.setAccessibleName(f"When {what} was agreed")
        self.setLayout(row(24, self._by, self._when, gap=8))
        for field in (self._by, self._when):
            field.finished.connect(lambda _text: self._say())

    def show_consent(self, consent: Consent | None, *, is_needed: bool) -> None:
        """Shows who agreed."""
        self._by.refresh_text(consent.by if consent else "")
        self._when.refresh_text(consent.when if consent else "")
        self.setVisible(is_needed)

    def _say(self) -> None:
        by, when = self._by.text(), self._when.text()
        self.changed.emit(Consent(by, when) if by or when else None)
