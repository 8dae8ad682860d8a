"""A meeting on one page: its head; at the left rule, agenda, papers and agreements; at the right the roster."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_notes.ui.common.layout import Hairline, column, panel, row, scrolled
from dialogue_notes.ui.meetings.about import AboutPane
from dialogue_notes.ui.meetings.agenda import AgendaPane
from dialogue_notes.ui.meetings.agreements import AgreementsPane
from dialogue_notes.ui.meetings.papers import PapersPane
from dialogue_notes.ui.meetings.roster import RosterPane
from dialogue_notes.ui.meetings.rule_field import RuleField
from dialogue_notes.ui.meetings.snapshot import MeetingSnapshot
from dialogue_notes.ui.theme.theme import theme

LEFT_WIDTH = 408
WIDE = 930
"""From this width on, in drawn pixels, the roster has room beside the rest."""

STACKED_HEIGHT = 460
"""What the roster needs with its card when it stands below the rest, in drawn pixels."""

_NO_BOUND = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide does not name."""


class MeetingPane(QWidget):
    """Its parts speak for themselves: connect to `about`, `rule`, `agreements`, `agenda`, `papers`, `roster`."""

    def __init__(self) -> None:
        super().__init__()
        self.about = AboutPane()
        self.rule = RuleField("Ground rule of the meeting")
        self.agreements = AgreementsPane()
        self.agenda = AgendaPane()
        self.roster = RosterPane()
        self.papers = PapersPane()
        left = column(
            self.rule,
            6,
            self.agenda,
            10,
            self.papers,
            10,
            self.agreements,
            None,
            margins=(28, 16, 20, 16),
            gap=8,
        )
        self._left = scrolled(left)
        self._right = panel(column(self.roster, margins=(20, 14, 28, 16)), "room")
        head = column(self.about, margins=(28, 18, 28, 14))
        self._between = Hairline(is_upright=True)
        self._body = row(self._left, self._between, self._right, gap=0)
        self._body.setStretch(2, 1)
        page = column(head, Hairline(), scrolled(self._body), gap=0)
        page.setStretch(2, 1)
        self.setLayout(page)
        theme().changed.connect(self._measure)
        self._measure()

    def show_meeting(self, snapshot: MeetingSnapshot) -> None:
        """Shows everything that is prepared for a meeting."""
        meeting = snapshot.meeting
        self.about.show_meeting(meeting)
        self.rule.show_rule(meeting.ground_rule, snapshot.inherited_rule, "the dialogue")
        self.agreements.show_agreements(meeting.agreements, snapshot.track)
        self.agenda.show_sessions(snapshot.sessions)
        self.papers.show_papers(snapshot.papers)
        self.roster.show_people(
            meeting.id, snapshot.participants, snapshot.delegations, snapshot.descriptions
        )

    def forget(self) -> None:
        """Nothing of the meeting stays."""
        for part in (self.about, self.rule, self.agreements, self.agenda, self.papers, self.roster):
            part.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Side by side where there is room; on a small screen or at large text, below each other."""
        is_wide = self.width() >= theme().px(WIDE)
        self._between.setVisible(is_wide)
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        self._left.setMinimumWidth(theme().px(LEFT_WIDTH) if is_wide else 0)
        self._left.setMaximumWidth(theme().px(LEFT_WIDTH) if is_wide else _NO_BOUND)
        sheet = self._left.widget()
        self._left.setMinimumHeight(0 if is_wide or sheet is None else sheet.sizeHint().height())
        self._right.setMinimumHeight(0 if is_wide else theme().px(STACKED_HEIGHT))
