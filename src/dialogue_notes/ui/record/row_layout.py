"""One entry laid out: its text in lines, its look, and how high it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from dialogue_notes.domain.codes import Kind
from dialogue_notes.services.recording.view import RecordRow
from dialogue_notes.ui.common.chips import RULE_TOKENS
from dialogue_notes.ui.common.positions import shown_text
from dialogue_notes.ui.record.pieces import LONGEST_SHOWN, Piece, Role, pieces_of
from dialogue_notes.ui.theme.icons import paint_icon
from dialogue_notes.ui.theme.theme import Theme, theme
from dialogue_notes.ui.theme.tokens import side_token

LINE = 24
"""Drawn pixels from one line of text to the next."""
GAP = 10
"""Drawn pixels between two entries."""
MEASURE = 680
"""Drawn pixels of a line of text at most: some 85 letters of the record's face, within what typographers advise
(45 to 75 for a page, up to 90 on a screen: Bringhurst, The Elements of Typographic Style, 2.1.2).
"""
LEFT, TIME, CODE_MIDDLE, TEXT_LEFT, RIGHT = 26, 26, 98, 126, 26
_INSETS = {Kind.QUOTE: 13, Kind.AGREEMENT: 9}
_GAP_WORDS = "\u2002"
_MARK = "\u200e"
"""Keeps a badge from left to right within Arabic and Hebrew; a line may break behind it."""
_ICON_ROOM = _MARK + "\u00a0" * 7


@dataclass(frozen=True, slots=True)
class _Faces:
    """Fonts for the roles, made once for a zoom."""

    record: QFont
    italic: QFont
    small: QFont
    label: QFont
    time: QFont
    code: QFont


class RowLayout:
    """An entry laid out for one width; painted as often as wanted."""

    def __init__(self, row: RecordRow, width: int, *, is_unfolded: bool) -> None:
        self.row = row
        self._look = theme()
        self._faces = _faces(self._look, self._look.zoom)
        self._badge_start: int | None = None
        self._inset = self._look.px(_INSETS.get(row.intervention.kind, 0))
        self._text_left = self._look.px(TEXT_LEFT)
        self._text_right = self._text_left + _measure(self._look, width)
        metrics = QFontMetrics(self._faces.code)
        self._code = metrics.elidedText(row.code, Qt.TextElideMode.ElideRight, self._look.px(56))
        self._code_width = metrics.horizontalAdvance(self._code)
        self._layout = self._laid_out(pieces_of(row, is_unfolded=is_unfolded))
        self.lines = max(1, self._layout.lineCount())
        self.height = self.lines * self._look.px(LINE) + self._look.px(GAP, is_air=True)

    def paint(self, painter: QPainter, top: int, *, is_selected: bool) -> None:
        """Paints the entry with its upper edge at `top`."""
        self._paint_ground(painter, top, is_selected=is_selected)
        self._paint_margin(painter, top)
        first_line = self._baseline_shift()
        painter.setPen(self._look.colour("ink"))
        self._paint_badge(painter, top)
        self._layout.draw(painter, QPointF(self._text_left + self._inset, top + first_line))

    def _laid_out(self, pieces: tuple[Piece, ...]) -> QTextLayout:
        faces = self._faces
        text, ranges = self._joined(pieces, faces)
        layout = QTextLayout(text, faces.record)
        option = QTextOption()
        if _is_right_to_left(text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(ranges)
        layout.setCacheEnabled(True)
        width = self._text_right - self._text_left - 2 * self._inset
        layout.beginLayout()
        height = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (self._look.px(LINE) - line.height()) / 2))
            height += self._look.px(LINE)
        layout.endLayout()
        return layout

    def _joined(self, pieces: tuple[Piece, ...], faces: _Faces) -> tuple[str, list[QTextLayout.FormatRange]]:
        text = ""
        ranges = []
        for number, piece in enumerate(pieces):
            words = shown_text(piece.text).replace("\n", "\u2028")
            if number:
                text += _GAP_WORDS
            if piece.role is Role.RULE:
                self._badge_start = _units(text) + len(_MARK)
                words = _ICON_ROOM + words.replace(" ", "\u00a0") + "\u00a0\u00a0\u200e"
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = _units(text), _units(words), self._format(piece.role, faces)
            ranges.append(one)
            if not number:
                within = [(start, end) for start, end in self.row.accents if end <= LONGEST_SHOWN]
                ranges += [self._accent(words, start, end, faces) for start, end in within]
            text += words
        return text, ranges

    def _accent(self, words: str, start: int, end: int, faces: _Faces) -> QTextLayout.FormatRange:
        """Who is to act and by when, in the text of an action."""
        one = QTextLayout.FormatRange()
        one.start, one.length = _units(words[:start]), _units(words[start:end])
        one.format = self._format(Role.TEXT, faces)
        one.format.setForeground(self._look.colour("accent"))
        return one

    def _format(self, role: Role, faces: _Faces) -> QTextCharFormat:
        form = QTextCharFormat()
        font, ink = {
            Role.TEXT: (faces.record, "ink"),
            Role.QUIET: (faces.italic, "muted"),
            Role.DOUBT: (faces.record, "muted"),
            Role.NOTES: (faces.small, "accent"),
            Role.LABEL: (faces.label, "muted"),
            Role.AGREED: (faces.label, "green"),
            Role.RULE: (faces.label, self._rule_look()[1]),
            Role.RED: (faces.italic, "red"),
        }[role]
        form.setFont(font)
        form.setForeground(self._look.colour(ink))
        return form

    def _rule_look(self) -> tuple[str, str, str]:
        return RULE_TOKENS[self.row.rule] if self.row.rule is not None else ("", "ink", "panel")

    def _baseline_shift(self) -> float:
        return self._look.px(GAP, is_air=True) / 2

    def _paint_ground(self, painter: QPainter, top: int, *, is_selected: bool) -> None:
        look, entry = self._look, self.row.intervention
        height = self.height
        if is_selected:
            box = QRectF(look.px(12), top, self._text_right + look.px(RIGHT) - look.px(24), height)
            _round(painter, box, look.colour("accent_soft"), look.px(7))
        if entry.kind is Kind.AGREEMENT and not self.row.is_struck:
            box = QRectF(
                self._text_left,
                top + look.px(2),
                self._text_right - self._text_left,
                height - look.px(4),
            )
            if entry.read_back:
                _round(painter, box, look.colour("green_soft"), look.px(6))
            else:
                painter.fillRect(
                    QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("green")
                )
        if entry.kind is Kind.QUOTE and not self.row.is_struck:
            bar = QRectF(self._text_left, top + look.px(5), look.px(3), height - look.px(10))
            painter.fillRect(bar, look.colour("amber"))

    def _paint_margin(self, painter: QPainter, top: int) -> None:
        look, row = self._look, self.row
        baseline = top + self._baseline_shift() + look.px(16)
        painter.setFont(self._faces.time)
        painter.setPen(look.colour("muted"))
        painter.drawText(QPointF(look.px(TIME), baseline), row.time)
        painter.setFont(self._faces.code)
        painter.setPen(look.colour(side_token(row.side) if row.speaker.participant_id else "ink"))
        painter.drawText(QPointF(look.px(CODE_MIDDLE) - self._code_width / 2, baseline), self._code)

    def _paint_badge(self, painter: QPainter, top: int) -> None:
        """The soft ground and the icon of a rule that differs from the session's."""
        if self._badge_start is None:
            return
        line = self._layout.lineForTextPosition(self._badge_start)
        if not line.isValid():
            return
        look = self._look
        icon, ink, soft = self._rule_look()
        start = _number(line.cursorToX(self._badge_start))
        end = _number(line.cursorToX(line.textStart() + line.textLength()))
        left = self._text_left + self._inset + min(start, end)
        middle = top + self._baseline_shift() + line.y() + line.height() / 2
        box = QRectF(left, middle - look.px(9), abs(end - start), look.px(18))
        _round(painter, box, look.colour(soft), look.px(5))
        side = look.px(12)
        spot = QRectF(left + look.px(4), middle - side / 2, side, side)
        paint_icon(painter, icon, spot, look.tokens.named()[ink])


def estimated_heights(rows: Iterable[RecordRow], width: int) -> list[int]:
    """About how high entries are, without laying them out."""
    look = theme()
    letters = max(1, _measure(look, width) // look.px(8))
    line, gap = look.px(LINE), look.px(GAP, is_air=True)
    lengths = (min(len(row.intervention.text), LONGEST_SHOWN) + sum(map(len, row.notes)) for row in rows)
    return [max(1, -(-length // letters)) * line + gap for length in lengths]


def _measure(look: Theme, width: int) -> int:
    """How wide the text may be: the room there is, but no line longer than the eye finds back from."""
    return max(80, min(width - look.px(TEXT_LEFT + RIGHT), look.px(MEASURE)))


@lru_cache(maxsize=4)
def _faces(look: Theme, _zoom: float) -> _Faces:
    """The fonts at one zoom."""
    record, italic, small = look.record_font(15), look.record_font(15), look.record_font(11)
    italic.setItalic(True)
    return _Faces(
        record,
        italic,
        small,
        look.interface_font(11, weight=600),
        look.interface_font(11),
        look.interface_font(11, weight=700),
    )


def _units(text: str) -> int:
    """The length of `text` in UTF-16 code units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction (Unicode annex 9, P2 and P3)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((direction for direction in directions if direction in {"L", "R", "AL"}), "L") != "L"


def _number(position: float | tuple[float, int] | object) -> float:
    """`QTextLine.cursorToX` gives back the cursor beside the place, depending on the version of PySide6."""
    found = position[0] if isinstance(position, tuple) else position
    return float(found) if isinstance(found, int | float) else 0.0


def _round(painter: QPainter, box: QRectF, colour: QColor, radius: int) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()
